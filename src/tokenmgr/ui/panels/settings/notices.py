"""What is told without being asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from tokenmgr.ui.panels.settings.pane import Pane
from tokenmgr.ui.widgets.segmented import Segmented
from tokenmgr.ui.words import translate

USUAL = "60, 30, 14, 7, 1"
MOST_DAYS, MOST_NUMBERS = 3650, 12


class Notices(Pane):
    """The three kinds rest on the one switch above them."""

    def fill(self) -> None:
        now = self._screen.choices.now
        self.heading(translate("Settings", "Notifications"))
        self.choice(
            "notices",
            translate("Settings", "Show notifications"),
            translate("Settings", "Through the system, each with one thing to do"),
        )
        self._kinds = [
            self.choice("notice_arrivals", translate("Settings", "Tokens that come and leave")),
            self.choice(
                "notice_misses",
                translate("Settings", "Wrong PINs from other programs"),
                translate("Settings", "Known where the token's own count went down without this program"),
            ),
            self.choice("notice_expiry", translate("Settings", "Certificates that expire")),
        ]
        ways = [("issuer", translate("Settings", "As the issuer says")), ("own", translate("Settings", "My own"))]
        self._whose = Segmented(ways, "own" if now.lead_days else "issuer")
        self._whose.chosen.connect(self._choose_whose)
        self.row(translate("Settings", "How long before"), "", self._whose)
        self._days = QLineEdit(now.lead_days or USUAL)
        self._days.setMaxLength(60)
        self._days.setFixedWidth(180)
        self._days.textEdited.connect(self._typed)
        self._days.editingFinished.connect(self._keep)
        self._wrong = self.row(translate("Settings", "Days before the end"), self._help(), self._days)
        self._screen.choices.changed.connect(self._show)
        self._show()

    def _choose_whose(self, key: str) -> None:
        self._screen.choices.choose(lead_days="" if key == "issuer" else days_of(self._days.text()) or USUAL)

    def _typed(self, text: str) -> None:
        days = days_of(text)
        self._wrong.say(
            self._help() if days else translate("Settings", "Whole numbers with commas between, such as 60, 30, 7")
        )
        self._wrong.paint_as("text2" if days else "bad")

    def _keep(self) -> None:
        """Once, when the typing is over, and not a line in the history for each digit."""
        days = days_of(self._days.text())
        if days:
            self._screen.choices.choose(lead_days=days)

    def _help(self) -> str:
        return translate("Settings", "You are told on each of these days")

    def _show(self, _name: str = "") -> None:
        """Wherever it was chosen; but what is being typed here is not written anew."""
        now = self._screen.choices.now
        self._whose.choose("own" if now.lead_days else "issuer")
        if now.lead_days and now.lead_days != days_of(self._days.text()):
            self._days.setText(now.lead_days)
        for box in (*self._kinds, self._whose):
            box.setEnabled(now.notices)
        self._days.setEnabled(now.notices and bool(now.lead_days))


def days_of(text: str) -> str:
    """The numbers in order, or nothing where it is no list of days."""
    parts = [part.strip() for part in text.replace("，", ",").split(",") if part.strip()]
    if not parts or not all(part.isascii() and part.isdigit() and int(part) <= MOST_DAYS for part in parts):
        return ""
    return ", ".join(map(str, sorted({int(part) for part in parts}, reverse=True)[:MOST_NUMBERS]))
