"""The open-source parts this program is made of, with their licences, as their own packages say."""

from __future__ import annotations

import platform
import re
from importlib import metadata
from typing import NamedTuple

#: Where the walk begins when this program is not installed as a package itself.
BEGINNING = (
    "PySide6-Essentials",
    "cryptography",
    "python-pkcs11",
    "asn1crypto",
    "pyusb",
    "keyring",
    "platformdirs",
    "msgpack",
    "tuf",
    "click",
    "tuf",
)
NAME = re.compile(r"[A-Za-z0-9._-]+")
LONGEST = 80


class Component(NamedTuple):
    """One part."""

    name: str
    version: str
    licence: str


def components() -> list[Component]:
    """All that are installed, by name; Python itself first."""
    found: dict[str, Component] = {}
    waiting = list(BEGINNING)
    while waiting:
        wanted = waiting.pop()
        try:
            package = metadata.distribution(wanted)
        except metadata.PackageNotFoundError:
            continue  # not needed on this system
        key = wanted.lower().replace("_", "-")
        if key not in found:
            found[key] = Component(package.metadata["Name"], package.version, _licence(package))
            waiting += [_bare(each) for each in package.requires or () if "extra ==" not in each]
    python = Component("Python", platform.python_version(), "PSF-2.0")
    return [python, *(found[key] for key in sorted(found))]


def _bare(requirement: str) -> str:
    named = NAME.match(requirement)
    return named[0] if named else ""


def _licence(package: metadata.Distribution) -> str:
    """As an expression where the package has one, else in its own words, else by its classifiers."""
    about = package.metadata
    said = next((about[name] for name in ("License-Expression", "License") if name in about), "")
    if not said or len(said) > LONGEST or "\n" in said:
        classifiers = about.get_all("Classifier") or []
        said = ", ".join(each.rpartition(":: ")[2] for each in classifiers if each.startswith("License ::"))
    return said[:LONGEST]
