"""Looking for a newer version, by hand and once a day; what is offered; and nothing that is done unasked."""

from __future__ import annotations

import os
import shutil
import stat
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.beds.publisher import PACKAGE, House, Server, serving
from tokenmgr.actions import updates
from tokenmgr.actions.updates import Standing, download, look, look_if_due, standing
from tokenmgr.model.errors import FileUnreadable
from tokenmgr.model.update_errors import UpdateAddressMissing, UpdateUnreachable, UpdateUntrusted
from tokenmgr.places import Places
from tokenmgr.updates.installed import Here
from tokenmgr.updates.line import Pace

if TYPE_CHECKING:
    from collections.abc import Iterator

DEB, IMAGE = "tokenmgr_0.2.0_amd64.deb", "tokenmgr-0.2.0.AppImage"


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path / "site").init()
    house.add("0.2.0", (DEB, IMAGE))
    return house


@pytest.fixture
def server(house: House) -> Iterator[Server]:
    with serving(house.folder) as made:
        yield made


@pytest.fixture
def where(house: House, server: Server, tmp_path: Path) -> Places:
    return Places(tmp_path / "home", house.build(tmp_path / "resources", server.url))


@pytest.fixture
def bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """This program as a bundle; a folder for lists of dpkg's."""
    folder = tmp_path / "dpkg"
    folder.mkdir()
    place = Here(Path("/opt/tokenmgr/tokenmgr"), bundled=True, system="linux", dpkg=folder, environ={})
    monkeypatch.setattr(updates, "here", lambda: place)
    return folder


@pytest.fixture
def nowhere(tmp_path: Path) -> Places:
    """A build without an address, as this source tree is."""
    return Places(tmp_path / "home", tmp_path / "none")


def versions(found: Standing | None) -> list[str]:
    assert found is not None
    return [each.version for each in found.newer]


def test_a_build_without_an_address_says_so_and_asks_nobody(nowhere: Places) -> None:
    assert standing(nowhere) == Standing()
    assert look_if_due(nowhere) is None
    for ask in (lambda: look(nowhere), lambda: download(nowhere, "x.deb", nowhere.home, Pace())):
        with pytest.raises(UpdateAddressMissing):
            ask()
    assert not nowhere.home.exists()


def test_nobody_is_asked_to_show_what_was_heard(where: Places, server: Server) -> None:
    assert standing(where) == Standing("127.0.0.1")
    assert not server.asked
    found = look(where, version="0.1.0")
    server.asked.clear()
    assert standing(where, "0.1.0") == found
    assert not server.asked


def test_a_day_without_news_is_two_small_questions(where: Places, server: Server) -> None:
    look(where)
    server.asked.clear()
    assert versions(look(where)) == ["0.2.0"]
    assert server.paths() == ["/metadata/2.root.json", "/metadata/timestamp.json"]


def test_what_is_newer_than_this(where: Places, house: House) -> None:
    house.add("0.3.0")
    assert versions(look(where, version="0.1.0")) == ["0.3.0", "0.2.0"]
    assert versions(look(where, version="0.2.0")) == ["0.3.0"]
    assert versions(look(where, version="0.3.0")) == []
    assert versions(look(where, version="1.0")) == []
    assert versions(standing(where, "0.2.0")) == ["0.3.0"]


def test_only_the_builds_own_channel(where: Places, house: House) -> None:
    house.add("0.9.0rc1", channel="beta")
    assert versions(look(where, version="0.1.0")) == ["0.2.0"]


def test_a_copy_run_from_source_is_offered_no_package(where: Places) -> None:
    found = look(where, version="0.1.0")
    assert (found.kind, found.command, found.package) == ("source", "", "")


def test_a_bundle_is_offered_one(where: Places, bundle: Path) -> None:
    found = look(where, version="0.1.0")
    assert (found.kind, found.command, found.package) == ("folder", "", f"0.2.0/{IMAGE}")


def test_a_deb_is_left_to_the_package_manager_where_a_repository_has_it(
    house: House, server: Server, tmp_path: Path, bundle: Path
) -> None:
    (bundle / "tokenmgr.list").write_text("/opt/tokenmgr/tokenmgr\n")
    more = '[commands]\ndeb = "sudo apt install tokenmgr"\n'
    where = Places(tmp_path / "home", house.build(tmp_path / "resources", server.url, more))
    found = look(where, version="0.1.0")
    assert (found.kind, found.command, found.package) == ("deb", "sudo apt install tokenmgr", "")
    assert look(where, version="0.2.0").command == ""


