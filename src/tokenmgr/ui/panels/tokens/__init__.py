"""Tokens: one of them in full, simply or with all there is to know."""

from tokenmgr.ui.panels.tokens.page import TokensPage

__all__ = ["TokensPage"]
