"""One page of the window a file or a folder."""
