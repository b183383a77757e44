"""The rules for a new PIN, each with a tick once it is kept: in as many columns as their words allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from tokenmgr.ui import type as typography
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.widgets.text import Elided
from tokenmgr.ui.words import language, translate
from tokenmgr.wording.rules import rule_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tokenmgr.ca.rules import Finding

MOST_COLUMNS = 3
ICON, GAP, BETWEEN = 12, 6, 18
#: Rules that are worth a line only while they are broken.
QUIET = frozenset({"max-length", "no-upper", "no-lower", "no-digit", "no-special", "not-repeated", "allowed-specials"})
#: Of two lengths the longer is the one to keep to.
STRICTER = {"min-length": max, "max-length": min}


def shown(findings: Iterable[Finding]) -> list[Finding]:
    """One line a rule: of two demands of a kind the stricter, a rule nobody breaks not at all."""
    kept: dict[str, Finding] = {}
    for finding in findings:
        known = kept.get(finding.code)
        kept[finding.code] = finding if known is None else _stricter(known, finding)
    return [each for each in kept.values() if not (each.ok and each.code in QUIET)]


def _stricter(one: Finding, other: Finding) -> Finding:
    choose = STRICTER.get(one.code)
    if choose is None or not isinstance(one.value, int) or not isinstance(other.value, int):
        return one
    return one if choose(one.value, other.value) == one.value else other


def words_of(finding: Finding) -> str:
    """What it asks for; a demand that is not only advice says so."""
    text = rule_words(finding.code, finding.value, language()) or finding.code
    return translate("PinDialogs", "{rule} (required)").format(rule=text) if finding.enforced else text


class RuleList(QWidget):
    """Rows stay where they are while a person types; only their icons change."""

    def __init__(self, room: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(BETWEEN)
        self._grid.setVerticalSpacing(2)
        self._rows: dict[str, _Row] = {}

    def show_rules(self, findings: Sequence[Finding]) -> None:
        """What is kept, and what is not."""
        wanted = {words_of(each): each.ok for each in shown(findings)}
        if list(wanted) != list(self._rows):
            self._build(list(wanted))
        for text, kept in wanted.items():
            self._rows[text].show_kept(kept=kept)

    def _build(self, texts: list[str]) -> None:
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {text: _Row(text) for text in texts}
        columns = self._columns(texts)
        for number, row in enumerate(self._rows.values()):
            self._grid.addWidget(row, number // columns, number % columns)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column == columns - 1 else 0)

    def _columns(self, texts: list[str]) -> int:
        """As many as find room beside each other, each as wide as its widest."""
        metrics = typography.metrics("second")
        widths = [metrics.horizontalAdvance(text) + ICON + GAP + 2 for text in texts]
        for columns in range(MOST_COLUMNS, 1, -1):
            wide = sum(max(widths[column::columns], default=0) for column in range(columns))
            if wide + BETWEEN * (columns - 1) <= self._room:
                return columns
        return 1


class _Row(QWidget):
    def __init__(self, text: str) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        self._icon = Icon("circle", ICON, "text2")
        line.addWidget(self._icon)
        self._words = Elided(text, "second", "text2")
        line.addWidget(self._words, 1)
        self._text = text

    def show_kept(self, *, kept: bool) -> None:
        self._icon.show_as("check" if kept else "circle", "ok" if kept else "text2")
        self._words.paint_as("text" if kept else "text2")
        state = translate("PinDialogs", "kept") if kept else translate("PinDialogs", "not yet")
        self.setAccessibleName(f"{self._text}: {state}")
