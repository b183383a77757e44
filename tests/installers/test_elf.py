"""What files want of a system."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from installers import elf

pytestmark = pytest.mark.skipif(sys.platform != "linux" or not shutil.which("readelf"), reason="binutils on Linux")


def test_a_program_and_a_library(tmp_path: Path) -> None:
    library = next(Path("/usr/lib").glob("*/libcrypto.so.3"))
    for file in (Path("/bin/true"), library):
        shutil.copy(file, tmp_path)
    (tmp_path / "text.so").write_text("none")
    (tmp_path / "link.so").symlink_to("libcrypto.so.3")
    found = {each.path.name: each for each in elf.wants(tmp_path)}
    assert set(found) == {"true", "libcrypto.so.3"}
    assert "libc.so.6" in found["true"].libraries
    assert (2, 17) < found["libcrypto.so.3"].glibc < (3, 0)


def test_one_file_is_read_like_many(tmp_path: Path) -> None:
    shutil.copy("/bin/true", tmp_path / "a")
    shutil.copy("/bin/true", tmp_path / "b")
    both = elf.wants(tmp_path)
    (tmp_path / "b").unlink()
    assert elf.wants(tmp_path) == both[:1]
    assert elf.wants(tmp_path / "none") == []


def test_what_is_there_is_not_missing() -> None:
    both = [
        elf.Wants(Path("/x/a"), frozenset({"libb.so", "libc.so.6"}), (2, 3)),
        elf.Wants(Path("/x/lib/libb.so"), frozenset(), (2, 3)),
    ]
    assert elf.missing(both) == {"libc.so.6"}
