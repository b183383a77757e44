"""A change is taken back by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tokenmgr.actions.undoing import undo
from tokenmgr.changes.record import Changes
from tokenmgr.model.change import FileEdit
from tokenmgr.model.computer_errors import ChangedSince

if TYPE_CHECKING:
    from pathlib import Path


def test_to_the_byte_or_not_at_all(tmp_path: Path) -> None:
    changes, path = Changes(tmp_path / "changes"), tmp_path / "a"
    number = changes.apply("rights", {}, [FileEdit(path, None, b"x")])
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedSince):
        undo(changes, number)
    path.write_bytes(b"x")
    undo(changes, number)
    assert not path.exists()
