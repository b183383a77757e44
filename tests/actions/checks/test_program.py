"""The entry that starts this program, and what it wrote before it died."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tokenmgr.actions.checks.program import check_autostart, check_crashes
from tokenmgr.system import autostart

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


@pytest.mark.skipif(sys.platform != "linux", reason="the entry is a file on Linux")
@pytest.mark.parametrize(
    ("program", "state", "repair"),
    [(sys.executable, "ok", ""), ("/gone", "bad", "autostart"), ("", "bad", "autostart")],
)
def test_where_the_entry_leads(program: str, state: str, repair: str) -> None:
    place = autostart.place()
    place.parent.mkdir()
    place.write_bytes(autostart.entry([program, "--hidden"]))
    [found] = check_autostart()
    assert (found.state, found.repair) == (state, repair)


@pytest.mark.skipif(sys.platform != "linux", reason="the entry is a file on Linux")
def test_an_entry_that_is_passed_over_starts_nothing_wrong() -> None:
    """To mend it would be to turn it on."""
    place = autostart.place()
    place.parent.mkdir()
    place.write_bytes(autostart.entry(["/gone", "--hidden"]) + b"Hidden=true\n")
    [found] = check_autostart()
    assert (found.state, found.facts) == ("skipped", (("reason", "off"),))


def test_no_entry_at_all() -> None:
    [found] = check_autostart()
    assert (found.state, found.facts) == ("skipped", (("reason", "off"),))


def test_crashes(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    assert [each.state for each in check_crashes(tmp_path)] == ["ok"]
    (tmp_path / "logs" / "crashes.txt").write_bytes(b"")
    assert [each.state for each in check_crashes(tmp_path)] == ["ok"]
    (tmp_path / "logs" / "crashes.txt").write_bytes(b"Fatal")
    [found] = check_crashes(tmp_path)
    assert (found.state, found.next_step) == ("warn", "save-report")
