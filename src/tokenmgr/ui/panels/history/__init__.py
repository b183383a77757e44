"""What happened to tokens, newest first."""

from tokenmgr.ui.panels.history.page import HistoryPage

__all__ = ["HistoryPage"]
