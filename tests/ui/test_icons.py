"""Every icon that is asked for exists, is one colour of lines, and is drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.ground.tree import SOURCE
from tests.ui.sample import RESOURCES
from tokenmgr.ui import icons
from tokenmgr.ui.errands import ERRANDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FOLDER = RESOURCES / "icons"
DRAWINGS = sorted(path for path in FOLDER.glob("*.svg"))
PLAIN = [path for path in DRAWINGS if not path.stem.startswith(("tray-", "empty-", "app"))]


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.stem)
def test_an_icon_is_lines_of_one_colour(path: Path) -> None:
    text = path.read_text("utf-8")
    assert (text.count("currentColor"), text.count("stroke-width=")) == (1, 1)
    root = ET.fromstring(text)
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke-width") == str(icons.LINE)


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_draws_something(path: Path, dressed: Callable[..., None]) -> None:
    image = icons.pixmap(path.stem, 24, "#112233").toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_every_icon_that_is_named_exists() -> None:
    named = {errand.icon for errand in ERRANDS.values()}
    calls = re.compile(r"""(?:Icon|Glyph|icon_button|icons\.icon|Drawing|Empty)\(\s*"([a-z-]+)"|icon="([a-z-]+)\"""")
    for path in (SOURCE / "ui").rglob("*.py"):
        named |= {one or other for one, other in calls.findall(path.read_text("utf-8"))}
    assert not named - {path.stem for path in DRAWINGS}
