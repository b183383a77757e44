"""Whether a module may be loaded: nobody else can have written it, and somebody in charge listed it or agreed to it.

A loaded module runs with all rights of its process, so the question is asked of everything that decides which file
a path leads to: the file, its folder, every folder above, and the folders of the symbolic links on the way.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections import deque
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from typing import Literal, NamedTuple, Protocol

from tokenmgr.model.errors import ModuleUnfit, ModuleUntrusted
from tokenmgr.providers.pkcs11.header import Machine, check_fits

if sys.platform != "win32":
    import grp
    import pwd

Origin = Literal["catalogue", "p11-kit", "user"]
MOST_LINKS = 40
ROOT = 0
NOBODY = -1
#: Who is in macOS's group "admin" may become root anyway, and /Applications is its property.
MACOS_ADMIN = 80


class Consented(Protocol):
    """What the user agreed to (Consents in consent.py)."""

    def check(self, path: str) -> None:
        """Raise ModuleUntrusted unless the user agreed to exactly this file."""
        ...

    def is_disabled(self, path: str) -> bool: ...


class Fingerprint(NamedTuple):
    """What changes when a file does. Compare it again just before loading."""

    device: int
    inode: int
    modified_ns: int
    size: int

    @classmethod
    def of(cls, path: str) -> Fingerprint:
        """As the file is now; ModuleUnfit where there is none any more."""
        try:
            seen = Path(path).stat()
        except OSError as error:
            raise _unreadable(path, error) from error
        return cls(seen.st_dev, seen.st_ino, seen.st_mtime_ns, seen.st_size)


class Cleared(NamedTuple):
    """A module that may be loaded: by this path, as long as it has this fingerprint."""

    path: str
    fingerprint: Fingerprint
    #: It needs the process of 32-bit modules.
    narrow: bool = False


def may_load(
    path: str,
    origin: Origin,
    consents: Consented,
    *,
    machine: Machine | None = None,
) -> Cleared:
    """The one gate before a module is loaded."""
    real = check_safe(path)
    before = Fingerprint.of(real)
    if consents.is_disabled(real):
        raise ModuleUntrusted(path, "disabled", real)
    if origin == "user" or not _is_protected(real):
        consents.check(real)
    serving = check_fits(real, machine)
    if Fingerprint.of(real) != before:
        raise ModuleUntrusted(path, "changed", real)
    return Cleared(real, before, serving.bits < (machine or Machine.here()).bits)


def check_safe(path: str, me: Account | None = None) -> str:
    """The real path of a file that only root and this user can have written; else ModuleUntrusted."""
    if not Path(path).is_absolute() or "\0" in path:
        raise ModuleUntrusted(path, "not-absolute", path)
    on_windows = sys.platform == "win32"
    return _check_windows(path) if on_windows else _Walk(path, me or Account.here()).real_path()


def _unreadable(path: str, error: OSError) -> ModuleUnfit:
    return ModuleUnfit(path, "unreadable", errno.errorcode.get(error.errno or 0, "EIO"))


# Windows --------------------------------------------------------------------------------------------------------------


def _check_windows(path: str) -> str:
    """Access lists are not read here: outside the protected folders may_load asks for the user's consent instead."""
    try:
        real = os.path.realpath(path, strict=True)
        is_file = stat.S_ISREG(Path(real).stat().st_mode)
    except OSError as error:
        raise _unreadable(path, error) from error
    if real.startswith("\\\\"):
        raise ModuleUntrusted(path, "remote", real)
    if not is_file:
        raise ModuleUntrusted(path, "not-a-file", real)
    return real


def _is_protected(real: str) -> bool:
    """Whether only administrators can have put a file there; elsewhere than on Windows check_safe has seen to that."""
    on_windows = sys.platform == "win32"
    return not on_windows or _is_in_program_folder(real)


def _is_in_program_folder(real: str) -> bool:
    from tokenmgr.providers.pkcs11.catalogue import windows_places  # only there, and 1.5 ms

    places = [PureWindowsPath(folder) for folders in windows_places().values() for folder in folders]
    return any(PureWindowsPath(real).is_relative_to(place) for place in places)


