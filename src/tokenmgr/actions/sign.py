"""Sign a digest with the key of a certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.asking import last_try
from tokenmgr.actions.open_token import open_token
from tokenmgr.model.errors import KeyMissing, MechanismRefused
from tokenmgr.model.pin import PinKind
from tokenmgr.model.scheme import Scheme

if TYPE_CHECKING:
    from tokenmgr.model.ask import Ask
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.model.token import KeyRef
    from tokenmgr.session.session import TokenSession


def sign_digest(
    session: TokenSession, certificate: Certificate, digest: bytes, hash_name: str, ask: Ask, *, pss: bool = False
) -> bytes:
    """Open the token and sign; a key that wants its PIN each time is asked for once more."""
    scheme = scheme_for(certificate, pss=pss)
    open_token(session, ask, "sign")
    key = find_key(session, certificate)
    if not key.asks_each_time:
        return session.sign(key, digest, scheme, hash_name)
    pin = ask.pin(session.token, PinKind.USER, session.tries(), "sign-again")
    try:
        return session.sign_with_pin(key, digest, scheme, hash_name, pin, last_try(session, PinKind.USER, ask))
    finally:
        pin.wipe()


def find_key(session: TokenSession, certificate: Certificate) -> KeyRef:
    """The private key of a certificate."""
    for key in session.private_keys():
        if key.id == certificate.id:
            return key
    raise KeyMissing(certificate.label)


def scheme_for(certificate: Certificate, *, pss: bool = False) -> Scheme:
    """How the certificate's key signs."""
    kind = certificate.facts.key
    if kind.startswith("RSA"):
        return Scheme.RSA_PSS if pss else Scheme.RSA_PKCS1
    if kind.startswith("EC "):
        return Scheme.ECDSA
    raise MechanismRefused(kind)
