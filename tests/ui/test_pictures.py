"""Every page and dialog looks as it was when somebody last looked: three languages, two themes, three scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import pictures

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def expected() -> dict[str, str]:
    found = pictures.expected()
    if found.pop("font", "") != pictures.font_mark():
        pytest.skip("the pictures were drawn with another edition of Noto Sans CJK than the one here")
    return found


@pytest.mark.timeout(300)
@pytest.mark.parametrize("scale", pictures.SCALES)
def test_it_looks_as_it_was_accepted(scale: str, expected: dict[str, str], tmp_path: Path) -> None:
    wanted = {name: mark for name, mark in expected.items() if name.split(".", 3)[3] == scale}
    found = pictures.drawn(scale, tmp_path)
    assert found.keys() == wanted.keys()
    other = sorted(name for name in found if found[name] != wanted[name])
    assert not other, f"look at them in {tmp_path}; then python -m tests.ui.pictures --accept"
