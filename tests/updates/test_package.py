"""A package in the user's folder: whole and as it was signed, or no trace of it."""

from __future__ import annotations

import os
import stat
import threading
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.beds.publisher import PACKAGE, Answering, Server
from tests.updates.asking import DEB, Asker
from tokenmgr.model.errors import Cancelled, FileUnreadable
from tokenmgr.model.update_errors import UpdateUnreachable, UpdateUntrusted
from tokenmgr.updates.line import Pace
from tokenmgr.updates.package import bring
from tokenmgr.updates.source import Package, Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def package(asker: Asker) -> Package:
    return Source(asker.place, asker.home, Pace()).package(f"0.2.0/{DEB}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Downloads"


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_it_lies_where_it_says_and_cannot_be_started(package: Package, folder: Path) -> None:
    heard: list[int] = []
    found = bring(package, folder, Pace(heard=heard.append))
    assert (found, left(folder)) == (folder / DEB, [DEB])
    assert found.read_bytes() == PACKAGE
    assert stat.S_IMODE(found.stat().st_mode) == 0o644
    assert heard[-1] == len(PACKAGE)


def test_what_is_there_already_is_not_fetched_again(package: Package, folder: Path, server: Server) -> None:
    bring(package, folder, Pace())
    server.asked.clear()
    assert bring(package, folder, Pace()) == folder / DEB
    assert not server.asked


def test_a_file_of_the_same_name_stays(package: Package, folder: Path) -> None:
    folder.mkdir()
    (folder / DEB).write_text("mine")
    (folder / DEB.replace(".deb", " (2).deb")).symlink_to("nowhere")
    assert bring(package, folder, Pace()).name == DEB.replace(".deb", " (3).deb")
    assert (folder / DEB).read_text() == "mine"


def other(answering: Answering) -> None:
    answering.give(PACKAGE.replace(b"a package", b"a pickage"))


def half(answering: Answering) -> None:
    answering.give(PACKAGE[:1000])


def more(answering: Answering) -> None:
    answering.give(PACKAGE + b"x")


def endless(answering: Answering) -> None:
    answering.send_response(200)
    answering.end_headers()
    while not answering.server.over.is_set():
        answering.wfile.write(b"a package ")


@pytest.mark.parametrize(
    ("worse", "why"), [(other, "changed"), (half, "length"), (more, "length"), (endless, "length")]
)
def test_another_than_was_signed(
    package: Package, folder: Path, server: Server, worse: Callable[[Answering], None], why: str
) -> None:
    server.worse[DEB] = worse
    with pytest.raises(UpdateUntrusted) as caught:
        bring(package, folder, Pace())
    assert (caught.value.reason, caught.value.what) == (why, f"0.2.0/{DEB}")
    assert left(folder) == []


def cut(answering: Answering) -> None:
    answering.give(PACKAGE[:1000], len(PACKAGE))
    answering.close_connection = True


def trickle(answering: Answering) -> None:
    answering.send_response(200)
    answering.send_header("Content-Length", str(len(PACKAGE)))
    answering.end_headers()
    while not answering.server.over.wait(0.05):
        answering.wfile.write(b"a")


def gone(answering: Answering) -> None:
    answering.send_error(404)


@pytest.mark.parametrize(("worse", "why"), [(cut, "cut"), (trickle, "slow"), (gone, "status")])
def test_one_that_does_not_come(
    package: Package, folder: Path, server: Server, worse: Callable[[Answering], None], why: str
) -> None:
    server.worse[DEB] = worse
    with pytest.raises(UpdateUnreachable) as caught:
        bring(package, folder, Pace(0.4))
    assert (caught.value.host, caught.value.reason) == ("127.0.0.1", why)
    assert left(folder) == []


def test_stopped_in_the_middle(package: Package, folder: Path, server: Server) -> None:
    stopping = threading.Event()

    def wait(answering: Answering) -> None:
        answering.give(PACKAGE[:1000], len(PACKAGE))
        answering.server.over.wait(20)

    server.worse[DEB] = wait
    with pytest.raises(Cancelled):
        bring(package, folder, Pace(stopping=stopping, heard=lambda _count: stopping.set()))
    assert left(folder) == []


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_a_full_disk_is_told_before_anything_is_asked(
    package: Package, folder: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _path: Usage(1, 1, len(PACKAGE) - 1))
    server.asked.clear()
    with pytest.raises(FileUnreadable) as caught:
        bring(package, folder, Pace())
    assert (caught.value.path, caught.value.reason) == (str(folder), "ENOSPC")
    assert not server.asked


def test_a_folder_that_is_none(package: Package, folder: Path) -> None:
    folder.write_text("a file")
    with pytest.raises(FileUnreadable) as caught:
        bring(package, folder, Pace())
    assert caught.value.reason == os.strerror(17)
