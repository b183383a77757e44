"""The reader service and its readers, and who else holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.checks.finding import Finding
from tokenmgr.system.processes import plain, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tokenmgr.system.reader_look import ReaderLook, ReaderSeen

#: Where Linux keeps the service, its driver and its door.
SERVICE = ("usr/sbin/pcscd", "usr/bin/pcscd", "usr/local/sbin/pcscd")
DOORS = ("run/pcscd/pcscd.comm", "var/run/pcscd/pcscd.comm")
DRIVERS = (
    "usr/lib/pcsc/drivers/ifd-ccid.bundle",
    "usr/lib64/pcsc/drivers/ifd-ccid.bundle",
    "usr/local/lib/pcsc/drivers/ifd-ccid.bundle",
)
#: Programs known to keep readers for themselves, by their plain names.
TAKERS = frozenset({"scdaemon", "sacmonitor", "sacsrv"})
#: States of the service in which its readers are known.
KNOWN = frozenset({"answers", "no-reader"})


def check_service(look: ReaderLook, root: Path, *, linux: bool) -> Iterator[Finding]:
    """Is it there, and does it answer?"""
    evidence = tuple(filter(None, (look.detail, *(_there(root) if linux else ()))))
    facts = (("answer", look.state),)
    if look.state == "answers":
        yield Finding("reader-service", "ok", facts, evidence)
    elif look.state == "no-reader":
        yield Finding("reader-service", "skipped", (("reason", look.state),), evidence)
    else:
        step = _step(look.state, root, linux=linux)
        repair = "reader-service" if linux and step == "start-reader-service" else ""
        yield Finding("reader-service", "bad", facts, evidence, step, repair)


def _step(state: str, root: Path, *, linux: bool) -> str:
    if state == "denied":
        return "allow-readers"
    if state == "no-library" or (linux and not _first(root, SERVICE)):
        return "install-reader-service"
    return "start-reader-service"


def _there(root: Path) -> list[str]:
    found = [_first(root, each) for each in (SERVICE, DOORS, DRIVERS)]
    return [str(path) for path in found if path]


def _first(root: Path, places: tuple[str, ...]) -> Path | None:
    return next((root / place for place in places if (root / place).exists()), None)


def check_readers(look: ReaderLook, root: Path, *, linux: bool) -> Iterator[Finding]:
    """Each reader; where there is none, whether its driver is."""
    if look.state not in KNOWN:
        yield Finding("readers", "skipped", (("reason", look.state),))
        return
    if not look.readers:
        driverless = linux and not _first(root, DRIVERS)
        step = "install-reader-driver" if driverless else "plug-in-reader"
        yield Finding("readers", "warn", (("count", 0),), (), step)
    for reader in look.readers:
        yield _check(reader)


def _check(reader: ReaderSeen) -> Finding:
    facts = (("reader", reader.name), ("card", "mute" if reader.mute else "yes" if reader.card else "no"))
    if reader.mute:
        return Finding("readers", "warn", facts, (reader.name,), "insert-card-again")
    return Finding("readers", "ok", facts, (reader.name,))


def check_taken(look: ReaderLook, root: Path) -> Iterator[Finding]:
    """PC/SC tells that a card is kept by another program, not by which; a few are known by name."""
    if look.state != "answers":
        yield Finding("reader-taken", "skipped", (("reason", look.state),))
        return
    taken = [reader.name for reader in look.readers if reader.taken]
    if not taken:
        yield Finding("reader-taken", "ok")
        return
    suspects = sorted(program for program in running(root) if plain(program) in TAKERS)
    for name in taken:
        yield Finding("reader-taken", "warn", (("reader", name),), (name, *suspects), "close-other-program")
