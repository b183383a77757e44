"""News of a newer version: where they come from, whether they can be believed, and what they say."""
