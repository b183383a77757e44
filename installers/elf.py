"""What a folder's programs and libraries want of the system they will run on, as binutils' readelf reads them."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MAGIC = b"\x7fELF"
FILE = re.compile(r"^File: (.*)$", re.MULTILINE)
NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
GLIBC = re.compile(r"Name: GLIBC_(\d+)\.(\d+)")


class Wants(NamedTuple):
    """One file's: the libraries it is linked to, and the newest glibc that it uses something of."""

    path: Path
    libraries: frozenset[str]
    glibc: tuple[int, int]


def wants(folder: Path) -> list[Wants]:
    """Of every ELF file below a folder, by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path))
    return [_understood(path, text) for path, text in zip(files, _read(files), strict=True)]


def missing(found: Iterable[Wants]) -> set[str]:
    """The libraries that are wanted and not there: the system's."""
    there, wanted = set(), set[str]()
    for each in found:
        there.add(each.path.name)
        wanted |= each.libraries
    return wanted - there


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def _read(files: list[Path]) -> Iterator[str]:
    if not files:
        return
    # Always two at least: readelf names the files only then.
    command = ["readelf", "-W", "-d", "-V", *map(str, files), "/bin/true"]
    said = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env={"LC_ALL": "C"}).stdout
    parts = FILE.split(said)
    yield from parts[2::2][: len(files)]


def _understood(path: Path, text: str) -> Wants:
    versions = [(int(major), int(minor)) for major, minor in GLIBC.findall(text)]
    return Wants(path, frozenset(NEEDED.findall(text)), max(versions, default=(0, 0)))
