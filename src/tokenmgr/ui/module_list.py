"""The vendors' modules and what can be done with each: in Doctor and in Settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.model.module import ModuleState
from tokenmgr.ui.error_words import say_trouble
from tokenmgr.ui.frames import Spread
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.screen import Message
from tokenmgr.ui.widgets.buttons import button, icon_button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.chip import Chip
from tokenmgr.ui.widgets.lines import Lined
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Elided, Text
from tokenmgr.ui.words import fault_words, term, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.model.errors import TokenError
    from tokenmgr.model.module import ModuleStatus
    from tokenmgr.session.desk import Desk
    from tokenmgr.ui.bridge import Job
    from tokenmgr.ui.screen import Screen

CHIPS = {
    ModuleState.READY: ("check", "plain"),
    ModuleState.DISABLED: ("minus", "plain"),
    ModuleState.NEEDS_CONSENT: ("help", "warn"),
    ModuleState.UNFIT: ("octagon", "bad"),
    ModuleState.UNTRUSTED: ("octagon", "bad"),
    ModuleState.FAILED: ("octagon", "bad"),
    ModuleState.SET_ASIDE: ("triangle", "bad"),
}
WORKING = frozenset({ModuleState.READY, ModuleState.FAILED, ModuleState.SET_ASIDE})


class ModuleList(QWidget):
    """Asked anew by `reload`; every wish runs elsewhere and ends in a new list."""

    def __init__(self, screen: Screen, *, framed: bool = True) -> None:
        super().__init__()
        self._screen = screen
        self._job: Job | None = None
        self._spread = Spread(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Text(translate("Doctor", "Vendor modules"), "section"))
        self._note = Text("", "second", "text2")
        head.addWidget(self._note)
        head.addStretch(1)
        head.addWidget(icon_button("refresh", translate("Doctor", "Ask the modules again"), self.reload, 14))
        add = button(translate("Doctor", "Add a module..."), lambda: screen.errands.run("add-module"), icon="plus")
        head.addWidget(add)
        column.addLayout(head)
        self._card = Card() if framed else Bare()
        column.addWidget(self._card)
        self._card.hide()

    def reload(self) -> None:
        """Ask each module how it is. They may take their time."""
        desk = self._screen.desk
        if desk is None:
            self._note.say(translate("Doctor", "Still starting"))
            return
        self._note.say(translate("Doctor", "Asking the modules..."))
        if self._job is not None:
            self._job.stop()  # what it finds is old already
        self._job = self._screen.bridge.run(desk.modules.status, self.show_modules, self._failed, self)

    def show_modules(self, modules: Sequence[ModuleStatus]) -> None:
        """These."""
        self._note.say("")
        self._card.show()
        self._spread.forget()
        clear(self._card.column)
        for module in modules:
            self._spread.add(lambda module=module: self._add_row(module))  # type: ignore[misc]
        if not modules:
            words = translate(
                "Doctor", "No vendor module is known. Install the driver of your token, or add its module."
            )
            none = Text(words, role="text2", wrap=True)
            none.setContentsMargins(16, 14, 16, 14)
            self._card.column.addWidget(none)

    def _add_row(self, module: ModuleStatus) -> None:
        row = ModuleRow(module, self)
        row.be_first(not self._card.column.count())
        self._card.column.addWidget(row)
        row.show()  # now, where the time is taken that laying out costs; Qt would do it later

    def test(self, module: ModuleStatus) -> None:
        """Load it and see whether it answers."""

        def tell(status: ModuleStatus) -> None:
            ready = status.state is ModuleState.READY
            fact = (
                translate("Doctor", "The module answers")
                if ready
                else translate("Doctor", "The module does not answer")
            )
            said = health_words(status)
            self._screen.say(Message("ok" if ready else "bad", fact, said, seconds=8 if ready else 0))

        self._do(lambda desk: desk.modules.test(module.path), tell)

    def restart(self, module: ModuleStatus) -> None:
        """Use it again."""
        self._do(lambda desk: desk.modules.restart(module.path))

    def switch(self, module: ModuleStatus, *, on: bool) -> None:
        """With effect at once."""
        from tokenmgr.actions.modules import switch_off, switch_on

        self._do(lambda desk: (switch_on if on else switch_off)(desk, module.path))

    def remove(self, module: ModuleStatus) -> None:
        """Its agreement is taken back; the file stays where it is."""
        from tokenmgr.actions.modules import take_back

        fact = translate("Doctor", "Module removed from the list")
        text = translate("Doctor", "Its file is still there; nothing of the vendor's was changed.")
        done = Message("ok", fact, text, seconds=8)
        self._do(lambda desk: take_back(desk, module.path), lambda _gone: self._screen.say(done))

    def agree(self, module: ModuleStatus) -> None:
        """Asks first."""
        self._screen.errands.run("add-module", about=module.path)

    def _do(self, wish: Callable[[Desk], object], done: Callable[..., object] = lambda _result: None) -> None:
        desk = self._screen.desk
        if desk is None:
            return

        def finish(result: object) -> None:
            done(result)
            self.reload()
            self._screen.look_again()

        self._note.say(translate("Doctor", "Asking the module..."))
        self._screen.bridge.run(lambda: wish(desk), finish, self._failed, self)

    def _failed(self, error: TokenError) -> None:
        self._note.say("")
        say_trouble(self._screen, error)


class Bare(QWidget):
    """Where the list lies on a card already."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)


