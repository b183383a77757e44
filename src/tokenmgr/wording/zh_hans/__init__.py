"""Simplified Chinese, the language the others are made from."""
