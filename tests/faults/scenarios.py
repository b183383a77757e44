"""What a person does with a token, step by step, and which PIN is typed at each step.

Every story begins with a whole token of its own. A step that changes a PIN comes last, so that what is typed is right
or wrong whatever went wrong before.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.beds.softhsm import make_key_pair
from tests.providers.pkcs11.tokens import BAD, KEY_ID, PIN, SO_PIN
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.model.scheme import Scheme
from tokenmgr.model.token import KeyRef

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.beds.shim import Shim
    from tokenmgr.model.token import TokenId
    from tokenmgr.providers.pkcs11.provider import Pkcs11Provider

    Act = Callable[[Pkcs11Provider, TokenId, Shim], object]

USER, SO = PinKind.USER, PinKind.SO
NEW_ID = b"\x55"
NEW_PIN = "246810"
DIGEST = hashlib.sha256(b"signed").digest()
SIGNING = KeyRef(KEY_ID)
CERTIFICATE = make_key_pair("Another Person").certificate


@dataclass(frozen=True)
class Step:
    """One verb; `typed` is "" without a PIN, else whether it is right."""

    verb: str
    act: Act
    typed: str = ""


def login(kind: PinKind, pin: str) -> Step:
    right = "right" if pin in {PIN, SO_PIN} else "wrong"
    return Step("login", lambda provider, token, _: provider.pin.login(token, kind, Pin(pin)), right)


def change(old: str) -> Step:
    return Step(
        "change",
        lambda provider, token, _: provider.pin.change(token, USER, Pin(old), Pin(NEW_PIN)),
        "right" if old == PIN else "wrong",
    )


def set_by_officer(officer: str) -> Step:
    return Step(
        "set_by_officer",
        lambda provider, token, _: provider.pin.set_by_officer(token, Pin(officer), Pin(NEW_PIN)),
        "right" if officer == SO_PIN else "wrong",
    )


class Administrator:
    """Somebody on the telephone, who answers a challenge where there is one."""

    def __init__(self) -> None:
        self._response = b""

    def hear(self, provider: Pkcs11Provider, token: TokenId, shim: Shim) -> None:
        self._response = b""
        self._response = shim.respond(provider.pin.challenge(token))

    def answer(self, provider: Pkcs11Provider, token: TokenId, _shim: Shim) -> object:
        return provider.pin.respond(token, self._response, Pin(NEW_PIN))


TOKENS = Step("tokens", lambda provider, _token, _: provider.tokens())
CERTIFICATES = Step("certificates", lambda provider, token, _: provider.certificates(token))
READING = Step("reading", lambda provider, token, _: provider.pin.reading(token, USER))
POLICY = Step("policy", lambda provider, token, _: provider.pin.policy(token))
KEYS = Step("keys", lambda provider, token, _: provider.private_keys(token))
SIGN = Step("sign", lambda provider, token, _: provider.sign(token, SIGNING, DIGEST, Scheme.RSA_PKCS1, "sha256"))
GENERATE = Step("generate", lambda provider, token, _: provider.keys.generate(token, "ec", 256, NEW_ID, "new"))
IMPORT = Step(
    "import_certificate",
    lambda provider, token, _: provider.store.import_certificate(token, CERTIFICATE, NEW_ID, "new"),
)
DELETE = Step("delete", lambda provider, token, _: provider.store.delete(token, "key", NEW_ID))
EMPTY = Step("initialise", lambda provider, token, _: provider.store.initialise(token, Pin(SO_PIN), "new"), "right")
ADMINISTRATOR = Administrator()
CHALLENGE = Step("challenge", ADMINISTRATOR.hear)
RESPOND = Step("respond", ADMINISTRATOR.answer, "right")

STORIES: dict[str, tuple[Step, ...]] = {
    "look": (TOKENS, CERTIFICATES, READING, POLICY),
    "mistype": (READING, login(USER, BAD), login(USER, PIN)),
    "sign": (login(USER, PIN), KEYS, SIGN, SIGN),
    "change": (change(BAD), change(PIN)),
    "officer": (set_by_officer(BAD), set_by_officer(SO_PIN)),
    "write": (login(USER, PIN), GENERATE, IMPORT, DELETE),
    "empty": (TOKENS, EMPTY),
    "unlock": (login(USER, BAD), CHALLENGE, RESPOND),
}
