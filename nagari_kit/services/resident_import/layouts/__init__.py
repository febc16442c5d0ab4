"""The forms in which lists of residents come, each recognised by what it contains."""
