"""What makes a letter last: PDF/A-3b, its data inside it, and a check of both."""
