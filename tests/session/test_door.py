"""A door into a waiting process."""

from __future__ import annotations

import socket
import stat
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from tokenmgr.model.errors import TokenBusy
from tokenmgr.session.door import LONGEST, Door, call

if TYPE_CHECKING:
    from pathlib import Path


def soon() -> float:
    return time.monotonic() + 10


def in_a_thread(path: Path, row: dict[str, Any]) -> tuple[threading.Thread, list[Any]]:
    answers: list[Any] = []

    def ask() -> None:
        try:
            answers.append(call(path, row))
        except TokenBusy as busy:
            answers.append(busy)

    thread = threading.Thread(target=ask)
    thread.start()
    return thread, answers


def test_a_message_and_its_answer(tmp_path: Path) -> None:
    with Door(tmp_path / "door") as door:
        thread, answers = in_a_thread(door.path, {"new": "密码"})
        caller = door.caller(soon())
        assert caller
        assert caller.message() == {"new": "密码"}
        caller.answer({"error": None})
        thread.join()
    assert answers == [{"error": None}]
    assert not door.path.exists()


def test_its_owners_alone(tmp_path: Path) -> None:
    with Door(tmp_path / "door") as door:
        assert stat.S_IMODE(door.path.stat().st_mode) == 0o600


def test_nobody_comes(tmp_path: Path) -> None:
    with Door(tmp_path / "door") as door:
        began = time.monotonic()
        assert door.caller(began + 0.05) is None
        assert time.monotonic() - began < 5
        assert door.caller(began) is None


def test_nobody_answers(tmp_path: Path) -> None:
    with pytest.raises(TokenBusy):
        call(tmp_path / "none", {})
    with Door(tmp_path / "door") as door:
        thread, answers = in_a_thread(door.path, {})
        caller = door.caller(soon())
        assert caller
        caller._connection.close()
        thread.join(20)
    assert isinstance(answers[0], TokenBusy)


@pytest.mark.parametrize("said", [b"", b"{", b"[]\n", b"\xff\n", b"null\n", b"x" * (LONGEST + 10), b'"text"\n'])
def test_nonsense_at_the_door(tmp_path: Path, said: bytes) -> None:
    with Door(tmp_path / "door") as door:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as visitor:
            visitor.connect(str(door.path))
            visitor.sendall(said)
            visitor.shutdown(socket.SHUT_WR)
            caller = door.caller(soon())
            assert caller
            assert caller.message() is None
        caller.answer({})


def test_a_door_that_a_killed_process_left(tmp_path: Path) -> None:
    left = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    left.bind(str(tmp_path / "door"))
    left.close()
    with Door(tmp_path / "door") as door:
        thread, answers = in_a_thread(door.path, {})
        caller = door.caller(soon())
        assert caller
        caller.message()
        caller.answer({"fine": True})
        thread.join()
    assert answers == [{"fine": True}]


def test_a_folder_too_deep_for_a_socket(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["very-deep-folder"] * 10)
    deep.mkdir(parents=True)
    with Door(deep / "door") as door:
        assert len(bytes(door.path)) < 100
        assert stat.S_IMODE(door.path.parent.stat().st_mode) == 0o700
        folder = door.path.parent
    assert not folder.exists()
