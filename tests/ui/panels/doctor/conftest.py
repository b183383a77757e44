"""A window at work, as for dialogs."""

from tests.ui.dialogs.conftest import made_home, work

__all__ = ["made_home", "work"]
