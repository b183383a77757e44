"""Adding a module: nothing is loaded before the yes, and the yes is to what was seen."""

from __future__ import annotations

import hashlib
import shutil
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.beds import shim as shim_bed
from tests.beds.shim import Shim
from tests.beds.softhsm import SoftHsm
from tokenmgr.ui.dialogs import add_module
from tokenmgr.ui.dialogs.add_module import Looked
from tokenmgr.ui.screen import Message

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.at_work import AtWork

FILE = "File of the module"


@pytest.fixture
def shim(tmp_path: Path) -> Shim:
    if why := shim_bed.available():
        pytest.skip(why)
    hsm = SoftHsm(tmp_path / "hsm")
    hsm.add_token("card", "123456", "87654321")
    return Shim(hsm, tmp_path / "shim")


@pytest.fixture
def own(tmp_path: Path, shim: Shim, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, value in shim.env.items():
        monkeypatch.setenv(name, value)
    tmp_path.chmod(0o700)
    path = tmp_path / "own.so"
    shutil.copy(shim.module, path)
    path.chmod(0o644)
    return path


def enter(work: AtWork, path: Path | str) -> None:
    work.screen.errands.run("add-module")
    work.seen(QLineEdit, FILE).setText(str(path))


def agreed(tmp_path: Path) -> bool:
    return (tmp_path / "home" / "modules.json").exists()


def test_from_a_file_to_tokens(work: AtWork, own: Path, tmp_path: Path) -> None:
    enter(work, own)
    work.press("Check the file")
    work.until(lambda: "The file fits" in work.words())
    assert str(own) in work.words()
    assert hashlib.sha256(own.read_bytes()).hexdigest() in work.words()
    assert not agreed(tmp_path)
    work.press("Trust, add and test")
    work.until(lambda: work.sheet is None)
    said = work.said[-1]
    assert isinstance(said, Message)
    assert (said.tone, said.fact) == ("ok", "Module added, and it answers")
    assert agreed(tmp_path)
    work.until(lambda: any(not each.practice for each in work.screen.glance.tokens))


@pytest.mark.parametrize(
    ("content", "fact"), [(b"", "The module file is empty"), (b"plain text, no library", "The file is no module")]
)
def test_what_does_not_fit_says_why_and_cannot_be_agreed_to(
    content: bytes, fact: str, work: AtWork, tmp_path: Path
) -> None:
    tmp_path.chmod(0o700)
    path = tmp_path / "file.so"
    path.write_bytes(content)
    enter(work, path)
    work.press("Check the file")
    work.until(lambda: fact in work.words())
    assert "The file fits" not in work.words()
    assert not [each for each in work.window.findChildren(QPushButton) if each.text() == "Trust, add and test"]
    assert not agreed(tmp_path)


def test_a_file_changed_after_it_was_seen_is_not_agreed_to(work: AtWork, own: Path, tmp_path: Path) -> None:
    enter(work, own)
    work.press("Check the file")
    work.settled()
    with own.open("ab") as file:
        file.write(b"more")
    work.press("Trust, add and test")
    work.settled()
    assert work.sheet is not None
    work.until(lambda: "changed" in work.words().lower())
    assert not agreed(tmp_path)


def test_another_path_asks_again(work: AtWork, own: Path, tmp_path: Path) -> None:
    enter(work, own)
    work.press("Check the file")
    work.until(lambda: "The file fits" in work.words())
    work.seen(QLineEdit, FILE).setText(f"{own}x")
    assert "The file fits" not in work.words()
    work.press("Check the file")
    work.until(lambda: "cannot be read" in work.words())
    assert not agreed(tmp_path)
    work.seen(QLineEdit, FILE).clear()
    assert not work.seen(QPushButton, "Check the file").isEnabled()
    assert "Choose a file first" in work.words()


def test_the_answer_about_a_path_that_was_left_behind_does_not_count(
    work: AtWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, came = threading.Event(), threading.Event()

    def look(_desk: object, path: str) -> Looked:
        if path == "/slow.so":
            go.wait(10)
            came.set()
        return Looked(path, "00")

    monkeypatch.setattr(add_module, "_look", look)
    enter(work, "/slow.so")
    work.press("Check the file")
    work.seen(QLineEdit, FILE).setText("/quick.so")
    go.set()
    came.wait(10)
    QTest.qWait(50)
    assert "The file fits" not in work.words()
    work.press("Check the file")
    work.until(lambda: "The file fits" in work.words())
    assert "/quick.so" in work.words()
    assert "/slow.so" not in work.words()


def test_a_module_that_was_found_comes_with_its_path(work: AtWork, own: Path) -> None:
    work.screen.errands.run("add-module", about=str(own))
    assert work.seen(QLineEdit, FILE).text() == str(own)
