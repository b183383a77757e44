"""What an installed program writes into the registry, once for both installers: one says HKLM, the other HKCU.

A link or a file opens the window with it as its one argument; what the window does with it is the window's business.
Nothing here makes the program the one that opens a kind of file by itself: it is offered under "Open with".
"""

from __future__ import annotations

from typing import NamedTuple

#: Stands in a value for the folder of the program; a backslash is at its end.
FOLDER = "{folder}"
CLASSES = r"Software\Classes"
APP_PATHS = r"Software\Microsoft\Windows\CurrentVersion\App Paths"
#: Where the program itself notes its start with the computer, if a person wished it: system/autostart.py.
RUN, RUN_NAME = r"Software\Microsoft\Windows\CurrentVersion\Run", "tokenmgr"
OWN = r"Software\tokenmgr"
#: What an issuer's own installer has said: switches.py.
ISSUER = rf"{OWN}\issuer"
SCHEME = "tokenmgr"

#: Our name for each kind of file, what people see, and the endings.
KINDS = (
    ("tokenmgr.certificate", "Certificate", (".cer", ".crt", ".pem")),
    ("tokenmgr.keyfile", "Certificate with its key", (".p12", ".pfx")),
)


class Value(NamedTuple):
    """One value; the key's default where it has no name."""

    key: str
    name: str
    data: str


def values() -> list[Value]:
    """All of them."""
    return [*_scheme(), *_kinds(), *_paths()]


def own_keys() -> list[str]:
    """Keys that are ours alone: they go with everything in them."""
    kinds = [rf"{CLASSES}\{kind}" for kind, _, _ in KINDS]
    paths = [rf"{APP_PATHS}\{name}" for name in ("tokenmgr.exe", "tokenmgr-cli.exe")]
    return [rf"{CLASSES}\{SCHEME}", *kinds, *paths]


def shared() -> list[Value]:
    """Values in keys that other programs use too: only the value goes, and the key where it is empty then."""
    return [value for value in values() if not any(value.key.startswith(key) for key in own_keys())]


def _scheme() -> list[Value]:
    key = rf"{CLASSES}\{SCHEME}"
    return [Value(key, "", f"URL:{SCHEME}"), Value(key, "URL Protocol", ""), *_opened_by_us(key)]


def _kinds() -> list[Value]:
    found = []
    for kind, title, endings in KINDS:
        key = rf"{CLASSES}\{kind}"
        found += [Value(key, "", title), *_opened_by_us(key)]
        found += [Value(rf"{CLASSES}\{ending}\OpenWithProgids", kind, "") for ending in endings]
    return found


def _opened_by_us(key: str) -> list[Value]:
    icon = Value(rf"{key}\DefaultIcon", "", f"{FOLDER}tokenmgr.exe,0")
    return [icon, Value(rf"{key}\shell\open\command", "", f'"{FOLDER}tokenmgr.exe" "%1"')]


def _paths() -> list[Value]:
    names = ("tokenmgr.exe", "tokenmgr-cli.exe")
    return [Value(rf"{APP_PATHS}\{name}", "", f"{FOLDER}{name}") for name in names]
