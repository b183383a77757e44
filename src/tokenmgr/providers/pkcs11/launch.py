"""How the process of a module is started. Read before anything else is loaded: keep it light."""

from __future__ import annotations

import os
import sys

#: The door of `python -m tokenmgr` that leads to a module child. A frozen program has a program of its own for it.
DOOR = "--pkcs11-child"

#: Without site and environment the interpreter is up in 7 ms instead of 10, and nobody's sitecustomize comes along.
BOOT = "import sys; sys.path[1:1] = sys.argv[1:]; from tokenmgr.providers.pkcs11.child.__main__ import main; main()"


def child_command(*, narrow: bool = False) -> list[str]:
    """The command that serves a module, whichever it is told to load. `narrow`: one of 32 bits where we have 64."""
    if getattr(sys, "frozen", False):
        from tokenmgr.system.programs import MODULE, narrow_module, program

        return [narrow_module() if narrow else program(MODULE)]
    return [sys.executable, "-I", "-S", "-c", BOOT, *import_folders()]


def import_folders() -> list[str]:
    """Where our own code and the one library that the child needs lie."""
    ours = os.path.realpath(__file__)
    for _ in __name__.split("."):
        ours = os.path.dirname(ours)  # noqa: PTH120 - pathlib costs 4 ms, and this is where every start begins
    return [ours, _folder_of_msgpack()]


def _folder_of_msgpack() -> str:
    """Where importing it would find it; only where that is no plain folder it is really imported."""
    for folder in sys.path:
        if os.path.isfile(os.path.join(folder, "msgpack", "__init__.py")):  # noqa: PTH113, PTH118 - as above
            return os.path.realpath(folder)
    import msgpack

    return os.path.dirname(os.path.dirname(os.path.realpath(str(msgpack.__file__))))  # noqa: PTH120 - as above
