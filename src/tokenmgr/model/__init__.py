"""Nouns: what the program talks about. Frozen, without any input or output."""
