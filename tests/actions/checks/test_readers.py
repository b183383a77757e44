"""The reader service in every state it can be in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tokenmgr.actions.checks.readers import check_readers, check_service, check_taken
from tokenmgr.system.reader_look import ReaderLook, ReaderSeen

if TYPE_CHECKING:
    from pathlib import Path

READER = ReaderSeen("SafeNet eToken 00 00", card=True)
ANSWERS = ReaderLook("answers", readers=(READER,))


def put(path: Path, text: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.mark.parametrize(
    ("state", "installed", "step"),
    [
        ("no-library", False, "install-reader-service"),
        ("not-running", False, "install-reader-service"),
        ("not-running", True, "start-reader-service"),
        ("failed", True, "start-reader-service"),
        ("denied", True, "allow-readers"),
    ],
)
def test_service_in_trouble(state: str, installed: bool, step: str, tmp_path: Path) -> None:
    if installed:
        put(tmp_path / "usr/sbin/pcscd")
    [found] = check_service(ReaderLook(state, "SCardEstablishContext 0x8010001d"), tmp_path, linux=True)
    assert (found.state, found.next_step, found.facts) == ("bad", step, (("answer", state),))
    assert found.evidence[0] == "SCardEstablishContext 0x8010001d"
    assert (str(tmp_path / "usr/sbin/pcscd") in found.evidence) == installed
    for following in (check_readers(ReaderLook(state), tmp_path, linux=True), check_taken(ReaderLook(state), tmp_path)):
        assert [each.state for each in following] == ["skipped"]


def test_elsewhere_no_files_of_linux_are_asked_for(tmp_path: Path) -> None:
    [found] = check_service(ReaderLook("not-running"), tmp_path, linux=False)
    assert found.next_step == "start-reader-service"


def test_a_service_that_waits_for_a_reader_is_not_broken(tmp_path: Path) -> None:
    """Windows' own; nobody can start it, and nobody needs to."""
    look = ReaderLook("no-reader", "SCardEstablishContext 0x8010001d")
    [service] = check_service(look, tmp_path, linux=False)
    assert (service.state, service.facts) == ("skipped", (("reason", "no-reader"),))
    [readers] = check_readers(look, tmp_path, linux=False)
    assert (readers.state, readers.next_step, readers.facts) == ("warn", "plug-in-reader", (("count", 0),))
    assert [each.state for each in check_taken(look, tmp_path)] == ["skipped"]


def test_all_is_well(tmp_path: Path) -> None:
    found = [*check_service(ANSWERS, tmp_path, linux=True), *check_readers(ANSWERS, tmp_path, linux=True)]
    found += check_taken(ANSWERS, tmp_path)
    assert [each.state for each in found] == ["ok", "ok", "ok"]
    assert dict(found[1].facts) == {"reader": READER.name, "card": "yes"}


def test_no_reader(tmp_path: Path) -> None:
    [found] = check_readers(ReaderLook("answers"), tmp_path, linux=True)
    assert (found.state, found.next_step) == ("warn", "install-reader-driver")
    put(tmp_path / "usr/lib/pcsc/drivers/ifd-ccid.bundle")
    [found] = check_readers(ReaderLook("answers"), tmp_path, linux=True)
    assert found.next_step == "plug-in-reader"


def test_a_card_that_does_not_answer(tmp_path: Path) -> None:
    look = ReaderLook("answers", readers=(ReaderSeen("One", card=True, mute=True), ReaderSeen("Two")))
    first, second = check_readers(look, tmp_path, linux=True)
    assert (first.state, first.next_step, dict(first.facts)["card"]) == ("warn", "insert-card-again", "mute")
    assert (second.state, dict(second.facts)["card"]) == ("ok", "no")


def test_a_reader_that_another_program_keeps(tmp_path: Path) -> None:
    put(tmp_path / "proc/12/comm", "scdaemon\n")
    put(tmp_path / "proc/13/comm", "bash\n")
    put(tmp_path / "proc/14/comm", "SACMonitor.exe\n")
    look = ReaderLook("answers", readers=(ReaderSeen("One", card=True, taken=True), READER))
    [found] = check_taken(look, tmp_path)
    assert (found.state, found.next_step) == ("warn", "close-other-program")
    assert found.evidence == ("One", "SACMonitor.exe", "scdaemon")
