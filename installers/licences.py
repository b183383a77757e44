"""The parts in a bundle that others made, under which licences they come, and the words that have to come along."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING, NamedTuple

from installers.product import ROOT

if TYPE_CHECKING:
    from pathlib import Path

#: Texts that a package should bring and does not.
ADDED = ROOT / "installers" / "licences"
#: The expression, where a package's own words are none.
SAID_OTHERWISE = {
    "PySide6_Essentials": "LGPL-3.0-only",  # of the three that are offered, the one that this program takes
    "shiboken6": "LGPL-3.0-only",
    "pyusb": "BSD-3-Clause",
    "backports.tarfile": "MIT",
    "jaraco.classes": "MIT",
}
TEXTS = ("license", "copying", "notice")


class Part(NamedTuple):
    """One part."""

    name: str
    version: str
    licence: str
    #: The name of its file on the package index; empty for what comes inside another part.
    package: str = ""
    texts: tuple[str, ...] = ()


def packages(internal: Path) -> list[Part]:
    """The Python packages in a bundle, as they describe themselves."""
    return [_described(folder) for folder in sorted(internal.glob("*.dist-info"), key=lambda each: each.name.lower())]


def _described(folder: Path) -> Part:
    about = metadata.PathDistribution(folder)
    name = about.metadata["Name"]
    licence = SAID_OTHERWISE.get(name) or about.metadata["License-Expression"]
    if not licence:
        raise ValueError(f"{folder.name} names no licence: say it in installers/licences.py")
    return Part(name, about.version, licence, name, tuple(_texts(folder, name)))


def _texts(folder: Path, name: str) -> list[str]:
    own = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name.lower().startswith(TEXTS)]
    added = ADDED / f"{name}.txt"
    return [path.read_text("utf-8") for path in own or [added] if path.exists()]
