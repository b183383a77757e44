"""What the list shows: by how long it lasts, by use, and by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tokenmgr.model.certificate import Usage
from tokenmgr.ui.panels.certificates.entries import Wanted
from tokenmgr.ui.token_words import USAGE_ICONS, usage_words
from tokenmgr.ui.widgets.fields import SearchField
from tokenmgr.ui.widgets.filter_chip import FilterChip
from tokenmgr.ui.widgets.flow import Flow
from tokenmgr.ui.widgets.lines import Between
from tokenmgr.ui.widgets.switching import mark, when_switched
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.ui.panels.certificates.entries import Entry

USAGES = (Usage.SIGN, Usage.ENCRYPT, Usage.BOTH)
#: After the last letter typed.
PAUSE_MS = 120


class Filters(QWidget):
    """One state is always on; a use is on or off."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        chips = QWidget()
        flow = Flow(chips)
        self._states = {
            "valid": FilterChip(translate("Certificates", "Valid")),
            "expiring": FilterChip(translate("Certificates", "Expiring"), "calendar"),
            "expired": FilterChip(translate("Certificates", "Expired")),
        }
        self._usages = {usage: FilterChip(usage_words(usage), USAGE_ICONS[usage]) for usage in USAGES}
        for state, chip in self._states.items():
            when_switched(chip, lambda _on, state=state: self._want_state(state))  # type: ignore[misc]
            flow.addWidget(chip)
        flow.addWidget(Between())
        for usage, chip in self._usages.items():
            when_switched(chip, lambda on, usage=usage: self._want_usage(usage if on else None))  # type: ignore[misc]
            flow.addWidget(chip)
        line.addWidget(chips, 1, Qt.AlignmentFlag.AlignTop)
        self.search = SearchField(translate("Certificates", "Filter by name or issuer"))
        self.search.setFixedWidth(200)
        line.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE_MS)
        self._wait.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _text: self._wait.start())
        mark(self._states["valid"], True)

    @property
    def wanted(self) -> Wanted:
        """What is on now."""
        state = next((state for state, chip in self._states.items() if chip.isChecked()), "valid")
        usage = next((usage for usage, chip in self._usages.items() if chip.isChecked()), None)
        return Wanted(state, usage, self.search.text().strip())

    def show_counts(self, every: Sequence[Entry]) -> None:
        """How many of each there are."""
        states = [each.state for each in every]
        expired = states.count("expired")
        self._states["valid"].count(len(states) - expired)
        self._states["expiring"].count(states.count("expiring"))
        self._states["expired"].count(expired)
        lasting = [each.certificate.facts.usage for each in every if each.state != "expired"]
        for usage, chip in self._usages.items():
            chip.count(lasting.count(usage))

    def want(self, state: str) -> None:
        """Show this state, of every use and name."""
        self.search.clear()
        self._wait.stop()
        for chip in self._usages.values():
            mark(chip, False)
        self._want_state(state)

    def _want_state(self, wanted: str) -> None:
        for state, chip in self._states.items():
            mark(chip, state == wanted)
        self.changed.emit()

    def _want_usage(self, wanted: Usage | None) -> None:
        for usage, chip in self._usages.items():
            mark(chip, usage is wanted)
        self.changed.emit()