def test_a_deb_that_no_repository_has_is_offered(where: Places, bundle: Path) -> None:
    (bundle / "tokenmgr.list").write_text("/opt/tokenmgr/tokenmgr\n")
    found = look(where, version="0.1.0")
    assert (found.kind, found.command, found.package) == ("deb", "", f"0.2.0/{DEB}")


def test_a_package_is_laid_where_it_is_wanted(where: Places, tmp_path: Path) -> None:
    found = download(where, f"0.2.0/{DEB}", tmp_path / "Downloads", Pace())
    assert found == tmp_path / "Downloads" / DEB
    assert found.read_bytes() == PACKAGE


def test_once_a_day_and_no_more(where: Places, server: Server) -> None:
    now = datetime.now(UTC)
    assert versions(look_if_due(where, now=now)) == ["0.2.0"]
    server.asked.clear()
    for hours in (0, 1, 12, 23):
        assert look_if_due(where, now=now + timedelta(hours=hours)) is None
    assert not server.asked
    assert versions(look_if_due(where, now=now + timedelta(hours=31))) == ["0.2.0"]


def test_by_hand_at_any_time(where: Places, server: Server) -> None:
    now = datetime.now(UTC)
    for _ in range(3):
        assert look(where, now=now).heard.looked == now.replace(microsecond=0)
    assert len([path for path in server.paths() if path.endswith("timestamp.json")]) == 3


def test_without_a_network_the_daily_look_is_silent(where: Places, house: House, tmp_path: Path) -> None:
    with serving(house.folder) as gone:
        url = gone.url
    where = Places(tmp_path / "home", house.build(tmp_path / "resources", url))
    now = datetime.now(UTC)
    assert look_if_due(where, now=now) is None
    assert look_if_due(where, now=now + timedelta(hours=1)) is None
    with pytest.raises(UpdateUnreachable):
        look(where, now=now)


def test_news_that_cannot_be_believed_are_told_and_not_kept(where: Places, house: House) -> None:
    look(where, version="0.1.0")
    before = standing(where, "0.1.0")
    house.file("timestamp.json").write_bytes(b"{}")
    with pytest.raises(UpdateUntrusted):
        look_if_due(where, now=datetime.now(UTC) + timedelta(days=2))
    after = standing(where, "0.1.0")
    assert after.newer == before.newer
    assert after.heard.failed is not None
    assert after.heard.looked == before.heard.looked


def test_senseless_news_are_told_even_where_they_are_signed(where: Places, house: House) -> None:
    from tests.updates.test_source_answers import publish

    publish(house, b'{"format": 7, "channels": {}}')
    with pytest.raises(UpdateUntrusted) as caught:
        look(where)
    assert (caught.value.reason, caught.value.what) == ("garbled", "versions.json")


def test_what_somebody_wrote_into_our_files_stops_nothing(where: Places) -> None:
    look(where)
    (where.updates / "versions.json").write_bytes(b"spoilt")
    (where.updates / "last.json").write_bytes(b"spoilt")
    assert standing(where) == Standing("127.0.0.1")
    assert versions(look(where)) == ["0.2.0"]


def test_what_is_kept_is_the_users_alone(where: Places) -> None:
    look(where)
    assert stat.S_IMODE(where.updates.stat().st_mode) == 0o700
    assert sorted(path.name for path in where.updates.iterdir()) == ["last.json", "lock", "trusted", "versions.json"]


def test_two_who_look_at_once_wait_for_each_other(where: Places) -> None:
    found: list[Standing] = []
    threads = [threading.Thread(target=lambda: found.append(look(where))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [versions(each) for each in found] == [["0.2.0"]] * 4


@pytest.mark.skipif(os.name == "nt", reason="folders are protected in another way there")
def test_a_home_that_cannot_be_written(where: Places) -> None:
    where.home.write_text("a file where the folder should be")
    with pytest.raises(FileUnreadable):
        look(where)
    with pytest.raises(FileUnreadable):
        download(where, f"0.2.0/{DEB}", where.home.parent / "Downloads", Pace())


def test_a_site_that_is_gone(where: Places, house: House) -> None:
    shutil.rmtree(house.folder)
    with pytest.raises(UpdateUnreachable) as caught:
        look(where)
    assert caught.value.reason == "status"
