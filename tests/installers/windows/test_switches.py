"""An issuer's words become choices that the program reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from installers.windows.switches import FILE, SWITCHES, TABLE
from tokenmgr.places import places
from tokenmgr.settings import Settings, read

if TYPE_CHECKING:
    from pathlib import Path

SAID = {"ISSUER": "hkpost-safenet", "LANG": "zh-Hant", "QUIET": "1", "AGREED": "1"}
MEANT = Settings(issuer="hkpost-safenet", language="zh-Hant", autostart_asked=True, welcomed="1")


def test_the_program_reads_what_was_said(tmp_path: Path) -> None:
    lines = [f"[{TABLE}]", *(f"{each.choice}={each.toml(SAID[each.word])}" for each in SWITCHES)]
    given = tmp_path / FILE
    given.write_bytes("\r\n".join([*lines, ""]).encode("ascii"))
    assert read(tmp_path / "none", given) == MEANT


def test_in_the_file_that_it_looks_for() -> None:
    assert places().given_settings.name == FILE


@pytest.mark.parametrize("bad", ['"', '"\npin_cache_minutes = 120\nx = "', "\\", "\x00"])
def test_a_word_that_is_none_gives_nothing_about_pins(tmp_path: Path, bad: str) -> None:
    given = tmp_path / FILE
    given.write_text(f"[{TABLE}]\nissuer={SWITCHES[0].toml(bad)}\n")
    assert read(tmp_path / "none", given) == Settings()
