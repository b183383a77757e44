"""One look at the real reader service: not there, there with a card, and with a card that somebody keeps."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.beds.pcsc import PcscBed, available, numbered_card
from tokenmgr.actions.checks.readers import check_taken
from tokenmgr.system import reader_look
from tokenmgr.system.pcsc import PcscError
from tokenmgr.system.reader_look import ReaderLook, ReaderSeen, look_at_readers

ROOT = Path(__file__).parents[2]


def look(socket: str, *arguments: str) -> list[dict[str, Any]]:
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "-m", "tests.system.looking", *arguments],
        env={**os.environ, "PCSCLITE_CSOCK_NAME": socket, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    return list(json.loads(done.stdout))


@pytest.mark.skipif(bool(available()), reason=f"virtual readers: {available()}")
def test_the_real_service(tmp_path: Path) -> None:
    [nothing] = look(str(tmp_path / "nobody"))
    assert (nothing["state"], nothing["readers"]) == ("not-running", [])
    assert nothing["detail"].startswith("SCardEstablishContext 0x8010001")
    with PcscBed() as bed:
        bed.card(numbered_card(1)).plug()
        free, taken = look(bed.env()["PCSCLITE_CSOCK_NAME"], "keep")
    assert (free["state"], taken["state"]) == ("answers", "answers")
    assert [(each["card"], each["taken"]) for each in free["readers"]] == [(True, False), (False, False)]
    assert [(each["card"], each["taken"]) for each in taken["readers"]] == [(True, True), (False, False)]
    seen = ReaderLook("answers", "", tuple(ReaderSeen(**each) for each in taken["readers"]))
    [finding] = check_taken(seen, tmp_path)
    assert (finding.state, finding.next_step) == ("warn", "close-other-program")


def test_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent() -> None:
        raise PcscError("load")

    monkeypatch.setattr(reader_look, "load", absent)
    assert look_at_readers() == ReaderLook("no-library")


@pytest.mark.parametrize(
    ("code", "state"), [(0x8010006A, "denied"), (0x8010001E, "not-running"), (0x80100001, "failed")]
)
def test_refusals(code: int, state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_library: object, name: str, *_: object) -> None:
        raise PcscError(name, code)

    monkeypatch.setattr(reader_look, "load", object)
    monkeypatch.setattr(reader_look, "call", refuse)
    assert look_at_readers().state == state


@pytest.mark.parametrize(
    ("system", "start", "state"),
    [("win32", 4, "not-running"), ("win32", 3, "no-reader"), ("win32", None, "no-reader"), ("linux", 3, "not-running")],
)
@pytest.mark.parametrize("code", [0x8010001D, 0x8010001E])
def test_windows_ends_its_service_with_the_last_reader(
    system: str, start: int | None, state: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tokenmgr.system.registry.machine_number", lambda _key, _name: start)
    assert reader_look._state(code, system) == state
    assert reader_look._state(0x8010006A, system) == "denied"
