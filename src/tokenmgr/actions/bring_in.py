"""Put a certificate, or a key with its certificates, on a token."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.actions.files import ders_in, read_file
from tokenmgr.actions.open_token import open_token
from tokenmgr.model.errors import FileUnreadable, NotSupported
from tokenmgr.model.token import Ability
from tokenmgr.x509.certificate import read
from tokenmgr.x509.key import key_id, spki_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tokenmgr.model.ask import Ask
    from tokenmgr.session.session import TokenSession

PKCS12_ENDINGS = frozenset({".p12", ".pfx"})


class Brought(NamedTuple):
    """What was put on the token."""

    certificates: int
    keys: int


def bring_in(session: TokenSession, file: Path, label: str, password: Callable[[], str], ask: Ask) -> Brought:
    """The file is read, and its password checked, before the token's PIN is asked for."""
    if Ability.STORE not in session.token.abilities:
        raise NotSupported("store")
    data = read_file(file)
    if file.suffix.lower() in PKCS12_ENDINGS:
        pkcs8, ders = unpacked(file, data, password())
    else:
        pkcs8, ders = b"", ders_in(file, data)
    if not ders or any(read(der).subject is None for der in ders):
        raise FileUnreadable(str(file), "no-certificate")
    open_token(session, ask, "import")
    if pkcs8:
        session.import_key(pkcs8, _id(file, ders[0]), label or read(ders[0]).name)
    for index, der in enumerate(ders):
        session.import_certificate(der, _id(file, der), label if label and not index else read(der).name)
    return Brought(len(ders), 1 if pkcs8 else 0)


def unpacked(file: Path, data: bytes, password: str) -> tuple[bytes, list[bytes]]:
    """The private key of a PKCS#12 file as PKCS#8, and its certificates, its own first."""
    # 80 ms, only for these files.
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

    try:
        bundle = load_pkcs12(data, password.encode())
    except ValueError as error:
        raise FileUnreadable(str(file), "password") from error
    certificates = [bundle.cert, *bundle.additional_certs]
    ders = [each.certificate.public_bytes(Encoding.DER) for each in certificates if each is not None]
    if bundle.key is None:
        return b"", ders
    return bundle.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()), ders


def _id(file: Path, der: bytes) -> bytes:
    spki = spki_of(der)
    if spki is None:
        raise FileUnreadable(str(file), "no-certificate")
    return key_id(spki)
