"""Loads Qt's Python binding without what no running program asks of it: 30 ms of every start.

Its Python part is unpacked and compiled anew at each start, and all of it only explains: help texts, signatures, the
words of a TypeError. A thin part stands in for it until somebody wants an explanation, and calls the whole one then.
Its enumerations are made by the library's long way, a thousand members for the first use of `Qt`: the standard library
has a shorter one. What the whole part would also do, and nobody here wants: take `import` over, to read the source of
every module and see whether it asks for Qt's names in another spelling.

A binding that is made otherwise is loaded as it is.
"""

from __future__ import annotations

import builtins
import enum
import sys
import threading
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

from tokenmgr.system.late_modules import load_late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: The file in the binding that calls the whole Python part in; it has no other.
BOOTSTRAP = "signature_bootstrap.py"
#: In its place: the binding's own C part asks this for the functions it may need one day.
STAND_IN = f"from {__name__} import Explaining\ndef bootstrap():\n    return Explaining(globals()).thin()"
#: Where the C part looks names up before it asks for the words of a TypeError.
MAPPING = "shibokensupport.signature.mapping"
#: What is done at every import and every class, and needs no doing.
IDLE = ("finish_import", "feature_import", "feature_imported", "post_init")
#: Only the whole part uses these, or a module that the binding uses little of. They are 12 ms.
HARDLY_USED = ("base64", "ipaddress", "tempfile", "textwrap", "traceback", "zipfile")

_source: list[Any] = []
_lock = threading.RLock()


def load() -> None:
    """Before anything else imports it."""
    if "shiboken6" not in sys.modules:
        load_late(*HARDLY_USED)
        with _thin():
            import shiboken6  # noqa: F401
        _make_enumerations_quickly()


@contextmanager
def _thin() -> Iterator[None]:
    """The binding gets the thin part where it compiles the one that calls in the whole."""
    real = builtins.compile

    def stand_in(source: Any, filename: Any, *how: Any, **more: Any) -> Any:
        if filename == BOOTSTRAP:
            _source.append(source)
            source = STAND_IN
        return real(source, filename, *how, **more)

    builtins.compile = stand_in
    try:
        yield
    finally:
        builtins.compile = real


class Explaining:
    """The whole Python part, called in by the first who asks. `space`: where the binding runs its bootstrap."""

    def __init__(self, space: dict[str, Any]) -> None:
        self._space = space
        self._loader: Any = None
        self._mapping = ModuleType(MAPPING)
        self._kept: list[object] = []

    def thin(self) -> Explaining:
        """What the C part holds on to. It takes functions by name, and keeps no reference to them."""
        self._mapping.__dict__["update_mapping"] = self._name_everything
        sys.modules[MAPPING] = self._mapping
        self._kept.append(self)
        return self

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        answer = _nothing if name in IDLE else self._asking(name)
        self._kept.append(answer)
        setattr(self, name, answer)
        return answer

    def _asking(self, name: str) -> Callable[..., Any]:
        def ask(*given: object, **named: object) -> Any:
            return getattr(self._whole(), name)(*given, **named)

        return ask

    def _whole(self) -> Any:
        with _lock:
            if self._loader is None:
                exec(compile(_source[0], BOOTSTRAP, "exec"), self._space)  # noqa: S102 - the binding's own code
                taken = builtins.__import__
                self._loader = self._space["bootstrap"]()
                builtins.__import__ = taken
            return self._loader

    def _name_everything(self) -> None:
        """The C part looks into the thin mapping's own names, so those of the whole one are put there."""
        self._whole()
        whole = sys.modules[MAPPING]
        whole.update_mapping()
        self._mapping.__dict__.update({**whole.__dict__, "update_mapping": self._name_everything})


def _nothing(*_anything: object, **_named: object) -> None:
    """Nobody here asks for Qt's names in another spelling."""


def _make_enumerations_quickly() -> None:
    """Half the time of each, and the same enumeration in the end."""
    quick = getattr(enum, "_simple_enum", None)
    usual = getattr(enum.EnumType, "_create_", None)
    if quick is None or usual is None:
        return
    plain = {enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag}

    def create(kind: Any, name: str, names: Any, *, boundary: Any = None, **how: Any) -> Any:
        if kind not in plain or not isinstance(names, list) or boundary is not enum.KEEP:  # none of the binding's
            return usual(kind, name, names, boundary=boundary, **how)
        made = quick(kind, boundary=boundary)(type(name, (), dict(names)))
        made.__module__ = how.get("module")
        return made

    enum.EnumType._create_ = create  # type: ignore[attr-defined]
