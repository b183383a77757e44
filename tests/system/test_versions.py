"""Versions for a hotline."""

from __future__ import annotations

import getpass
import platform
from importlib.metadata import version
from typing import TYPE_CHECKING

from tokenmgr.system.versions import versions

if TYPE_CHECKING:
    import pytest


def test_what_runs_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)
    found = versions("0.1.0")
    assert list(found)[:4] == ["tokenmgr", "python", "system", "machine"]
    assert (found["tokenmgr"], found["python"]) == ("0.1.0", platform.python_version())
    assert found["cryptography"] == version("cryptography")
    assert (found["desktop"], found["bundled"]) == ("GNOME", "no")
    assert "session" not in found
    assert all(found.values())


def test_not_whose_computer_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "node", lambda: "chans-laptop")
    assert not {"chans-laptop", getpass.getuser()} & set(versions("0.1.0").values())
