"""The known vendor modules: the reader of resources/modules/*.toml.

A file is one vendor family. Each of its libraries lists the names that one and the same library may have on a
system; whoever looks for it stops at the first that fits.
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from functools import cache, cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import ProfileBroken
from tokenmgr.providers.pkcs11.header import Machine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SYSTEMS = ("linux", "windows", "macos")
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
PLACEHOLDERS = frozenset({"multiarch", "system32", "programfiles", "frameworks"})
LARGEST_FILE = 64 * 1024

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_ABSOLUTE = re.compile(r"/|\{[a-z0-9]+\}/|[A-Z]:/")
_STEM = re.compile(r"(?i)(?:\.so(?:\.[0-9.]+)?|(?:\.[0-9]+)*\.dylib|\.dll)$")


class Library(NamedTuple):
    """One library under all its names; `files` are patterns per system."""

    files: Mapping[str, tuple[str, ...]]
    certain: bool


class Vendor(NamedTuple):
    """One family of tokens and the libraries that drive it."""

    id: str
    name: Mapping[str, str]
    libraries: tuple[Library, ...]
    never: tuple[str, ...] = ()


class System(NamedTuple):
    """Where this computer keeps its libraries: what the placeholders stand for."""

    machine: Machine
    places: Mapping[str, tuple[str, ...]]

    @classmethod
    def here(cls) -> System:
        """This computer."""
        machine = Machine.here()
        return cls(machine, _places(machine))

    def expand(self, pattern: str) -> Iterator[str]:
        """Every path that a pattern stands for; none where the place does not exist here."""
        held = _PLACEHOLDER.search(pattern)
        if held is None:
            yield pattern
            return
        for place in self.places.get(held[1], ()):
            yield pattern.replace(held[0], place)


class Catalogue:
    """Every vendor in a folder of *.toml files. Reads nothing until somebody asks, and then once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def vendors(self) -> tuple[Vendor, ...]:
        return self._stock[0]

    @property
    def broken(self) -> tuple[ProfileBroken, ...]:
        """The files that were refused; they do not hide the others."""
        return self._stock[1]

    @cached_property
    def _stock(self) -> tuple[tuple[Vendor, ...], tuple[ProfileBroken, ...]]:
        vendors: list[Vendor] = []
        broken: list[ProfileBroken] = []
        for path in sorted(self._folder.glob("*.toml")):
            try:
                vendors.append(load(path))
            except ProfileBroken as error:
                broken.append(error)
        return tuple(vendors), tuple(broken)

    @cached_property
    def _barred(self) -> frozenset[str]:
        return frozenset(name for vendor in self.vendors for name in vendor.never)

    def bars(self, path: str) -> bool:
        """Whether a library of that name would only show other modules a second time."""
        return stem(path) in self._barred


def stem(path: str) -> str:
    """A library's file name without what differs by version and system, in lower case."""
    return _STEM.sub("", path.replace("\\", "/").rpartition("/")[2]).lower()


# Places ---------------------------------------------------------------------------------------------------------------

_MULTIARCH = {
    "x86_64": ("x86_64-linux-gnu", "i386-linux-gnu"),
    "x86": ("i386-linux-gnu",),
    "arm64": ("aarch64-linux-gnu", "arm-linux-gnueabihf"),
    "arm": ("arm-linux-gnueabihf",),
    "riscv": ("riscv64-linux-gnu",),
    "ppc64le": ("powerpc64le-linux-gnu",),
    "s390x": ("s390x-linux-gnu",),
    "loong64": ("loongarch64-linux-gnu",),
}


def _places(machine: Machine) -> Mapping[str, tuple[str, ...]]:
    if machine.system == "linux":
        return {"multiarch": _MULTIARCH.get(machine.cpu, ())}
    if machine.system == "macos":
        return {"frameworks": ("/Library/Frameworks",)}
    return windows_places()


