"""Every kind of token the program knows, each behind the same handle, each in the state its owner would have it in."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.beds.pcsc import numbered_card, opensc_module
from tests.beds.shim import Shim
from tests.providers.pkcs11 import tokens as pkcs11
from tests.providers.practice import known
from tokenmgr.model.pin import Pin, PinKind, Verdict
from tokenmgr.providers.practice.provider import PracticeProvider

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.beds.opencryptoki import OpencryptokiBed
    from tests.beds.pcsc import PcscBed
    from tests.beds.softhsm import SoftHsm
    from tokenmgr.model.token import Token, TokenId
    from tokenmgr.providers.base import CertificateStore, KeyMaker, KeyProvider, PinControl

USER, SO, PUK = PinKind.USER, PinKind.SO, PinKind.PUK
#: Tries of a subject that counts, where the test may choose.
FEW = 4


@dataclass
class Subject:
    """A provider with one token on it, and what a test must know beside the interface."""

    provider: KeyProvider
    token: TokenId
    secrets: dict[PinKind, str]
    #: What the token has left in truth, read past the program; None where nobody can know.
    left: Callable[[PinKind], int | None]
    pull: Callable[[], None] | None = None
    plug: Callable[[], None] | None = None
    #: The administrator's answer to a challenge.
    administrator: Callable[[bytes], bytes] | None = None

    @property
    def pins(self) -> PinControl:
        assert self.provider.pin
        return self.provider.pin

    @property
    def store(self) -> CertificateStore:
        assert self.provider.store
        return self.provider.store

    @property
    def keys(self) -> KeyMaker:
        assert self.provider.keys
        return self.provider.keys

    def seen(self) -> Token:
        """The token as it is listed now."""
        [token] = [token for token in self.provider.tokens() if token.id == self.token]
        return token

    def pin(self, kind: PinKind = USER) -> Pin:
        return Pin(self.secrets[kind])

    def log_in(self) -> None:
        assert self.pins.login(self.token, USER, self.pin()).verdict is Verdict.RIGHT


def practice(made: Path, folder: Path, token: TokenId, secrets: dict[PinKind, str]) -> Subject:
    """A practice token whose owner has chosen a PIN."""
    shutil.copytree(made, folder)
    provider = PracticeProvider(folder)
    subject = Subject(
        provider,
        token,
        {**secrets, USER: known.OWN_PIN},
        lambda kind: known.left_on_disk(folder, token, kind) if kind in secrets else None,
        lambda: provider.pull(token.serial),
        lambda: provider.plug(token.serial),
    )
    first = subject.pins.change(token, USER, Pin(secrets[USER]), Pin(known.OWN_PIN))
    assert first.verdict is Verdict.RIGHT
    return subject


def softhsm(hsm: SoftHsm) -> Subject:
    """The plain module: it never locks, and tells no counter."""
    provider = pkcs11.provider_of(hsm.module, hsm.env)
    secrets = {USER: pkcs11.PIN, SO: pkcs11.SO_PIN}
    return Subject(provider, pkcs11.only_token(provider), secrets, lambda _kind: None)


def safenet(hsm: SoftHsm, folder: Path) -> Subject:
    """The shim in SafeNet's clothes."""
    clothes: dict[str, str | int] = {
        "safenet": 1,
        "manufacturer": "SafeNet, Inc.",
        "model": "eToken",
        "so_pin": pkcs11.SO_PIN,
    }
    shim = Shim(hsm, folder, **clothes, user_max=FEW, so_max=FEW)
    provider = pkcs11.provider_of(shim.module, shim.env)
    secrets = {USER: pkcs11.PIN, SO: pkcs11.SO_PIN}
    return Subject(
        provider,
        pkcs11.only_token(provider),
        secrets,
        lambda kind: None if kind is PUK else shim.tries_left("so" if kind is SO else "user"),
        shim.pull,
        shim.plug,
        shim.respond,
    )


def piv(bed: PcscBed) -> Subject:
    """A PIV card in a reader, behind OpenSC."""
    card = bed.card(numbered_card(0, pin_tries=FEW, puk_tries=FEW))
    card.plug()
    provider = pkcs11.provider_of(opensc_module() or "", bed.env())
    secrets = {USER: card.spec.pin, PUK: card.spec.puk}
    token = pkcs11.only_token(provider)
    names = {USER: "pin", PUK: "puk"}
    left = {kind: lambda name=name: card.tries_left(name) for kind, name in names.items()}
    return Subject(provider, token, secrets, lambda kind: left.get(kind, lambda: None)(), card.pull, card.plug)


def opencryptoki(bed: OpencryptokiBed) -> Subject:
    """The soft token, which locks after three."""
    bed.reset()
    provider = pkcs11.provider_of(bed.module or "", {})
    [token] = [token.id for token in provider.tokens() if token.label == bed.label]
    return Subject(provider, token, {USER: bed.user_pin, SO: bed.so_pin}, lambda _kind: None)
