"""`token watch`: a line for each arrival and departure, and how long after the reader's own event it came."""

from __future__ import annotations

import json
import queue
import signal
import subprocess
import threading
import time
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import pytest

from tests.acceptance.cards import LIGHT_INDUSTRY, POST, card_in, serial_of
from tests.acceptance.command import PATIENCE
from tests.acceptance.figures import Figures
from tests.beds.pcsc import numbered_card

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.acceptance.command import CommandLine
    from tests.beds.pcsc import PcscBed, VirtualCard

CANCELLED = 130


class Line(NamedTuple):
    """What was said, and when."""

    at: float
    said: dict[str, Any]


class Watching:
    """`token watch` running beside the test. A context."""

    def __init__(self, run: CommandLine) -> None:
        """Start it."""
        command = run.command("--json", "token", "watch")
        self.process = subprocess.Popen(
            command, env=run.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )
        self._lines: queue.SimpleQueue[Line] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for text in self.process.stdout:
            self._lines.put(Line(time.monotonic(), json.loads(text)))

    def next(self) -> Line:
        """The next line."""
        return self._lines.get(timeout=PATIENCE)

    def is_silent(self) -> bool:
        """Whether nothing more was said."""
        return self._lines.empty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        self.err = self.process.communicate(timeout=PATIENCE)[1]
        self._reader.join()


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Figures:
    return Figures(request.node.name, ("what", "line", "ms after the reader's event"))


def test_plug_pull_and_swap(bed: PcscBed, run: CommandLine, figures: Figures) -> None:
    post, light = (bed.card(numbered_card(number, issuer=by)) for number, by in enumerate((POST, LIGHT_INDUSTRY)))

    def expect(*steps: tuple[str, Callable[[], None], str, VirtualCard]) -> None:
        """Do everything, each step seen by the reader service; then read what was said of each."""
        moments = []
        for step in steps:
            step[1]()
            moments.append(time.monotonic())
        for (what, _act, event, card), began in zip(steps, moments, strict=True):
            line = watching.next()
            assert (line.said["event"], line.said["serial"]) == (event, serial_of(card))
            figures.add(what, event, f"{(line.at - began) * 1000:.1f}")
            if event == "arrived":
                assert [row["id"] for row in line.said["certificates"]] == ["01", "02", "03"]
                assert line.said["tries"]["at_most"] == 15

    with Watching(run) as watching:
        time.sleep(0.5)  # nothing tells that it watches; what is in when it begins is told too, so nothing hangs on it
        for again in ("plug", "plug again"):
            expect((again, post.plug, "arrived", post))
            expect(("pull", post.pull, "left", post))
        expect(("plug", post.plug, "arrived", post))
        expect(("swap", post.pull, "left", post), ("swap", light.plug, "arrived", light))
        expect(("pull", light.pull, "left", light))
        time.sleep(0.3)
        assert watching.is_silent()
    print(figures)  # noqa: T201 - for whoever looks with -s
    assert watching.process.returncode == CANCELLED, watching.err
    assert (post.verifies(), light.verifies()) == (0, 0)


def test_what_is_in_already_is_told_first(bed: PcscBed, run: CommandLine) -> None:
    post, light = card_in(bed, 0, 0, issuer=POST), card_in(bed, 1, 1, issuer=LIGHT_INDUSTRY)
    with Watching(run) as watching:
        lines = {line.said["serial"]: line.said for line in (watching.next(), watching.next())}
    assert {serial: said["profile"] for serial, said in lines.items()} == {
        serial_of(post): "hkpost-safenet",
        serial_of(light): "clii-bjca",
    }
