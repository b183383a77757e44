"""Where this build asks for news, and whose signatures it believes: data that is put in when it is built.

A source tree has none. `resources/updates/where.toml` names the addresses, `root.json` beside it the publisher's keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from tokenmgr.model.errors import ProfileBroken

if TYPE_CHECKING:
    from pathlib import Path

KEYS = {"metadata", "targets", "channel", "commands"}
#: Nobody reads along within the computer itself.
LOOPBACK = ("127.0.0.1", "::1", "localhost")
LARGEST = 64 * 1024


class Place(NamedTuple):
    """`commands`: kind of package -> what brings a newer one, where a repository of the system's does that."""

    metadata: str
    targets: str
    channel: str
    commands: tuple[tuple[str, str], ...]
    root: bytes

    @property
    def host(self) -> str:
        """Who is asked."""
        return urlsplit(self.metadata).hostname or ""

    def command(self, kind: str) -> str:
        """Empty where no repository is known to hold this program."""
        return dict(self.commands).get(kind, "")


def place_in(resources: Path) -> Place | None:
    """None: this build has no place to ask. ProfileBroken where it has one that makes no sense."""
    where, root = resources / "updates" / "where.toml", resources / "updates" / "root.json"
    if not where.exists() and not root.exists():
        return None
    said = _table(where)
    unknown = sorted(said.keys() - KEYS)
    if unknown:
        raise ProfileBroken(str(where), unknown[0], "unknown key")
    commands = said.get("commands", {})
    if not isinstance(commands, dict):
        raise ProfileBroken(str(where), "commands", "must be a table")
    return Place(
        _address(where, said, "metadata"),
        _address(where, said, "targets"),
        _text(where, "channel", said.get("channel", "stable")),
        tuple((kind, _text(where, f"commands.{kind}", command)) for kind, command in commands.items()),
        _bytes(root),
    )


def host_in(resources: Path) -> str:
    """Who this build asks; empty where it has nobody to ask, or does not say so in a way that makes sense."""
    try:
        place = place_in(resources)
    except ProfileBroken:
        return ""
    return place.host if place is not None else ""


def _table(where: Path) -> dict[str, Any]:
    import tomllib  # most builds of a developer never come here

    try:
        return tomllib.loads(_bytes(where).decode())
    except UnicodeDecodeError:
        raise ProfileBroken(str(where), "", "must be UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError):
        raise ProfileBroken(str(where), "", "not-toml") from None


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST)
    except OSError:
        raise ProfileBroken(str(path), "", "missing") from None


def _text(where: Path, key: str, value: object) -> str:
    if not isinstance(value, str):
        raise ProfileBroken(str(where), key, "must be text")
    if not value.isprintable():
        raise ProfileBroken(str(where), key, "must be one line of printable text")
    return value


def _address(where: Path, said: dict[str, Any], key: str) -> str:
    """https, with nothing in it but a host and a path."""
    text = _text(where, key, said.get(key, ""))
    try:
        parts = urlsplit(text)
        safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
        plain = not (parts.username or parts.password or parts.query or parts.fragment) and text.isascii()
        named = bool(parts.hostname) and parts.port != 0
    except ValueError:
        safe = plain = named = False
    if not (safe and plain and named):
        raise ProfileBroken(str(where), key, "unusable")
    return text.rstrip("/") + "/"
