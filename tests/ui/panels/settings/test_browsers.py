"""The section on browsers, over a real desk and a profile in a home of the test's own."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from tests.beds import softhsm
from tokenmgr.ui.panels.settings.browsers import Browsers
from tokenmgr.ui.panels.settings.page import SettingsPage

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


def test_no_browser_at_all(work: AtWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    work.screen.go("settings", "browsers")
    work.until(lambda: "No browser of a known kind" in work.words())
