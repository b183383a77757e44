"""The doors: the command line, a module's process, and the window when there is one; chosen before anything heavy."""

from __future__ import annotations

import sys

MODULE_DOOR = "--pkcs11-child"
COMMAND_LINE_DOOR = "--command-line"


def main() -> int:
    """`python -m tokenmgr`, and the frozen program."""
    if sys.argv[1:2] == [MODULE_DOOR]:
        return serve_module()
    if sys.argv[1:2] == [COMMAND_LINE_DOOR]:
        del sys.argv[1]
        from tokenmgr.app import command_line

        return command_line()
    from tokenmgr.desktop import window

    return window(sys.argv[1:])


def serve_module() -> int:
    """Be the process of a module, started as a program and never imported. Only a frozen program comes this way."""
    import runpy

    del sys.argv[1]
    runpy.run_module("tokenmgr.providers.pkcs11.child", run_name="__main__")
    return 0


if __name__ == "__main__":
    sys.exit(main())
