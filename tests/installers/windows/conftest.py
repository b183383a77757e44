"""A folder as a bundle is laid out, with a few words in each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from installers.windows import contents

if TYPE_CHECKING:
    from pathlib import Path

    from installers.windows.contents import Contents

FILES = (
    *contents.PROGRAMS,
    "_internal/base.dll",
    "_internal/tokenmgr/resources/ca/netca.toml",
    "_internal/tokenmgr/resources/ca/base.dll",
    "x86/tokenmgr-module.exe",
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    place = tmp_path / "tree"
    for name in FILES:
        file = place / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"what is in {name}")
    return place


@pytest.fixture
def found(tree: Path) -> Contents:
    return contents.read(tree)
