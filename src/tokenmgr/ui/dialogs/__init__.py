"""One question or job over the window a file."""
