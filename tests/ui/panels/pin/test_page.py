"""The page about PINs, on a real desk and on samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from tests import practising
from tests.practising import CLII, HK, NEW, PIN
from tests.ui import sample
from tests.ui.at_work import AtWork
from tests.ui.scenes import paint_all
from tests.ui.zones import OVERNIGHT, in_china
from tokenmgr.ui.panels.pin.page import PinPage
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.ui.conftest import MakeWindow
    from tokenmgr.ui.screen import Screen


@pytest.fixture
def work(made_home: Path, tmp_path: Path, dressed: Callable[..., None]) -> Iterator[AtWork]:
    dressed(Language.EN)
    made = AtWork(practising.copied(made_home, tmp_path / "home"))
    made.screen.choose(made.token(HK))
    made.window.open_page("pin")
    yield made
    made.close()


def words(page: QWidget) -> str:
    return "\n".join(each.accessibleName() or each.text() for each in page.findChildren(QLabel) if each.isVisible())


def button(page: QWidget, name: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.isVisible() and each.text() == name)


def test_what_happens_to_a_pin_shows_as_it_happens(work: AtWork) -> None:
    assert "No PIN has been typed for it yet" in work.words()
    work.press("Change PIN...")
    work.type("Current PIN", "wrong-one")
    work.type("New PIN", NEW)
    work.type("New PIN again", NEW)
    work.press("Change PIN")
    work.settled()
    work.press("Cancel")
    work.look_now()
    assert "No PIN has been typed" not in work.words()
    assert "of 15 tries left" in work.words()
    assert "14" in work.words()


def test_how_long_pins_are_kept_is_chosen_here_and_holds_at_once(work: AtWork) -> None:
    work.seen(QAbstractButton, "2 h").click()
    work.until(lambda: work.desk.cache.minutes == 120)
    assert work.screen.choices.now.pin_cache_minutes == 120
    work.press("Log on...")
    work.type("PIN", PIN[HK])
    work.press("Log on")
    work.until(lambda: "kept for 120 more minutes" in work.words())
    work.press("Forget this PIN")
    work.until(lambda: "not kept now" in work.words())
    assert not work.seen(QPushButton, "Forget this PIN").isEnabled()


def test_less_time_forgets_what_is_kept(work: AtWork) -> None:
    work.seen(QAbstractButton, "1 h").click()
    work.until(lambda: work.desk.cache.minutes == 60)
    work.press("Log on...")
    work.type("PIN", PIN[HK])
    work.press("Log on")
    work.until(lambda: "kept for 60 more minutes" in work.words())
    work.seen(QAbstractButton, "Off").click()
    work.until(lambda: "not kept now" in work.words())


def test_the_page_follows_the_chosen_token_and_its_abilities(work: AtWork) -> None:
    work.until(lambda: "Rules of Hongkong Post" in work.words())
    assert not [each for each in work.window.findChildren(QPushButton) if each.text() == "Set PIN as administrator..."]
    work.screen.choose(work.token(CLII))
    work.until(lambda: "Rules of CLII" in work.words())
    work.until(lambda: "at least 6 characters" in work.words())
    assert "10 wrong PINs lock the token" in work.words()
    assert "On first use the password is 111111" in work.words()
    assert work.seen(QPushButton, "Set PIN as administrator...").isVisible()


def test_a_locked_token_is_to_be_unlocked_first(
    screen: Screen, window: MakeWindow, dressed: Callable[..., None]
) -> None:
    dressed(Language.EN)
    page = window("pin", sample.locked()).page
    assert not button(page, "Change PIN...").isEnabled()
    assert "unlock it first" in words(page)
    assert button(page, "Unlock...").property("kind") == "primary"


def test_nothing_is_built_anew_where_nothing_changed(screen: Screen, window: MakeWindow) -> None:
    page = window("pin").page
    assert isinstance(page, PinPage)
    before = page.findChildren(QPushButton)
    screen.show(screen.glance._replace())
    assert page.findChildren(QPushButton) == before


def test_without_a_token_it_says_what_to_do(screen: Screen, window: MakeWindow, dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    page = window("pin", sample.empty()).page
    assert "No token is plugged in" in words(page)
    screen.show(sample.empty()._replace(loading=True))
    assert "Looking for tokens..." in words(page)
    screen.show(sample.full())
    paint_all()
    assert "Keep PINs" in words(page)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(900, 600), (1200, 748)])
def test_it_fits_in_every_language(
    screen: Screen, window: MakeWindow, dressed: Callable[..., None], language: Language, size: tuple[int, int]
) -> None:
    dressed(language)
    page = window("pin", size=size).page
    inside = page.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= page.viewport().width()


def test_today_is_over_at_midnight(window: MakeWindow, screen: Screen) -> None:
    with in_china():
        page = window("pin").page
        paint_all()
        assert "今天 18:42" in words(page)
        screen.show(sample.full()._replace(taken=sample.NOW + OVERNIGHT))
        paint_all()
        assert "11-20 18:42" in words(page)
        assert "今天" not in words(page)
