"""The right side: head, validity, four tabs, and what can be done. What takes time is read in a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from tokenmgr.ui.frames import next_frame
from tokenmgr.ui.panels.certificates.chain_view import ChainView
from tokenmgr.ui.panels.certificates.fields import Fields
from tokenmgr.ui.panels.certificates.footer import Footer
from tokenmgr.ui.panels.certificates.head import Head
from tokenmgr.ui.panels.certificates.menu import copy_pem
from tokenmgr.ui.panels.certificates.overview import Overview
from tokenmgr.ui.panels.certificates.raw import Raw
from tokenmgr.ui.panels.certificates.reading import Reader, Reading
from tokenmgr.ui.panels.certificates.validity import Validity
from tokenmgr.ui.widgets.buttons import icon_button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.tabs import Tabs
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tokenmgr.model.certificate import Certificate
    from tokenmgr.ui.bridge import Job
    from tokenmgr.ui.panels.certificates.entries import Entry
    from tokenmgr.ui.screen import Screen

OVERVIEW, FIELDS, CHAIN, RAW = range(4)
#: Whoever runs through the list with an arrow key wants to read none of what is passed.
PAUSE_MS = 60
KEPT = 32


class Details(Card):
    """Of one certificate at a time."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._entry: Entry | None = None
        self._reader = Reader()
        self._readings: dict[str, Reading] = {}
        self._job: Job | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE_MS)
        self._wait.timeout.connect(self._read)
        top = QVBoxLayout()
        top.setContentsMargins(20, 16, 20, 8)
        top.setSpacing(10)
        self._head, self._validity = Head(), Validity()
        top.addWidget(self._head)
        top.addWidget(self._validity)
        self.column.addLayout(top)
        self._tabs = self._four_tabs()
        self.column.addWidget(self._tabs)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(112)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(Rule())
        self._footer = Footer(screen)
        self.column.addWidget(self._footer)

    def _four_tabs(self) -> Tabs:
        tabs = Tabs(
            translate("Certificates", "Overview"),
            translate("Certificates", "Details"),
            translate("Certificates", "Chain"),
            translate("Certificates", "Raw"),
        )
        tabs.chosen.connect(self._show_tab)
        tabs.line.addWidget(icon_button("copy", translate("Certificates", "Copy PEM"), self._copy))
        return tabs

    def show_entry(self, entry: Entry, now: datetime) -> None:
        """Another certificate, or news of this one."""
        if entry == self._entry:
            return
        other = self._entry is None or self._entry.key != entry.key
        self._entry = entry
        self._head.show_entry(entry, now)
        self._validity.show_entry(entry, now)
        self._footer.show_entry(entry)
        if other:
            self._stop()
            next_frame(self, lambda: self._show_tab(self._tabs.now))

    @property
    def reading(self) -> Reading | None:
        """What a worker has found out of this certificate, if it is back."""
        return self._readings.get(self._entry.key.sha256) if self._entry else None

    def _copy(self) -> None:
        if self._entry is not None:
            copy_pem(self._screen, self._entry)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._job = None
        self._wait.stop()

    def _read(self) -> None:
        if self._entry is None:
            return
        facts = self._entry.certificate.facts
        others = possible_issuers(self._screen.glance.certificates)
        self._job = self._screen.bridge.run(
            lambda: self._reader.read(facts.der, others),
            lambda reading: self._arrived(facts.sha256, reading),
            owner=self,
        )

    def _arrived(self, sha256: str, reading: Reading) -> None:
        self._job = None
        while len(self._readings) >= KEPT:
            del self._readings[next(iter(self._readings))]
        self._readings[sha256] = reading
        self._show_tab(self._tabs.now)

    def _show_tab(self, number: int) -> None:
        """Only the one that shows is made."""
        entry = self._entry
        if entry is None:
            return
        if self.reading is None and self._job is None:
            self._wait.start()
        self._put(self._made(number, entry))

    def _made(self, number: int, entry: Entry) -> QWidget:
        reading = self.reading
        if number == OVERVIEW:
            shown = self._screen.glance.token(entry.place.token)
            return _scrolled(Overview(entry.certificate, reading, shown.issuer if shown else None))
        if number == RAW:
            return Raw(entry.certificate.facts)
        if reading is None:
            return _scrolled(_padded(Text(translate("Certificates", "Reading..."), role="text2")))
        if number == FIELDS:
            return Fields(reading.details)
        return _scrolled(_padded(ChainView(reading.chain, whole=True)))

    def _put(self, shown: QWidget) -> None:
        old = self._stack.currentWidget()
        self._stack.addWidget(shown)
        self._stack.setCurrentWidget(shown)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()


def possible_issuers(every: Sequence[Certificate]) -> list[bytes]:
    """Those that issued anything here, or say that they may."""
    issuers = {each.facts.issuer for each in every}
    found = (each.facts for each in every if each.facts.is_ca or each.facts.subject in issuers)
    return list(dict.fromkeys(facts.der for facts in found))


def _padded(content: QWidget) -> QWidget:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(20, 14, 20, 14)
    column.addWidget(content)
    column.addStretch(1)
    return block


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setObjectName("inside")
    area.setStyleSheet("QScrollArea, QWidget#inside { background: transparent; }")
    area.setWidget(content)
    return area
