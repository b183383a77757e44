"""Digests and the signature over them: whatever was changed afterwards is found."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from installers import sign, sums
from tools.say import Problem

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "tokenmgr_1_amd64.deb").write_bytes(b"package")
    (folder / "tokenmgr_1.cdx.json").write_bytes(b"{}")
    return folder


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    key = Ed25519PrivateKey.generate()
    private, public = tmp_path / "key.pem", tmp_path / "public.pem"
    private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return private, public


def test_what_was_signed_is_found_unchanged(built: Path, keys: tuple[Path, Path]) -> None:
    sign.sign(built, keys[0])
    sign.check(built, keys[1])
    assert subprocess.run(["sha256sum", "--check", "--strict", sums.NAME], cwd=built, check=True, capture_output=True)


@pytest.mark.parametrize("name", ["tokenmgr_1_amd64.deb", "tokenmgr_1.cdx.json", sums.NAME, sign.SIGNATURE])
def test_what_was_changed_is_found(built: Path, keys: tuple[Path, Path], name: str) -> None:
    sign.sign(built, keys[0])
    file = built / name
    file.write_bytes(bytes([file.read_bytes()[0] ^ 1]) + file.read_bytes()[1:])
    with pytest.raises(Problem):
        sign.check(built, keys[1])


def test_what_was_taken_away_is_found(built: Path, keys: tuple[Path, Path]) -> None:
    sign.sign(built, keys[0])
    (built / "tokenmgr_1.cdx.json").unlink()
    with pytest.raises(Problem, match="cdx"):
        sign.check(built, keys[1])


def test_another_key_signs_nothing_of_ours(built: Path, keys: tuple[Path, Path], tmp_path: Path) -> None:
    other = tmp_path / "other.pem"
    made = Ed25519PrivateKey.generate()
    other.write_bytes(made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    sign.sign(built, other)
    with pytest.raises(Problem):
        sign.check(built, keys[1])


def test_signatures_are_not_among_what_is_signed(built: Path, keys: tuple[Path, Path]) -> None:
    first = sums.write(built).read_bytes()
    sign.sign(built, keys[0])
    assert sums.write(built).read_bytes() == first
