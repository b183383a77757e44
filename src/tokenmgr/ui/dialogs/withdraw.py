"""Withdraw the consent: what stops, and whether what is kept here goes too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.autostart import Autostart
from tokenmgr.model.errors import FileUnreadable
from tokenmgr.places import Places
from tokenmgr.ui.dialogs.erase import not_ready_words
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.switching import when_switched
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.widgets.tick import Tick
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.model.errors import TokenError
    from tokenmgr.session.desk import Desk
    from tokenmgr.ui.screen import Screen


class WithdrawSheet(Sheet):
    """Afterwards the program ends, and asks again at its next start."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, translate("Privacy", "Withdraw consent"))
        self._owner = screen
        for text in _stops():
            self.body.addWidget(Text(f"-  {text}", wrap=True))
        self.body.addSpacing(8)
        self._all = Tick(translate("Privacy", "Also delete everything this program keeps on this computer"))
        when_switched(self._all.box, lambda _on: self._explain())
        self.body.addWidget(self._all)
        self._what = Text("", "second", "text2", wrap=True)
        self.body.addWidget(self._what)
        self.foot(translate("Privacy", "Withdraw and quit"), self._go, kind="danger")
        self._explain()

    def _explain(self) -> None:
        self._what.say(
            translate(
                "Privacy",
                "History, names, tokens seen before, the count of tries, the log and practice tokens. "
                "Your tokens themselves are not touched.",
            )
            if self._all.box.isChecked()
            else translate("Privacy", "What is kept stays where it is until you delete it.")
        )
        self.settle()

    def _go(self) -> None:
        """The choices first: what is told of them is kept, and so has to be there before everything is deleted."""
        if self.working:
            return
        desk, home, entry = self._owner.desk, self._owner.home, Autostart(self._owner.changes)
        everything = self._all.box.isChecked()
        if everything and (desk is None or home is None):
            self.show_trouble(*not_ready_words())
            return
        self.clear_trouble()
        self._withdrawn = True
        self._owner.choices.choose(welcomed="", notices=False, log=False, mini=False, updates=False)
        resources = self._owner.resources
        self.carry_out(
            lambda: _withdraw(entry, desk, home, resources, everything=everything),
            lambda _nothing: self.accept(),
            self._not_all,
        )

    def _not_all(self, error: TokenError) -> None:
        self.tell(error)
        self.cancel.setText(translate("Privacy", "Quit"))

    _withdrawn = False

    def done(self, result: int) -> None:
        """Once it is withdrawn there is only the way out, even where not everything could be deleted."""
        super().done(result)
        if self._withdrawn:
            self._owner.quit_wanted.emit()


def _stops() -> tuple[str, ...]:
    return (
        translate("Privacy", "The program lets go of every token, forgets PINs, and ends."),
        translate("Privacy", "It does not start with the computer any more; notifications and the log are off."),
        translate("Privacy", "At its next start it asks again; until you agree, nothing else can be done in it."),
        translate("Privacy", "Your tokens and other programs go on as before. Nothing was ever sent to anybody."),
    )


def _withdraw(entry: Autostart, desk: Desk | None, home: Path | None, resources: Path, *, everything: bool) -> None:
    from tokenmgr.actions.keepings import erase_all

    try:
        entry.turn_off()
        if everything and desk is not None and home is not None:
            erase_all(desk, Places(home, resources))
    except OSError as error:
        raise FileUnreadable(error.filename or "", error.strerror or type(error).__name__) from None
