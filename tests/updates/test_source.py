"""Attacks with what was signed once, and with who signed it: rollback, freeze, mix and match, wrong keys, root."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root

from tests.beds.publisher import PACKAGE, House, Server, serving
from tests.updates.asking import DEB, Asker
from tokenmgr.model.update_errors import UpdateUntrusted
from tokenmgr.updates.line import Pace
from tokenmgr.updates.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def changed(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """A statement's words, whatever becomes of its signature."""
    said = json.loads(path.read_bytes())
    change(said["signed"])
    path.write_text(json.dumps(said), encoding="utf-8")


def resigned(path: Path, signer: CryptoSigner, change: Callable[[Any], object] = lambda _said: None) -> None:
    """Other words under another signature."""
    statement: Metadata[Any] = Metadata.from_bytes(path.read_bytes())
    change(statement.signed)
    statement.sign(signer)
    path.write_bytes(statement.to_bytes())


# --- the honest way --------------------------------------------------------------------------------------------------


def test_what_is_published_is_heard(asker: Asker, house: House) -> None:
    assert asker.look() == ["0.2.0"]
    house.add("0.3.0")
    assert asker.look() == ["0.3.0", "0.2.0"]
    house.at().refresh(house.online)
    assert asker.look() == ["0.3.0", "0.2.0"]


def test_a_package_is_known_by_its_length_and_content(asker: Asker) -> None:
    package = Source(asker.place, asker.home, Pace()).package(f"0.2.0/{DEB}")
    assert package.length == len(PACKAGE)
    assert package.url.startswith(f"{asker.place.targets}0.2.0/")


def test_the_server_is_told_the_path_and_nothing_else(asker: Asker, server: Server) -> None:
    asker.look()
    assert {path for path, _ in server.asked} == {
        "/metadata/2.root.json", "/metadata/timestamp.json", "/metadata/2.snapshot.json", "/metadata/2.targets.json",
        *(path for path in server.paths() if path.startswith("/targets/") and path.endswith(".versions.json")),
    }  # fmt: skip
    for _path, headers in server.asked:
        assert headers == {
            "Host": server.url.removeprefix("http://"),
            "User-Agent": "tokenmgr",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }


# --- rollback --------------------------------------------------------------------------------------------------------


def test_an_older_timestamp(asker: Asker, house: House) -> None:
    old = house.file("timestamp.json").read_bytes()
    house.add("0.3.0")
    assert asker.look() == ["0.3.0", "0.2.0"]
    house.file("timestamp.json").write_bytes(old)
    assert asker.refused() == ("rollback", "timestamp.json")


def test_a_newer_timestamp_of_an_older_snapshot(asker: Asker, house: House) -> None:
    """The timestamp's key alone was stolen."""
    old = house.file("2.snapshot.json").read_bytes()
    house.add("0.3.0")
    asker.look()

    def back(said: Any) -> None:
        said.version += 1
        said.snapshot_meta.version = 2
        said.snapshot_meta.length = len(old)
        said.snapshot_meta.hashes = None

    resigned(house.file("timestamp.json"), house.online["timestamp"], back)
    assert asker.refused() == ("rollback", "timestamp.json")


def test_a_newer_snapshot_of_older_targets(asker: Asker, house: House) -> None:
    """The keys of timestamp and snapshot were stolen."""
    house.add("0.3.0")
    asker.look()
    fresh = house.at()
    fresh._say(2, house.online)
    assert asker.refused() == ("rollback", "4.snapshot.json")


def test_a_whole_site_of_yesterday(asker: Asker, house: House, tmp_path: Path) -> None:
    shutil.copytree(house.folder, tmp_path / "yesterday")
    house.add("0.3.0")
    asker.look()
    shutil.rmtree(house.folder)
    shutil.copytree(tmp_path / "yesterday", house.folder)
    assert asker.refused() == ("rollback", "timestamp.json")


