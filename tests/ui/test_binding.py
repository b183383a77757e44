"""Qt's Python binding loads only what a running program needs; the rest still answers when it is asked."""

import subprocess
import sys

import pytest

LOADED = """
import builtins, sys
from tokenmgr.ui import binding
import PySide6.QtWidgets
taken = builtins.__feature_import__
assert builtins.__import__ is not taken, "every import would read the source of what it imports"
assert len(binding._waiting) == len(binding.LATER), binding._waiting
"""
ASKED = """
from PySide6.QtCore import QObject, QSize, Signal
class Bell(QObject):
    rung = Signal(int)
bell, heard = Bell(), []
bell.rung.connect(heard.append)
bell.rung.emit(3)
assert heard == [3]
assert len(binding._waiting) == len(binding.LATER), "ordinary work asks for nothing"
try:
    QSize("wide")
except TypeError as error:
    assert "Supported signatures" in str(error), error
else:
    raise AssertionError
assert len(binding._waiting) < len(binding.LATER)
"""
OTHERWISE_NAMED = """
import types
sys = __import__("sys")
source = __import__("pathlib").Path(sys.argv[1]).read_text().replace("shibokensupport/", "elsewhere/")
stand_in = types.ModuleType("tokenmgr.ui.binding")
exec(compile(source, sys.argv[1], "exec"), stand_in.__dict__)
stand_in.load()
assert not stand_in._waiting
from PySide6.QtCore import QSize
assert QSize(2, 3).width() == 2
"""


def python(code: str, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *arguments],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=30,
    )
    assert not done.returncode, done.stderr


@pytest.mark.parametrize("code", [LOADED, LOADED + ASKED], ids=["loaded", "asked"])
def test_what_only_explains_waits_until_it_is_asked(code: str) -> None:
    python(code)


def test_a_binding_made_otherwise_is_loaded_as_it_is() -> None:
    from tokenmgr.ui import binding

    assert binding.__file__
    python(OTHERWISE_NAMED, binding.__file__)


def test_a_name_that_is_not_there_is_missing_as_anywhere() -> None:
    python(
        LOADED
        + """
import shibokensupport.signature.layout as layout
assert not hasattr(layout, "no such name") and not hasattr(layout, "__path__")
assert callable(layout.create_signature)
"""
    )
