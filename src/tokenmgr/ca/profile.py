"""An issuer's profile, and the reader of its file."""

from __future__ import annotations

import tomllib
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ca import table
from tokenmgr.ca.contact import Contact, read_contact
from tokenmgr.ca.errand import NOT_SAID, Errand, Unlock, read_errand, read_unlock
from tokenmgr.ca.pins import PinRules, read_pin_rules
from tokenmgr.ca.table import Place
from tokenmgr.ca.text import Text, read_text
from tokenmgr.model.errors import ProfileBroken

if TYPE_CHECKING:
    from tokenmgr.ca.table import Table

__all__ = ["Contact", "PinRules", "Profile", "ProfileBroken", "Recognise", "Text", "Unlock", "load"]

MOST_BYTES = 65536
MOST_LEAD_DAYS = 3650


class Family(Enum):
    """Whose token it is, for what differs by maker."""

    SAFENET = "safenet"
    FEITIAN = "feitian"
    WATCHDATA = "watchdata"
    LONGMAI = "longmai"
    HAITAI = "haitai"
    BJCA = "bjca"
    NETCA = "netca"
    YUBIKEY = "yubikey"
    OTHER = "other"


class LinkKind(Enum):
    """What an address leads to."""

    SITE = "site"
    PORTAL = "portal"
    SERVICE = "service"
    DOWNLOADS = "downloads"
    GUIDE = "guide"


class When(Enum):
    """At which moment a warning is shown."""

    ALWAYS = "always"
    PIN = "pin"
    RENEW = "renew"
    DRIVER = "driver"


class TokenPattern(NamedTuple):
    """Parts of what a token says of itself; an empty part fits everything."""

    manufacturer: str = ""
    model: str = ""


class Recognise(NamedTuple):
    """How a profile's tokens are known, strongest sign first."""

    issuers: tuple[str, ...] = ()
    tokens: tuple[TokenPattern, ...] = ()
    #: Tokens of the same issuer for which this profile does not hold.
    not_tokens: tuple[TokenPattern, ...] = ()


class Modules(NamedTuple):
    """File names of the vendor's library, by system."""

    windows: tuple[str, ...] = ()
    linux: tuple[str, ...] = ()
    macos: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """The names on all systems."""
        return self.windows + self.linux + self.macos


#: Where the library's files are not known.
NOT_NAMED = Modules()


class Warn(NamedTuple):
    """Something its owner should know, and when."""

    when: When
    text: Text


class CertificateClass(NamedTuple):
    """A kind of certificate the issuer names in its subjects."""

    subject: str
    name: Text


class Link(NamedTuple):
    """An address on the issuer's side."""

    kind: LinkKind
    url: str


class Profile(NamedTuple):
    """All that is known of one issuer and its token."""

    id: str
    name: Text
    family: Family
    recognise: Recognise
    pin: PinRules
    unlock: Unlock
    contacts: tuple[Contact, ...]
    lead_days: tuple[int, ...]
    apply: Errand = NOT_SAID
    renew: Errand = NOT_SAID
    revoke: Errand = NOT_SAID
    modules: Modules = NOT_NAMED
    firefox_name: str = ""
    links: tuple[Link, ...] = ()
    warnings: tuple[Warn, ...] = ()
    classes: tuple[CertificateClass, ...] = ()
    #: What it is called where there is little room.
    short: Text | None = None
    #: The file it was read from.
    source: str = ""

    def called(self, language: str) -> str:
        """Its name for a line with other words on it."""
        return (self.short or self.name).in_language(language)

    def link(self, kind: LinkKind) -> str:
        """An address by kind; empty where there is none."""
        return next((link.url for link in self.links if link.kind is kind), "")


_identifier = table.shaped(r"[a-z0-9]+(?:-[a-z0-9]+){0,7}", "must be small letters, digits and single hyphens")
_file_name = table.shaped(r"[A-Za-z0-9_+-][A-Za-z0-9._+-]*", "must be a file name without a folder")
_address = table.shaped(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[!-~]*)?", "must be a web address")


def load(path: Path | str) -> Profile:
    """Reads one file. Raises ProfileBroken with the file and the key that is wrong."""
    place = Place(str(path))
    return table.table(_profile)(place, _parsed(place, Path(path)))


def _parsed(place: Place, path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise place.broken(f"cannot be read: {error.strerror or type(error).__name__}") from error
    if len(raw) > MOST_BYTES:
        raise place.broken(f"must not be larger than {MOST_BYTES} bytes")
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise place.broken("must be UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise place.broken(f"is not TOML: {error}") from error
    except RecursionError as error:
        raise place.broken("is nested too deeply") from error


def _profile(keys: Table) -> Profile:
    return Profile(
        id=keys.need("id", _identifier),
        name=keys.need("name", read_text),
        family=keys.need("family", table.one_of(Family)),
        recognise=keys.need("recognise", table.table(_recognise)),
        pin=keys.need("pin", read_pin_rules),
        unlock=keys.need("unlock", read_unlock),
        contacts=keys.need("contacts", table.many(read_contact)),
        lead_days=keys.need("lead_days", _lead_days),
        apply=keys.maybe("apply", read_errand, NOT_SAID),
        renew=keys.maybe("renew", read_errand, NOT_SAID),
        revoke=keys.maybe("revoke", read_errand, NOT_SAID),
        modules=keys.maybe("modules", table.table(_modules), NOT_NAMED),
        firefox_name=keys.maybe("firefox_name", table.text, ""),
        links=keys.maybe("links", table.table(_links), ()),
        warnings=keys.maybe("warnings", table.many(table.table(_warning)), ()),
        classes=keys.maybe("classes", table.many(table.table(_class)), ()),
        short=keys.maybe("short", read_text, None),
        source=keys.place.path,
    )


def _lead_days(place: Place, value: object) -> tuple[int, ...]:
    days = table.many(table.whole(0, MOST_LEAD_DAYS))(place, value)
    if list(days) != sorted(set(days), reverse=True):
        raise place.broken("must fall, without repeats")
    return days


def _token_pattern(keys: Table) -> TokenPattern:
    pattern = TokenPattern(keys.maybe("manufacturer", table.text, ""), keys.maybe("model", table.text, ""))
    if pattern == TokenPattern():
        raise keys.place.at("manufacturer").broken("missing: a pattern without parts would fit every token")
    return pattern


def _recognise(keys: Table) -> Recognise:
    patterns = table.many(table.table(_token_pattern))
    return Recognise(
        issuers=keys.maybe("issuers", table.many(table.text), ()),
        tokens=keys.maybe("tokens", patterns, ()),
        not_tokens=keys.maybe("not_tokens", patterns, ()),
    )


def _modules(keys: Table) -> Modules:
    names = table.many(_file_name)
    return Modules(
        windows=keys.maybe("windows", names, ()),
        linux=keys.maybe("linux", names, ()),
        macos=keys.maybe("macos", names, ()),
    )


def _links(keys: Table) -> tuple[Link, ...]:
    found = ((kind, keys.maybe(kind.value, _address, "")) for kind in LinkKind)
    return tuple(Link(kind, url) for kind, url in found if url)


def _warning(keys: Table) -> Warn:
    return Warn(keys.need("when", table.one_of(When)), keys.need("text", read_text))


def _class(keys: Table) -> CertificateClass:
    return CertificateClass(keys.need("subject", table.text), keys.need("name", read_text))
