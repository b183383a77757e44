"""The tokens page in a window, in English, as a person sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tokenmgr.ui.widgets.card import PressableCard
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import MakeWindow
    from tokenmgr.actions.glance import Glance
    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.window import Window

W = TypeVar("W", bound=QWidget)


class Seen:
    """What shows, by its words."""

    def __init__(self, window: Window, screen: Screen, ran: list[tuple[object, ...]]) -> None:
        self.window, self.screen = window, screen
        #: Errands are noted, not run.
        self.ran = ran

    def words(self) -> str:
        QApplication.processEvents()  # what is new in a layout shows a moment later
        found = (each for each in self.window.page.findChildren(QLabel) if each.isVisible())
        return "\n".join(each.accessibleName() or each.text() for each in found)

    def find(self, kind: type[W], name: str) -> W:
        QApplication.processEvents()
        found = [each for each in self.window.page.findChildren(kind) if each.isVisible() and name in _names(each)]
        assert found, (name, [_names(each) for each in self.window.page.findChildren(kind)])
        return found[0]

    def press(self, name: str) -> None:
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def press_card(self, name: str) -> None:
        QTest.mouseClick(self.find(PressableCard, name), Qt.MouseButton.LeftButton)


def _names(widget: QWidget) -> tuple[str, ...]:
    return (widget.accessibleName(), widget.text() if isinstance(widget, QAbstractButton | QLabel) else "")


@pytest.fixture
def tokens(
    dressed: Callable[..., None], screen: Screen, window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Seen]:
    """Show the page: `tokens(sample.locked())`, `tokens(view="advanced", size=(900, 600))`."""

    def show(
        glance: Glance | None = None,
        view: str = "simple",
        size: tuple[int, int] = (1200, 748),
        language: Language = Language.EN,
    ) -> Seen:
        dressed(language)
        screen.choices.choose(view=view)
        ran: list[tuple[object, ...]] = []
        monkeypatch.setattr(screen.errands, "run", lambda *asked: ran.append(asked))
        return Seen(window("tokens", glance, size), screen, ran)

    return show
