"""One line of the history, and what may stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tokenmgr.model.token import TokenId

Who = Literal["this-program", "other-program", "token"]

KINDS = (
    "arrived",
    "left",
    "pin-right",
    "pin-wrong",
    "pin-locked",
    "pin-refused",
    "pin-changed",
    "unlocked",
    "others-missed",
    "signed",
    "decrypted",
    "tested",
    "renamed",
    "initialised",
    "imported",
    "exported",
    "deleted",
    "key-made",
    "module-crashed",
    "module-hung",
    "setting-changed",
    "cleared",
)
#: Whose doing it is where it is not this program's.
WHO: Mapping[str, Who] = {
    "arrived": "token",
    "left": "token",
    "module-crashed": "token",
    "module-hung": "token",
    "others-missed": "other-program",
}
#: The only facts a line may hold.
FACTS = frozenset(
    {
        "pin",  # whose: "user", "so", "puk"
        "purpose",  # what it was for: "open", "change-pin", "unlock", "sign", "initialise", "log-on-officer"
        "tries",  # left at most
        "limit",
        "rule",  # why it was stopped before the token
        "way",  # "puk", "so", "challenge"
        "module",  # file name of the vendor's library
        "count",
        "what",  # "certificate", "key"
        "key",  # label or id of the key
        "certificate",  # its name
        "sha256",
        "scheme",
        "hash",
        "bits",
        "label",
        "file",
        "setting",
        "value",
    }
)


class Event(NamedTuple):
    """One line of the history."""

    number: int
    at: datetime
    #: One of KINDS.
    kind: str
    token: TokenId | None
    name: str
    who: Who
    facts: tuple[tuple[str, str | int], ...] = ()