# POSIX ----------------------------------------------------------------------------------------------------------------


class Account(NamedTuple):
    """On whose behalf we run."""

    uid: int
    gid: int
    name: str

    @classmethod
    def here(cls) -> Account:
        uid, gid, name = ROOT, NOBODY, ""
        if sys.platform != "win32":
            uid = os.geteuid()
            with suppress(KeyError):  # a number that no account has, as in containers
                name, _, _, gid, *_ = pwd.getpwuid(uid)
        return cls(uid, gid, name)

    def owns(self, seen: os.stat_result) -> bool:
        return seen.st_uid in {ROOT, self.uid}

    def is_alone_in(self, gid: int) -> bool:
        """Whether a group is root's, or this user's private one (same name, primary, nobody else in it)."""
        if gid == ROOT or (sys.platform == "darwin" and gid == MACOS_ADMIN):
            return True
        name, people = _everyone_in(gid)
        return gid == self.gid and name == self.name and people <= {self.name}


def _everyone_in(gid: int) -> tuple[str, set[str]]:
    """A group's name, and who is in it as a member or has it as their own."""
    name, people = "", set[str]()
    if sys.platform != "win32":
        with suppress(KeyError):
            group = grp.getgrgid(gid)
            name, people = group.gr_name, {*group.gr_mem}
        people.update(entry.pw_name for entry in pwd.getpwall() if entry.pw_gid == gid)
    return name, people


def _others_write(path: Path, seen: os.stat_result, me: Account) -> bool:
    if seen.st_mode & stat.S_IWOTH:
        return True
    if not seen.st_mode & stat.S_IWGRP:
        return False
    # An access list hides behind the group's bits: with one, the group alone says nothing.
    return not me.is_alone_in(seen.st_gid) or _has_access_list(path)


def _has_access_list(path: Path) -> bool:
    found = False
    if sys.platform == "linux":
        with suppress(OSError):  # a file system without such lists
            found = "system.posix_acl_access" in os.listxattr(path, follow_symlinks=False)
    return found


class _Walk:
    """Follows a path as the system would, one name at a time, looking at every folder that has a say."""

    def __init__(self, path: str, me: Account) -> None:
        self.path = path
        self.me = me
        self.here = Path("/")
        self.ahead = deque(path.split("/"))
        self.links = 0

    def real_path(self) -> str:
        try:
            while self.ahead:
                self._step(self.ahead.popleft())
            seen = self.here.lstat()
        except OSError as error:
            raise _unreadable(self.path, error) from error
        if not stat.S_ISREG(seen.st_mode):
            raise self._refused("not-a-file", self.here)
        self._look_at(self.here, seen)
        return str(self.here)

    def _step(self, name: str) -> None:
        if name in {"", "."}:
            return
        if name == "..":
            self.here = self.here.parent
            return
        entry = self.here / name
        seen = entry.lstat()
        self._look_at_folder(seen)
        if stat.S_ISLNK(seen.st_mode):
            self._follow(str(entry.readlink()))
        else:
            self.here = entry

    def _follow(self, target: str) -> None:
        self.links += 1
        if self.links > MOST_LINKS:
            raise self._refused("links", self.here)
        if target.startswith("/"):
            self.here = Path("/")
        self.ahead.extendleft(reversed(target.split("/")))

    def _look_at_folder(self, entry: os.stat_result) -> None:
        folder = self.here.lstat()
        # In a sticky folder such as /tmp others can add names, but cannot replace one that is ours.
        held = folder.st_mode & stat.S_ISVTX and stat.S_ISDIR(entry.st_mode) and self.me.owns(entry)
        self._look_at(self.here, folder, held=bool(held))

    def _look_at(self, path: Path, seen: os.stat_result, *, held: bool = False) -> None:
        if not self.me.owns(seen):
            raise self._refused("owner", path)
        if not held and _others_write(path, seen, self.me):
            raise self._refused("writable", path)

    def _refused(self, reason: str, where: Path) -> ModuleUntrusted:
        return ModuleUntrusted(self.path, reason, str(where))
