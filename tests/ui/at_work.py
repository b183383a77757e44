"""A window over a real desk with practice tokens: real PINs, real counters, a real ledger."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget

from tests.practising import CLII, HK, NETCA
from tests.ui import sample
from tests.ui.scenes import paint_all
from tokenmgr import app
from tokenmgr.actions.glance import Glance, take
from tokenmgr.cli.wishes import Wishes
from tokenmgr.model.pin import PinKind
from tokenmgr.providers.practice.shelf import Shelf
from tokenmgr.settings import Settings
from tokenmgr.ui.bridge import Bridge
from tokenmgr.ui.choices import Choices
from tokenmgr.ui.errands import Errands
from tokenmgr.ui.pins.kept_minutes import KeptMinutes
from tokenmgr.ui.screen import Screen
from tokenmgr.ui.scrim import Scrim
from tokenmgr.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tokenmgr.model.token import TokenId
    from tokenmgr.session.desk import Desk
    from tokenmgr.ui.sheet import Sheet

W = TypeVar("W", bound=QWidget)
PATIENCE = 20_000
__all__ = ["CLII", "HK", "NETCA", "PATIENCE", "AtWork"]


class AtWork:
    """The window as a person has it before them: by names and keys, and the token's own counter behind it."""

    def __init__(self, home: Path, *, desk: Desk | None = None) -> None:
        self.desk = desk or app.build(Wishes(practice=True, home=str(home)))
        self.shelf = Shelf(home / "practice")
        self.known, self.history = self.desk.known(), self.desk.history()
        bridge = Bridge()
        nothing = Glance(datetime.now(UTC), loading=True)
        self.screen = Screen(bridge, Choices(Settings(), lambda _values: None), nothing, sample.RESOURCES)
        Errands(self.screen)
        bridge.setParent(self.screen)
        self.screen.desk = self.desk
        KeptMinutes(self.screen, self.desk.cache)
        self.screen.changes = self.desk.changes
        self.screen.look_wanted.connect(self.look)
        self.said: list[object] = []
        self.screen.said.connect(self.said.append)
        self.stumbled: list[object] = []
        bridge.stumbled.connect(self.stumbled.append)
        self.window = Window(self.screen)
        self.window.resize(1200, 748)
        self.window.show()
        self.look_now()

    def look(self) -> None:
        """Take a new glance elsewhere, as the looker does."""
        self.screen.bridge.run(lambda: take(self.desk, self.known, self.history), self.screen.show)

    def look_now(self) -> None:
        """The same, and wait until it is shown."""
        before = self.screen.glance
        self.look()
        self.until(lambda: self.screen.glance is not before)

    def token(self, serial: str) -> TokenId:
        return next(each.id for each in self.screen.glance.tokens if each.id.serial == serial)

    def tries(self, serial: str, kind: PinKind = PinKind.USER) -> int:
        """What the token itself has left."""
        return self.shelf.look(self.token(serial)).secrets[kind].left

    def run(self, errand: str, serial: str) -> Sheet:
        self.screen.errands.run(errand, self.token(serial))
        sheet = self.sheet
        assert sheet is not None
        return sheet

    @property
    def sheet(self) -> Sheet | None:
        return self.window.findChildren(Scrim)[0].sheet

    def until(self, fits: Callable[[], object], patience: int = PATIENCE) -> None:
        deadline = time.monotonic() + patience / 1000
        while not fits():
            assert time.monotonic() < deadline, "nothing came of it"
            QTest.qWait(5)
        QApplication.sendPostedEvents()  # what was just put into a layout shows by such an event
        assert not self.stumbled, self.stumbled

    def seen(self, kind: type[W], name: str) -> W:
        """The visible widget with this text or accessible name."""
        paint_all()
        place: QWidget = self.sheet or self.window
        found = [each for each in place.findChildren(kind) if each.isVisible() and name in _names(each)]
        assert found, (name, [_names(each) for each in place.findChildren(kind) if each.isVisible()])
        return found[0]

    def field(self, name: str) -> QLineEdit:
        return self.seen(QLineEdit, name)

    def type(self, name: str, text: str) -> None:
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)

    def press(self, name: str) -> None:
        button = self.seen(QPushButton, name)
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def settled(self) -> None:
        """Nothing that the sheet started is under way any more."""
        self.until(lambda: self.sheet is None or not self.sheet.working)

    def words(self) -> str:
        """Everything that can be read in the sheet, or in the window where none lies open."""
        paint_all()
        place: QWidget = self.sheet or self.window
        return "\n".join(
            each.accessibleName() or each.text() for each in place.findChildren(QLabel) if each.isVisible()
        )

    def close(self) -> None:
        sheet = self.sheet
        if sheet is not None:
            sheet.reject()
        self.window.hide()
        self.window.deleteLater()
        QApplication.sendPostedEvents()
        QTest.qWait(10)
        self.desk.close()


def _names(widget: QWidget) -> tuple[str, ...]:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return (widget.accessibleName(), text)
