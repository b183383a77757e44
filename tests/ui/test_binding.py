"""Qt's Python binding loads only what a running program needs; the rest still answers when it is asked."""

import subprocess
import sys

import pytest

LOADED = """
import builtins, sys
usual = builtins.compile
from tokenmgr.ui import binding
import PySide6.QtWidgets
assert not hasattr(builtins, "__feature_import__"), "every import would read the source of what it imports"
assert builtins.compile is usual
def whole():
    return "shibokensupport.signature.loader" in sys.modules
assert not whole()
import zipfile, struct
assert zipfile.ZipFile and struct.pack("b", 1), "what was put off is there when it is asked for"
"""
ASKED = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel
class Bell(QObject):
    rung = Signal(int)
bell, heard = Bell(), []
bell.rung.connect(heard.append)
bell.rung.emit(3)
assert heard == [3]
application = QApplication([])
label = QLabel("x")
assert not whole(), "ordinary work asks for nothing"
imports = builtins.__import__
def refused(work):
    try:
        work()
    except (TypeError, AttributeError) as error:
        return str(error)
    raise AssertionError
assert "Supported signatures" in refused(lambda: QSize("wide"))
assert whole()
assert "QLabel.setText(int)" in refused(lambda: label.setText(3))
assert "QColor" in refused(lambda: QColor([1]))
assert "no_such_thing" in refused(lambda: label.no_such_thing)
assert QSize.__doc__ and "setWidth" in dir(QSize)
assert builtins.__import__ is imports
"""
OTHERWISE_NAMED = """
import types
sys = __import__("sys")
source = __import__("pathlib").Path(sys.argv[1]).read_text().replace('"signature_bootstrap.py"', '"elsewhere.py"')
stand_in = types.ModuleType("tokenmgr.ui.binding")
exec(compile(source, sys.argv[1], "exec"), stand_in.__dict__)
stand_in.load()
assert not stand_in._source
from PySide6.QtCore import QSize
assert QSize(2, 3).width() == 2
assert "shibokensupport.signature.loader" in sys.modules
"""
#: Every enumeration, and what Python can be asked about it.
ENUMERATIONS = """
import enum, json, sys
if sys.argv[1] == "ours":
    import tokenmgr.ui
from PySide6 import QtCore, QtGui, QtWidgets
found = {}
def note(where, kind):
    members = {name: int(getattr(each.value, "real", 0)) for name, each in kind.__members__.items()}
    facts = [kind.__name__, kind.__qualname__, kind.__module__, [base.__name__ for base in kind.__mro__], members]
    facts += [[each.name for each in kind], len(kind), all(kind(each.value) is each for each in kind)]
    facts += [all(getattr(kind, name) is each for name, each in kind.__members__.items()), repr(list(kind)[:1])]
    if issubclass(kind, enum.Flag):
        several = list(kind)[:3]
        if several:
            both = several[0] | several[-1]
            facts += [type(both).__name__, both.value, both == several[0] | several[-1], (~several[0]).value]
            facts += [bool(kind(0)), hash(both) == hash(type(both)(both.value))]
    found[where] = facts
for module in (QtCore, QtGui, QtWidgets):
    for name in dir(module):
        holder = getattr(module, name)
        if isinstance(holder, type) and not issubclass(holder, enum.Enum):
            for inner in list(vars(holder)):
                kind = vars(holder)[inner]
                if isinstance(kind, enum.EnumMeta):
                    note(f"{module.__name__}.{name}.{inner}", kind)
print(json.dumps(found, sort_keys=True))
"""


def python(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert not done.returncode, done.stderr
    return done.stdout


@pytest.mark.parametrize("code", [LOADED, LOADED + ASKED], ids=["loaded", "asked"])
def test_what_only_explains_waits_until_it_is_asked(code: str) -> None:
    python(code)


def test_a_binding_made_otherwise_is_loaded_as_it_is() -> None:
    from tokenmgr.ui import binding

    assert binding.__file__
    python(OTHERWISE_NAMED, binding.__file__)


def test_enumerations_are_what_they_would_have_been() -> None:
    ours, theirs = python(ENUMERATIONS, "ours"), python(ENUMERATIONS, "theirs")
    assert ours.count("PySide6.Qt") > 300
    assert ours == theirs
