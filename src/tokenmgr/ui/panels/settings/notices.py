"""What is told without being asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit

from tokenmgr.ui.panels.settings.pane import Pane, switch
from tokenmgr.ui.widgets.segmented import Segmented
from tokenmgr.ui.words import translate

USUAL = "60, 30, 14, 7, 1"
MOST_DAYS, MOST_NUMBERS = 3650, 12


class Notices(Pane):
    """The three kinds rest on the one switch above them."""

    def fill(self) -> None:
        now = self._screen.choices.now
        self.heading(translate("Settings", "Notifications"))
        title = translate("Settings", "Show notifications")
        self._all = switch(title, now.notices, self._turn)
        self.row(title, translate("Settings", "Through the system, each with one thing to do"), self._all)
        self._kinds = [
            self._kind("notice_arrivals", translate("Settings", "Tokens that come and leave"), ""),
            self._kind(
                "notice_misses",
                translate("Settings", "Wrong PINs from other programs"),
                translate("Settings", "Known where the token's own count went down without this program"),
            ),
            self._kind("notice_expiry", translate("Settings", "Certificates that expire"), ""),
        ]
        ways = [("issuer", translate("Settings", "As the issuer says")), ("own", translate("Settings", "My own"))]
        self._whose = Segmented(ways, "own" if now.lead_days else "issuer")
        self._whose.chosen.connect(self._choose_whose)
        self.row(translate("Settings", "How long before"), "", self._whose)
        self._days = QLineEdit(now.lead_days or USUAL)
        self._days.setMaxLength(60)
        self._days.setFixedWidth(180)
        self._days.textEdited.connect(self._typed)
        self._wrong = self.row(translate("Settings", "Days before the end"), self._help(), self._days)
        self._show()

    def _kind(self, name: str, title: str, text: str) -> QCheckBox:
        choices = self._screen.choices
        box = switch(title, getattr(choices.now, name), lambda on: choices.choose(**{name: on}))
        self.row(title, text, box)
        return box

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - what the switch says
        self._screen.choices.choose(notices=on)
        self._show()

    def _choose_whose(self, key: str) -> None:
        self._screen.choices.choose(lead_days="" if key == "issuer" else days_of(self._days.text()) or USUAL)
        self._show()

    def _typed(self, text: str) -> None:
        days = days_of(text)
        self._wrong.say(
            self._help() if days else translate("Settings", "Whole numbers with commas between, such as 60, 30, 7")
        )
        self._wrong.paint_as("text2" if days else "bad")
        if days:
            self._screen.choices.choose(lead_days=days)

    def _help(self) -> str:
        return translate("Settings", "You are told on each of these days")

    def _show(self) -> None:
        now = self._screen.choices.now
        for box in (*self._kinds, self._whose):
            box.setEnabled(now.notices)
        self._days.setEnabled(now.notices and bool(now.lead_days))


def days_of(text: str) -> str:
    """The numbers in order, or nothing where it is no list of days."""
    parts = [part.strip() for part in text.replace("，", ",").split(",") if part.strip()]
    if not parts or not all(part.isascii() and part.isdigit() and int(part) <= MOST_DAYS for part in parts):
        return ""
    return ", ".join(map(str, sorted({int(part) for part in parts}, reverse=True)[:MOST_NUMBERS]))
