"""The full picture of one certificate, for the person who asks for it."""

from __future__ import annotations

import warnings
from hashlib import sha1
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tokenmgr.model.errors import NotSupported
from tokenmgr.x509.anatomy import dissect, entries
from tokenmgr.x509.certificate import read
from tokenmgr.x509.der import BOOLEAN, INTEGER, OID, SEQUENCE, Malformed, child, dotted, element, expect, wrap
from tokenmgr.x509.extension_text import extension_text
from tokenmgr.x509.key import key_id, load_key, spki_of
from tokenmgr.x509.oids import EXTENSIONS, SIGNATURES
from tokenmgr.x509.usage import value_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.certificate import CertificateFacts
    from tokenmgr.x509.anatomy import Anatomy
    from tokenmgr.x509.der import Element

T = TypeVar("T")
#: No certificate has as many; decoding more of a hostile one would only keep the user waiting.
MOST_EXTENSIONS = 200


class ExtensionDetails(NamedTuple):
    """One extension; one that cannot be decoded has its bytes in hex for text, and says so."""

    name: str
    critical: bool
    text: str
    unreadable: bool = False


class CertificateDetails(NamedTuple):
    """Everything worth showing; text is as the certificate has it and not yet made visible."""

    facts: CertificateFacts
    version: int | None
    signature_algorithm: str
    public_key: str
    extensions: tuple[ExtensionDetails, ...]
    sha256: str
    sha1: str
    #: As most tokens use it for CKA_ID; empty where the public key cannot be read.
    key_id: str
    #: Names of the fields that could not be read.
    unread: tuple[str, ...]


def details(der: bytes) -> CertificateDetails:
    """Never raises, for any bytes."""
    facts = read(der)
    anatomy = dissect(facts.der)
    unread = list(facts.unread)
    with warnings.catch_warnings():
        # `cryptography` warns on stderr about names of unusual length; they are shown as they are.
        warnings.simplefilter("ignore")
        extensions = _extensions(anatomy, unread)
        public_key = _public_key(facts)
    return CertificateDetails(
        facts=facts,
        version=_guarded("version", _version, anatomy, unread),
        signature_algorithm=_guarded("signature_algorithm", _algorithm, anatomy, unread) or "unknown",
        public_key=public_key,
        extensions=extensions,
        sha256=facts.sha256,
        sha1=sha1(facts.der, usedforsecurity=False).hexdigest(),
        key_id=_guarded("key_id", _key_id, anatomy, unread) or "",
        unread=tuple(unread),
    )


def _guarded(name: str, reader: Callable[[Anatomy], T], anatomy: Anatomy, unread: list[str]) -> T | None:
    try:
        return reader(anatomy)
    except (KeyError, ValueError):  # the part is missing, or not what it should be
        unread.append(name)
        return None


def _version(anatomy: Anatomy) -> int:
    if "version" not in anatomy.parts and anatomy.walked:
        return 1
    _, start, stop = child(anatomy.der, anatomy.parts["version"], INTEGER)
    if stop - start != 1:
        raise Malformed("a version beyond reason")
    return anatomy.der[start] + 1


def _algorithm(anatomy: Anatomy) -> str:
    _, start, stop = child(anatomy.der, expect(anatomy.parts["algorithm"], SEQUENCE), OID)
    oid = dotted(anatomy.der[start:stop])
    return SIGNATURES.get(oid, oid)


def _key_id(anatomy: Anatomy) -> str:
    spki = spki_of(anatomy.der)
    if spki is None:
        raise Malformed("no public key")
    return key_id(spki).hex()


def _public_key(facts: CertificateFacts) -> str:
    # Imported late: it takes longer than all the rest of a command's start.
    from cryptography.hazmat.primitives.asymmetric import rsa

    try:
        key = load_key(spki_of(facts.der) or b"")
    except NotSupported:
        return facts.key
    if isinstance(key, rsa.RSAPublicKey):
        return f"{facts.key}, exponent {key.public_numbers().e}"
    return facts.key


def _extensions(anatomy: Anatomy, unread: list[str]) -> tuple[ExtensionDetails, ...]:
    if "extensions" not in anatomy.parts and anatomy.walked:
        return ()
    found = _guarded("extensions", lambda it: entries(it.der, it.parts["extensions"]), anatomy, unread) or []
    shown = [_extension(anatomy.der, entry) for entry in found[:MOST_EXTENSIONS]]
    if len(found) > MOST_EXTENSIONS:
        unread.append("extensions")
    unread += [extension.name for extension in shown if extension.unreadable]
    return tuple(shown)


def _extension(data: bytes, entry: Element) -> ExtensionDetails:
    raw = data[entry[1] : entry[2]]
    try:
        identifier = child(data, entry, OID)
        oid = dotted(data[identifier[1] : identifier[2]])
        value = value_of(data, entry)
        tag, start, stop = element(data, identifier[2], entry[2])
    except ValueError:
        return ExtensionDetails("extension", critical=False, text=f"#{raw.hex()}", unreadable=True)
    critical = tag == BOOLEAN and any(data[start:stop])
    octets = data[value[1] : value[2]]
    name = EXTENSIONS.get(oid, oid)
    try:
        return ExtensionDetails(name, critical, extension_text(wrap(SEQUENCE, raw), octets))
    except Exception:  # noqa: BLE001 - `cryptography` has a dozen ways to refuse one, and each means the same here
        return ExtensionDetails(name, critical, f"#{octets.hex()}", unreadable=True)
