"""Where keys live. Every kind of token stands behind the interface in base.py."""
