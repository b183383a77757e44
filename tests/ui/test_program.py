"""The window's program: painted before anything is asked, rebuilt in another language, and gone without a trace."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from shiboken6 import isValid

from tests import practising
from tests.practising import HK
from tests.ui.parts import part
from tokenmgr import desktop, settings
from tokenmgr.actions.glance import Glance
from tokenmgr.cli.wishes import Wishes
from tokenmgr.settings import Settings
from tokenmgr.ui import icons, theme, words
from tokenmgr.ui.agreed_texts import VERSION
from tokenmgr.ui.errands import text_of
from tokenmgr.ui.one_instance import OneInstance
from tokenmgr.ui.program import Program
from tokenmgr.ui.scrim import Scrim
from tokenmgr.ui.widgets.banner import Banner
from tokenmgr.ui.widgets.nav import NavItem
from tokenmgr.ui.window import Window
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tokenmgr.session.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
AGREED = Settings(welcomed=VERSION, language="zh-Hans", theme="light", autostart_asked=True)
PATIENCE = 10_000


class Bed:
    """The program in the test's own process; nothing but leaving is kept from it."""

    def __init__(self, home: Path, application: QApplication, qtbot: QtBot) -> None:
        self.home, self._application, self._qtbot = home, application, qtbot
        self.left: list[str] = []
        #: The desk is not built before this is set.
        self.go = threading.Event()
        self.asked = threading.Event()
        self.go.set()
        self.made: Program | None = None
        application.quit = lambda: self.left.append("left")  # type: ignore[method-assign]

    def start(
        self, kept: Settings = AGREED, *said: str, hidden: bool = False, before: Callable[[], Glance] | None = None
    ) -> Program:
        settings.write(self.home / "settings.json", kept)
        parts = desktop.parts(Wishes(home=str(self.home), practice=True), hidden=hidden)

        def build() -> Desk:
            self.asked.set()
            self.go.wait(10)
            return parts.build()

        instance = OneInstance(self.home)
        assert instance.first()
        self.made = Program(
            self._application, parts._replace(build=build, before=before or parts.before), instance, said
        )
        self.made.start()
        return self.made

    def until(self, fits: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(fits()), timeout=PATIENCE)

    def settled(self, kept: Settings = AGREED, *said: str, hidden: bool = False) -> Program:
        program = self.start(kept, *said, hidden=hidden)
        self.until(lambda: program.assistant is not None and program.screen.desk is not None)
        self.until(lambda: program.screen.glance.tokens)
        return program

    def kept(self) -> Settings:
        return settings.read(self.home / "settings.json")

    def end(self) -> None:
        self.go.set()
        del self._application.quit
        if self.made is None:
            return
        self.made._end()
        self.made.window.hide()
        self.made.window.deleteLater()
        for icon in self._application.findChildren(QSystemTrayIcon):
            icon.hide()
        self.made.screen.deleteLater()
        self.made.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def bed(
    made_home: Path,
    tmp_path: Path,
    qapp: QApplication,
    qtbot: QtBot,
    dressed: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Bed]:
    monkeypatch.setattr("tokenmgr.system.private_memory.keep_memory_private", lambda: None)
    monkeypatch.setattr("tokenmgr.providers.pkcs11.discover.discover", lambda *_place, **_more: [])
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(gc, "freeze", lambda: None)  # other tests' garbage is to be collected still
    monkeypatch.setattr(gc, "enable", lambda: None)
    made = Bed(practising.copied(made_home, tmp_path / "home"), qapp, qtbot)
    yield made
    made.end()


def test_the_window_is_painted_before_anything_is_asked(bed: Bed) -> None:
    bed.go.clear()
    program = bed.start()
    painted: list[bool] = []
    program.window.painted.connect(lambda: painted.append(bed.asked.is_set()))
    bed.until(bed.asked.is_set)
    assert painted == [False]
    assert program.window.isVisible()
    assert program.screen.glance.loading
    assert program.window.page is not None
    bed.go.set()
    bed.until(lambda: HK in {each.id.serial for each in program.screen.glance.tokens})


