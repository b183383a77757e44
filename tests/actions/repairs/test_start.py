"""The entry is planned as it has to be, and the one that is there is kept for the way back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tokenmgr.actions.checks.finding import Finding
from tokenmgr.actions.repairs.start import autostart_entry
from tokenmgr.model.change import FileEdit
from tokenmgr.system import autostart

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform != "linux", reason="the entry is a file on Linux")
def test_the_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    place = autostart.place()
    place.parent.mkdir()
    place.write_bytes(b"old")
    [edit] = autostart_entry(Finding("autostart", "bad", repair="autostart")).edits
    assert edit == FileEdit(place, b"old", autostart.entry(autostart.command()), 0o644)
