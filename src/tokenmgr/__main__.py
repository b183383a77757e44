"""The doors: the command line, a module's process, and the window when there is one; chosen before anything heavy."""

from __future__ import annotations

import sys


def main() -> int:
    """`python -m tokenmgr`, and the frozen program."""
    if sys.argv[1:2] == ["--pkcs11-child"]:
        from tokenmgr.providers.pkcs11.child.__main__ import main as serve

        return serve(sys.argv[2])
    from tokenmgr.app import command_line

    return command_line()


if __name__ == "__main__":
    sys.exit(main())
