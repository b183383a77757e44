"""What a folder with the program holds, and the names that never change by which installers know each part of it."""

from __future__ import annotations

import hashlib
import shutil
import uuid
from pathlib import Path, PurePosixPath
from typing import NamedTuple

#: Everything that Windows Installer has to recognise again in ten years is derived from this, so it never changes.
OURS = uuid.UUID("0b0f3c5e-6c1d-5f0a-9d53-6f2f1c6a7e41")
UPGRADE_CODE = uuid.uuid5(OURS, "upgrade")
WINDOW, COMMAND_LINE, MODULE = "tokenmgr.exe", "tokenmgr-cli.exe", "tokenmgr-module.exe"
PROGRAMS = (WINDOW, COMMAND_LINE, MODULE)
#: The folder of the process for 32-bit modules, with a Python of its own: taken along where it was built.
NARROW = "x86"
ROOT = PurePosixPath()
#: What means something else to makensis or wixl.
FOREIGN = frozenset('$"`;')


class Contents(NamedTuple):
    """The files of a program's folder, as paths below it, in an order that is the same everywhere."""

    folder: Path
    files: tuple[PurePosixPath, ...]

    @property
    def folders(self) -> tuple[PurePosixPath, ...]:
        """Every folder that has a file in it somewhere, the outer before the inner, without the program's own."""
        found = {parent for file in self.files for parent in file.parents} - {ROOT}
        return tuple(sorted(found))

    @property
    def size(self) -> int:
        """In bytes."""
        return sum((self.folder / file).stat().st_size for file in self.files)

    @property
    def digest(self) -> str:
        """Over names and contents, and nothing else."""
        total = hashlib.sha256()
        for file in self.files:
            own = hashlib.sha256((self.folder / file).read_bytes()).hexdigest()
            total.update(f"{file}\0{own}\n".encode())
        return total.hexdigest()


class TreeUnfit(Exception):
    """This folder cannot become an installer, and why."""


def read(folder: Path) -> Contents:
    """Everything in the folder. TreeUnfit where a program is missing, or a name that an installer cannot carry."""
    return _looked_at(folder, PROGRAMS, found=_found(folder))


def read_narrow(folder: Path) -> Contents:
    """Of a bundle made with a 32-bit Python, the module's process and what it stands on; its siblings stay behind."""
    others = {PurePosixPath(program) for program in PROGRAMS if program != MODULE}
    return _looked_at(folder, (MODULE,), found=[file for file in _found(folder) if file not in others])


def _found(folder: Path) -> list[PurePosixPath]:
    return sorted(PurePosixPath(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def _looked_at(folder: Path, programs: tuple[str, ...], found: list[PurePosixPath]) -> Contents:
    missing = [program for program in programs if PurePosixPath(program) not in found]
    if missing:
        raise TreeUnfit(f"{folder} lacks {', '.join(missing)}")
    foreign = [str(file) for file in found if not str(file).isascii() or set(str(file)) & FOREIGN]
    if foreign:
        raise TreeUnfit(f"wixl and makensis would garble {', '.join(foreign)}")
    _same_to_windows(found)
    return Contents(folder, tuple(found))


def _same_to_windows(files: list[PurePosixPath]) -> None:
    seen: dict[str, PurePosixPath] = {}
    for file in files:
        other = seen.setdefault(str(file).lower(), file)
        if other is not file:
            raise TreeUnfit(f"Windows cannot tell {other} from {file}")


def stable(kind: str, path: object) -> uuid.UUID:
    """The same for the same thing in every version."""
    return uuid.uuid5(OURS, f"{kind}/{path}")


def staged(contents: Contents, folder: Path, moment: int) -> Contents:
    """A copy in which every file was last written at the same moment, because installers carry that along."""
    import os

    for file in contents.files:
        copy = folder / file
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(contents.folder / file, copy)
        os.utime(copy, (moment, moment))
    return Contents(folder, contents.files)
