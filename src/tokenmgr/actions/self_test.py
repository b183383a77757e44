"""Does my token really work? Sign something random and check it; decrypt something where the key can."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.actions.open_token import open_token
from tokenmgr.actions.sign import find_key, scheme_for
from tokenmgr.model.errors import KeyMissing, MechanismRefused, NotSupported, SelfTestFailed, TokenError
from tokenmgr.x509.key import encrypt, spki_of, verify_signature

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.ask import Ask
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.session.session import TokenSession

HASH = "sha256"
SIZE = 32


class Tested(NamedTuple):
    """What one certificate's key could do; None where it is not for that, or where that cannot be tested here."""

    certificate: Certificate
    signs: bool | None
    decrypts: bool | None
    #: Code of the error that stopped it, or nothing.
    trouble: str = ""


def self_test(session: TokenSession, ask: Ask) -> list[Tested]:
    """Every certificate that has a key, one after the other; the PIN is asked for once."""
    open_token(session, ask, "self-test")
    with_key = [certificate for certificate in session.certificates() if certificate.has_private_key]
    if not with_key:
        raise KeyMissing
    return [_test(session, certificate) for certificate in with_key]


def _test(session: TokenSession, certificate: Certificate) -> Tested:
    try:
        signs = _tried(_test_signing, session, certificate)
        decrypts = _tried(_test_decrypting, session, certificate)
    except (SelfTestFailed, KeyMissing) as error:
        return Tested(certificate, None, None, error.code)
    return Tested(certificate, signs, decrypts)


def _tried(
    test: Callable[[TokenSession, Certificate], bool | None], session: TokenSession, certificate: Certificate
) -> bool | None:
    """A key that this program cannot test, SM2 above all, says nothing against its token."""
    try:
        return test(session, certificate)
    except (MechanismRefused, NotSupported):
        return None


def _test_signing(session: TokenSession, certificate: Certificate) -> bool | None:
    key = find_key(session, certificate, lambda each: each.signs)
    if not key.signs or key.asks_each_time:
        return None  # asking for the PIN again only to test would be one try too many
    scheme = scheme_for(certificate)
    digest = secrets.token_bytes(SIZE)
    signature = session.sign(key, digest, scheme, HASH, told_as="tested")
    if not verify_signature(_spki(certificate), digest, signature, scheme.value, HASH):
        raise SelfTestFailed("sign")
    return True


def _test_decrypting(session: TokenSession, certificate: Certificate) -> bool | None:
    key = find_key(session, certificate, lambda each: each.decrypts)
    if not key.decrypts or key.asks_each_time or not certificate.facts.key.startswith("RSA"):
        return None
    plain = secrets.token_bytes(SIZE)
    try:
        back = session.decrypt(key, encrypt(_spki(certificate), plain), told_as="tested")
    except (MechanismRefused, NotSupported):
        raise
    except TokenError as error:
        raise SelfTestFailed("decrypt") from error
    if back != plain:
        raise SelfTestFailed("decrypt")
    return True


def _spki(certificate: Certificate) -> bytes:
    spki = spki_of(certificate.facts.der)
    if spki is None:
        raise SelfTestFailed("public-key")
    return spki
