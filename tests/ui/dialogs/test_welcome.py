"""The first start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QPushButton

from tests.ui import sample
from tokenmgr.system import autostart
from tokenmgr.ui.agreed_texts import TEXTS, VERSION, read_text, text_names
from tokenmgr.ui.dialogs.welcome import WelcomeSheet, open_welcome
from tokenmgr.ui.scrim import Scrim
from tokenmgr.ui.widgets.tabs import Tab
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.conftest import MakeWindow
    from tokenmgr.ui.screen import Screen


@pytest.fixture
def sheet(
    window: MakeWindow, screen: Screen, dressed: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> WelcomeSheet:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    dressed(Language.EN)
    shown = window()
    open_welcome(screen)
    found = shown.findChildren(Scrim)[0].sheet
    assert isinstance(found, WelcomeSheet)
    return found


def box(sheet: WelcomeSheet, start: str) -> QCheckBox:
    return next(each for each in sheet.findChildren(QCheckBox) if each.accessibleName().startswith(start))


def begin(sheet: WelcomeSheet) -> QPushButton:
    return next(each for each in sheet.findChildren(QPushButton) if each.text() == "Begin")


def starts(reading: QPlainTextEdit, expected: str) -> bool:
    return reading.toPlainText().startswith(expected)


def until(fits: Callable[[], object]) -> None:
    for _ in range(4000):
        if fits():
            return
        QTest.qWait(5)
    raise AssertionError("nothing came of it")


def test_nothing_goes_on_without_a_yes(sheet: WelcomeSheet, screen: Screen) -> None:
    assert not begin(sheet).isEnabled()
    box(sheet, "I agree").click()
    assert begin(sheet).isEnabled()
    box(sheet, "I agree").click()
    assert not begin(sheet).isEnabled()
    assert screen.choices.now.welcomed == ""


def test_a_yes_is_kept_with_its_version(sheet: WelcomeSheet, screen: Screen) -> None:
    practised: list[bool] = []
    screen.practice_wanted.connect(practised.append)
    box(sheet, "I agree").click()
    box(sheet, "Show practice").click()
    box(sheet, "Stay in the tray").click()
    box(sheet, "Start with").click()
    begin(sheet).click()
    now = screen.choices.now
    assert (now.welcomed, now.autostart_asked, now.tray, now.practice) == (VERSION, True, False, True)
    assert practised == [True]
    assert not screen.busy
    until(autostart.is_on)


def test_what_is_not_ticked_is_not_done(sheet: WelcomeSheet, screen: Screen) -> None:
    practised: list[bool] = []
    screen.practice_wanted.connect(practised.append)
    box(sheet, "I agree").click()
    begin(sheet).click()
    QTest.qWait(50)
    assert not practised
    assert not autostart.is_on()
    assert screen.choices.now.autostart_asked


@pytest.mark.parametrize("way", ["Quit", ""])
def test_no_is_the_way_out(way: str, sheet: WelcomeSheet, screen: Screen) -> None:
    left: list[int] = []
    screen.quit_wanted.connect(lambda: left.append(1))
    if way:
        next(each for each in sheet.findChildren(QPushButton) if each.text() == way).click()
    else:
        sheet.reject()
    assert left == [1]
    assert screen.choices.now.welcomed == ""


def test_every_text_can_be_read_before_it_is_agreed_to(sheet: WelcomeSheet) -> None:
    reading = sheet.findChildren(QPlainTextEdit)[0]
    until(lambda: "In short" in reading.toPlainText())
    for tab, expected in zip(sheet.findChildren(Tab), ("In short", "User agreement", "Privacy policy"), strict=True):
        tab.click()
        until(partial(starts, reading, expected))


def test_the_language_is_chosen_here(sheet: WelcomeSheet, screen: Screen) -> None:
    language = sheet.findChildren(QComboBox)[0]
    language.setCurrentIndex(language.findData("zh-Hant"))
    language.activated.emit(language.currentIndex())
    assert screen.choices.now.language == "zh-Hant"


@pytest.mark.parametrize("name", TEXTS)
def test_the_texts_say_the_same_in_every_language(name: str, dressed: Callable[..., None]) -> None:
    read = [read_text(sample.RESOURCES, name, language.value) for language in Language]
    assert len({text.count("\n") for text in read}) == 1
    assert len({text.count("\n- ") for text in read}) == 1
    if name != "summary":
        assert all(VERSION in text.splitlines()[0] for text in read)
    assert text_names().keys() == set(TEXTS)
