"""Tokens: one of them in full, simply or with all there is to know."""
