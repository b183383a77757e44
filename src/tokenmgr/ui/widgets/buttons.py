"""Buttons. One primary a view, in its footer or its first item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from tokenmgr.ui import icons
from tokenmgr.ui.widgets.text import hint

if TYPE_CHECKING:
    from collections.abc import Callable

#: Between icon and word, beside what Qt leaves there itself.
GAP = 3
ROLES = {"primary": "on_accent", "danger": "bad", "link": "accent_text", "icon": "text2"}


def button(
    text: str, press: Callable[[], object] | None = None, *, icon: str = "", kind: str = "", small: bool = False
) -> QPushButton:
    """`kind`: "" plain, "primary", "danger", "link". The ampersand of a name from outside is no shortcut."""
    made = QPushButton(text.replace("&", "&&"))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
    if kind:
        made.setProperty("kind", kind)
    if small:
        made.setProperty("small", "true")  # "size" is a property of every widget already
    if icon:
        made.setIcon(icons.icon(icon, ROLES.get(kind, "text"), 16, GAP))
        made.setIconSize(QSize(16 + GAP, 16))
    if press is not None:
        made.clicked.connect(lambda _checked=False: press())
    return made


def icon_button(icon: str, name: str, press: Callable[[], object] | None = None, size: int = 16) -> QPushButton:
    """An icon alone; its name is told to whoever cannot see it, and in its tool tip."""
    made = button("", press, kind="icon")
    made.setIcon(icons.icon(icon, "text2", size))
    made.setIconSize(QSize(size, size))
    made.setAccessibleName(name)
    hint(made, name)
    return made
