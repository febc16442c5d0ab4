"""Forms about the office that both the first set-up and the settings show."""
