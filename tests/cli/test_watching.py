"""`token watch`: tokens pulled and plugged by another process."""

from __future__ import annotations

import json
import queue
import signal
import subprocess
import threading
from typing import TYPE_CHECKING, Any, Self

import pytest

from tests.acceptance.command import CommandLine
from tests.practising import CANCELLED, HK

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 20


class Watching:
    """`token watch` beside the test."""

    def __init__(self, run: CommandLine, *options: str) -> None:
        command = run.command(*options, "token", "watch")
        self.process = subprocess.Popen(
            command, env=run.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)

    def next(self) -> str:
        return self._lines.get(timeout=PATIENCE)

    def next_json(self) -> dict[str, Any]:
        return dict(json.loads(self.next()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGINT)
        self._reader.join(PATIENCE)
        self.errors = self.process.stderr.read() if self.process.stderr else ""
        self.process.communicate(timeout=PATIENCE)


@pytest.fixture
def run(home: Path) -> CommandLine:
    return CommandLine(home, ("--practice",))


def test_a_line_for_each_that_comes_or_goes(run: CommandLine) -> None:
    with Watching(run, "--json") as watching:
        first = [watching.next_json() for _ in range(3)]
        run("practice", "pull", HK)
        left = watching.next_json()
        run("practice", "plug", HK)
        back = watching.next_json()
    assert [row["event"] for row in first] == ["arrived"] * 3
    assert sum(len(row["certificates"]) for row in first) == 4
    assert left == {
        "event": "left",
        "serial": HK,
        "label": "e-Cert Token (practice)",
        "alias": "",
        "provider": "practice",
    }
    assert (back["event"], back["serial"], back["tries"]["at_most"]) == ("arrived", HK, 15)
    assert set(back) == set(first[0])
    assert (watching.process.returncode, watching.errors.strip()) == (CANCELLED, "")


def test_for_people(run: CommandLine) -> None:
    with Watching(run, "--language", "en") as watching:
        lines = [watching.next() for _ in range(3)]
        run("practice", "pull", HK)
        assert watching.next() == "Out: e-Cert Token (practice) ·8F21\n"
    assert any(line.startswith("In: e-Cert Token (practice) ·8F21 (1 certificates, 15/15 exact)") for line in lines)