@cache
def windows_places() -> Mapping[str, tuple[str, ...]]:
    """Folders that only administrators write to. Asked of the system: environment variables are for anyone to set."""
    places: dict[str, tuple[str, ...]] = {}
    if sys.platform == "win32":
        import winreg  # exists on Windows only

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Windows NT\CurrentVersion") as key:
            root = str(winreg.QueryValueEx(key, "SystemRoot")[0])
        places["system32"] = (rf"{root}\System32", rf"{root}\SysWOW64")
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Windows\CurrentVersion") as key:
            programs = [str(winreg.QueryValueEx(key, "ProgramFilesDir")[0])]
            with suppress(FileNotFoundError):  # a 32-bit Windows has only one
                programs.append(str(winreg.QueryValueEx(key, "ProgramFilesDir (x86)")[0]))
        places["programfiles"] = tuple(programs)
    return places


# Reading --------------------------------------------------------------------------------------------------------------


def load(path: Path) -> Vendor:
    """One file; ProfileBroken names it and the key that is wrong."""
    return _Reader(path).vendor()


class _Reader:
    """One file, every key of it looked at."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.table = self._parse()

    def _parse(self) -> dict[str, object]:
        import tomllib  # 2 ms that a command without modules need not pay

        try:
            text = self.path.read_bytes()[: LARGEST_FILE + 1]
            if len(text) > LARGEST_FILE:
                raise self.broken("", "too-large")
            return tomllib.loads(text.decode())
        except OSError as error:
            raise self.broken("", "unreadable") from error
        except (ValueError, RecursionError) as error:
            raise self.broken("", "not-toml") from error

    def broken(self, key: str, reason: str) -> ProfileBroken:
        return ProfileBroken(str(self.path), key, reason)

    def vendor(self) -> Vendor:
        self.only(self.table, {"id", "name", "library", "never"}, "")
        if self.table.get("id") != self.path.stem:
            raise self.broken("id", "not-the-file-name")
        libraries = self.items(self.table.get("library", []), "library")
        never = self.items(self.table.get("never", []), "never")
        return Vendor(
            self.path.stem,
            self.name(),
            tuple(self.library(value, f"library[{place}]") for place, value in enumerate(libraries)),
            tuple(self.text(value, f"never[{place}]").lower() for place, value in enumerate(never)),
        )

    def name(self) -> Mapping[str, str]:
        table = self.table_at(self.table.get("name"), "name")
        self.only(table, set(LANGUAGES), "name.")
        return MappingProxyType({code: self.text(table.get(code), f"name.{code}") for code in LANGUAGES})

    def library(self, value: object, key: str) -> Library:
        table = self.table_at(value, key)
        self.only(table, {"certain", *SYSTEMS}, f"{key}.")
        certain = table.get("certain")
        if not isinstance(certain, bool):
            raise self.broken(f"{key}.certain", "not-true-or-false")
        files = {name: self.files(table[name], f"{key}.{name}") for name in SYSTEMS if name in table}
        return Library(MappingProxyType(files), certain)

    def files(self, value: object, key: str) -> tuple[str, ...]:
        return tuple(self.pattern(item, f"{key}[{place}]") for place, item in enumerate(self.items(value, key)))

    def pattern(self, value: object, key: str) -> str:
        text = self.text(value, key)
        held = _PLACEHOLDER.findall(text)
        if len(held) > 1 or not PLACEHOLDERS.issuperset(held):
            raise self.broken(key, "unknown-placeholder")
        if not _ABSOLUTE.match(text) or ".." in text.split("/") or "\\" in text:
            raise self.broken(key, "not-absolute")
        return text

    def only(self, table: Mapping[str, object], known: set[str], prefix: str) -> None:
        for key in table:
            if key not in known:
                raise self.broken(prefix + key, "unknown-key")

    def table_at(self, value: object, key: str) -> dict[str, object]:
        if not isinstance(value, dict):
            raise self.broken(key, "not-a-table")
        return value

    def items(self, value: object, key: str) -> list[object]:
        if not isinstance(value, list):
            raise self.broken(key, "not-a-list")
        return value

    def text(self, value: object, key: str) -> str:
        if not isinstance(value, str) or not value.strip() or "\0" in value:
            raise self.broken(key, "not-text")
        return value
