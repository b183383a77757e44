"""Everything about PINs of one token, on one page."""
