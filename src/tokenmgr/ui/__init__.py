"""Qt, and only here: the window, the tray, and everything in them."""

from tokenmgr.ui import binding

binding.load()
