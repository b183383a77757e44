"""An error of every kind with plausible facts, and one for every entry of the catalogues."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from tokenmgr.model import browser_errors, computer_errors, errors, update_errors
from tokenmgr.model.errors import TokenError, TokenSwapped
from tokenmgr.model.pin import Certainty, PinKind, TriesLeft, Why
from tokenmgr.model.token import TokenId

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = TokenId("SafeNet, Inc.", "eToken 5110", "02A1B3C4")
OTHER = TokenId("BJCA", "USBKey", "9988776655")
TWELVE = TriesLeft(12, Certainty.EXACT, Why.VENDOR_COUNTER, 15)
CERTAINTIES = {each.value: each for each in Certainty}
COUNTS = {"last": 1, "none": 0}

#: A fact for each name that errors use.
FACTS: dict[str, Any] = {
    "token": TOKEN,
    "kind": PinKind.USER,
    "tries": TWELVE,
    "sent": True,
    "rule": "too-short",
    "limit": 8,
    "new": False,
    "wanted": "",
    "serials": ("02A1B3C4", "9988776655"),
    "found": "program",
    "module": "/usr/lib/libeToken.so",
    "during": "certificates",
    "reason": "GENERAL_ERROR",
    "needed": "64",
    "where": "/opt/vendor",
    "service": "scard",
    "what": "sign",
    "step": "decrypt",
    "path": "/etc/tokenmgr/own.toml",
    "key": "pin.limit",
    "number": "7",
    "repair": "reader-service",
    "unfinished": False,
    "browser": "Firefox",
    "profile": "default-esr",
    "way": "",
    "name": "e-Cert Token",
    "library": "/usr/lib/libeToken.so",
    "host": "updates.example.org",
    "since": "2027-01-31",
}
#: What a variant other than a reason, a rule or a wish stands for.
MEANT: dict[str, dict[str, Any]] = {
    "named": {"wanted": "My Token"},
    "bare": {"reason": ""},
    "whole": {"key": ""},
    "for-all": {"profile": ""},
    "so": {"kind": PinKind.SO},
    "puk": {"kind": PinKind.PUK},
}
#: What Python itself puts into a signature.
NO_FACTS = {"self", "args", "kwargs"}
VARIED = {
    "pin-refused": "rule",
    "self-test-failed": "step",
    "not-supported": "what",
    "service-down": "service",
    "browser-sandboxed": "way",
}


def kinds(root: type[TokenError] = TokenError) -> Iterator[type[TokenError]]:
    """Every class of the tree, the root and the inner ones too."""
    if root.__module__ in {errors.__name__, browser_errors.__name__, computer_errors.__name__, update_errors.__name__}:
        yield root
        for kind in root.__subclasses__():
            yield from kinds(kind)


def built(kind: type[TokenError], /, **changes: Any) -> TokenError:
    """One of its kind. KeyError: it has a fact that no example is known of."""
    named = inspect.signature(kind.__init__).parameters
    facts = {name: FACTS[name] for name in named if name not in NO_FACTS} | changes
    if kind is TokenSwapped:
        facts["found"] = OTHER
    return kind(**facts)


def example(key: str) -> TokenError:
    """An error that an entry of the catalogues is made for."""
    code, _, variant = key.partition(".")
    kind = next(kind for kind in kinds() if kind.code == code)
    if not variant:
        return built(kind)
    count, _, certainty = variant.partition("-")
    if count in COUNTS and certainty in CERTAINTIES:
        return built(kind, tries=TriesLeft(COUNTS[count], CERTAINTIES[certainty], Why.LEDGER, 15))
    return built(kind, **MEANT.get(variant, {VARIED.get(code, "reason"): variant}))
