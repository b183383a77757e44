"""Changes are plain values."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tokenmgr.model.change import KINDS, Change, FileEdit, Step


def test_a_change_is_a_value() -> None:
    edit = FileEdit(Path("/a"), None, b"x")
    change = Change("1", KINDS[0], datetime(2026, 1, 1, tzinfo=UTC), (("name", "x"),), (edit, Step("s", "a")), "begun")
    assert change == change._replace(state="done")._replace(state="begun")
    assert hash(change) == hash(change._replace())
    assert edit.mode == 0o600


def test_kinds_are_nobodys_twice() -> None:
    assert len(set(KINDS)) == len(KINDS)
