"""`updates` against a publisher of our own on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.beds.publisher import NOTES, House, Server, serving
from tests.cli.test_json import cell, keys
from tests.practising import FINE, NO_TOKEN, REFUSED
from tokenmgr import __version__
from tokenmgr.updates.installed import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.practising import Practice

NEWER = 10


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "site").init()


@pytest.fixture
def server(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving(house.folder) as made:
        resources = house.build(tmp_path / "resources", made.url)
        monkeypatch.setattr("tokenmgr.places._resources", lambda: resources)
        yield made


def test_this_source_tree_has_nobody_to_ask(tm: Practice) -> None:
    ran = tm("updates")
    assert (ran.code, ran.error()["code"]) == (REFUSED, "update-address-missing")
    assert "made without an update address" in tm.plain("updates").err


def test_nothing_newer(tm: Practice, house: House, server: Server) -> None:
    house.add(__version__)
    ran = tm("updates")
    assert (ran.code, ran.json()["newer"], ran.json()["releases"]) == (FINE, False, [])
    assert tm.plain("updates").out == f"{__version__} is the newest version.\n"


def test_something_newer(tm: Practice, house: House, server: Server) -> None:
    import json

    house.add("9.1.0", ("tokenmgr.AppImage",))
    house.add("9.2.0")
    ran = tm("updates")
    assert ran.code == NEWER
    said = json.loads(ran.out)
    assert set(said) == keys("updates")
    assert [set(each) for each in said["releases"]] == [cell("updates", "releases")] * 2
    assert [each["version"] for each in said["releases"]] == ["9.2.0", "9.1.0"]
    assert (said["installed"], said["command"], said["package"]) == ("source", "", "")
    assert set(Kind.__args__) == cell("updates", "installed")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("language", "word"), [("zh-Hans", "有新版本 9.1.0"), ("zh-Hant", "現在用的是"), ("en", "this is")]
)
def test_for_people_in_their_language(tm: Practice, house: House, server: Server, language: str, word: str) -> None:
    house.add("9.1.0")
    ran = tm.plain("updates", language=language)
    assert ran.code == NEWER
    assert word in ran.out
    assert f"  {NOTES[language]}" in ran.out
    assert not [text for other, text in NOTES.items() if other != language and text in ran.out]


def test_how_it_comes_here(tm: Practice, house: House, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    from tokenmgr.actions import updates

    house.add("9.1.0", ("tokenmgr.deb",))
    assert "from where you got this one" in tm.plain("updates").out
    monkeypatch.setattr(updates, "installed", lambda _here: "deb")
    assert "downloads it from 127.0.0.1" in tm.plain("updates").out
    where = server.folder.parent / "resources"
    house.build(where, server.url, '[commands]\ndeb = "sudo apt install tokenmgr"\n')
    assert "brings it: sudo apt install tokenmgr\n" in tm.plain("updates").out


def test_nobody_answers(tm: Practice, server: Server) -> None:
    server.worse["timestamp"] = lambda answering: answering.send_error(500)
    ran = tm("updates")
    assert (ran.code, ran.error()["code"]) == (NO_TOKEN, "update-unreachable")
    assert (ran.error()["host"], ran.error()["reason"]) == ("127.0.0.1", "status")


def test_somebody_answers_with_something_else(tm: Practice, house: House, server: Server) -> None:
    house.file("timestamp.json").write_bytes(b"{}")
    ran = tm("updates")
    assert (ran.code, ran.error()["code"], ran.error()["reason"]) == (REFUSED, "update-untrusted", "garbled")
    assert ran.error()["what"] == "timestamp.json"
