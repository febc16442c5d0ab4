"""How the window looks: colours, type, icons, and the sheet that puts them on."""
