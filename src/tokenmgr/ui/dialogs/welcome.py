"""The first start: language, consent, and a few questions, on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from tokenmgr.ui.agreed_texts import TEXTS, VERSION, read_text, text_names
from tokenmgr.ui.language_box import language_box
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.start_with_computer import start_with_computer
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.reading import Reading
from tokenmgr.ui.widgets.switching import when_switched
from tokenmgr.ui.widgets.tabs import Tabs
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.widgets.tick import Tick
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.ui.bridge import Job
    from tokenmgr.ui.screen import Screen

READING = 168


def open_welcome(screen: Screen) -> None:
    """Wanted where `choices.now.welcomed` is not the texts' VERSION; again after the window was built anew."""
    screen.lay(WelcomeSheet(screen))


class WelcomeSheet(Sheet):
    """Without the agreement the only way on is out."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, translate("Welcome", "Welcome to tokenmgr"))
        self._owner = screen
        self._add_language()
        self._add_texts()
        self._agreed = Tick(translate("Welcome", "I agree to the user agreement and the privacy policy"))
        when_switched(self._agreed.box, lambda _on: self._show())
        self.body.addWidget(self._agreed)
        self.body.addSpacing(4)
        self.body.addWidget(Rule())
        self.body.addSpacing(4)
        self._add_questions()
        self.foot(translate("Welcome", "Begin"), self._begin, cancel=translate("Welcome", "Quit"))
        self._show()

    _job_of_text: Job | None = None

    def _add_language(self) -> None:
        line = QHBoxLayout()
        line.addWidget(Text(translate("Welcome", "Language"), "section"), 1)
        line.addWidget(language_box(self._owner))
        self.body.addLayout(line)

    def _add_texts(self) -> None:
        names = text_names()
        tabs = Tabs(*(names[name] for name in TEXTS))
        tabs.line.setContentsMargins(0, 0, 0, 0)
        tabs.chosen.connect(lambda number: self._read(TEXTS[number]))
        self.body.addWidget(tabs)
        self._reading = Reading(translate("Welcome", "What you agree to"), READING)
        self.body.addWidget(self._reading)
        self._read(TEXTS[0])

    def _add_questions(self) -> None:
        now = self._owner.choices.now
        self._practice = Tick(translate("Welcome", "Show practice tokens, to try everything without risk"))
        self._tray = Tick(translate("Welcome", "Stay in the tray when the window is closed, and watch my tokens"))
        self._tray.box.setChecked(now.tray)
        self._start = Tick(translate("Welcome", "Start with the computer"))
        for box in (self._practice, self._tray, self._start):
            self.body.addWidget(box)
        later = translate("Welcome", "You can change all of this in Settings later.")
        self.body.addWidget(Text(later, "second", "text2"))

    def _read(self, name: str) -> None:
        """The one asked for last, whichever file comes first."""
        resources = self._owner.resources
        if self._job_of_text is not None:
            self._job_of_text.stop()
        self._job_of_text = self._owner.bridge.run(
            lambda: read_text(resources, name), self._reading.setPlainText, owner=self._reading
        )

    def _show(self) -> None:
        agreed = self._agreed.box.isChecked()
        self.action.setEnabled(agreed)
        self.foot_note("" if agreed else translate("Welcome", "Agree first"))

    def _begin(self) -> None:
        screen = self._owner
        practice = self._practice.box.isChecked()
        self.accept()
        screen.choices.choose(
            welcomed=VERSION,
            autostart_asked=True,
            tray=self._tray.box.isChecked(),
            practice=practice or screen.choices.now.practice,
        )
        if self._start.box.isChecked():
            start_with_computer(screen, on=True)
        if practice:
            screen.practise(True)

    def reject(self) -> None:
        """Not agreed: the way out."""
        super().reject()
        self._owner.quit_wanted.emit()
