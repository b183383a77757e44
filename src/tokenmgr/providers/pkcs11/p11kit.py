"""The modules that p11-kit is told of: its *.module files, read as p11-kit itself reads them.

What the system's administrator lists is a listed place. What the user's own folder says is not: a program that ran
once as the user could have written it, so such a module needs the user's consent.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import ModuleError
from tokenmgr.providers.pkcs11.header import open_regular
from tokenmgr.providers.pkcs11.trust import Origin, check_safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tokenmgr.providers.pkcs11.catalogue import System

#: Names that enable-in and disable-in may call this program by.
PROGRAMS = frozenset({"tokenmgr", "tokenmgr-cli"})
LARGEST_FILE = 64 * 1024
MOST_FILES = 256

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*\.module")
_SEPARATORS = re.compile(r"[\s,]+")


class Listed(NamedTuple):
    """A module that p11-kit's configuration names; `refused` says why it is not one for us."""

    name: str
    path: str
    origin: Origin
    priority: int = 0
    refused: str = ""


class Folders(NamedTuple):
    """Where p11-kit keeps its configuration, the strongest first, and where relative names resolve."""

    user: Path
    system: tuple[Path, ...]
    conf: Path
    modules: tuple[Path, ...]

    @classmethod
    def here(cls, system: System, home: Path) -> Folders:
        """p11-kit's compiled-in places as the distributions set them."""
        modules = [*system.expand("/usr/lib/{multiarch}/pkcs11"), "/usr/lib64/pkcs11", "/usr/lib/pkcs11"]
        return cls(
            user=home / ".config/pkcs11/modules",
            system=(Path("/etc/pkcs11/modules"), Path("/usr/share/p11-kit/modules")),
            conf=Path("/etc/pkcs11/pkcs11.conf"),
            modules=tuple(Path(folder) for folder in modules),
        )


class _Value(NamedTuple):
    """A setting, and who said so."""

    text: str
    origin: Origin


def listed(folders: Folders) -> list[Listed]:
    """Every module configured for this program, the highest priority first."""
    found = [_module(name, values, folders) for name, values in _merged(folders).items()]
    return sorted((module for module in found if module), key=lambda module: (-module.priority, module.name))


def _merged(folders: Folders) -> Mapping[str, Mapping[str, _Value]]:
    """Files of one name are one module; the strongest folder that sets a key wins."""
    merged: dict[str, dict[str, _Value]] = {}
    for folder, origin in _sources(folders):
        for path in _files(folder):
            values = merged.setdefault(path.stem, {})
            for key, text in _settings(path, believed=origin == "user").items():
                values.setdefault(key, _Value(text, origin))
    return merged


def _sources(folders: Folders) -> Iterator[tuple[Path, Origin]]:
    mode = _settings(folders.conf).get("user-config", "merge")
    # "only" and "override" hide the administrator's modules from the user's programs: listing is not loading, so both
    # are read as "merge" here, and nothing that should be seen disappears.
    if mode != "none":
        yield folders.user, "user"
    for folder in folders.system:
        yield folder, "p11-kit"


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if _FILE_NAME.fullmatch(path.name))[:MOST_FILES]
    except OSError:
        return []


def _settings(path: Path, *, believed: bool = False) -> dict[str, str]:
    """The lines `name: value` of a file; nothing where others could have written it, or where a line is wrong."""
    try:
        if not believed:
            check_safe(str(path))
        with open_regular(str(path)) as file:
            text = file.read(LARGEST_FILE + 1).decode()
    except (ModuleError, OSError, UnicodeDecodeError):
        return {}
    lines = [line.strip() for line in text.split("\n")]
    pairs = [line.partition(":") for line in lines if line and not line.startswith("#")]
    if len(text) > LARGEST_FILE or any(not colon for _, colon, _ in pairs):
        return {}
    return {name.strip(): value.strip() for name, _, value in pairs}


def _module(name: str, values: Mapping[str, _Value], folders: Folders) -> Listed | None:
    said = {key: value.text for key, value in values.items()}
    if said.get("remote"):
        return Listed(name, "", values["remote"].origin, refused="remote")
    if not said.get("module"):
        return None
    path = _resolved(said["module"], folders)
    refused = _refusal(said) if path else "relative"
    return Listed(name, path, values["module"].origin, _priority(said.get("priority", "")), refused)


def _refusal(said: Mapping[str, str]) -> str:
    if not _enabled(said):
        return "not-for-us"
    return "trust-policy" if said.get("trust-policy") == "yes" else ""


def _enabled(said: Mapping[str, str]) -> bool:
    """As in p11-kit: enable-in alone decides where it is set."""
    if "enable-in" in said:
        return not PROGRAMS.isdisjoint(_SEPARATORS.split(said["enable-in"]))
    return PROGRAMS.isdisjoint(_SEPARATORS.split(said.get("disable-in", "")))


def _priority(text: str) -> int:
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else 0


def _resolved(module: str, folders: Folders) -> str:
    """An absolute path as it stands; a plain name in p11-kit's own folder; anything else is nothing."""
    if module.startswith("/"):
        return module
    if "/" in module or module in {".", ".."}:
        return ""
    places = [folder / module for folder in folders.modules]
    return str(next((place for place in places if os.access(place, os.F_OK)), places[0] if places else ""))
