"""What every sheet has from which something dies: what it is stands first, then the number's end, then the PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.pin import PinKind
from tokenmgr.ui.ask import FilledAsk
from tokenmgr.ui.dialogs.tail_field import TailField
from tokenmgr.ui.pins.sheet import PinSheet
from tokenmgr.ui.sheet import Trouble
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.ui.screen import Screen


class DeletingSheet(PinSheet):
    """Subclasses put what dies into `fields`, then ask for leave; `unchosen` says what is missing before that."""

    def __init__(self, screen: Screen, shown: TokenGlance, title: str, meaning: str) -> None:
        super().__init__(screen, title, shown.id)
        fact = translate("TokenDialogs", "What is deleted cannot be brought back")
        self.fields.addWidget(Trouble(fact, meaning))

    def ask_for_leave(self, shown: TokenGlance) -> None:
        """Below what dies."""
        self._tail = TailField(shown.id, self.refresh)
        self.fields.addWidget(self._tail)
        self.add_entry()
        self.foot_form()
        self.refresh()
        self.ask_the_token()

    def showEvent(self, event: QShowEvent) -> None:
        """What dies is agreed to before a PIN is typed."""
        super().showEvent(event)
        self._tail.setFocus()

    def foot_form(self) -> None:
        """Cancel, and the end of it."""
        self.foot(translate("TokenDialogs", "Delete"), self.send, "danger")

    def unchosen(self) -> str:
        """What is missing before anything else."""
        return ""

    def reason(self) -> str:
        """The first thing that is missing."""
        if unchosen := self.unchosen():
            return unchosen
        if not self._tail.agreed:
            return translate("TokenDialogs", "Type the number's end")
        if self.entry is not None and not self.entry.text:
            return translate("TokenDialogs", "Type the PIN")
        return ""

    def answers(self, *, confirm_last: bool) -> Callable[[], FilledAsk]:
        """For the worker, which asks no widget: what was typed, for as often as the token is opened."""
        typed = self.entry.text if self.entry is not None else ""
        return lambda: FilledAsk({PinKind.USER: typed}, confirm_last=confirm_last)
