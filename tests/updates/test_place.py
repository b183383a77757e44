"""The data of a build: none in a source tree; where there is some, it makes sense or says what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ground.tree import ROOT
from tokenmgr.model.errors import ProfileBroken
from tokenmgr.updates.place import Place, place_in

if TYPE_CHECKING:
    from pathlib import Path

GOOD = 'metadata = "https://updates.example.org/tm/metadata"\ntargets = "https://files.example.org/tm/"\n'


def build(resources: Path, where: str | bytes | None = GOOD, root: bytes | None = b"{}") -> Path:
    folder = resources / "updates"
    folder.mkdir(parents=True)
    if where is not None:
        (folder / "where.toml").write_bytes(where if isinstance(where, bytes) else where.encode())
    if root is not None:
        (folder / "root.json").write_bytes(root)
    return resources


def test_a_source_tree_has_none() -> None:
    assert place_in(ROOT / "resources") is None


def test_a_build_that_has_one(tmp_path: Path) -> None:
    found = place_in(build(tmp_path, GOOD + 'channel = "beta"\n[commands]\ndeb = "sudo apt install tokenmgr"\n'))
    assert found == Place(
        "https://updates.example.org/tm/metadata/",
        "https://files.example.org/tm/",
        "beta",
        (("deb", "sudo apt install tokenmgr"),),
        b"{}",
    )
    assert found.host == "updates.example.org"
    assert (found.command("deb"), found.command("msi")) == ("sudo apt install tokenmgr", "")


@pytest.mark.parametrize(
    ("where", "key"),
    [
        ("", "metadata"),
        (GOOD + "more = 1", "more"),
        (GOOD + "channel = 1", "channel"),
        (GOOD + 'channel = "a\\nb"', "channel"),
        (GOOD + "commands = 1", "commands"),
        (GOOD + "[commands]\ndeb = 1", "commands.deb"),
        (GOOD + '[commands]\ndeb = "a\\u202eb"', "commands.deb"),
        ("= no toml", ""),
        (b"\xff", ""),
    ],
)
def test_what_makes_no_sense_is_named(tmp_path: Path, where: str | bytes, key: str) -> None:
    with pytest.raises(ProfileBroken) as caught:
        place_in(build(tmp_path, where))
    assert (caught.value.path, caught.value.key) == (str(tmp_path / "updates" / "where.toml"), key)


@pytest.mark.parametrize("missing", ["where.toml", "root.json"])
def test_half_a_place_is_none(tmp_path: Path, missing: str) -> None:
    (build(tmp_path) / "updates" / missing).unlink()
    with pytest.raises(ProfileBroken) as caught:
        place_in(tmp_path)
    assert caught.value.reason == "missing"


@pytest.mark.parametrize(
    "address",
    [
        "http://updates.example.org", "ftp://updates.example.org", "updates.example.org", "https://", "https:///x",
        "https://me@updates.example.org", "https://updates.example.org/?who=me", "https://updates.example.org/#x",
        "https://[bad", "https://updates.example.org:99999", "file:///etc", "http://127.0.0.1.example.org",
        "https://updatеs.example.org",
    ],
)  # fmt: skip
def test_addresses_that_are_not_taken(tmp_path: Path, address: str) -> None:
    with pytest.raises(ProfileBroken):
        place_in(build(tmp_path, f'metadata = "{address}"\ntargets = "https://files.example.org"\n'))
