"""What goes into an installer: everything, in one order, and nothing that Windows or its tools would garble."""

from __future__ import annotations

import os
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from installers.windows import contents
from installers.windows.contents import TreeUnfit
from tests.installers.windows.conftest import FILES

if TYPE_CHECKING:
    from pathlib import Path

    from installers.windows.contents import Contents

MOMENT = 1_700_000_000


def test_every_file_once_in_an_order(found: Contents) -> None:
    assert found.files == tuple(sorted(map(PurePosixPath, FILES)))


def test_folders_the_outer_first(found: Contents) -> None:
    names = [str(folder) for folder in found.folders]
    assert names == ["_internal", "_internal/tokenmgr", "_internal/tokenmgr/resources",
                     "_internal/tokenmgr/resources/ca", "x86"]  # fmt: skip


@pytest.mark.parametrize("program", contents.PROGRAMS)
def test_a_tree_without_a_program(tree: Path, program: str) -> None:
    (tree / program).unlink()
    with pytest.raises(TreeUnfit, match=program):
        contents.read(tree)


@pytest.mark.parametrize("name", ["令牌.txt", "a$b", 'a"b', "a`b", "a;b"])
def test_a_name_that_would_be_garbled(tree: Path, name: str) -> None:
    (tree / name).touch()
    with pytest.raises(TreeUnfit, match="garble"):
        contents.read(tree)


def test_two_names_that_are_one_to_windows(tree: Path) -> None:
    (tree / "_internal" / "BASE.dll").touch()
    with pytest.raises(TreeUnfit, match="cannot tell"):
        contents.read(tree)


def test_of_a_narrow_bundle_only_the_modules_process(tree: Path) -> None:
    assert PurePosixPath(contents.WINDOW) not in contents.read_narrow(tree).files
    assert PurePosixPath(contents.MODULE) in contents.read_narrow(tree).files
    (tree / contents.MODULE).unlink()
    with pytest.raises(TreeUnfit, match=contents.MODULE):
        contents.read_narrow(tree)


def test_a_copy_has_one_time(found: Contents, tmp_path: Path) -> None:
    copy = contents.staged(found, tmp_path / "copy", MOMENT)
    assert contents.read(copy.folder).files == found.files
    assert copy.digest == found.digest
    assert {(copy.folder / file).stat().st_mtime for file in copy.files} == {MOMENT}


def test_the_digest_is_of_names_and_contents(found: Contents) -> None:
    before = found.digest
    os.utime(found.folder / found.files[0], (1, 1))
    assert found.digest == before
    (found.folder / found.files[0]).write_text("something else")
    assert found.digest != before


def test_names_never_change() -> None:
    """Or the next version does not recognise the one before."""
    assert str(contents.UPGRADE_CODE) == "73315abe-a597-5bc0-a484-ff916cc4cf22"
    assert str(contents.stable("component", "tokenmgr.exe")) == "c9b11ea0-a1cb-5d69-bbff-4b16c0800002"
