"""How long a PIN is kept, and what stands guard before it reaches a token."""

from __future__ import annotations

from tokenmgr.ui.panels.settings.pane import Pane
from tokenmgr.ui.pins.keeping import ways
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.segmented import Segmented
from tokenmgr.ui.words import translate


class Security(Pane):
    """The guard has no switches: each of its rules saves somebody a try."""

    def fill(self) -> None:
        choices = self._screen.choices
        self.heading(translate("Settings", "Keeping the PIN"))
        kept = Segmented(ways(), str(choices.now.pin_cache_minutes))
        kept.setAccessibleName(translate("Settings", "Keep the PIN for"))
        self.bound(kept, "pin_cache_minutes")
        kept.chosen.connect(lambda key: choices.choose(pin_cache_minutes=int(key)))
        self.row_below(
            translate("Settings", "Keep the PIN for"),
            translate(
                "Settings", "In memory only. It is forgotten when the token leaves, the computer sleeps, or a PIN fails"
            ),
            kept,
        )
        run = self._screen.errands.run
        self.row(
            translate("Settings", "Lock all tokens now"),
            translate("Settings", "Forgets every PIN and logs off everywhere"),
            button(translate("Settings", "Lock all"), lambda: run("lock-all"), icon="lock"),
        )
        self.heading(translate("Settings", "The guard"))
        self.paragraph(
            translate("Settings", "Every PIN passes these checks before it is sent. What is stopped here costs no try.")
        )
        for title, text in _rules():
            self.row(title, text)


def _rules() -> tuple[tuple[str, str], ...]:
    return (
        (
            translate("Settings", "Only what you just typed"),
            translate("Settings", "Nothing repeats a PIN by itself: not after a fault, a time-out or a new connection"),
        ),
        (
            translate("Settings", "The same wrong PIN only once"),
            translate("Settings", "One that this token refused is stopped until the program ends"),
        ),
        (
            translate("Settings", "Length and letters"),
            translate("Settings", "Too short, too long, full-width digits or a blank from pasting: stopped"),
        ),
        (
            translate("Settings", "Still the same token"),
            translate("Settings", "If another was plugged in while you typed, nothing is sent"),
        ),
        (
            translate("Settings", "The last try"),
            translate("Settings", "It takes a typed word to spend it"),
        ),
        (
            translate("Settings", "Written down first"),
            translate("Settings", "Each try is noted before it is made, so the number shown is never too high"),
        ),
    )
