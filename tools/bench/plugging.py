"""From the reader's own event to the line of `token watch`; and what watching costs while nothing happens."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tools.bench.listing import command
from tools.bench.processes import family, ours, pss_megabytes, usual, wake_ups, woken
from tools.bench.report import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.beds.pcsc import PcscBed, VirtualCard

PLUGS = 15
SETTLED_SECONDS, LOOK_SECONDS = 3.0, 5.0

#: Says when PC/SC itself tells of a change; CLOCK_MONOTONIC is the same for all processes.
EVENTS = """
import time
from tokenmgr.system.readers import ReaderWatch
watch = ReaderWatch()
print("ready", flush=True)
while watch.wait():
    print(time.monotonic(), flush=True)
"""


def figures(bed: PcscBed, card: VirtualCard, module: str, home: Path, idle_minutes: float) -> Iterator[Figure]:
    """Plug and pull a virtual card while both watch."""
    env = usual(bed.env())
    card.plug()
    yield command("command certs, 4 certificates, OpenSC and a card", module, env, home, 2.5)
    watching = subprocess.Popen(
        ours(home, "token", "watch", "--json", "--module", module), stdout=subprocess.PIPE, text=True, env=env
    )
    events = subprocess.Popen([sys.executable, "-c", EVENTS], stdout=subprocess.PIPE, text=True, env=env)
    try:
        _line(events)
        _arrival(watching)
        delays = [_plug(card, events, watching) for _ in range(PLUGS)]
        print("  delays ms:", " ".join(f"{delay:.1f}" for delay in delays))
        yield Figure.at_most("card in -> watch line, after the reader's own event", statistics.median(delays), "ms", 15)
        child = family(watching.pid)[-1]
        yield Figure.at_most("memory (PSS) of the child, OpenSC and a card", pss_megabytes(child), "MB", 25)
        time.sleep(SETTLED_SECONDS)
        yield idle(watching.pid, idle_minutes)
    finally:
        for process in (watching, events):
            process.kill()
            process.communicate()


def idle(pid: int, minutes: float) -> Figure:
    """Wake-ups of the whole family a second."""
    seen, count, began = wake_ups(pid), 0, time.monotonic()
    while time.monotonic() - began < minutes * 60:
        time.sleep(LOOK_SECONDS)
        before, seen = seen, wake_ups(pid)
        count += woken(before, seen)
    rate = count / (time.monotonic() - began)
    return Figure.at_most(f"wake-ups a second, token in, idle {minutes:g} min, children too", rate, "/s", 0.05)


def _plug(card: VirtualCard, events: subprocess.Popen[str], watching: subprocess.Popen[str]) -> float:
    card.pull()
    _line(events)
    _departure(watching)
    time.sleep(0.3)
    card.plug()
    event = float(_line(events))
    _arrival(watching)
    return (time.monotonic() - event) * 1000


def _line(process: subprocess.Popen[str]) -> str:
    if process.stdout is None:
        raise RuntimeError("no pipe")
    return process.stdout.readline()


def _arrival(process: subprocess.Popen[str]) -> None:
    row = json.loads(_line(process))
    if row["event"] != "arrived" or not row["certificates"]:
        raise RuntimeError(f"unexpected: {row['event']}")


def _departure(process: subprocess.Popen[str]) -> None:
    if json.loads(_line(process))["event"] != "left":
        raise RuntimeError("not gone")
