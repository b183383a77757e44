"""Put a certificate, or a key with its certificates, on a token."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.actions.files import ders_in, read_file
from tokenmgr.actions.open_token import open_token
from tokenmgr.actions.whole_or_not import Written, whole_or_not
from tokenmgr.model.errors import FileUnreadable, NotSupported
from tokenmgr.model.token import Ability
from tokenmgr.x509.certificate import read
from tokenmgr.x509.key import key_id, spki_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes

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
    _write(session, pkcs8, [(der, _id(file, der), read(der).name) for der in ders], label)
    return Brought(len(ders), 1 if pkcs8 else 0)


def _write(session: TokenSession, pkcs8: bytes, certificates: list[tuple[bytes, bytes, str]], label: str) -> None:
    """The first certificate is the key's own; each is its DER, its id and its name."""
    before = {(each.id, each.facts.der) for each in session.certificates_read()}
    with whole_or_not(session) as written:
        if pkcs8:
            _, key_id, name = certificates[0]
            session.import_key(pkcs8, key_id, label or name)
            written.append(Written("key", key_id, label or name))
        for index, (der, key_id, name) in enumerate(certificates):
            called = label if label and not index else name
            session.import_certificate(der, key_id, called)
            if (key_id, der) not in before:
                written.append(Written("certificate", key_id, called, der))


def unpacked(file: Path, data: bytes, password: str) -> tuple[bytes, list[bytes]]:
    """The private key of a PKCS#12 file as PKCS#8, and its certificates, its own first."""
    # 80 ms, only for these files.
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

    try:
        bundle = load_pkcs12(data, password.encode())
    except ValueError as error:
        raise FileUnreadable(str(file), "password") from error
    except UnsupportedAlgorithm as error:
        raise FileUnreadable(str(file), "kind-of-key") from error  # SM2, above all
    certificates = [bundle.cert, *bundle.additional_certs]
    ders = [each.certificate.public_bytes(Encoding.DER) for each in certificates if each is not None]
    if bundle.key is None:
        return b"", ders
    pkcs8 = bundle.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return pkcs8, _own_first(file, _public(bundle.key), ders)


def _public(key: PrivateKeyTypes) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _own_first(file: Path, public: bytes, ders: list[bytes]) -> list[bytes]:
    """What a file says of which certificate belongs to its key is not believed: the key would get a stranger's name."""
    own = [der for der in ders if _id(file, der) == key_id(public)]
    if ders and not own:
        raise FileUnreadable(str(file), "no-certificate-of-its-key")
    return own + [der for der in ders if der not in own]


def _id(file: Path, der: bytes) -> bytes:
    spki = spki_of(der)
    if spki is None:
        raise FileUnreadable(str(file), "no-certificate")
    return key_id(spki)
