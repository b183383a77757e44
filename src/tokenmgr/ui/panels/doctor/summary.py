"""On top of the page: how it stands in one sentence, what is under way, and the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from tokenmgr.ui.panels.doctor.finding_words import check_words
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.text import Elided
from tokenmgr.ui.widgets.token_line import Glyph
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.actions.checks.finding import Finding

HEIGHT = 64


class Summary(Card):
    """Two states: under way with a way to stop, and over with a report to take along."""

    def __init__(
        self,
        stop: Callable[[], object],
        save: Callable[[], object],
        copy: Callable[[], object],
        ask: Callable[[], object],
    ) -> None:
        super().__init__()
        row = QWidget()
        row.setFixedHeight(HEIGHT)
        self._line = QHBoxLayout(row)
        self._line.setContentsMargins(16, 0, 16, 0)
        self._line.setSpacing(12)
        self._glyph = Glyph("doctor", 40)
        self._line.addWidget(self._glyph)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        self._title, self._text = Elided("", "card"), Elided("", "second", "text2")
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        self._line.addLayout(words, 1)
        self._stop = button(translate("Doctor", "Stop"), stop)
        self._copy = button(translate("Doctor", "Copy report"), copy, icon="copy")
        self._save = button(translate("Doctor", "Save report..."), save, icon="export")
        self._ask = button(translate("Doctor", "Ask the hotline..."), ask, icon="phone")
        for each in (self._stop, self._copy, self._save, self._ask):
            self._line.addWidget(each)
        self.column.addWidget(row)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(translate("Doctor", "Checking"))
        self.column.addWidget(self._bar)

    def under_way(self, findings: Sequence[Finding]) -> None:
        """Each finding is told of as it comes."""
        self._show("doctor", "", translate("Doctor", "Checking..."))
        last = check_words(findings[-1].check) if findings else ""
        self._text.say(translate("Doctor", "Looked at: {what}").format(what=last) if last else "")
        self._set(working=True)

    def over(self, findings: Sequence[Finding], *, stopped: bool) -> None:
        """How it stands."""
        bad, warn = (sum(each.state == state for each in findings) for state in ("bad", "warn"))
        if bad:
            self._show("octagon", "bad", translate("Doctor", "%n thing(s) need doing", "", bad))
        elif warn:
            self._show("triangle", "warn", translate("Doctor", "%n thing(s) are worth a look", "", warn))
        elif stopped:
            self._show("doctor", "", translate("Doctor", "Stopped"))
        else:
            self._show("check-circle", "ok", translate("Doctor", "Everything is as it should be"))
        self._text.say(self._more(len(findings), warn if bad else 0, stopped=stopped))
        self._set(working=False)

    def _more(self, count: int, warn: int, *, stopped: bool) -> str:
        parts = [translate("Doctor", "%n result(s)", "", count)]
        if warn:
            parts.append(translate("Doctor", "%n more worth a look", "", warn))
        if stopped:
            parts.append(translate("Doctor", "stopped before the end"))
        return translate("Doctor", ", ").join(parts)

    def _show(self, icon: str, tone: str, title: str) -> None:
        self._glyph.show_as(icon, tone)
        self._title.say(title)

    def _set(self, *, working: bool) -> None:
        self._stop.setVisible(working)
        self._bar.setVisible(working)
        for each in (self._copy, self._save, self._ask):
            each.setVisible(not working)
