"""A desktop for each file of tests, and the program on it, started by its own command on practice tokens."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from tests.beds import desktop as desktop_bed
from tests.beds.desktop import NOTICES, TRAY, Desktop
from tests.desktop.started import Started
from tokenmgr.providers.practice.shelf import Shelf
from tokenmgr.ui.agreed_texts import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMAND = (sys.executable, "-m", "tokenmgr")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """With a tray, and somebody who shows notices."""
    if why := desktop_bed.available():
        pytest.skip(why)
    with Desktop(tmp_path_factory.mktemp("desktop")) as made:
        made.parts("own", name=TRAY)
        made.parts("own", name=NOTICES)
        yield made


@pytest.fixture
def started(desk: Desktop, tmp_path: Path) -> Iterator[Started]:
    """The program, when its window and its icon are there."""
    home = tmp_path / "data"
    Shelf(home / "practice").ready()
    kept = {"welcomed": VERSION, "autostart_asked": True}
    (home / "settings.json").write_text(json.dumps(kept), encoding="utf-8")
    made = Started(desk, (*COMMAND, "--practice", "--home", str(home), "--language", "zh-Hans"), home)
    yield made
    made.end()
