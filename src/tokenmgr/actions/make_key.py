"""A new key on the token, and a request for a certificate signed with it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from tokenmgr.actions.open_token import open_token
from tokenmgr.actions.whole_or_not import Written, whole_or_not
from tokenmgr.model.errors import FileUnreadable, NotSupported
from tokenmgr.model.scheme import Scheme
from tokenmgr.model.token import Ability
from tokenmgr.x509.request import make_request, subject_name

if TYPE_CHECKING:
    from tokenmgr.model.ask import Ask
    from tokenmgr.model.token import KeyRef
    from tokenmgr.session.session import TokenSession

KINDS = {
    "rsa2048": ("rsa", 2048),
    "rsa3072": ("rsa", 3072),
    "rsa4096": ("rsa", 4096),
    "p256": ("ec", 256),
    "p384": ("ec", 384),
}


def make_key(session: TokenSession, kind: str, subject: str, label: str, ask: Ask) -> tuple[KeyRef, bytes]:
    """The key's name and the request in DER. The subject is checked first: a wrong one must not cost a key.

    A key that cannot sign its request is deleted again: nothing else would ever show it.
    """
    if Ability.MAKE_KEYS not in session.token.abilities:
        raise NotSupported("make-keys")
    try:
        subject_name(subject)
    except ValueError as error:
        raise FileUnreadable(subject, "subject") from error
    open_token(session, ask, "make-key")
    family, bits = KINDS[kind]
    scheme = Scheme.RSA_PKCS1 if family == "rsa" else Scheme.ECDSA
    with whole_or_not(session) as written:
        key, spki = session.generate(family, bits, secrets.token_bytes(20), label)
        written.append(Written("key", key.id, label))
        request = make_request(subject, spki, lambda digest, name: session.sign(key, digest, scheme, name))
    return key, request
