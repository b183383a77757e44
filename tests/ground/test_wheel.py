"""The wheel brings the resources, and a source checkout needs no copy of them."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

from tests.ground.tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_wheel_holds_source_and_resources(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    sources = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}
    data = {f"tokenmgr/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "resources").rglob("*.toml")}
    assert data
    assert sources | data <= held
    assert not [name for name in held if name.startswith(("tests", "tools"))]
