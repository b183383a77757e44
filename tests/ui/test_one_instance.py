"""One window a user: starts in real processes, some at the same instant, some after one that was killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.ui import sample
from tokenmgr.actions.glance import Glance
from tokenmgr.ui import words
from tokenmgr.ui.agreed_texts import VERSION
from tokenmgr.ui.dialogs import bring_in
from tokenmgr.ui.one_instance import OneInstance, Wish, fulfil, meeting_place, wish_of
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tokenmgr.ui.screen import Message, Screen

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from tokenmgr.ui.one_instance import OneInstance
one = OneInstance(Path(sys.argv[1]))
if not one.first():
    print("taken" if one.hand_over(sys.argv[2:]) else "nobody", flush=True)
    sys.exit(0)
application = QCoreApplication([])
one.asked.connect(lambda wish: print("asked", tuple(wish), flush=True))
one.listen()
print("first", flush=True)
application.exec()
"""
Process = subprocess.Popen[str]


class Starts:
    """Starts of the program under one user's home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._all: list[Process] = []
        self._env = {**os.environ, "XDG_RUNTIME_DIR": str(home / "run")}

    def __call__(self, *words: str) -> Process:
        command = [sys.executable, "-c", START, str(self.home), *words]
        self._all.append(subprocess.Popen(command, env=self._env, stdout=subprocess.PIPE, text=True, cwd=self.home))
        return self._all[-1]

    def end(self) -> None:
        for process in self._all:
            process.kill()
            process.communicate()


def line(process: Process) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Starts]:
    (tmp_path / "run").mkdir(mode=0o700)
    made = Starts(tmp_path)
    yield made
    made.end()


def test_second_start_hands_over_and_ends(start: Starts) -> None:
    first = start()
    assert line(first) == "first"
    second = start("doctor")
    assert line(second) == "taken"
    assert second.wait(5) == 0
    assert line(first) == "asked ('doctor', '')"


def test_file_is_found_from_another_folder(start: Starts) -> None:
    first = start()
    assert line(first) == "first"
    assert line(start("mine.cer")) == "taken"
    assert line(first) == f"asked ('', '{start.home / 'mine.cer'}')"


def test_killed_first_leaves_nothing_in_the_way(start: Starts) -> None:
    first = start()
    assert line(first) == "first"
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    assert list(start.home.rglob("window-*"))  # its socket is still there
    again = start()
    assert line(again) == "first"
    assert line(start()) == "taken"
    assert line(again) == "asked ('', '')"


def test_starts_at_the_same_instant_make_one_window(start: Starts) -> None:
    said = [line(each) for each in [start() for _ in range(6)]]
    assert sorted(said) == ["first"] + 5 * ["taken"]


def test_nobody_else_may_come_in(start: Starts) -> None:
    assert line(start()) == "first"
    folder = start.home / "run" / "tokenmgr"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert all(each.stat().st_mode & 0o077 == 0 for each in folder.iterdir())


def test_other_home_is_another_program(start: Starts, tmp_path: Path) -> None:
    assert line(start()) == "first"
    start.home = tmp_path / "other"
    start.home.mkdir()
    assert line(start()) == "first"


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        (["certificates"], Wish(page="certificates")),
        (["show"], Wish()),
        (["lock-all"], Wish()),
        (["quit"], Wish()),
        (["delete"], Wish()),
        (["change-pin"], Wish()),
        (["--import", "a.cer"], Wish(file="/here/a.cer")),
        (["/etc/passwd"], Wish()),
        (["tokenmgr:doctor"], Wish(page="doctor")),
        (["TOKENMGR://Doctor/"], Wish(page="doctor")),
        (["tokenmgr:quit"], Wish()),
        (["tokenmgr:change-pin"], Wish()),
        (["tokenmgr:/etc/passwd"], Wish()),
        (["file:///tmp/my%20card.cer"], Wish(file="/tmp/my card.cer")),
        (["https://example.org/x.cer"], Wish(file="/here/https:/example.org/x.cer")),
    ],
)
def test_words_only_ever_open_something(words: list[str], wish: Wish) -> None:
    assert wish_of(words, "/here") == wish


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\n",
        b"rubbish\n",
        b"[1]\n",
        b'{"page": "quit", "file": "", "permit": ""}\n',
        b"[" * 5000 + b"\n",
        b"x" * 99999,
    ],
)
def test_rubbish_only_brings_the_window(
    tmp_path: Path, message: bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    one = OneInstance(tmp_path)
    assert one.first()
    one.listen()
    asked: list[Wish] = []
    one.asked.connect(asked.append)
    address = next(each for each in tmp_path.rglob("window-*") if each.is_socket())
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(str(address))
        caller.sendall(message)
        qtbot.wait(50)
    assert asked in ([], [Wish()])
    one.close()


def test_folder_that_others_can_enter_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_to_all = tmp_path / "run"
    (open_to_all / "tokenmgr").mkdir(parents=True)
    (open_to_all / "tokenmgr").chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(open_to_all))
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    assert meeting_place(home) == home


def test_long_paths_meet_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    place = meeting_place(tmp_path / ("x" * 120))
    assert len(str(place)) < 80


def test_wish_shows_the_window_then_the_page(screen: Screen) -> None:
    screen.choices.choose(welcomed=VERSION)
    seen: list[str] = []
    screen.window_wanted.connect(lambda: seen.append("window"))
    screen.page_wanted.connect(lambda page, _about: seen.append(page))
    fulfil(screen, Wish(page="doctor"))
    screen.busy = True
    fulfil(screen, Wish(page="history"))
    assert seen == ["window", "doctor", "window"]


@pytest.fixture
def imports(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the sheet for importing was opened with."""
    found: list[object] = []
    monkeypatch.setattr(bring_in, "open_bring_in", lambda _screen, token, about: found.append((token, about)))
    return found


FILE = Wish(file="/here/mine.cer")


def test_file_goes_to_the_token_that_is_here(screen: Screen, imports: list[object]) -> None:
    screen.choices.choose(welcomed=VERSION)
    fulfil(screen, FILE)
    assert screen.token is not None
    assert imports == [(screen.token.id, Path(FILE.file))]


def test_file_waits_until_it_is_known_which_tokens_are_here(screen: Screen, imports: list[object]) -> None:
    screen.choices.choose(welcomed=VERSION)
    whole = screen.glance
    screen.show(Glance(whole.taken, loading=True))
    fulfil(screen, FILE)
    assert imports == []
    screen.show(whole)
    screen.show(whole)
    assert len(imports) == 1


def test_wish_waits_for_the_welcome(screen: Screen, imports: list[object]) -> None:
    pages: list[str] = []
    screen.page_wanted.connect(lambda page, _about: pages.append(page))
    screen.busy = True
    fulfil(screen, FILE)
    fulfil(screen, Wish(page="doctor"))
    screen.choices.choose(theme="dark")
    assert (imports, pages) == ([], [])
    screen.busy = False  # the person has agreed
    screen.choices.choose(welcomed=VERSION)
    assert (len(imports), pages) == (1, ["doctor"])


def test_file_without_a_token_says_what_to_do(screen: Screen, imports: list[object]) -> None:
    screen.choices.choose(welcomed=VERSION, language="en")
    words.speak(Language.EN, sample.RESOURCES / "i18n")
    said: list[Message] = []
    screen.said.connect(said.append)
    screen.show(Glance(screen.glance.taken))
    fulfil(screen, FILE)
    assert imports == []
    assert [(each.fact, each.consequence) for each in said] == [
        ("Plug in the token that the file should go onto", "Then open it once more: mine.cer")
    ]
