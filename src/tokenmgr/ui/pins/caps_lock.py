"""Whether Caps Lock is on. Qt does not tell: the system is asked, and where it is silent the letters typed tell."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from tokenmgr.system import caps_lock as system


def caps_lock() -> bool | None:
    """On, off, or nobody knows."""
    return system.caps_lock(QGuiApplication.platformName())


def typed_with_caps(text: str, *, shift: bool) -> bool | None:
    """What a letter says of it that was typed with or without Shift; None for what has no capital."""
    if len(text) != 1 or text.lower() == text.upper():
        return None
    return (text == text.upper()) is not shift
