"""Shows the very PDF that will be filed: pages as images, beside the form and in the register."""
