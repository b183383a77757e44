"""How long PINs are kept after they were typed, what is kept now, and how to forget it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from tokenmgr.ui.pins.keeping import ways
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.segmented import Segmented
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.ui.screen import Screen


class KeepingCard(Card):
    """A choice for all tokens; what is kept is told of this one."""

    def __init__(self, screen: Screen, shown: TokenGlance) -> None:
        super().__init__()
        self._screen, self._token = screen, shown.id
        column = QVBoxLayout()
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        self.column.addLayout(column)
        column.addWidget(Text(translate("PinPage", "Keep PINs"), "section"))
        self._ways = Segmented(ways(), str(screen.choices.now.pin_cache_minutes))
        self._ways.setAccessibleName(translate("PinPage", "Keep PINs"))
        self._ways.chosen.connect(lambda key: screen.choices.choose(pin_cache_minutes=int(key)))
        line = QHBoxLayout()
        line.addWidget(self._ways)
        line.addStretch(1)
        column.addLayout(line)
        self._now = Text("", "strong", wrap=True)
        column.addWidget(self._now)
        text = translate(
            "PinPage",
            "In this program's memory only. Forgotten when the token is removed, when a PIN fails, "
            "when the computer sleeps and when the program ends.",
        )
        column.addWidget(Text(text, "second", "text2", wrap=True))
        acts = QHBoxLayout()
        acts.setSpacing(8)
        self._forget = button(translate("PinPage", "Forget this PIN"), self._clear, icon="cross")
        acts.addWidget(self._forget)
        acts.addWidget(button(translate("PinPage", "Lock all"), lambda: screen.errands.run("lock-all"), icon="lock"))
        acts.addStretch(1)
        column.addLayout(acts)
        screen.choices.changed.connect(self._changed)
        self.show_token(shown)

    def show_token(self, shown: TokenGlance) -> None:
        """What is kept."""
        minutes = shown.unlocked_minutes
        kept = translate("PinPage", "This PIN is kept for %n more minute(s)", "", minutes)
        self._now.say(kept if minutes else translate("PinPage", "This PIN is not kept now"))
        self._forget.setEnabled(bool(minutes))

    def _clear(self) -> None:
        screen, token = self._screen, self._token

        def drop() -> None:
            if screen.desk is not None:
                screen.desk.cache.drop(token)

        screen.bridge.run(drop, lambda _nothing: screen.look_again())

    def _changed(self, name: str) -> None:
        if name == "pin_cache_minutes":
            self._ways.choose(str(self._screen.choices.now.pin_cache_minutes))
