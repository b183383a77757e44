"""A disk that takes nothing more: what cannot be written down is not tried; what cannot be settled stays spent."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.session.rig import HK_PIN, SHIM_PIN, behind, truly_left, words, wrong
from tests.session.test_ledger import CARD, LIMIT, OLD_TRIGGER, USER, left, miss
from tokenmgr.model.errors import LedgerUnwritable, WrongPin
from tokenmgr.model.pin import Pin
from tokenmgr.session.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.beds.shim import Shim
    from tests.session.rig import Rig

NOBODY = 65534


@contextmanager
def full_at(size: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@pytest.mark.parametrize("size", [0, 1, 100, 511, 512, 513, 1000, 4095, 4096, 4097, 8191])
def test_a_full_disk_before_the_first_line(shim: Shim, tmp_path: Path, size: int) -> None:
    home = tmp_path / "home"
    with behind(shim, home) as rig:
        session = rig.session()
        session.tries()
        with full_at(size), pytest.raises(LedgerUnwritable) as refused:
            session.login(Pin(SHIM_PIN))
        assert refused.value.no_try_used is True
        assert (shim.calls("C_Login"), shim.tries_left("user")) == (0, 15)
        with pytest.raises(WrongPin):  # there is room again
            session.login(wrong())
        assert words(rig, session.token.id) == ["wrong"]


def test_a_disk_that_fills_up_at_any_byte(shim: Shim, tmp_path: Path) -> None:
    """With lines in it already: refused before the token, or written, sent and counted; nothing in between."""
    home, sent = tmp_path / "home", 0
    with behind(shim, home) as rig:
        session = rig.session()
        with pytest.raises(WrongPin):
            session.login(wrong())
        for number, size in enumerate(range(0, 13_000, 1000), start=1):
            with full_at(size):
                sent += reaches(session.login, wrong(number))
            assert shim.calls("C_Login") == 1 + sent
            assert rig.session().tries().at_most == shim.tries_left("user") == 14 - sent
    assert 0 < sent < 13


def reaches(login: object, pin: Pin) -> bool:
    try:
        login(pin)  # type: ignore[operator]
    except LedgerUnwritable:
        return False
    except WrongPin:
        return True
    raise AssertionError


@pytest.mark.parametrize("typed", [SHIM_PIN, wrong().text()])
def test_what_cannot_be_settled_stays_spent(
    shim: Shim, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    with behind(shim, tmp_path / "home") as rig:
        session, run = rig.session(), rig.ledger._run

        def full(query: str, values: tuple[object, ...]) -> object:
            if query.startswith("UPDATE"):
                raise sqlite3.OperationalError("database or disk is full")
            return run(query, values)

        monkeypatch.setattr(rig.ledger, "_run", full)
        if typed == SHIM_PIN:
            session.login(Pin(typed))
        else:
            with pytest.raises(WrongPin):
                session.login(Pin(typed))
        assert words(rig, session.token.id) == ["begun"]
        assert session.tries().at_most == 14 <= shim.tries_left("user")


def test_a_practice_token_on_the_same_full_disk(rig: Rig, home: Path) -> None:
    session = rig.session("P0HK8F21")
    session.tries()
    with full_at(100), pytest.raises(LedgerUnwritable):
        session.login(Pin(HK_PIN))
    assert truly_left(home, "P0HK8F21") == 15


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("older", [False, True], ids=["of now", "of a version before"])
def test_a_home_that_cannot_be_written_to_can_be_read(older: bool) -> None:
    """What the ledger knows is still shown, and no PIN is sent."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        path = home / "ledger.sqlite"
        ledger = Ledger(path)
        for _ in range(3):
            miss(ledger)
        ledger.close()
        if older:
            connection = sqlite3.connect(path)
            connection.executescript(OLD_TRIGGER)
            connection.close()
        for part, mode in (*((each, 0o444) for each in home.iterdir()), (home, 0o555)):
            part.chmod(mode)
        said = as_nobody(lambda: look_and_try(path))
        home.chmod(0o700)
        assert said == f"{LIMIT - 3} refused {LIMIT - 3}"


def look_and_try(path: Path) -> str:
    ledger = Ledger(path)
    before = left(ledger)
    try:
        miss(ledger)
    except LedgerUnwritable:
        return f"{before} refused {left(ledger)}"
    return "written"


def as_nobody(work: Callable[[], str]) -> str:
    """By somebody whom permissions stop; root they do not."""
    heard, said = os.pipe()
    child = os.fork()
    if not child:
        try:
            if os.geteuid() == 0:
                os.setuid(NOBODY)
            os.write(said, work().encode())
        finally:
            os._exit(0)
    os.close(said)
    os.waitpid(child, 0)
    with os.fdopen(heard) as answer:
        return answer.read()


def test_a_ledger_taken_away_while_open_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    ledger = Ledger(path)
    miss(ledger)
    path.unlink()
    number = ledger.begin(CARD, USER)
    other = Ledger(path)
    assert left(other) == 14
    ledger.settle(number, "right")
    assert left(other) == LIMIT
    for each in (ledger, other):
        each.close()
