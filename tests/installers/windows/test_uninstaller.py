"""The uninstaller between two builds: only itself, signed, takes its place."""

from __future__ import annotations

import shlex
import subprocess
from typing import TYPE_CHECKING

import pytest

from installers.windows import uninstaller

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = b"MZ" + bytes(range(256)) * 4
HEAD_NOTED = b"MZ signed" + PROGRAM[9:]
SIGNED = HEAD_NOTED + b"a signature"


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    place = tmp_path / "a folder" / "made by makensis"
    place.parent.mkdir()
    place.write_bytes(PROGRAM)
    return place


def run(wish: str, fresh: Path, file: Path) -> subprocess.CompletedProcess[str]:
    """As makensis does it."""
    words = shlex.split(uninstaller.command(wish, file).replace("%1", str(fresh)))
    return subprocess.run(words, capture_output=True, text=True, check=False)


def test_it_is_kept_where_it_can_be_signed(fresh: Path, tmp_path: Path) -> None:
    kept = tmp_path / "to sign" / "uninstall.exe"
    assert run(uninstaller.KEEP, fresh, kept).returncode == 0
    assert kept.read_bytes() == fresh.read_bytes() == PROGRAM


def test_signed_it_takes_its_own_place(fresh: Path, tmp_path: Path) -> None:
    signed = tmp_path / "uninstall.exe"
    signed.write_bytes(SIGNED)
    assert run(uninstaller.EXCHANGE, fresh, signed).returncode == 0
    assert fresh.read_bytes() == SIGNED


@pytest.mark.parametrize(
    ("found", "why"),
    [(PROGRAM, "not signed"), (b"", "not signed"), (SIGNED.replace(b"\xfe\xff", b"\xfe\xfe"), "another build")],
)
def test_another_does_not(fresh: Path, tmp_path: Path, found: bytes, why: str) -> None:
    signed = tmp_path / "uninstall.exe"
    signed.write_bytes(found)
    done = run(uninstaller.EXCHANGE, fresh, signed)
    assert (done.returncode, done.stdout) == (1, "")
    assert why in done.stderr
    assert fresh.read_bytes() == PROGRAM


def test_one_that_is_not_there_ends_the_build(fresh: Path, tmp_path: Path) -> None:
    assert run(uninstaller.EXCHANGE, fresh, tmp_path / "none.exe").returncode == 1
