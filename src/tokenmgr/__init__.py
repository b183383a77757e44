"""One honest program for certificate tokens."""

__version__ = "0.1.0"
