"""Modules for every user's Firefox, by the policies of the computer. For an issuer's installer: it needs root.

Firefox writes what a policy adds into the list of each profile that it opens, where it stays when the policy is gone
again (seen with 140). So a module is taken out by a policy too: one that says to delete it, until all profiles have
been opened once.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tokenmgr.browsers.plans import check_readable, same_file, whole
from tokenmgr.model.browser_errors import BrowserHasModule, BrowserProfileBroken
from tokenmgr.model.change import FileEdit
from tokenmgr.model.errors import NotSupported

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FIREFOX = "Firefox"
FILE = "policies.json"
#: Looked at first, by Debian's Firefox ESR too; where it is there, nothing else is read.
FOR_ALL = Path("/etc/firefox/policies") / FILE
#: Beside the program, in installations that bring their own.
BESIDE = (
    Path("/usr/lib/firefox-esr/distribution"),
    Path("/usr/lib/firefox/distribution"),
    Path("/usr/lib64/firefox/distribution"),
    Path("/opt/firefox/distribution"),
)
#: Windows' own names for where programs lie; the last is for those of 32 bits.
PROGRAM_FILES = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")
READABLE, FOR_EVERYBODY = 0o644, 0o755


def policy_file(platform: str = sys.platform, root: Path = Path("/"), env: Mapping[str, str] = os.environ) -> Path:
    """The one that Firefox reads on this system. NotSupported where none would be read."""
    if platform in {"win32", "darwin"}:
        return _of_the_program(_programs(platform, root, env))
    for_all = root / FOR_ALL.relative_to("/")
    there = [path for folder in BESIDE if (path := root / folder.relative_to("/") / FILE).exists()]
    # a new one for all would hide one that lies beside the program
    return there[0] if there and not for_all.exists() else for_all


def _programs(platform: str, root: Path, env: Mapping[str, str]) -> list[tuple[Path, Path]]:
    """Where Firefox lies when it was installed for everybody, and the folder beside it whose policies it reads."""
    if platform == "darwin":
        contents = root / "Applications/Firefox.app/Contents"
        return [(contents / "MacOS/firefox", contents / "Resources/distribution")]
    folders = [Path(env[name]) / "Mozilla Firefox" for name in PROGRAM_FILES if env.get(name)]
    return [(folder / "firefox.exe", folder / "distribution") for folder in folders]


def _of_the_program(programs: Sequence[tuple[Path, Path]]) -> Path:
    """These systems have no folder for all: without the program nobody would ever read what was written."""
    for program, folder in programs:
        if program.exists():
            return folder / FILE
    raise NotSupported("browser-policy")


def added(path: Path) -> dict[str, str]:
    """Name -> file, as these policies say now."""
    return {name: str(library) for name, library in _added(path, _devices(_read(path)[1])).items()}


def plan_add(path: Path, modules: Mapping[str, str]) -> FileEdit:
    """Name -> file, into whatever policies there are. BrowserHasModule where an administrator's own is in the way."""
    before, document = _read(path)
    devices = _devices(document)
    held = _added(path, devices)
    for name, library in modules.items():
        check_readable(name, library)
        _refuse_twice(held, name, library)
    held.update(modules)
    if isinstance(listed := devices.get("Delete"), list):
        devices["Delete"] = [name for name in listed if name not in modules]
    return FileEdit(path, before, _written(document), READABLE, FOR_EVERYBODY)


def plan_delete(path: Path, names: Sequence[str]) -> FileEdit:
    """Firefox is told to take them out of every profile."""
    before, document = _read(path)
    devices = _devices(document)
    held = _added(path, devices)
    for name in names:
        held.pop(name, None)
    if not _new_style(devices):
        kept = dict(devices)
        devices.clear()
        devices["Add"] = kept
    listed = devices.setdefault("Delete", [])
    if not isinstance(listed, list):
        raise BrowserProfileBroken(str(path), "must be a list")
    listed.extend(name for name in names if name not in listed)
    return FileEdit(path, before, _written(document), READABLE, FOR_EVERYBODY)


def _refuse_twice(held: Mapping[str, Any], name: str, library: str) -> None:
    """The name stands there with another file, or the file under another name: that is somebody's, and no accident."""
    for there, file in held.items():
        if (there == name) != same_file(str(file), library):
            raise BrowserHasModule(FIREFOX, "", there, str(file))


def _read(path: Path) -> tuple[bytes | None, dict[str, Any]]:
    try:
        before = whole(path)
    except FileNotFoundError:
        return None, {"policies": {}}
    except OSError as error:
        raise BrowserProfileBroken(str(path), error.strerror or "") from None
    try:
        document = json.loads(before.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise BrowserProfileBroken(str(path), "damaged") from None
    if not isinstance(document, dict):
        raise BrowserProfileBroken(str(path), "must be a table")
    _table(path, _table(path, document, "policies"), "SecurityDevices")
    return before, document


def _devices(document: dict[str, Any]) -> dict[str, Any]:
    devices: dict[str, Any] = document["policies"].setdefault("SecurityDevices", {})
    return devices


def _added(path: Path, devices: dict[str, Any]) -> dict[str, Any]:
    """The table that modules are added by."""
    return _table(path, devices, "Add") if _new_style(devices) else devices


def _new_style(devices: Mapping[str, Any]) -> bool:
    """Since Firefox 114 there is Add and Delete; before, names and files stood there by themselves."""
    return not devices or bool({"Add", "Delete"} & devices.keys())


def _table(path: Path, above: dict[str, Any], key: str) -> dict[str, Any]:
    found = above.setdefault(key, {})
    if not isinstance(found, dict):
        raise BrowserProfileBroken(str(path), "must be a table")
    return found


def _written(document: Mapping[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
