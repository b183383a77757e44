"""How the process of a module is started."""

from __future__ import annotations

import sys
from pathlib import Path

#: The door of a frozen program that leads to a module child.
DOOR = "--pkcs11-child"

#: Without site and environment the interpreter is up in 7 ms instead of 10, and nobody's sitecustomize comes along.
BOOT = (
    "import sys; sys.path[1:1] = sys.argv[2:]; "
    "from tokenmgr.providers.pkcs11.child.__main__ import main; main(sys.argv[1])"
)


def child_command(module: str) -> list[str]:
    """The command that serves one module."""
    if getattr(sys, "frozen", False):
        return [sys.executable, DOOR, module]
    return [sys.executable, "-I", "-S", "-c", BOOT, module, *import_folders()]


def import_folders() -> list[str]:
    """Where our own code and the one library that the child needs lie."""
    import msgpack  # the parent's side of the wire has it already

    ours = Path(__file__).resolve().parents[3]
    theirs = Path(msgpack.__file__).resolve().parents[1]
    return [str(ours), str(theirs)]