def test_in_another_language_the_window_is_another_at_the_same_place(bed: Bed) -> None:
    program = bed.settled()
    program.window.resize(900, 700)
    program.window.open_page("tokens")
    before = program.window
    program.screen.choices.choose(language="en")
    assert program.window is not before
    assert words.language() is Language.EN
    assert (program.window.width(), program.window.height()) == (900, 700)
    assert program.window.page.accessibleName() == "Tokens"
    assert program.window.isVisible()
    assert not before.isVisible()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert program.window in _windows()
    assert len(_windows()) == 1
    bed.until(lambda: (bed.kept().language, bed.kept().page) == ("en", "tokens"))


def _windows() -> list[Window]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, Window)]


def test_in_another_theme_everything_is_painted_anew(bed: Bed) -> None:
    program = bed.settled()
    for wanted, expected in (("dark", theme.DARK), ("light", theme.LIGHT)):
        program.screen.choices.choose(theme=wanted)
        assert theme.current() is expected
        picture = program.window.grab().toImage()
        assert picture.pixelColor(100, 600).name().upper() == expected.sidebar
    bed.until(lambda: bed.kept().theme == "light")


def test_what_is_chosen_is_in_the_history_and_where_things_stand_is_not(bed: Bed) -> None:
    program = bed.settled()
    program.screen.choices.choose(page="pin", view="advanced")
    program.screen.choices.choose(notices=False)
    desk = program.screen.desk
    assert desk is not None

    def told() -> list[object]:
        return [dict(each.facts)["setting"] for each in desk.history().every(kind="setting-changed")]

    bed.until(told)
    assert told() == ["notices"]


def test_closing_without_a_tray_quits_and_the_place_is_kept(bed: Bed) -> None:
    program = bed.settled()
    program.window.resize(900, 710)
    program.window.close()
    assert bed.left == ["left"]
    program._end()
    again = Window(program.screen)
    again.restore(bed.kept().window)
    assert (again.width(), again.height()) == (900, 710)
    again.deleteLater()


def test_leaving_waits_for_what_is_being_changed(bed: Bed) -> None:
    program = bed.settled()
    program.screen.deeds.begin()
    program.quit()
    program.quit()
    assert bed.left == []
    assert any("更改正在进行" in each.accessibleName() for each in program.window.findChildren(Banner))
    program.screen.deeds.end(well=True)
    assert bed.left == ["left"]


def test_what_went_wrong_is_to_be_read_before_leaving(bed: Bed) -> None:
    program = bed.settled()
    program.screen.deeds.begin()
    program.quit()
    program.screen.deeds.end(well=False)
    assert bed.left == []
    program.quit()
    assert bed.left == ["left"]


def test_closing_before_anything_was_built_quits_too(bed: Bed) -> None:
    program = bed.start()
    program.window.close()
    assert bed.left == ["left"]


def test_hidden_it_looks_and_shows_nothing_until_it_is_wanted(bed: Bed) -> None:
    program = bed.settled(hidden=True)
    assert not program.window.isVisible()
    program.screen.window_wanted.emit()
    assert program.window.isVisible()
    assert program.window.page is not None


def test_nothing_is_asked_before_the_person_has_agreed(bed: Bed, qtbot: QtBot) -> None:
    program = bed.start(Settings(language="en", theme="light"), hidden=True)
    bed.until(lambda: program.screen.busy)
    qtbot.wait(50)
    assert program.window.isVisible(), "hidden or not: this has to be read"
    assert not bed.asked.is_set()
    program.screen.choices.choose(welcomed=VERSION)
    bed.until(lambda: program.screen.glance.tokens)


def test_a_language_chosen_in_the_welcome_welcomes_again_in_that_language(bed: Bed) -> None:
    program = bed.start(Settings(theme="light"))
    bed.until(lambda: part(program.window, Scrim).sheet)
    for language in ("en", "zh-Hant", "zh-Hans"):
        program.screen.choices.choose(language=language)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        sheet = part(program.window, Scrim).sheet
        assert sheet is not None
        assert isValid(sheet)
        assert sheet.isVisible()
    assert bed.left == []


