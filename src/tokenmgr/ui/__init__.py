"""Qt, and only here: the window, the tray, and everything in them."""
