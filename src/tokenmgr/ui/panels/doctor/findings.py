"""Findings as rows: a shape for the state, what was found, what to do; the evidence folded below."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from tokenmgr.ui import type as typography
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.panels.doctor.finding_words import LOOKS, finding_words, state_words
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.lines import Lined
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.actions.checks.finding import Finding

#: The order in which they want to be read.
WORST_FIRST = ("bad", "warn", "ok", "skipped")
LONGEST = 400


class Findings(Card):
    """Each takes its place as it comes: the worst first, otherwise as they came."""

    def __init__(self, repair: Callable[[Finding], object]) -> None:
        super().__init__()
        self._repair = repair
        self._ranks: list[int] = []
        self._first: Row | None = None

    def forget(self) -> None:
        """None any more."""
        clear(self.column)
        self._ranks, self._first = [], None

    def add(self, finding: Finding) -> None:
        """One more."""
        rank = WORST_FIRST.index(finding.state)
        place = bisect_right(self._ranks, rank)
        self._ranks.insert(place, rank)
        row = Row(finding, self._repair)
        if place == 0:
            row.be_first(True)
            if self._first is not None:
                self._first.be_first(False)
            self._first = row
        self.column.insertWidget(place, row)
        row.show()  # now, where the time is taken that laying out costs; Qt would do it later, and for each row again


class Row(Lined):
    """One finding."""

    def __init__(self, finding: Finding, repair: Callable[[Finding], object]) -> None:
        super().__init__()
        words = finding_words(finding)
        icon, role = LOOKS[finding.state]
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 10, 12, 10)
        line.setSpacing(12)
        shape = QVBoxLayout()
        shape.setContentsMargins(0, 2, 0, 0)  # on the line of the title
        shape.addWidget(Icon(icon, 16, role))
        shape.addStretch(1)
        line.addLayout(shape)
        column = QVBoxLayout()
        column.setSpacing(2)
        quiet = finding.state in {"ok", "skipped"}
        column.addWidget(Text(words.title, "body" if quiet else "strong", wrap=True))
        if words.text:
            column.addWidget(Text(words.text, "second", "text2", wrap=True))
        if words.step:
            column.addWidget(Text(words.step, "second", "text", wrap=True))
        self._proof = Text("\n".join(visible(each, LONGEST) for each in finding.evidence), "second", "text2", wrap=True)
        self._proof.setFont(typography.monospace())
        self._proof.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._proof.hide()
        column.addWidget(self._proof)
        line.addLayout(column, 1)
        if finding.evidence:
            self._fold = button(translate("Doctor", "Evidence"), self._unfold, kind="link")
            self._fold.setAccessibleDescription(words.title)
            line.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignTop)
        if finding.repair:
            mend = button(translate("Doctor", "Repair..."), lambda: repair(finding), small=True)
            mend.setAccessibleDescription(words.title)
            line.addWidget(mend, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(" ".join(filter(None, (state_words(finding.state), *words))))

    def _unfold(self) -> None:
        folded = self._proof.isHidden()
        self._proof.setVisible(folded)
        self._fold.setText(translate("Doctor", "Hide") if folded else translate("Doctor", "Evidence"))
