"""Issuers as data: what is known of each, read from files; no code and no expressions in them.

Small records are named tuples: each takes a tenth of a frozen dataclass's time to define, and every command pays it.
"""