class ModuleRow(Lined):
    """Name and state; where it lies; how it has been doing."""

    def __init__(self, module: ModuleStatus, modules: ModuleList) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 10, 12, 10)
        line.setSpacing(12)
        line.addWidget(Icon("module", 18, "text2"))
        words = QVBoxLayout()
        words.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(8)
        name = name_of(module)
        first.addWidget(Elided(name, "strong"))
        icon, tone = CHIPS[module.state]
        first.addWidget(Chip(term(module.state), icon, tone))
        first.addStretch(1)
        words.addLayout(first)
        words.addWidget(Elided(visible(module.path), "second", "text2"))
        health = health_words(module)
        if health:
            words.addWidget(Elided(health, "second", "text2", Qt.TextElideMode.ElideRight))
        line.addLayout(words, 1)
        for text, act, kind in _acts(module, modules):
            press = button(text, act, kind=kind, small=True)
            press.setAccessibleDescription(name)
            line.addWidget(press)
        self.setAccessibleName(f"{name}, {term(module.state)}, {health}".rstrip(", "))


def _acts(module: ModuleStatus, modules: ModuleList) -> list[tuple[str, Callable[[], object], str]]:
    acts: list[tuple[str, Callable[[], object], str]] = []
    if module.state in WORKING:
        acts.append((translate("Doctor", "Test"), lambda: modules.test(module), ""))
    if module.state is ModuleState.SET_ASIDE:
        acts.append((translate("Doctor", "Use again"), lambda: modules.restart(module), ""))
    if module.state is ModuleState.DISABLED:
        acts.append((translate("Doctor", "Switch on"), lambda: modules.switch(module, on=True), ""))
    elif module.state in WORKING:
        acts.append((translate("Doctor", "Switch off"), lambda: modules.switch(module, on=False), ""))
    if module.state is ModuleState.NEEDS_CONSENT:
        acts.append((translate("Doctor", "Agree..."), lambda: modules.agree(module), ""))
    if module.origin == "user":
        acts.append((translate("Doctor", "Remove"), lambda: modules.remove(module), "danger"))
    return acts


def name_of(module: ModuleStatus) -> str:
    """As its vendor or its file calls it."""
    file = module.path.replace("\\", "/").rpartition("/")[2]
    return visible(module.name or module.description or module.vendor or file)[:80]


def health_words(module: ModuleStatus) -> str:
    """Version, load time, tokens, falls, the last error."""
    tokens, crashes, hangs = module.tokens or 0, module.crashes, module.hangs
    parts = []
    if module.version:
        parts.append(translate("Doctor", "version {version}").format(version=visible(module.version)[:40]))
    if module.load_ms is not None:
        parts.append(translate("Doctor", "loaded in {count} ms").format(count=round(module.load_ms)))
    if module.tokens is not None:
        parts.append(translate("Doctor", "%n token(s)", "", tokens))
    if crashes:
        parts.append(translate("Doctor", "crashed %n time(s)", "", crashes))
    if hangs:
        parts.append(translate("Doctor", "did not answer %n time(s)", "", hangs))
    if module.last_fault:
        parts.append(translate("Doctor", "last fault: {error}").format(error=fault_words(module.last_fault)))
    return translate("Doctor", ", ").join(parts)
