"""What to do about a locked token, from wherever it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui import sample
from tests.ui.scenes import paint_all
from tokenmgr.ui.scrim import Scrim
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import MakeWindow
    from tokenmgr.ui.screen import Screen


def words(of: object) -> str:
    return "\n".join(each.accessibleName() or each.text() for each in of.findChildren(QLabel))  # type: ignore[attr-defined]


def test_a_locked_token_has_a_page_of_its_own(dressed: Callable[..., None], screen: Screen, window: MakeWindow) -> None:
    dressed(Language.EN)
    made = window("home", sample.locked())
    screen.errands.run("way-out", sample.HK)
    assert made.findChildren(Scrim)[0].sheet is None
    paint_all()
    assert "This token is locked" in words(made.page)


def test_elsewhere_a_sheet_says_it(dressed: Callable[..., None], screen: Screen, window: MakeWindow) -> None:
    dressed(Language.EN)
    made = window("home")
    screen.errands.run("way-out", sample.CLII)
    sheet = made.findChildren(Scrim)[0].sheet
    assert sheet is not None
    text = words(sheet)
    assert "1. Insert the token, open the portal" in text
    assert "Telephone: 010-68396268" in text
    assert "http://ca.clii.com.cn/xtxuserweb" in text
    copy = next(each for each in sheet.findChildren(QPushButton) if each.text() == "Copy")
    copy.click()
    assert "010-68396268" in QApplication.clipboard().text()
    sheet.reject()


def test_a_token_that_is_gone(dressed: Callable[..., None], screen: Screen, window: MakeWindow) -> None:
    made = window("home")
    screen.errands.run("way-out", sample.GONE)
    assert made.findChildren(Scrim)[0].sheet is None
