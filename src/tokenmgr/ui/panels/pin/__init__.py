"""Everything about PINs of one token, on one page."""

from tokenmgr.ui.panels.pin.page import PinPage

__all__ = ["PinPage"]
