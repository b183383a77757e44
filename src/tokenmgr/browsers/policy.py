"""Modules for every user's Firefox, by the policies of the computer. For an issuer's installer: it needs root.

Firefox writes what a policy adds into the list of each profile that it opens, where it stays when the policy is gone
again (seen with 140). So a module is taken out by a policy too: one that says to delete it, until all profiles have
been opened once.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tokenmgr.browsers.plans import whole
from tokenmgr.model.browser_errors import BrowserProfileBroken
from tokenmgr.model.change import FileEdit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
READABLE, FOR_EVERYBODY = 0o644, 0o755


def policy_file(root: Path = Path("/"), beside: Sequence[Path] = BESIDE) -> Path:
    """The one that Firefox reads: a new one for all would hide one that lies beside the program."""
    for_all = root / FOR_ALL.relative_to("/")
    there = [path for folder in beside if (path := root / folder.relative_to("/") / FILE).exists()]
    return there[0] if there and not for_all.exists() else for_all


def plan_add(path: Path, modules: Mapping[str, str]) -> FileEdit:
    """Name -> file, into whatever policies there are."""
    before, document = _read(path)
    devices = _devices(document)
    held = _table(path, devices, "Add") if _new_style(devices) else devices
    held.update(modules)
    if isinstance(listed := devices.get("Delete"), list):
        devices["Delete"] = [name for name in listed if name not in modules]
    return FileEdit(path, before, _written(document), READABLE, FOR_EVERYBODY)


def plan_delete(path: Path, names: Sequence[str]) -> FileEdit:
    """Firefox is told to take them out of every profile."""
    before, document = _read(path)
    devices = _devices(document)
    held = _table(path, devices, "Add") if _new_style(devices) else devices
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
