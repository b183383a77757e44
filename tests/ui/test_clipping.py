"""Nothing is cut off: every text has the room it asks for, also where a language needs 40 % more of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from tests.ui import sample
from tests.ui.scenes import DIALOGS, SHEETS, open_dialog, paint_all
from tokenmgr.ui.widgets.page import Page
from tokenmgr.ui.widgets.text import Elided
from tokenmgr.ui.window import PAGES, SMALLEST, USUAL
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.ui.conftest import MakeWindow
    from tokenmgr.ui.window import Window

SIZES = (SMALLEST, USUAL)
SLACK = 1


class Stretched(QTranslator):
    """English, 40 % longer, with dots above so that heights show too."""

    def translate(self, _context: str, source: str, /, _comment: str | None = None, number: int = -1) -> str:
        text = source.replace("%n", str(number)) if number >= 0 else source
        return text + "ü" * max(1, len(text) * 2 // 5)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own name
        return False


@pytest.fixture
def stretched(dressed: Callable[..., None]) -> Iterator[None]:
    dressed(Language.EN)
    translator = Stretched()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def clipped(window: Window) -> list[str]:
    """Every visible text that has less room than it asks for."""
    return [
        f"{type(each).__name__} {_text(each)!r}: {each.width()} x {each.height()}"
        for each in window.findChildren(QWidget)
        if each.isVisible() and _text(each) and not _has_room(each)
    ]


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""


def _has_room(widget: QWidget) -> bool:
    if isinstance(widget, Elided):
        return widget.height() + 2 * SLACK >= QFontMetrics(widget.font()).height()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() + SLACK >= widget.heightForWidth(widget.width())
    if isinstance(widget, QPushButton | QLabel):
        wanted = widget.sizeHint()
        return widget.width() + SLACK >= wanted.width() and widget.height() + SLACK >= wanted.height() - 2
    return True


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_pages_have_room_for_longer_words(
    page: str, size: tuple[int, int], stretched: None, window: MakeWindow
) -> None:
    assert clipped(window(page, size=size)) == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("page", PAGES)
def test_pages_have_room(page: str, language: Language, dressed: Callable[..., None], window: MakeWindow) -> None:
    dressed(language)
    assert clipped(window(page, size=SMALLEST)) == []


@pytest.mark.parametrize("language", [Language.ZH_HANS, Language.EN])
@pytest.mark.parametrize("name", ["home", "tokens"])
def test_pages_are_never_wider_than_the_window(
    name: str, language: Language, dressed: Callable[..., None], window: MakeWindow
) -> None:
    dressed(language)
    shown = window(name, size=SMALLEST)
    page = shown.page
    assert isinstance(page, Page)
    inside = page.widget()
    assert inside is not None
    for width in range(900, 1261, 12):
        shown.resize(width, 640)
        paint_all()
        assert inside.width() <= page.viewport().width(), width
        assert clipped(shown) == [], width


@pytest.mark.parametrize("view", ["simple", "advanced"])
@pytest.mark.parametrize("which", ["full", "empty", "locked"])
def test_tokens_have_room(which: str, view: str, stretched: None, window: MakeWindow) -> None:
    shown = window("tokens", getattr(sample, which)(), size=SMALLEST)
    shown.screen.choices.choose(view=view)
    assert clipped(shown) == []


@pytest.mark.parametrize("dialog", [*DIALOGS, *SHEETS])
def test_dialogs_have_room_for_longer_words(dialog: str, stretched: None, window: MakeWindow) -> None:
    shown = window("home", size=SMALLEST)
    open_dialog(shown, dialog)
    assert clipped(shown) == []


@pytest.mark.parametrize("dialog", [*DIALOGS, *SHEETS])
def test_dialogs_have_room(dialog: str, window: MakeWindow) -> None:
    shown = window("home", size=SMALLEST)
    open_dialog(shown, dialog)
    assert clipped(shown) == []


def test_what_is_clipped_is_found(window: MakeWindow) -> None:
    shown = window("home")
    narrow = QLabel("far too long for this", shown)
    narrow.setFixedWidth(20)
    narrow.show()
    assert any("far too long" in each for each in clipped(shown))