def test_a_start_for_a_page_opens_it(bed: Bed) -> None:
    program = bed.settled(AGREED, "doctor")
    bed.until(lambda: program.screen.choices.now.page == "doctor")
    [chosen] = [each.text() for each in program.window.findChildren(NavItem) if each.isChecked()]
    assert chosen == program.window.page.accessibleName() == text_of("doctor")


def test_a_second_start_hands_over_and_ends(bed: Bed) -> None:
    program = bed.settled(hidden=True)
    command = (sys.executable, "-m", "tokenmgr", "--home", str(bed.home), "history")
    second = subprocess.Popen(command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    bed.until(lambda: second.poll() is not None)
    assert second.returncode == 0
    bed.until(program.window.isVisible)
    assert program.screen.choices.now.page == "history"


def test_a_sheet_that_lies_open_when_the_shade_changes_stays(bed: Bed) -> None:
    program = bed.settled()
    program.screen.errands.run("rename")
    bed.until(lambda: program.screen.busy)
    before = program.window
    program.application.styleHints().colorSchemeChanged.emit(program.application.styleHints().colorScheme())
    assert program.window is before
    sheet = part(before, Scrim).sheet
    assert sheet is not None
    sheet.reject()
    program.screen.look_again()
    bed.until(lambda: program.window is not before)


def test_a_screen_of_another_scale_has_its_icons_drawn(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    program = bed.settled()
    before = program.window
    program.application.screenAdded.emit(program.application.primaryScreen())
    assert program.window is before, "there is one of that scale already"
    monkeypatch.setattr(icons, "scales", lambda: {1.0, 2.0})
    program.application.screenAdded.emit(program.application.primaryScreen())
    assert program.window is not before


def test_what_is_remembered_may_take_its_time(bed: Bed) -> None:
    let_go = threading.Event()
    program = bed.start(before=lambda: (let_go.wait(10), Glance(datetime.now(UTC), loading=True))[1])
    bed.until(lambda: program._painted)
    assert not bed.asked.is_set()
    assert not program._remembered
    let_go.set()
    bed.until(lambda: program.screen.glance.tokens)


def test_a_memory_that_fell_is_told_and_the_window_goes_on(bed: Bed) -> None:
    def fall() -> Glance:
        raise ValueError("fault")

    program = bed.start(before=fall)
    stumbled: list[object] = []
    program.bridge.stumbled.connect(stumbled.append)
    bed.until(lambda: program.screen.glance.tokens)
    assert [type(each) for each in stumbled] == [ValueError]


STARTED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tokenmgr import desktop
from tokenmgr.ui import program as room
import tokenmgr.providers.pkcs11.discover as modules
modules.discover = lambda *place, **more: []
start = room.Program.start
def started(self):
    start(self)
    def leave():
        if self.screen.glance.tokens:
            self.window.resize(1020, 720)
            self.window.open_page("pin")
            self.screen.errands.run("quit")
        else:
            QTimer.singleShot(20, leave)
    leave()
room.Program.start = started
sys.exit(desktop.window(sys.argv[1:]))
"""


def test_from_start_to_end_in_a_process_of_its_own(made_home: Path, tmp_path: Path) -> None:
    home = practising.copied(made_home, tmp_path / "home")
    settings.write(home / "settings.json", AGREED)
    command = (sys.executable, "-c", STARTED, "--home", str(home), "--practice")
    begun = time.monotonic()
    ended = subprocess.run(command, capture_output=True, timeout=30, check=False, text=True)
    assert (ended.returncode, ended.stderr.replace("This plugin does not support propagateSizeHints()\n", "")) == (
        0,
        "",
    )
    assert time.monotonic() - begun < 20
    kept = settings.read(home / "settings.json")
    assert kept.page == "pin"
    assert kept.window
