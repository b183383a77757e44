"""A practice token as it leaves its issuer: keys, certificates and initial PINs, all new."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from tokenmgr.model.certificate import Usage
from tokenmgr.model.token import KeyRef
from tokenmgr.providers.practice.issuing import PracticeCa
from tokenmgr.providers.practice.keypairs import make_key, to_pkcs8
from tokenmgr.providers.practice.sealing import KEY_SIZE, make_secret, seal
from tokenmgr.providers.practice.state import StoredCertificate, StoredKey, TokenState, new_epoch
from tokenmgr.providers.practice.token_file import write_state
from tokenmgr.system.whole_file import sync_folder

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.model.pin import PinKind
    from tokenmgr.providers.practice.specs import CertificateSpec, TokenSpec
    from tokenmgr.providers.practice.state import Secret

ISSUER_NAME = "issuer.der"
RSA_BITS = 2048
PRIVATE_FOLDER = 0o700


def make_token_folder(shelf: Path, spec: TokenSpec) -> None:
    """Build the folder out of sight and rename it into place, so that nobody meets half a token."""
    beside = shelf / f".{spec.id.serial}.new"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(PRIVATE_FOLDER)
    renew_token(beside, spec, generation=1)
    beside.rename(shelf / spec.id.serial)
    sync_folder(shelf)


def renew_token(folder: Path, spec: TokenSpec, generation: int) -> None:
    """Put a token as new into its folder."""
    token_key = os.urandom(KEY_SIZE)
    ca = PracticeCa(spec.issuer)
    pairs = [_certificate_and_key(ca, each, token_key) for each in spec.certificates]
    state = TokenState(
        serial=spec.id.serial,
        label=spec.label,
        generation=generation,
        epoch=new_epoch(),
        secrets=_secrets(spec, token_key),
        certificates=tuple(certificate for certificate, _ in pairs),
        keys=tuple(key for _, key in pairs),
    )
    (folder / ISSUER_NAME).write_bytes(ca.own_certificate())
    write_state(folder, state)


def _secrets(spec: TokenSpec, token_key: bytes) -> dict[PinKind, Secret]:
    return {
        kind: make_secret(pin.initial.encode(), token_key, pin.limit, must_change=pin.must_change)
        for kind, pin in spec.pins.items()
    }


def _certificate_and_key(
    ca: PracticeCa, spec: CertificateSpec, token_key: bytes
) -> tuple[StoredCertificate, StoredKey]:
    key = make_key("rsa", RSA_BITS)
    ref = KeyRef(
        id=spec.key_id,
        label=spec.label,
        kind="rsa",
        bits=RSA_BITS,
        signs=spec.usage is not Usage.ENCRYPT,
        decrypts=spec.usage is not Usage.SIGN,
    )
    stored = StoredKey(ref, seal(token_key, to_pkcs8(key), ref.id))
    return StoredCertificate(spec.key_id, spec.label, ca.issue(spec, key)), stored
