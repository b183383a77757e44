"""A window with sample tokens for every test of the ui: nothing behind it but values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests import practising
from tests.ui import foreign_types, sample
from tests.ui.at_work import AtWork
from tests.ui.scenes import paint_all
from tokenmgr.changes.record import Changes
from tokenmgr.session import lane
from tokenmgr.settings import Settings
from tokenmgr.ui import icons, style, theme, words
from tokenmgr.ui.bridge import Bridge
from tokenmgr.ui.choices import Choices
from tokenmgr.ui.errands import Errands
from tokenmgr.ui.screen import Screen
from tokenmgr.ui.window import Window
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.actions.glance import Glance

MakeWindow = Callable[..., Window]
foreign_types.watch()


@pytest.fixture(autouse=True)
def only_here() -> Iterator[None]:
    """This thread paints windows only as long as the test lasts: others in the same process may wait for tokens."""
    yield
    lane.let_wait()


@pytest.fixture(autouse=True)
def types_made_here() -> Iterator[None]:
    """Types of Qt made in another thread kill a program now and then."""
    foreign_types.found.clear()
    yield
    assert foreign_types.found == []


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Callable[..., None]]:
    """Give the application a language and a theme; Simplified Chinese and light where nothing is said."""
    icons.draw_from(sample.RESOURCES / "icons")

    def dress(language: Language = Language.ZH_HANS, wanted: theme.Theme = theme.LIGHT) -> None:
        words.speak(language, sample.RESOURCES / "i18n")
        style.dress(qapp, wanted, str(sample.RESOURCES / "icons"))

    qapp.setStyle("Fusion")
    dress()
    yield dress
    words.speak(Language.ZH_HANS, sample.RESOURCES / "i18n")


@pytest.fixture
def screen(dressed: Callable[..., None], tmp_path: Path) -> Screen:
    """What pages and dialogs are given; it knows the sample's tokens and has no desk."""
    bridge = Bridge()
    made = Screen(bridge, Choices(Settings(), lambda _values: None), sample.full(), sample.RESOURCES)
    bridge.setParent(made)
    Errands(made)
    made.changes = lambda: Changes(tmp_path / "changes")
    return made


@pytest.fixture
def window(screen: Screen) -> Iterator[MakeWindow]:
    """Give a window that shows a page, with the sample or with other things to show."""
    made: list[Window] = []

    def show(page: str = "home", glance: Glance | None = None, size: tuple[int, int] = (1200, 748)) -> Window:
        if glance is not None:
            screen.show(glance)
        built = Window(screen)
        built.resize(*size)
        built.open_page(page)
        built.show()
        built.activateWindow()
        QTest.qWaitForWindowActive(built)
        paint_all()
        made.append(built)
        return built

    yield show
    for each in made:
        if isValid(each):
            each.hide()
            each.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Practice tokens, made once."""
    return practising.make(tmp_path_factory.mktemp("made") / "home")


@pytest.fixture
def work(made_home: Path, tmp_path: Path, dressed: Callable[..., None]) -> Iterator[AtWork]:
    """A window in English over a real desk with practice tokens of the test's own."""
    dressed(Language.EN)
    made = AtWork(practising.copied(made_home, tmp_path / "home"))
    yield made
    made.close()
