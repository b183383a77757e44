"""Whole or not at all, with the rights that it had."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from tokenmgr.system.whole_file import remove, replace

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_is_the_users_alone(tmp_path: Path) -> None:
    replace(tmp_path / "a", b"x")
    assert (tmp_path / "a").read_bytes() == b"x"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_one_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"y")
    (tmp_path / "a").chmod(0o604)
    replace(tmp_path / "a", b"x")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o604


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_one_that_is_another_users_stays_his(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"y")
    os.chown(tmp_path / "a", 65534, 65534)
    replace(tmp_path / "a", b"x")
    assert ((tmp_path / "a").stat().st_uid, (tmp_path / "a").read_bytes()) == (65534, b"x")


def test_nothing_is_left_beside_what_could_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="directory"):
        replace(tmp_path / "a", b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_gone_is_gone(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    remove(tmp_path / "a")
    remove(tmp_path / "a")
    assert not list(tmp_path.iterdir())
