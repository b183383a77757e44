"""What can be done with the chosen certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from tokenmgr.ui.errands import ERRANDS, text_of
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.flow import Flow
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
        line = Flow(self)
        line.setContentsMargins(20, 12, 20, 12)
        renew = translate("Certificates", "How to renew...")
        self._renew = button(renew, lambda: self._run("renewal-info"), kind="primary")
        line.addWidget(self._renew)
        for name in ("export", "compare"):
            line.addWidget(self._button(name))
        self._calendar = self._button("calendar")
        line.addWidget(self._calendar)

    def _button(self, name: str) -> QPushButton:
        return button(text_of(name), lambda: self._run(name), icon=ERRANDS[name].icon)

    def show_entry(self, entry: Entry) -> None:
        """Another certificate."""
        self._entry = entry
        self._renew.setVisible(entry.state != "valid" and not entry.certificate.facts.is_ca)
        self._calendar.setVisible(entry.certificate.facts.not_after is not None and entry.state != "expired")

    def _run(self, name: str) -> None:
        if self._entry is not None:
            self._screen.errands.run(name, self._entry.place.token, self._entry.certificate)
