"""Every section, and that each choice holds at once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton

from tokenmgr.actions.autostart import Autostart
from tokenmgr.system import autostart
from tokenmgr.ui.panels.settings.notices import days_of
from tokenmgr.ui.panels.settings.page import PANES, SettingsPage
from tokenmgr.ui.panels.settings.sizes import size_words
from tokenmgr.ui.settings_sections import SECTIONS
from tokenmgr.ui.widgets.nav import NavItem
from tokenmgr.ui.widgets.segmented import Segment
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.at_work import AtWork
    from tests.ui.conftest import MakeWindow
    from tokenmgr.ui.screen import Screen


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here starts with the computer that runs the tests."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def opened(window: MakeWindow, screen: Screen, dressed: Callable[..., None]) -> Callable[[str], SettingsPage]:
    dressed(Language.EN)
    shown = window("settings")

    def open_section(key: str) -> SettingsPage:
        screen.go("settings", key)
        page = shown.page
        assert isinstance(page, SettingsPage)
        return page

    return open_section


@pytest.fixture
def at_work(work: AtWork, tmp_path: Path) -> AtWork:
    work.screen.home = tmp_path / "home"
    work.screen.choices.choose(welcomed="1")
    return work


def box(page: SettingsPage, name: str) -> QCheckBox:
    return next(each for each in page.findChildren(QCheckBox) if each.accessibleName() == name and each.isVisible())


def segment(page: SettingsPage, text: str) -> Segment:
    return next(each for each in page.findChildren(Segment) if each.text() == text and each.isVisible())


def test_every_section_opens_by_mouse_and_by_name(opened: Callable[[str], SettingsPage]) -> None:
    assert PANES.keys() == SECTIONS.keys()
    page = opened("general")
    for item in page.findChildren(NavItem):
        item.click()
        assert item.isChecked()
    for key in SECTIONS:
        opened(key)


@pytest.mark.parametrize("key", SECTIONS)
def test_every_control_has_a_name(key: str, opened: Callable[[str], SettingsPage]) -> None:
    page = opened(key)
    controls = [
        *page.findChildren(QCheckBox),
        *page.findChildren(QPushButton),
        *page.findChildren(QComboBox),
        *page.findChildren(QLineEdit),
    ]
    nameless = [
        each for each in controls if each.isVisible() and not (each.accessibleName() or getattr(each, "text", str)())
    ]
    assert not nameless


def test_theme_and_language(opened: Callable[[str], SettingsPage], screen: Screen) -> None:
    page = opened("general")
    segment(page, "Dark").click()
    assert screen.choices.now.theme == "dark"
    language = next(each for each in page.findChildren(QComboBox) if each.isVisible())
    language.setCurrentIndex(language.findData("zh-Hant"))
    language.activated.emit(language.currentIndex())
    assert screen.choices.now.language == "zh-Hant"
    assert [language.itemText(row) for row in range(1, 4)] == ["简体中文", "繁體中文", "English"]


@pytest.mark.skipif(sys.platform != "linux", reason="the entry is a file on Linux")
def test_starting_with_the_computer_is_as_the_system_has_it(
    screen: Screen, opened: Callable[[str], SettingsPage]
) -> None:
    page = opened("general")
    start = box(page, "Start with the computer")
    until(start.isEnabled)
    assert not start.isChecked()
    start.click()
    until(autostart.is_on)
    Autostart(screen.changes).turn_off()
    opened("about")
    opened("general")
    until(lambda: not start.isChecked())


def until(fits: Callable[[], object]) -> None:
    for _ in range(4000):
        if fits():
            return
        QTest.qWait(5)
    raise AssertionError("nothing came of it")


def test_tray_and_mini_window(opened: Callable[[str], SettingsPage], screen: Screen) -> None:
    page = opened("general")
    box(page, "Stay in the tray").click()
    box(page, "Mini window").click()
    assert (screen.choices.now.tray, screen.choices.now.mini) == (False, True)


def test_keeping_a_pin_reaches_the_cache(at_work: AtWork) -> None:
    at_work.screen.go("settings", "security")
    at_work.seen(Segment, "1.5 h").click()
    assert at_work.screen.choices.now.pin_cache_minutes == 90
    at_work.until(lambda: at_work.desk.cache.minutes == 90)
    at_work.seen(Segment, "Off").click()
    at_work.until(lambda: at_work.desk.cache.minutes == 0)


def test_notices_rest_on_one_switch(opened: Callable[[str], SettingsPage], screen: Screen) -> None:
    page = opened("notices")
    box(page, "Wrong PINs from other programs").click()
    assert not screen.choices.now.notice_misses
    box(page, "Show notifications").click()
    assert not screen.choices.now.notices
    assert not box(page, "Certificates that expire").isEnabled()


def test_days_of_ones_own(opened: Callable[[str], SettingsPage], screen: Screen) -> None:
    page = opened("notices")
    field = next(each for each in page.findChildren(QLineEdit) if each.isVisible())
    assert not field.isEnabled()
    segment(page, "My own").click()
    assert screen.choices.now.lead_days == "60, 30, 14, 7, 1"
    field.clear()
    QTest.keyClicks(field, "7,90")
    assert screen.choices.now.lead_days == "60, 30, 14, 7, 1"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert screen.choices.now.lead_days == "90, 7"
    QTest.keyClicks(field, "x")
    assert screen.choices.now.lead_days == "90, 7"
    assert [each for each in page.findChildren(QLabel) if each.text().startswith("Whole numbers")]
    segment(page, "As the issuer says").click()
    assert screen.choices.now.lead_days == ""


@pytest.mark.parametrize(
    ("section", "name", "title"),
    [
        ("general", "tray", "Stay in the tray"),
        ("general", "mini", "Mini window"),
        ("notices", "notices", "Show notifications"),
        ("notices", "notice_arrivals", "Tokens that come and leave"),
        ("notices", "notice_expiry", "Certificates that expire"),
        ("notices", "notice_misses", "Wrong PINs from other programs"),
        ("log", "log", "Keep a log"),
    ],
)
def test_a_switch_shows_what_was_chosen_elsewhere(
    opened: Callable[[str], SettingsPage], screen: Screen, section: str, name: str, title: str
) -> None:
    page = opened(section)
    before = box(page, title).isChecked()
    screen.choices.choose(**{name: not before})
    assert box(page, title).isChecked() is not before


def test_ways_show_what_was_chosen_elsewhere(opened: Callable[[str], SettingsPage], screen: Screen) -> None:
    page = opened("security")
    screen.choices.choose(pin_cache_minutes=120)
    assert segment(page, "2 h").isChecked()
    page = opened("general")
    screen.choices.choose(theme="dark")
    assert segment(page, "Dark").isChecked()


def test_notices_chosen_elsewhere(opened: Callable[[str], SettingsPage], screen: Screen) -> None:
    page = opened("notices")
    field = next(each for each in page.findChildren(QLineEdit) if each.isVisible())
    screen.choices.choose(lead_days="14, 2")
    assert (field.text(), field.isEnabled(), segment(page, "My own").isChecked()) == ("14, 2", True, True)
    screen.choices.choose(lead_days="", notices=False)
    assert (field.isEnabled(), segment(page, "As the issuer says").isChecked()) == (False, True)
    assert not box(page, "Certificates that expire").isEnabled()


@pytest.mark.parametrize(
    ("text", "days"), [("1，2", "2, 1"), ("", ""), ("4000", ""), ("-1", ""), ("٣", ""), ("7,7,", "7")]
)
def test_what_is_a_list_of_days(text: str, days: str) -> None:
    assert days_of(text) == days


def test_about_says_the_version_and_has_no_dead_button(opened: Callable[[str], SettingsPage]) -> None:
    from tokenmgr import __version__

    page = opened("about")

    def texts() -> list[str]:
        return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]

    assert __version__ in texts()
    until(lambda: any("without an update address" in text for text in texts()))
    assert not [each for each in page.findChildren(QPushButton) if "pdate" in each.text()]


def test_the_log_is_shown_taken_along_and_cleared(at_work: AtWork, tmp_path: Path) -> None:
    from tokenmgr.places import Places
    from tokenmgr.system.journal import Journal

    where = Places(tmp_path / "home", at_work.screen.resources)
    Journal(where.journal, on=True).write("started", system="linux")
    at_work.screen.go("settings", "log")
    at_work.until(lambda: "bytes" in at_work.words())
    from tokenmgr.ui.panels.settings.log import Log

    pane = at_work.window.page.findChildren(Log)[0]
    pane.export(tmp_path / "log.txt")
    at_work.until(lambda: at_work.said)
    assert '"code": "started"' in (tmp_path / "log.txt").read_text("utf-8")
    at_work.press("Clear")
    at_work.until(lambda: "Nothing" in at_work.words())
    at_work.seen(QCheckBox, "Keep a log").click()
    assert at_work.screen.choices.now.log


def test_modules_are_listed_as_in_doctor(at_work: AtWork) -> None:
    from tokenmgr.ui.module_list import ModuleList

    at_work.screen.go("settings", "modules")
    assert at_work.window.page.findChildren(ModuleList)


def test_sizes(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    assert [size_words(size) for size in (1, 999, 8300, 2_500_000)] == ["1 byte", "999 bytes", "8.3 kB", "2.5 MB"]
