"""The look of the program: colours, fonts, icons and the style sheet made of them."""
