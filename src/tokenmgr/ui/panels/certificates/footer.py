"""What can be done with the chosen certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tokenmgr.ui.errands import ERRANDS, text_of
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.one_line import OneLine
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.ui.panels.certificates.entries import Entry
    from tokenmgr.ui.screen import Screen


class Footer(QWidget):
    """Renewing comes first, and only where it is time for it."""

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self._entry: Entry | None = None
        around = QVBoxLayout(self)
        around.setContentsMargins(20, 12, 20, 12)
        renew = translate("Certificates", "How to renew...")
        self._renew = button(renew, lambda: self._run("renewal-info"), kind="primary")
        self._calendar = self._button("calendar")
        self._line = OneLine(self._renew, self._button("export"), self._button("compare"), self._calendar)
        around.addWidget(self._line)

    def _button(self, name: str) -> QPushButton:
        return button(text_of(name), lambda: self._run(name), icon=ERRANDS[name].icon)

    def show_entry(self, entry: Entry) -> None:
        """Another certificate."""
        self._entry = entry
        self._line.want(self._renew, entry.state != "valid" and not entry.certificate.facts.is_ca)
        self._line.want(self._calendar, entry.certificate.facts.not_after is not None and entry.state != "expired")

    def _run(self, name: str) -> None:
        if self._entry is not None:
            self._screen.errands.run(name, self._entry.place.token, self._entry.certificate)