# --- freeze ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "days", "file"),
    [("timestamp", 20, "timestamp.json"), ("snapshot", 40, "snapshot.json"), ("targets", 200, "targets.json")],
)
def test_a_site_that_stands_still(
    house: House, server: Server, tmp_path: Path, role: str, days: int, file: str
) -> None:
    """The others are renewed, so that each is the one that ended."""
    house.add("0.2.0", days_ago=days)
    later = {name: key for name, key in house.online.items() if name != role}
    if role == "snapshot":
        resigned(house.file("timestamp.json"), house.online["timestamp"], in_time)
    elif role == "targets":
        house.at().refresh(later | {"snapshot": house.online["snapshot"]})
    asker = Asker(house, server, tmp_path / "home")
    with pytest.raises(UpdateUntrusted) as caught:
        asker.look()
    assert caught.value.reason == "expired"
    assert caught.value.what.endswith(file)
    good_for = {"timestamp": 14, "snapshot": 30, "targets": 180}[role]
    assert caught.value.since == f"{datetime.now(UTC) - timedelta(days=days - good_for):%Y-%m-%d}"


def in_time(said: Any) -> None:
    said.expires = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)


def test_a_root_that_ended(tmp_path: Path) -> None:
    house = House(tmp_path / "site").init(days_ago=400)
    with serving(house.folder) as server:
        house.add("0.2.0")
        with pytest.raises(UpdateUntrusted) as caught:
            Asker(house, server, tmp_path / "home").look()
    assert (caught.value.reason, caught.value.what) == ("expired", "root.json")


def test_standing_still_after_good_news(asker: Asker, house: House) -> None:
    """What was believed yesterday is no more, once it ended."""
    asker.look()
    kept = asker.home / "timestamp.json"
    for path in (kept, house.file("timestamp.json")):
        resigned(
            path, house.online["timestamp"], lambda said: setattr(said, "expires", datetime(2026, 1, 1, tzinfo=UTC))
        )
    assert asker.refused() == ("expired", "timestamp.json")


# --- mix and match ---------------------------------------------------------------------------------------------------


def test_a_snapshot_with_the_targets_of_another_release(asker: Asker, house: House) -> None:
    old = house.file("2.targets.json").read_bytes()
    house.add("0.3.0")
    house.file("3.targets.json").write_bytes(old)
    assert asker.refused() == ("mixed", "3.targets.json")


def test_a_timestamp_with_the_snapshot_of_another_release(asker: Asker, house: House) -> None:
    old = house.file("2.snapshot.json").read_bytes()
    house.add("0.3.0")
    house.file("3.snapshot.json").write_bytes(old)
    assert asker.refused() == ("mixed", "3.snapshot.json")


def test_targets_of_another_version_under_a_snapshot_without_digests(asker: Asker, house: House) -> None:
    """The snapshot's key was stolen, and it says less than ours do."""
    old = house.file("2.targets.json").read_bytes()
    house.add("0.3.0")
    house.file("3.targets.json").write_bytes(old)

    def say_less(said: Any) -> None:
        said.meta["targets.json"].hashes = said.meta["targets.json"].length = None

    resigned(house.file("3.snapshot.json"), house.online["snapshot"], say_less)
    data = house.file("3.snapshot.json").read_bytes()

    def follow(said: Any) -> None:
        said.snapshot_meta.length, said.snapshot_meta.hashes = len(data), None

    resigned(house.file("timestamp.json"), house.online["timestamp"], follow)
    assert asker.refused() == ("mixed", "3.targets.json")


def test_news_of_another_release(asker: Asker, house: House) -> None:
    before = set(house.folder.glob("targets/*.versions.json"))
    house.add("0.3.0")
    [new] = set(house.folder.glob("targets/*.versions.json")) - before
    new.write_bytes(before.pop().read_bytes())
    assert asker.refused() == ("length", "versions.json")


def test_news_with_other_words(asker: Asker, house: House) -> None:
    [news] = [path for path in house.folder.glob("targets/*.versions.json") if b"0.2.0" in path.read_bytes()]
    news.write_bytes(news.read_bytes().replace(b"better", b"poorer"))
    assert asker.refused() == ("changed", "versions.json")


def test_a_package_that_is_named_but_not_signed(asker: Asker) -> None:
    source = Source(asker.place, asker.home, Pace())
    with pytest.raises(UpdateUntrusted) as caught:
        source.package("0.9.0/tokenmgr_0.9.0_amd64.deb")
    assert (caught.value.reason, caught.value.what) == ("mixed", "0.9.0/tokenmgr_0.9.0_amd64.deb")


