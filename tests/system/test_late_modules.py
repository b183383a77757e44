"""What is hardly used is loaded when it is, and is then what it always was."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.ground.tree import ROOT

BEGIN = "import sys; from tokenmgr.system.late_modules import load_late; load_late('inspect', 'zipfile')\n"


def said(code: str) -> str:
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r})\n{BEGIN}{code}"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_nothing_of_it_runs_before_it_is_used() -> None:
    assert said(
        "import dataclasses, inspect, pathlib; print('ast' in sys.modules, vars(inspect).keys() >= {'stack'})"
    ) == ("False False")


@pytest.mark.parametrize("again", ["", "import inspect; "])
def test_used_it_is_all_there(again: str) -> None:
    assert said(f"import inspect; {again}print(inspect.isclass(int), inspect.cleandoc(' x'))") == "True x"
    assert said("from inspect import isclass; import inspect; print(isclass is inspect.isclass)") == "True"


def test_what_was_loaded_before_stays() -> None:
    assert said("import inspect as first; inspect = first.stack; load_late('inspect'); import inspect as second;"
                "print(first.stack is second.stack)") == "True"  # fmt: skip


def test_what_is_not_there_is_missing_as_usual() -> None:
    assert said("import inspect\ntry: inspect.nothing_like_it\nexcept AttributeError as e: print(e)") == (
        "module 'inspect' has no attribute 'nothing_like_it'"
    )
