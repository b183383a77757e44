"""Verbs: one wish of the user per file, told straight. Questions go through Ask, tokens through TokenSession."""
