"""One package a screen; they do not know each other and go through the shell by name."""
