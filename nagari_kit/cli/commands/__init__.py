"""One module for each command of nagari-kit: its grammar and what it runs."""
