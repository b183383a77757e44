"""tools/updates.py as a publisher uses it: with files of keys, on more than one computer."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tuf.api.metadata import Metadata, Root, Targets

from tests.beds.publisher import NOTES, House, serving
from tests.updates.asking import DEB, Asker
from tokenmgr.updates.news import NoNews
from tools import updates
from tools.say import Problem

if TYPE_CHECKING:
    from pathlib import Path

ONLINE = ("targets", "snapshot", "timestamp")


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    folder = tmp_path / "keys"
    folder.mkdir()
    for name in ("ann", "ben", "cyn", *ONLINE):
        assert updates.run(["key", str(folder / name)]) == 0
    return folder


def online(keys: Path, *roles: str) -> list[str]:
    return [word for role in roles or ONLINE for word in (f"--{role}", str(keys / role))]


def init(site: Path, keys: Path, *signers: str, threshold: int = 2) -> None:
    owners = [str(keys / f"{name}.pub") for name in ("ann", "ben", "cyn")]
    signing = ["--sign", *(str(keys / name) for name in signers)] if signers else []
    updates.run(["init", str(site), "--root", *owners, "--threshold", str(threshold), *signing, *online(keys)])


def add(site: Path, keys: Path, version: str, *files: str, channel: str = "stable") -> None:
    texts = []
    for language, text in NOTES.items():
        (site.parent / f"{language}.txt").write_text(text, encoding="utf-8")
        texts += [f"--{language}", str(site.parent / f"{language}.txt")]
    for name in files:
        (site.parent / name).write_bytes(b"a package")
    named = [str(site.parent / name) for name in files]
    updates.run(["add", str(site), version, *named, "--channel", channel, *texts, *online(keys)])


def test_a_key_is_its_owners_alone(keys: Path) -> None:
    assert stat.S_IMODE((keys / "ann").stat().st_mode) == 0o600
    assert b"PRIVATE" not in (keys / "ann.pub").read_bytes()
    with pytest.raises(FileExistsError):
        updates.new_key(keys / "ann")


def test_two_of_three_sign_the_root_each_where_their_key_is(
    tmp_path: Path, keys: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    init(site, keys)
    assert "needs 2 more" in capsys.readouterr().err
    updates.run(["sign", str(site), str(keys / "cyn")])
    assert "needs 1 more" in capsys.readouterr().err
    updates.run(["sign", str(site), str(keys / "ann")])
    assert capsys.readouterr().err == ""
    root = Metadata[Root].from_bytes((site / "metadata" / "1.root.json").read_bytes())
    assert (root.signed.roles["root"].threshold, len(root.signed.roles["root"].keyids)) == (2, 3)
    assert len(root.signatures) == 2
    assert root.signed.consistent_snapshot


def test_a_strangers_signature_does_not_count(tmp_path: Path, keys: Path) -> None:
    init(tmp_path / "site", keys, "ann", "timestamp")
    assert updates.Publisher(tmp_path / "site").missing() == 1


def test_what_it_publishes_is_believed(tmp_path: Path, keys: Path) -> None:
    site = tmp_path / "site"
    init(site, keys, "ann", "ben")
    add(site, keys, "0.2.0", DEB, "tokenmgr.msi", "tokenmgr-setup.exe", "tokenmgr.dmg", "tokenmgr.AppImage")
    add(site, keys, "0.3.0")
    house = House(site)
    with serving(site) as server:
        asker = Asker(house, server, tmp_path / "home")
        assert asker.look() == ["0.3.0", "0.2.0"]
        updates.run(["refresh", str(site), *online(keys, "snapshot", "timestamp")])
        assert asker.look() == ["0.3.0", "0.2.0"]
        updates.run(["refresh", str(site), *online(keys)])
        assert asker.look() == ["0.3.0", "0.2.0"]


def test_a_version_published_again_is_there_once(tmp_path: Path, keys: Path) -> None:
    site = tmp_path / "site"
    init(site, keys, "ann", "ben")
    add(site, keys, "0.2.0", DEB)
    add(site, keys, "0.2.0")
    publisher = updates.Publisher(site)
    targets = publisher._newest(Targets)
    [release] = json.loads(publisher._content(targets.targets["versions.json"]))["channels"]["stable"]
    assert release["files"] == {}


def test_keys_are_changed_by_the_old_and_the_new(tmp_path: Path, keys: Path) -> None:
    site = tmp_path / "site"
    init(site, keys, "ann", "ben")
    owners = [str(keys / f"{name}.pub") for name in ("ben", "cyn")]
    signing = ["--sign", *(str(keys / name) for name in ("ann", "ben", "cyn"))]
    updates.run(["rotate", str(site), "--root", *owners, *signing, *online(keys)])
    assert updates.Publisher(site).missing() == 0
    assert (site / "metadata" / "2.root.json").exists()


@pytest.mark.parametrize("version", ["v1", "1.0-2", ""])
def test_what_is_no_version_is_not_published(tmp_path: Path, keys: Path, version: str) -> None:
    init(tmp_path / "site", keys, "ann", "ben")
    with pytest.raises(Problem):
        add(tmp_path / "site", keys, version)


def test_what_is_no_package_is_not_published(tmp_path: Path, keys: Path) -> None:
    init(tmp_path / "site", keys, "ann", "ben")
    with pytest.raises(Problem):
        add(tmp_path / "site", keys, "0.2.0", "notes.txt")


def test_what_the_program_would_not_read_is_not_published(tmp_path: Path, keys: Path) -> None:
    init(tmp_path / "site", keys, "ann", "ben")
    with pytest.raises(NoNews):
        add(tmp_path / "site", keys, "0.2.0", "a name with blanks.deb")


def test_a_folder_in_use_is_not_begun_again(tmp_path: Path, keys: Path) -> None:
    init(tmp_path / "site", keys, "ann", "ben")
    with pytest.raises(Problem):
        init(tmp_path / "site", keys, "ann", "ben")


def test_each_statement_is_good_for_its_time(tmp_path: Path) -> None:
    now = datetime(2027, 1, 31, tzinfo=UTC)
    house = House(tmp_path / "site")
    updates.Publisher(house.folder, now).init(house.root_keys(), house.online, house.roots)
    for role, days in updates.GOOD_DAYS.items():
        name = "timestamp.json" if role == "timestamp" else f"1.{role}.json"
        said = json.loads(house.file(name).read_bytes())["signed"]["expires"]
        assert said == f"{now + timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}"


def test_a_key_with_a_passphrase(tmp_path: Path, keys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cryptography.hazmat.primitives import serialization

    key = serialization.load_pem_private_key((keys / "ann").read_bytes(), None)
    locked = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"a phrase"),
    )
    (keys / "locked").write_bytes(locked)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: "a phrase")
    assert updates.public_of(keys / "locked") == updates.public_of(keys / "ann.pub")
