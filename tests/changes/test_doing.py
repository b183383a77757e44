"""One edit at a time, both ways, and never over what somebody else wrote."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from tokenmgr.changes import doing
from tokenmgr.model.change import FileEdit, RegistryEdit, RightsEdit, Step
from tokenmgr.model.computer_errors import ChangedSince
from tokenmgr.model.errors import FileUnreadable

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.model.change import Edit


def both_ways(edit: Edit) -> None:
    assert not doing.stands(edit, {})
    doing.do(edit, {})
    assert doing.stands(edit, {})
    doing.do(edit, {})  # once more is as good as once
    doing.undo(edit, {})
    assert not doing.stands(edit, {})
    doing.undo(edit, {})


def test_a_file_made_changed_and_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b"
    both_ways(FileEdit(path, None, b"x"))
    assert not path.exists()
    path.write_bytes(b"y")
    both_ways(FileEdit(path, b"y", b"x"))
    both_ways(FileEdit(path, b"y", None))
    assert path.read_bytes() == b"y"


def test_rights(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"")
    path.chmod(0o666)
    both_ways(RightsEdit(path, 0o666, 0o600))
    path.chmod(0o640)
    with pytest.raises(ChangedSince):
        doing.do(RightsEdit(path, 0o666, 0o600), {})
    path.unlink()
    doing.undo(RightsEdit(path, 0o666, 0o600), {})  # nothing to give rights back to


def test_rights_are_never_given_through_a_link(tmp_path: Path) -> None:
    """What was a file when it was looked at may be a link to somebody else's by now."""
    secret, path = tmp_path / "secret", tmp_path / "module.so"
    secret.write_bytes(b"")
    secret.chmod(0o640)
    path.symlink_to(secret)
    with pytest.raises(FileUnreadable):
        doing.do(RightsEdit(path, 0o777, 0o755), {})
    assert stat.S_IMODE(secret.stat().st_mode) == 0o640


def test_what_everybody_reads_lies_where_everybody_may_go(tmp_path: Path) -> None:
    path = tmp_path / "etc" / "policies" / "policies.json"
    doing.do(FileEdit(path, None, b"{}", 0o644, 0o755), {})
    modes = [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent, path.parent.parent)]
    assert modes == [0o644, 0o755, 0o755]


def test_a_link_is_followed_and_stays_one(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"y")
    link.symlink_to(real)
    doing.do(FileEdit(link, b"y", b"x"), {})
    assert link.is_symlink()
    assert real.read_bytes() == b"x"


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileUnreadable):
        doing.do(FileEdit(tmp_path / "file" / "below", None, b"x"), {})
    with pytest.raises(FileUnreadable):
        doing.read(tmp_path)


def test_a_registry_that_is_not_here_refuses() -> None:
    with pytest.raises(FileUnreadable):
        doing.do(RegistryEdit("k", "n", None, "x"), {})


def test_a_new_file_has_the_rights_that_were_planned(tmp_path: Path) -> None:
    doing.do(FileEdit(tmp_path / "a", None, b"x", 0o644), {})
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


def test_a_look_ahead_says_what_undoing_would_and_does_nothing(tmp_path: Path) -> None:
    path, gone = tmp_path / "a", tmp_path / "gone"
    path.write_bytes(b"after")
    path.chmod(0o600)
    for edit in (
        FileEdit(path, b"before", b"after"),
        FileEdit(path, b"after", b"later"),  # not done, or undone already
        FileEdit(gone, None, b"x"),
        RightsEdit(path, 0o644, 0o600),
        RightsEdit(gone, 0o644, 0o600),
        RegistryEdit("k", "n", None, "x"),
        Step("any", "a"),
    ):
        doing.check_back(edit)
    for edit in (
        FileEdit(path, b"x", b"y"),
        FileEdit(gone, b"x", b"y"),
        RightsEdit(path, 0o644, 0o640),
        RegistryEdit("k", "n", "x", "y"),
    ):
        with pytest.raises(ChangedSince):
            doing.check_back(edit)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"after", 0o600)
