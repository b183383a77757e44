"""Rights are taken away, never given."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tokenmgr.actions.checks.finding import Finding
from tokenmgr.actions.repairs.rights import module_file, own_files
from tokenmgr.model.change import RightsEdit

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights are other things there")


def test_only_what_others_have_is_taken(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    for name, mode in (("a", 0o600), ("b", 0o644), ("c", 0o775)):
        (tmp_path / name).write_bytes(b"")
        (tmp_path / name).chmod(mode)
    (tmp_path / "link").symlink_to("/etc/passwd")
    repair = own_files(Finding("own-files", "bad", repair="own-files"), tmp_path)
    assert set(repair.edits) == {
        RightsEdit(tmp_path / "b", 0o644, 0o600),
        RightsEdit(tmp_path / "c", 0o775, 0o700),
    }


def test_of_a_module_only_the_writing(tmp_path: Path) -> None:
    module = tmp_path / "a.so"
    module.write_bytes(b"")
    module.chmod(0o777)
    [edit] = module_file(Finding("module", "bad", repair=f"module-file:{module}")).edits
    assert edit == RightsEdit(module, 0o777, 0o755)
