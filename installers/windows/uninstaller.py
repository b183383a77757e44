"""The uninstaller that makensis has just made, on its way into the installer: kept, or exchanged for itself, signed.

makensis writes it anew in each build, so nobody can sign it in between: one build keeps it, it is signed with the other
programs, and the build of these takes it in. makensis runs this file itself, on whatever Python the build runs on.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

KEEP, EXCHANGE = "keep", "exchange"
#: A signature is noted in a program's head, where NSIS does not look either, and stands behind all that was there.
HEAD = 512


def command(wish: str, file: Path) -> str:
    """For makensis, which puts the place of the new uninstaller for %1."""
    return f'"{sys.executable}" "{Path(__file__).resolve()}" {wish} "%1" "{file.resolve()}"'


def keep(fresh: Path, file: Path) -> None:
    """Lay a copy where it can be signed."""
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(fresh, file)


def exchange(fresh: Path, signed: Path) -> None:
    """Put the signed one in its place. ValueError where it has no signature, or takes away what another one brought."""
    wanted, found = fresh.read_bytes(), signed.read_bytes()
    if len(found) <= len(wanted):
        raise ValueError(f"{signed.name} is not signed")
    if found[HEAD : len(wanted)] != wanted[HEAD:]:
        raise ValueError(f"{signed.name} is of another build")
    shutil.copyfile(signed, fresh)


def main() -> int:
    wish, fresh, file = sys.argv[1:]
    try:
        {KEEP: keep, EXCHANGE: exchange}[wish](Path(fresh), Path(file))
    except (OSError, ValueError) as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
