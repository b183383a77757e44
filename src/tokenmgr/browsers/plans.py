"""What would have to be written to register a module, or to take it out again. Nothing is written here."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from tokenmgr.browsers import module_list
from tokenmgr.browsers.kinds import Browser
from tokenmgr.browsers.module_list import Entry
from tokenmgr.browsers.running import is_running
from tokenmgr.browsers.ways import Way, way
from tokenmgr.model.browser_errors import (
    BrowserHasModule,
    BrowserLacksModule,
    BrowserNameRefused,
    BrowserProfileBroken,
    BrowserRunning,
    BrowserSandboxed,
)
from tokenmgr.model.change import FileEdit

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.browsers.kinds import BrowserProfile

MOST_BYTES = 1 << 20
LONGEST_NAME = 64


def registered(profile: BrowserProfile) -> list[Entry]:
    """The modules in its list now. BrowserProfileBroken where it cannot be read."""
    return module_list.entries(_read(profile) or b"")


def plan_register(profile: BrowserProfile, name: str, library: str) -> FileEdit:
    """The list with this module in it; the same list where it is there already."""
    check_readable(name, library)
    found = way(profile, library)
    if found is not Way.DIRECT:
        raise BrowserSandboxed(profile.title, found.value)
    before = _closed(profile)
    wanted = Entry(name, library)
    listed = before or b""
    if wanted in module_list.entries(listed):
        return FileEdit(profile.list_file, before, before)
    _refuse_twice(profile, listed, wanted)
    return FileEdit(profile.list_file, before, module_list.added(before or module_list.new(profile.folder), wanted))


def plan_remove(profile: BrowserProfile, name: str, library: str) -> FileEdit:
    """The list without this one, whatever else has come into it since."""
    before = _closed(profile)
    entry = Entry(name, library)
    if before is None or entry not in module_list.entries(before):
        raise BrowserLacksModule(profile.title, profile.name, name)
    return FileEdit(profile.list_file, before, module_list.without(before, entry))


def _closed(profile: BrowserProfile) -> bytes | None:
    """The list of a browser that does not use it now."""
    if is_running(profile):
        raise BrowserRunning(profile.title, profile.name)
    return _read(profile)


def _refuse_twice(profile: BrowserProfile, listed: bytes, wanted: Entry) -> None:
    """Two copies of one module confuse, and NSS does not load a second one of a name."""
    twins = [entry for entry in module_list.entries(listed) if same_file(entry.library, wanted.library)]
    if twins:
        raise BrowserHasModule(profile.title, profile.name, twins[0].name, twins[0].library)
    if wanted.name in module_list.names(listed):
        raise BrowserHasModule(profile.title, profile.name, wanted.name, "")


def same_file(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def check_readable(name: str, library: str) -> None:
    """What NSS would read back otherwise than it was meant, or could not show."""
    if not name or len(name) > LONGEST_NAME or name != name.strip() or name[0] == '"' or not name.isprintable():
        raise BrowserNameRefused(name)
    if not library.isprintable() or not os.path.isabs(library):  # noqa: PTH117 - a text, for NSS to read
        raise BrowserNameRefused(library)


def _read(profile: BrowserProfile) -> bytes | None:
    """None where there is none yet: Firefox makes it at its first start, and takes ours where it finds one."""
    path = profile.list_file
    if profile.browser is Browser.FIREFOX and not profile.folder.is_dir():
        raise BrowserProfileBroken(str(profile.folder), "ENOENT")
    try:
        return whole(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BrowserProfileBroken(str(path), error.strerror or "") from None


def whole(path: Path) -> bytes:
    """A plain file of a sensible size. OSError, BrowserProfileBroken."""
    seen = path.stat()
    if not stat.S_ISREG(seen.st_mode):
        raise BrowserProfileBroken(str(path), "not-a-file")
    if seen.st_size > MOST_BYTES:
        raise BrowserProfileBroken(str(path), "too-large")
    return path.read_bytes()
