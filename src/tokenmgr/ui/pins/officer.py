"""The administrator's PIN: a field, or a line that says why there is none. Whoever logged on is not asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import TokenFlag
from tokenmgr.ui.pins.entry import Aside, PinEntry, pin_pad_aside
from tokenmgr.ui.pins.words import pin_name
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.actions.glance import TokenGlance


class OfficerPin(QWidget):
    """`entry` is None where nothing is to be typed."""

    def __init__(self, shown: TokenGlance | None, typed: Callable[[], object]) -> None:
        super().__init__()
        self._typed = typed
        self.entry: PinEntry | None = None
        self.pad = shown is not None and TokenFlag.PIN_PAD in shown.token.flags
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._line: QWidget | None = pin_pad_aside() if self.pad else _logged_on(shown)
        if self._line is not None:
            self._place.addWidget(self._line)
        else:
            self.ask()

    def ask(self) -> None:
        """The log-on is over: now it has to be typed."""
        if self.entry is not None or self.pad:
            return
        if self._line is not None:
            self._line.hide()
        self.entry = PinEntry(pin_name(PinKind.SO))
        self.entry.changed.connect(self._typed)
        self._place.addWidget(self.entry)
        self.setFocusProxy(self.entry)


def _logged_on(shown: TokenGlance | None) -> Aside | None:
    minutes = shown.officer_minutes if shown is not None else 0
    if not minutes:
        return None
    text = translate(
        "PinDialogs", "You are logged on as administrator for %n more minute(s): the PIN is not asked for.", "", minutes
    )
    return Aside("shield", text, "text")
