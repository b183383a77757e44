"""Which issuer a token comes from.

Certificates speak first, then what the token says of itself, then the vendor's library. Each sign either names one
profile or says nothing: where two fit equally well, neither is taken.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tokenmgr.ca.profile import Profile, TokenPattern
    from tokenmgr.ca.text import Text

#: One part of a name, up to a comma or plus sign that no backslash takes away.
PART = re.compile(r"(?:\\.|[^,+\\])+")
ESCAPED = re.compile(r"\\(.)")


class Sign(Enum):
    """What a profile was recognised by. Only ISSUER is proof: other issuers use the same tokens and libraries."""

    ISSUER = "issuer"
    TOKEN = "token"  # noqa: S105  # a word, not a secret
    MODULE = "module"


class Recognition(NamedTuple):
    """A profile, and how far to trust it."""

    profile: Profile
    by: Sign
    #: How many tries the issuer gives this token, where both are certain.
    limit: int | None = None


def recognise(
    profiles: Iterable[Profile],
    token_manufacturer: str,
    token_model: str,
    module_path: str,
    issuers: Sequence[str],
) -> Profile | None:
    """The one profile that fits, or None."""
    found = recognise_by(profiles, token_manufacturer, token_model, module_path, issuers)
    return found.profile if found else None


def recognise_by(
    profiles: Iterable[Profile],
    token_manufacturer: str,
    token_model: str,
    module_path: str,
    issuers: Sequence[str],
) -> Recognition | None:
    """The one profile that fits, and the sign it was recognised by."""
    left = [profile for profile in profiles if not _ruled_out(profile, token_manufacturer, token_model)]
    names = [_name_parts(issuer) for issuer in issuers if issuer]
    if names:
        by_issuer = [profile for profile in left if _issued_by(profile, names)]
        if len(by_issuer) == 1:
            return Recognition(by_issuer[0], Sign.ISSUER, _limit(by_issuer[0], token_manufacturer, token_model))
        # With certificates of somebody else, a profile that knows its issuers is out, whatever the token looks like.
        left = by_issuer or [profile for profile in left if not profile.recognise.issuers]
    file_name = module_path.replace("\\", "/").rpartition("/")[2]
    return _only(left, lambda p: _says_so(p, token_manufacturer, token_model), Sign.TOKEN) or _only(
        left, lambda p: any(_same_file(name, file_name) for name in p.modules.every), Sign.MODULE
    )


def _limit(profile: Profile, manufacturer: str, model: str) -> int | None:
    """Certificates can be put on any card, and another card has tries of its own."""
    named = profile.recognise.tokens
    fits = profile.pin.any_token or not named or _says_so(profile, manufacturer, model)
    return profile.pin.limit if fits else None


def certificate_class(profile: Profile, subject: str) -> Text | None:
    """What the issuer calls this kind of certificate, by a certificate's subject."""
    parts = _name_parts(subject)
    return next((known.name for known in profile.classes if _fits(known.subject, parts)), None)


def _only(profiles: list[Profile], fits: Callable[[Profile], bool], by: Sign) -> Recognition | None:
    fitting = [profile for profile in profiles if fits(profile)]
    return Recognition(fitting[0], by) if len(fitting) == 1 else None


def _ruled_out(profile: Profile, manufacturer: str, model: str) -> bool:
    return any(_token_fits(pattern, manufacturer, model) for pattern in profile.recognise.not_tokens)


def _says_so(profile: Profile, manufacturer: str, model: str) -> bool:
    return any(_token_fits(pattern, manufacturer, model) for pattern in profile.recognise.tokens)


def _token_fits(pattern: TokenPattern, manufacturer: str, model: str) -> bool:
    in_manufacturer = pattern.manufacturer.casefold() in manufacturer.casefold()
    return in_manufacturer and pattern.model.casefold() in model.casefold()


def _issued_by(profile: Profile, names: list[tuple[str, ...]]) -> bool:
    return any(_fits(pattern, parts) for pattern in profile.recognise.issuers for parts in names)


def _name_parts(name: str) -> tuple[str, ...]:
    """The parts of an RFC 4514 name, such as "O=NETCA", without regard to case."""
    return tuple(ESCAPED.sub(r"\1", part).strip().casefold() for part in PART.findall(name))


def _fits(pattern: str, parts: tuple[str, ...]) -> bool:
    """A pattern with "=" is a whole part of the name; without, it is looked for in the parts' values."""
    wanted = pattern.casefold()
    if "=" in pattern:
        return wanted in parts
    return any(wanted in part.partition("=")[2] for part in parts)


def _same_file(known: str, found: str) -> bool:
    """Linux libraries carry their version behind the name."""
    known, found = known.casefold(), found.casefold()
    return found == known or (known.endswith(".so") and found.startswith(f"{known}."))