# --- wrong keys ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_a_key_that_the_root_does_not_know(asker: Asker, house: House, role: str) -> None:
    stranger = CryptoSigner.generate_ed25519()
    house.at().refresh(house.online | {role: stranger})
    assert asker.refused() == (
        "signature",
        f"{ {'timestamp': '', 'snapshot': '3.', 'targets': '3.'}[role] }{role}.json",
    )


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_a_key_of_another_role(asker: Asker, house: House, role: str) -> None:
    other = {"timestamp": "snapshot", "snapshot": "timestamp", "targets": "timestamp"}[role]
    house.at().refresh(house.online | {role: house.online[other]})
    assert asker.refused()[0] == "signature"


def test_no_signature_at_all(asker: Asker, house: House) -> None:
    path = house.file("timestamp.json")
    said = json.loads(path.read_bytes()) | {"signatures": []}
    path.write_text(json.dumps(said))
    assert asker.refused() == ("signature", "timestamp.json")


def test_other_words_under_a_true_signature(asker: Asker, house: House) -> None:
    changed(house.file("timestamp.json"), lambda said: said.update(version=99))
    assert asker.refused() == ("signature", "timestamp.json")


def test_a_root_in_the_build_with_too_few_signatures(tmp_path: Path) -> None:
    house = House(tmp_path / "site")
    house.at().init(house.root_keys(), house.online, house.roots[:1])
    with serving(house.folder) as server:
        assert Asker(house, server, tmp_path / "home").refused() == ("signature", "root.json")
        assert not server.asked


# --- the next root ---------------------------------------------------------------------------------------------------


def test_keys_change_hands(asker: Asker, house: House) -> None:
    asker.look()
    old = list(house.roots)
    house.roots = [old[0], CryptoSigner.generate_ed25519(), CryptoSigner.generate_ed25519()]
    house.online = {role: CryptoSigner.generate_ed25519() for role in house.online}
    house.at().rotate(house.root_keys(), house.online, [*old[:2], *house.roots[1:]])
    house.add("0.3.0")
    assert asker.look() == ["0.3.0", "0.2.0"]


def test_the_old_keys_are_worth_nothing_then(asker: Asker, house: House) -> None:
    old = dict(house.online)
    house.online = {role: CryptoSigner.generate_ed25519() for role in house.online}
    house.at().rotate(house.root_keys(), house.online, house.roots[:2])
    asker.look()
    house.at().refresh(old)
    assert asker.refused() == ("signature", "timestamp.json")


@pytest.mark.parametrize("enough", ["old", "new", "one of each"])
def test_a_next_root_that_too_few_signed(asker: Asker, house: House, enough: str) -> None:
    old = list(house.roots)
    house.roots = [CryptoSigner.generate_ed25519() for _ in range(3)]
    signers = {"old": old[:2], "new": house.roots[:2], "one of each": [old[0], house.roots[0]]}[enough]
    house.at().rotate(house.root_keys(), house.online, signers)
    assert house.at().missing()
    assert asker.refused() == ("signature", "2.root.json")


def test_a_next_root_with_an_older_number(asker: Asker, house: House) -> None:
    shutil.copy(house.file("1.root.json"), house.file("2.root.json"))
    assert asker.refused() == ("rollback", "2.root.json")


def test_a_root_that_was_taken_back_is_remembered(asker: Asker, house: House) -> None:
    """A site of before the keys changed: the root of then is not believed again."""
    house.online = {role: CryptoSigner.generate_ed25519() for role in house.online}
    yesterday = {path.name: path.read_bytes() for path in house.file("").glob("*.json")}
    house.at().rotate(house.root_keys(), house.online, house.roots[:2])
    asker.look()
    for path in house.file("").glob("*.json"):
        path.write_bytes(yesterday[path.name]) if path.name in yesterday else path.unlink()
    assert asker.refused() == ("signature", "timestamp.json")


def test_several_roots_at_once(asker: Asker, house: House) -> None:
    for _ in range(3):
        house.at().rotate(house.root_keys(), house.online, house.roots[:2])
    assert asker.look() == ["0.2.0"]
    assert Metadata[Root].from_bytes((asker.home / "root.json").read_bytes()).signed.version == 4
