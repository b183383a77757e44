"""Everything in one file: what is in it, and what never is."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.practising import HK, PIN, copied, make
from tokenmgr import app, settings
from tokenmgr.actions.glance import take
from tokenmgr.actions.my_data import save_my_data
from tokenmgr.cli.wishes import Wishes
from tokenmgr.model.errors import FileUnreadable, WrongPin
from tokenmgr.model.pin import Pin
from tokenmgr.places import Places

if TYPE_CHECKING:
    from tokenmgr.session.desk import Desk


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("made") / "home")


@pytest.fixture
def where(made: Path, tmp_path: Path) -> Places:
    return Places(copied(made, tmp_path / "home"), Path(__file__).resolve().parents[2] / "resources")


@pytest.fixture
def desk(where: Places) -> Desk:
    desk = app.build(Wishes(practice=True, home=str(where.home)))
    known, history = desk.known(), desk.history()
    take(desk, known, history)
    session = next(each for each in desk.inventory.sessions if each.token.id.serial == HK)
    desk.inventory.remembered.set_alias(session.token.id, "我的证书")
    with pytest.raises(WrongPin):
        session.login(Pin("wrong-one"))
    session.login(Pin(PIN[HK]))
    settings.write(where.settings, settings.Settings(theme="dark"))
    return desk


def test_all_of_it_can_be_read_by_other_programs(desk: Desk, where: Places, tmp_path: Path) -> None:
    path = tmp_path / "mine.zip"
    count = save_my_data(desk, where, path, "What this is")
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert count == len(archive.namelist())
        assert archive.read("README.txt") == b"What this is"
        found = {name: json.loads(archive.read(name)) for name in archive.namelist() if name.endswith(".json")}
    assert found["settings.json"]["theme"] == "dark"
    assert "我的证书" in json.dumps(found["tokens.json"], ensure_ascii=False)
    assert {"pin-wrong", "pin-right"} <= {line["kind"] for line in found["history.json"]}
    assert [line["what"] for line in found["tries.json"][0]["lines"]] == ["right"]
    assert found["tries.json"][0]["token"][2] == HK
    assert "known.json" in found


def test_no_pin_and_no_practice_token_is_in_it(desk: Desk, where: Places, tmp_path: Path) -> None:
    path = tmp_path / "mine.zip"
    save_my_data(desk, where, path, "")
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if name.startswith("practice")]
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert b"wrong-one" not in whole
    assert PIN[HK].encode() not in whole


def test_where_it_cannot_be_written_nothing_is_left(desk: Desk, where: Places, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(FileUnreadable):
        save_my_data(desk, where, tmp_path / "taken", "")
    assert {each.name for each in tmp_path.iterdir()} == {"home", "taken"}


def test_a_file_from_before_zips_goes_in_too(desk: Desk, where: Places, tmp_path: Path) -> None:
    os.utime(where.settings, (0, 0))
    save_my_data(desk, where, tmp_path / "mine.zip", "")
    with zipfile.ZipFile(tmp_path / "mine.zip") as archive:
        assert json.loads(archive.read("settings.json"))["theme"] == "dark"


def test_whatever_stops_it_nothing_is_left(
    desk: Desk, where: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(zipfile.ZipFile, "write", broken)
    with pytest.raises(ValueError, match="broken"):
        save_my_data(desk, where, tmp_path / "mine.zip", "")
    assert {each.name for each in tmp_path.iterdir()} == {"home"}


@pytest.mark.skipif(sys.platform == "win32", reason="rights come from the folder")
def test_nobody_else_may_read_it(desk: Desk, where: Places, tmp_path: Path) -> None:
    path = tmp_path / "mine.zip"
    path.touch(0o644)
    save_my_data(desk, where, path, "")
    assert path.stat().st_mode & 0o777 == 0o600
