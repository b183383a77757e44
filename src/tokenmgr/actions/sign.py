"""Sign a digest with the key of a certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.asking import last_try
from tokenmgr.actions.open_token import open_token
from tokenmgr.model.errors import KeyMissing, MechanismRefused, ObjectMissing, SelfTestFailed
from tokenmgr.model.pin import PinKind
from tokenmgr.model.scheme import Scheme
from tokenmgr.x509.key import spki_of, verify_signature

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.ask import Ask
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.model.token import KeyRef
    from tokenmgr.session.session import TokenSession


def sign_digest(
    session: TokenSession, certificate: Certificate, digest: bytes, hash_name: str, ask: Ask, *, pss: bool = False
) -> bytes:
    """Open the token and sign; a key that wants its PIN each time is asked for once more.

    What comes is looked at before anybody gets it: modules have been seen to sign with the other key of a card.
    """
    scheme = scheme_for(certificate, pss=pss)
    open_token(session, ask, "sign")
    key = find_key(session, certificate, lambda each: each.signs)
    if key.asks_each_time:
        signature = _signed_with_pin(session, key, digest, scheme, hash_name, ask)
    else:
        signature = session.sign(key, digest, scheme, hash_name)
    spki = spki_of(certificate.facts.der)
    if spki is None or not verify_signature(spki, digest, signature, scheme.value, hash_name):
        raise SelfTestFailed("other-key")
    return signature


def _signed_with_pin(
    session: TokenSession, key: KeyRef, digest: bytes, scheme: Scheme, hash_name: str, ask: Ask
) -> bytes:
    pin = ask.pin(session.token, PinKind.USER, session.tries(), "sign-again")
    try:
        return session.sign_with_pin(key, digest, scheme, hash_name, pin, last_try(session, PinKind.USER, ask))
    finally:
        pin.wipe()


def find_key(session: TokenSession, certificate: Certificate, use: Callable[[KeyRef], bool]) -> KeyRef:
    """The private key of a certificate; where two keys of one card share an id, the one for this use."""
    own = [key for key in session.private_keys() if key.id == certificate.id]
    fitting = [key for key in own if use(key)] or own
    if not fitting:
        raise KeyMissing(certificate.label)
    if len(fitting) > 1:
        raise ObjectMissing(certificate.label)
    return fitting[0]


def scheme_for(certificate: Certificate, *, pss: bool = False) -> Scheme:
    """How the certificate's key signs."""
    kind = certificate.facts.key
    if kind.startswith("RSA"):
        return Scheme.RSA_PSS if pss else Scheme.RSA_PKCS1
    if kind.startswith("EC "):
        return Scheme.ECDSA
    raise MechanismRefused(kind)
