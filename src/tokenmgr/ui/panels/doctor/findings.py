"""Findings as rows: a shape for the state, what was found, what to do; the evidence folded below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ui import type as typography
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.panels.doctor.finding_words import LOOKS, finding_words
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tokenmgr.actions.checks.finding import Finding

WORST_FIRST = ("bad", "warn", "ok", "skipped")
LONGEST = 400


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """In the order in which they want to be read; otherwise as they came."""
    return sorted(findings, key=lambda each: WORST_FIRST.index(each.state))


class Findings(Card):
    """They are added as they come."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = 0

    def show_all(self, findings: Iterable[Finding]) -> None:
        """These, and no others."""
        clear(self.column)
        self._rows = 0
        for finding in findings:
            self.add(finding)

    def add(self, finding: Finding) -> None:
        """One more."""
        if self._rows:
            self.column.addWidget(Rule())
        self.column.addWidget(Row(finding))
        self._rows += 1


class Row(QWidget):
    """One finding."""

    def __init__(self, finding: Finding) -> None:
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
        self.setAccessibleName(" ".join(filter(None, (state_words(finding.state), *words))))

    def _unfold(self) -> None:
        folded = self._proof.isHidden()
        self._proof.setVisible(folded)
        self._fold.setText(translate("Doctor", "Hide") if folded else translate("Doctor", "Evidence"))


def state_words(state: str) -> str:
    """For whoever cannot see the shape."""
    return {
        "ok": translate("Doctor", "Good:"),
        "warn": translate("Doctor", "Worth a look:"),
        "bad": translate("Doctor", "Needs doing:"),
        "skipped": translate("Doctor", "Skipped:"),
    }[state]
