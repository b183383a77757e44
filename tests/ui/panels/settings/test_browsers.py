"""The section on browsers, over a real desk and a profile in a home of the test's own."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.beds import softhsm
from tokenmgr.actions import browsers
from tokenmgr.browsers import running
from tokenmgr.model.browser_errors import BrowserProfileBroken
from tokenmgr.ui.panels.settings.browsers import Browsers
from tokenmgr.ui.panels.settings.page import SettingsPage
from tokenmgr.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.at_work import AtWork

LISTED = b"library=\nname=NSS Internal PKCS #11 Module\nparameters=\n\n"
pytestmark = pytest.mark.skipif(softhsm.module() is None, reason="SoftHSM's module is not installed")


@pytest.fixture
def firefox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile that was used before."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / ".mozilla" / "firefox" / "abc.default-esr"
    folder.mkdir(parents=True)
    (folder.parent / "profiles.ini").write_text(
        "[Profile0]\nName=default-esr\nIsRelative=1\nPath=abc.default-esr\nDefault=1\n"
    )
    (folder / "pkcs11.txt").write_bytes(LISTED)
    return folder


@pytest.fixture
def pane(work: AtWork, firefox: Path) -> Browsers:
    work.screen.go("settings", "browsers")
    work.until(lambda: "SoftHSM" in work.words())
    found = work.window.findChild(SettingsPage)
    assert found is not None
    return found.findChildren(Browsers)[0]


def buttons(pane: Browsers, text: str) -> list[QPushButton]:
    return [each for each in pane.findChildren(QPushButton) if each.text() == text and each.isVisible()]


def beside(pane: Browsers, text: str, words: str) -> QPushButton:
    return next(each for each in buttons(pane, text) if words in each.accessibleDescription())


def test_known_and_taken_out_again_to_the_byte(work: AtWork, pane: Browsers, firefox: Path) -> None:
    beside(pane, "Make it known", "SoftHSM").click()
    work.until(lambda: buttons(pane, "Take out"))
    assert b"libsofthsm2.so" in (firefox / "pkcs11.txt").read_bytes()
    work.until(lambda: "was made known to Firefox" in work.words())
    buttons(pane, "Take out")[0].click()
    work.until(lambda: not buttons(pane, "Take out"))
    assert (firefox / "pkcs11.txt").read_bytes() == LISTED
    assert work.screen.changes().standing() == []


def test_taken_back_from_the_list_of_changes(work: AtWork, pane: Browsers, firefox: Path) -> None:
    beside(pane, "Make it known", "SoftHSM").click()
    work.until(lambda: buttons(pane, "Take back"))
    buttons(pane, "Take back")[0].click()
    work.until(lambda: not buttons(pane, "Take back"))
    assert (firefox / "pkcs11.txt").read_bytes() == LISTED


HOLD = "import fcntl, sys; f = open(sys.argv[1], 'wb'); fcntl.lockf(f, 2); print('held', flush=True); sys.stdin.read()"


@pytest.fixture
def open_browser(firefox: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process has the profile, as Firefox has: a lock of our own would be none to us."""
    command = [sys.executable, "-c", HOLD, str(firefox / ".parentlock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        yield process


def test_one_that_is_open_is_waited_for(
    work: AtWork, firefox: Path, open_browser: subprocess.Popen[str], pane: Browsers
) -> None:
    wish = "Make it known when it is closed"
    beside(pane, wish, "SoftHSM").click()
    work.until(lambda: buttons(pane, "Do not wait"))
    buttons(pane, "Do not wait")[0].click()
    work.until(lambda: buttons(pane, wish))
    assert (firefox / "pkcs11.txt").read_bytes() == LISTED
    beside(pane, wish, "SoftHSM").click()
    work.until(lambda: buttons(pane, "Do not wait"))
    open_browser.communicate("")
    work.until(lambda: buttons(pane, "Take out"))
    assert b"libsofthsm2.so" in (firefox / "pkcs11.txt").read_bytes()


WISH = "Make it known when it is closed"


class Waiters:
    """Whoever waits for a browser, as long as it waits."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.here: list[threading.Event] = []
        self.closing = threading.Event()
        monkeypatch.setattr(running, "wait_closed", self._wait)

    def _wait(self, _profile: object, stop: threading.Event) -> bool:
        self.here.append(stop)
        while not (stop.wait(0.01) or self.closing.is_set()):
            pass
        return not stop.is_set()

    @property
    def waiting(self) -> int:
        return sum(not each.is_set() for each in self.here)


def test_a_look_that_was_under_way_does_not_take_the_way_to_stop(
    work: AtWork, open_browser: subprocess.Popen[str], pane: Browsers, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, came, real = threading.Event(), threading.Event(), browsers.look

    def slow(*arguments: Any) -> list[browsers.Row]:
        go.wait(10)
        found = real(*arguments)
        came.set()
        return found

    monkeypatch.setattr(browsers, "look", slow)
    Waiters(monkeypatch)
    pane.arrive()
    beside(pane, WISH, "SoftHSM").click()
    go.set()
    came.wait(10)
    QTest.qWait(50)
    assert buttons(pane, "Do not wait")
    assert not buttons(pane, WISH)
    buttons(pane, "Do not wait")[0].click()
    work.until(lambda: buttons(pane, WISH))


def test_one_wish_at_a_time_is_waited_for(
    work: AtWork,
    firefox: Path,
    open_browser: subprocess.Popen[str],
    pane: Browsers,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waiters = Waiters(monkeypatch)
    press = beside(pane, WISH, "SoftHSM")
    press.click()
    press.click()  # before it has gone
    work.until(lambda: len(waiters.here) == 2)
    assert waiters.waiting == 1
    buttons(pane, "Do not wait")[0].click()
    work.until(lambda: buttons(pane, WISH))
    assert waiters.waiting == 0
    assert (firefox / "pkcs11.txt").read_bytes() == LISTED


def test_called_off_at_the_last_moment_nothing_is_written(
    work: AtWork, firefox: Path, open_browser: subprocess.Popen[str], pane: Browsers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "wait_closed", lambda _profile, stop: stop.wait(10))  # it closed as it was called off
    beside(pane, WISH, "SoftHSM").click()
    work.until(lambda: buttons(pane, "Do not wait"))
    open_browser.communicate("")
    buttons(pane, "Do not wait")[0].click()
    work.until(lambda: buttons(pane, "Make it known") + buttons(pane, "Take out"))
    QTest.qWait(50)
    assert (firefox / "pkcs11.txt").read_bytes() == LISTED


def test_nobody_waits_for_a_page_that_is_gone(
    work: AtWork, open_browser: subprocess.Popen[str], pane: Browsers, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiters = Waiters(monkeypatch)
    beside(pane, WISH, "SoftHSM").click()
    work.until(lambda: waiters.waiting)
    work.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert waiters.waiting == 0
    work.window = Window(work.screen)


def test_a_look_that_fails_is_told_once(work: AtWork, pane: Browsers, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> list[browsers.Row]:
        raise BrowserProfileBroken("/a/pkcs11.txt", "damaged")

    monkeypatch.setattr(browsers, "look", broken)
    monkeypatch.setattr(work.desk.modules, "status", lambda: ())
    pane.arrive()
    work.until(lambda: work.said)
    QTest.qWait(100)
    assert len(work.said) == 1


def test_no_browser_at_all(work: AtWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    work.screen.go("settings", "browsers")
    work.until(lambda: "No browser of a known kind" in work.words())
