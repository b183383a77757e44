"""Traditional Chinese as Hong Kong writes it."""
