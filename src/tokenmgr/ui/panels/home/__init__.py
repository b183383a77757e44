"""Home: what needs doing first, then the tokens as cards."""

from tokenmgr.ui.panels.home.page import HomePage

__all__ = ["HomePage"]
