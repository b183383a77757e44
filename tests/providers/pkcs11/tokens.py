"""Real modules in processes of their own, as the tests of this room need them."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from tests.beds.softhsm import SoftHsm
from tokenmgr.providers.pkcs11.host import Host
from tokenmgr.providers.pkcs11.launch import child_command
from tokenmgr.providers.pkcs11.provider import Pkcs11Provider

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tokenmgr.model.token import TokenId

PIN, SO_PIN, BAD = "123456", "87654321", "000000"
KEY_ID = b"\x01"


def made(folder: Path) -> SoftHsm:
    """A SoftHSM with one token, a key and its certificate; made once and copied."""
    hsm = SoftHsm(folder)
    hsm.add_token("card", PIN, SO_PIN)
    hsm.add_key_pair("card", PIN, KEY_ID, "signing")
    return hsm


def copied(hsm: SoftHsm, original: Path, folder: Path) -> SoftHsm:
    """The same token again, to do with as a test likes."""
    copy = SoftHsm(folder)
    shutil.copytree(original / "tokens", folder / "tokens", dirs_exist_ok=True)
    assert copy.module == hsm.module
    return copy


def host_of(module: Path | str, env: Mapping[str, str], patience: float = 1.0) -> Host:
    path = str(module)
    return Host(path, child_command(), env=os.environ | dict(env), patience=patience)


def provider_of(module: Path | str, env: Mapping[str, str], patience: float = 1.0) -> Pkcs11Provider:
    return Pkcs11Provider(host_of(module, env, patience))


def only_token(provider: Pkcs11Provider) -> TokenId:
    """SoftHSM always shows one place more, for a token yet to be made."""
    [token] = [token.id for token in provider.tokens() if token.id.serial]
    return token
