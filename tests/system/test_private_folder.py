"""Nobody else gets into what is made."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from tokenmgr.system.private_folder import private_folder

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(os.name == "nt", reason="rights are other things there")
def test_all_that_is_made_is_private_and_what_was_there_stays(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert private_folder(tmp_path / "a" / "b" / "c") == tmp_path / "a" / "b" / "c"
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert modes == {"a": 0o700, "b": 0o700, "c": 0o700}
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    private_folder(tmp_path / "a")


def test_where_a_file_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OSError, match="a"):
        private_folder(tmp_path / "a" / "b")
