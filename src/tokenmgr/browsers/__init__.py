"""The browsers of this user: where their lists of modules are, what is in them, and how they would be changed."""
