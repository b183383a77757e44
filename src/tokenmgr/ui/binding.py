"""Loads Qt's Python binding without what no program asks of it.

Its Python part is compiled anew at every start, and most of it only writes help texts and the words of a TypeError:
that waits until it is asked for (52 ms instead of 85). And it takes `import` over, to read the source of every module
imported from then on and see whether it wants Qt's names spelled another way: nobody here does, so `import` is given
back (10 ms before the first paint, 30 before the first certificates, and the memory of all that source).
"""

from __future__ import annotations

import builtins
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Files of the binding's own that nothing needs which only runs. A binding without them is loaded as it is.
LATER = {
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
}
_waiting: dict[str, Callable[[], Any]] = {}
_lock = threading.RLock()


def load() -> None:
    """Before anything else imports it."""
    if "shiboken6" not in sys.modules:
        with _put_off():
            import shiboken6  # noqa: F401
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def _put_off() -> Iterator[None]:
    """What is compiled meanwhile waits, if it can."""
    real = builtins.compile

    def put_off(source: Any, filename: Any, *how: Any, **more: Any) -> Any:
        if filename not in LATER:
            return real(source, filename, *how, **more)
        _waiting[filename] = lambda: real(source, filename, *how, **more)
        return real(f"from {__name__} import asked\n__getattr__ = asked(globals(), {filename!r})", filename, "exec")

    builtins.compile = put_off
    try:
        yield
    finally:
        builtins.compile = real


def asked(module: dict[str, Any], filename: str) -> Callable[[str], Any]:
    """What a module of the binding that waits does at the first question to it."""

    def answer(name: str) -> Any:
        with _lock:
            compiled = _waiting.pop(filename, None) if not name.startswith("__") else None
            if compiled is not None:
                exec(compiled(), module)  # noqa: S102 - the binding's own code, as it would have run before
        try:
            return module[name]
        except KeyError:
            raise AttributeError(name) from None

    return answer
