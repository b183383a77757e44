"""The session layer over real providers in a folder of its own, and true counters to hold it against."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tokenmgr.ca.recognise import Recognition, Sign
from tokenmgr.ca.shelf import Shelf as Profiles
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.providers.pkcs11.host import Host
from tokenmgr.providers.pkcs11.launch import child_command
from tokenmgr.providers.pkcs11.provider import Pkcs11Provider
from tokenmgr.providers.practice.provider import PracticeProvider
from tokenmgr.session.cache import PinCache
from tokenmgr.session.guard import Guard
from tokenmgr.session.inventory import Inventory
from tokenmgr.session.ledger import Ledger
from tokenmgr.session.refused import RefusedPins
from tokenmgr.session.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.beds.shim import Shim
    from tokenmgr.model.pin import TriesLeft
    from tokenmgr.model.token import TokenId
    from tokenmgr.providers.base import KeyProvider
    from tokenmgr.session.session import TokenSession

PROFILES = Path(__file__).parents[2] / "resources" / "ca"
HK, CLII, NETCA = "P0HK8F21", "P0CL3A57", "P0NE6D90"
HK_PIN, CLII_PIN, CLII_SO, NETCA_PIN, NETCA_PUK = "12345678", "111111", "88888888", "12345678", "12345678"
#: What the shim's token is opened with.
SHIM_PIN, SHIM_SO = "123456", "87654321"


class Rig:
    """A program's session layer. Two of them in one folder are two programs of one user."""

    def __init__(self, home: Path, *providers: KeyProvider, minutes: int = 0, issuer: str = "") -> None:
        self.home = home
        self.ledger = Ledger(home / "ledger.sqlite")
        self.cache = PinCache(minutes)
        self.refused = RefusedPins()
        self.guard = Guard(self.ledger, self.refused, self.cache, home / "locks")
        self.remembered = Remembered(home / "tokens.json")
        self.inventory = Inventory(providers, self.guard, self.cache, self.remembered, recogniser(issuer))

    def session(self, wanted: str = "") -> TokenSession:
        self.inventory.refresh()
        return self.inventory.find(wanted)

    def close(self) -> None:
        self.inventory.close()
        self.ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def recogniser(issuer: str) -> Callable[[TokenSession], Recognition | None]:
    """As if the token's certificates proved it to be of this issuer."""
    profile = Profiles(PROFILES).by_id(issuer) if issuer else None
    return lambda _session: Recognition(profile, Sign.ISSUER, profile.pin.limit) if profile else None


def practice(home: Path, *, minutes: int = 0) -> Rig:
    """The practice tokens of this folder."""
    return Rig(home, PracticeProvider(home / "practice"), minutes=minutes)


def behind(shim: Shim, home: Path, *, minutes: int = 0, patience: float = 1.0, issuer: str = "hkpost-safenet") -> Rig:
    """The shim's token as a vendor's module shows it, with an issuer that allows fifteen tries."""
    env = {**os.environ, **shim.env}
    host = Host(str(shim.module), child_command(), env=env, patience=patience)
    return Rig(home, Pkcs11Provider(host), minutes=minutes, issuer=issuer)


def truly_left(home: Path, serial: str, kind: PinKind = PinKind.USER) -> int:
    """What a practice token has written down about itself."""
    state = json.loads((home / "practice" / serial / "state").read_bytes().split(b"\n", 1)[1])
    left: int = state["secrets"][kind.value]["left"]
    return left


def words(rig: Rig, token: TokenId, kind: PinKind = PinKind.USER) -> list[str]:
    """What the ledger says became of each try."""
    return [event.what for event in rig.ledger.events(token, kind)]


def wrong(number: int = 0) -> Pin:
    """A wrong PIN, another one for each number."""
    return Pin(f"9{number:07d}")


def yes(_tries: TriesLeft) -> bool:
    """A person who agrees to the last try."""
    return True
