"""A token that looks like SafeNet's, with a certificate that proves whose it is: the shim before SoftHSM."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives import serialization

from tests.acceptance.cards import PIN, POST
from tests.acceptance.command import CommandLine
from tests.acceptance.tokens import TokenUnderTest
from tests.beds.pcsc import Issuer, pooled_key
from tests.beds.shim import Shim
from tests.beds.softhsm import KeyPair, SoftHsm

if TYPE_CHECKING:
    from pathlib import Path

    from tests.acceptance.figures import Figures

SO_PIN = "87654321"
SERIAL = "0283f9a1"
LIMIT = 15
LOOKS = {"manufacturer": "SafeNet, Inc.", "model": "eToken", "serial": SERIAL}


def key_pair_by(issuer: str) -> KeyPair:
    """A key with a certificate by that issuer: only certificates prove whose limit holds."""
    key = pooled_key(0)
    encoding, plain = serialization.Encoding.DER, serialization.NoEncryption()
    private = key.private_bytes(encoding, serialization.PrivateFormat.TraditionalOpenSSL, plain)
    return KeyPair(private, Issuer(issuer).issue("CN=CHAN Tai Man", key.public_key()))


def token_of_the_vendor(folder: Path) -> Shim:
    """A token of its own, all tries left."""
    hsm = SoftHsm(folder / "hsm")
    hsm.add_token("e-Cert", PIN, SO_PIN)
    hsm.add_key_pair("e-Cert", PIN, b"\x01", "e-Cert", key_pair_by(POST))
    return Shim(hsm, folder / "shim", safenet=1, so_pin=SO_PIN, **LOOKS)


def under_test(shim: Shim, folder: Path, figures: Figures, look_every: int = 1) -> TokenUnderTest:
    """The shim as a token under test."""
    run = CommandLine(folder / "home", ("--module", str(shim.module)), shim.env)

    def reached() -> int:
        return shim.calls("C_Login user") + shim.calls("C_SetPIN")

    return TokenUnderTest(run, SERIAL, PIN, lambda: shim.tries_left("user"), reached, figures, look_every)
