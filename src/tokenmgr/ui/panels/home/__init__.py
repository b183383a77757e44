"""Home: what needs doing first, then the tokens as cards."""
