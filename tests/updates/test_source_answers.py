"""Attacks with what comes down the line: too little, too much, too slow, nonsense, and others who answer."""

from __future__ import annotations

import shutil
import threading
import time
from typing import TYPE_CHECKING

import pytest
from tuf.api.metadata import DelegatedRole, Delegations, Metadata, TargetFile, Targets

from tests.beds.publisher import Answering, House, Server, serving
from tokenmgr.model.errors import Cancelled, FileUnreadable
from tokenmgr.model.update_errors import UpdateUntrusted
from tokenmgr.updates.line import Pace
from tokenmgr.updates.news import NoNews, read_news
from tokenmgr.updates.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.updates.asking import Asker

QUICK, NEVER = 0.4, 20.0

# --- too little, too much, too slow ----------------------------------------------------------------------------------

STATEMENTS = ["timestamp.json", "2.snapshot.json", "2.targets.json", "versions.json"]


@pytest.mark.parametrize("name", STATEMENTS)
def test_half_a_file(asker: Asker, server: Server, name: str) -> None:
    def half(answering: Answering) -> None:
        data = file_of(answering).read_bytes()
        answering.give(data[: len(data) // 2])

    server.worse[name] = half
    reason, what = asker.refused()
    assert what == name
    assert reason == ("garbled" if name == "timestamp.json" else "length")


def file_of(answering: Answering) -> Path:
    return answering.server.folder / answering.path.lstrip("/")


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_line_that_breaks_off(asker: Asker, server: Server, name: str) -> None:
    def cut(answering: Answering) -> None:
        data = file_of(answering).read_bytes()
        answering.give(data[:100], len(data))
        answering.close_connection = True

    server.worse[name] = cut
    assert asker.unreachable() == "cut"


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_file_without_end(asker: Asker, server: Server, name: str) -> None:
    def endless(answering: Answering) -> None:
        answering.send_response(200)
        answering.end_headers()
        while not answering.server.over.is_set():
            answering.wfile.write(b" " * 65536)

    server.worse[name] = endless
    assert asker.refused() == ("length", name)


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_promise_of_a_huge_file(asker: Asker, server: Server, name: str) -> None:
    server.worse[name] = lambda answering: answering.give(b" " * 1_000_000, 10**15)
    assert asker.refused() == ("length", name)


def trickle(answering: Answering) -> None:
    """A byte now and then, so that no single wait is long."""
    answering.send_response(200)
    answering.send_header("Content-Length", "1000000")
    answering.end_headers()
    while not answering.server.over.wait(0.05):
        answering.wfile.write(b" ")


def trickle_head(answering: Answering) -> None:
    """The same before the answer has begun."""
    answering.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not answering.server.over.wait(0.05):
        answering.wfile.write(b"X")


def silence(answering: Answering) -> None:
    answering.server.over.wait(NEVER)


@pytest.mark.parametrize("worse", [trickle, trickle_head, silence])
def test_a_server_that_takes_its_time(asker: Asker, server: Server, worse: Callable[[Answering], None]) -> None:
    server.worse["timestamp.json"] = worse
    begun = time.monotonic()
    assert asker.unreachable(Pace(QUICK)) == "slow"
    assert time.monotonic() - begun < NEVER / 2


def test_one_who_does_not_want_it_any_more_waits_for_nobody(asker: Asker, server: Server) -> None:
    stopping = threading.Event()

    def stop(answering: Answering) -> None:
        stopping.set()
        silence(answering)

    server.worse["timestamp.json"] = stop
    with pytest.raises(Cancelled):
        asker.look(Pace(stopping=stopping))


# --- nonsense --------------------------------------------------------------------------------------------------------

NONSENSE = [
    b"",
    b"{",
    b"[]",
    b"null",
    b'"\xff\xfe"',
    b"[" * 100_00,
    b'{"signed": 1, "signatures": []}',
    b"<html>",
    b"\0" * 99,
]


@pytest.mark.parametrize("data", NONSENSE, ids=range(len(NONSENSE)))
def test_a_timestamp_that_is_none(asker: Asker, server: Server, data: bytes) -> None:
    server.worse["timestamp.json"] = lambda answering: answering.give(data)
    assert asker.refused() == ("garbled", "timestamp.json")


@pytest.mark.parametrize(
    ("name", "why"), [("2.root.json", "garbled"), ("2.snapshot.json", "length"), ("2.targets.json", "length")]
)
def test_statements_that_are_none(asker: Asker, server: Server, name: str, why: str) -> None:
    server.worse[name] = lambda answering: answering.give(b"{}")
    assert asker.refused() == (why, name)


def test_a_statement_of_another_role(asker: Asker, house: House) -> None:
    shutil.copy(house.file("2.snapshot.json"), house.file("timestamp.json"))
    assert asker.refused() == ("garbled", "timestamp.json")


def test_news_signed_but_senseless_are_no_news(asker: Asker, house: House) -> None:
    """The publisher's own mistake; it is judged where the news are read."""
    publish(house, b'{"format": 2}')
    data = Source(asker.place, asker.home, Pace()).news()
    with pytest.raises(NoNews):
        read_news(data, "stable")


def publish(house: House, news: bytes | TargetFile, targets: Targets | None = None) -> None:
    """Past the tool's own checks."""
    publisher = house.at()
    targets = targets or publisher._newest(Targets)
    given = publisher._give_out("versions.json", news) if isinstance(news, bytes) else news
    targets.targets["versions.json"] = given
    targets.version += 1
    signed = Metadata(targets)
    signed.sign(house.online["targets"])
    publisher._write(f"{targets.version}.targets.json", signed.to_bytes())
    publisher._say(targets.version, house.online)


def test_huge_news_are_not_even_asked_for(asker: Asker, house: House, server: Server) -> None:
    publish(house, b" " * 200_000)
    assert asker.refused() == ("length", "versions.json")
    assert not [path for path in server.paths() if "versions.json" in path]


def test_a_delegation_is_not_followed(asker: Asker, house: House, server: Server) -> None:
    """Our publisher has none, so nobody may slip one in to have more asked of more servers."""
    key = house.online["targets"].public_key
    role = DelegatedRole("elsewhere", [key.keyid], 1, terminating=False, paths=["*/*"])
    targets = house.at()._newest(Targets)
    targets.delegations = Delegations({key.keyid: key}, {"elsewhere": role})
    publish(house, targets.targets["versions.json"], targets)
    source = Source(asker.place, asker.home, Pace())
    with pytest.raises(UpdateUntrusted) as caught:
        source.package("some/where.deb")
    assert (caught.value.reason, caught.value.what) == ("mixed", "some/where.deb")
    assert not [path for path in server.paths() if "elsewhere" in path]


# --- who answers -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 500, 503, 206])
def test_other_answers(asker: Asker, server: Server, status: int) -> None:
    def answer(answering: Answering) -> None:
        answering.send_response(status)
        answering.send_header("Location", "http://127.0.0.1:1/elsewhere")
        answering.send_header("Content-Length", "0")
        answering.end_headers()

    server.worse["timestamp.json"] = answer
    assert asker.unreachable() == "status"


def test_a_site_with_nothing_on_it(asker: Asker, house: House) -> None:
    shutil.rmtree(house.folder)
    assert asker.unreachable() == "status"


def test_nobody_there(asker: Asker, server: Server, tmp_path: Path) -> None:
    with serving(tmp_path) as gone:
        port = gone.server_address[1]
    asker.place = asker.place._replace(metadata=f"http://127.0.0.1:{port}/")
    assert asker.unreachable() == "connect"


def test_a_folder_that_cannot_be_written(asker: Asker) -> None:
    asker.home.parent.mkdir()
    asker.home.write_text("a file where the folder should be")
    with pytest.raises((FileUnreadable, FileExistsError)):
        asker.look()


def test_what_was_kept_and_spoilt_is_fetched_anew(asker: Asker) -> None:
    asker.look()
    for path in asker.home.glob("*.json"):
        if path.name != "root.json":
            path.write_bytes(b"spoilt")
    assert asker.look() == ["0.2.0"]
