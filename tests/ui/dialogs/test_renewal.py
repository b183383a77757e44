"""How to renew, in the issuer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.ui import sample
from tests.ui.at_work import CLII, AtWork
from tokenmgr.ca.errand import Way
from tokenmgr.ca.profile import LinkKind
from tokenmgr.ui.dialogs import renewal
from tokenmgr.ui.scrim import Scrim
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import MakeWindow
    from tokenmgr.ui.screen import Screen


@pytest.fixture
def opened(screen: Screen, window: MakeWindow, dressed: Callable[..., None]) -> QWidget:
    dressed(Language.EN)
    shown = window("home")
    screen.errands.run("renewal-info", sample.CLII)
    sheet = shown.findChildren(Scrim)[0].sheet
    assert sheet is not None
    return sheet


def words(place: QWidget) -> str:
    return "\n".join(each.accessibleName() or each.text() for each in place.findChildren(QLabel))


def test_the_issuers_steps_its_warning_and_its_telephone(opened: QWidget) -> None:
    said = words(opened)
    assert "confirm your data, call 010-68396268" in said
    assert "Do not renew between handing in a bid and its opening" in said
    assert "Phone: 010-68396268" in said
    assert "河北某某建设工程有限公司" in said


def test_an_address_is_opened_only_at_the_press_of_its_button(opened: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[str] = []
    monkeypatch.setattr("tokenmgr.ui.dialogs.renewal.QDesktopServices.openUrl", lambda url: went.append(url.toString()))
    portal = next(
        each for each in opened.findChildren(QPushButton) if each.accessibleName() == "Open Portal in the browser"
    )
    assert not went
    portal.click()
    assert went == ["http://ca.clii.com.cn/xtxuserweb"]


def test_data_for_the_form_can_be_copied(opened: QWidget) -> None:
    serial = next(
        each for each in opened.findChildren(QPushButton) if "certificate serial" in each.accessibleName().lower()
    )
    serial.click()
    assert QApplication.clipboard().text() == "4C1FA093AA10BB208E02"


def test_every_way_and_every_address_has_a_word(dressed: Callable[..., None]) -> None:
    assert all(renewal.way_words(way) for way in Way)
    assert all(renewal.link_words(kind) for kind in LinkKind)


def test_a_token_that_is_out_has_its_issuers_words_too(work: AtWork) -> None:
    token = work.token(CLII)
    work.shelf.pull(CLII)
    work.look_now()
    assert work.screen.glance.token(token) is None
    work.screen.errands.run("renewal-info", token)
    work.until(lambda: "Data for the form" in work.words())
    assert "010-68396268" in work.words()
    work.look_now()
    assert work.sheet is not None
