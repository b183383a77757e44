"""A quick start: what is hardly used waits until it is, and nobody looks for garbage."""

from __future__ import annotations

import subprocess
import sys

from tests.ground.tree import ROOT

BEGIN = "import sys, gc; from tokenmgr.cli.quick import *; start_quickly()\n"


def said(code: str) -> str:
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r})\n{BEGIN}{code}"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_what_is_hardly_used_waits() -> None:
    assert said("import dataclasses, pathlib; print({'ast', 'urllib.error'} & set(sys.modules))") == "set()"


def test_garbage_is_looked_for_seldom_and_not_at_the_end() -> None:
    assert said(
        "print(gc.get_threshold()[0] >= 10_000, gc.isenabled()); end_quickly(); print(gc.get_freeze_count() > 0)"
    ) == ("True True\nTrue")
