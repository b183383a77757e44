"""A token as the program knows it, and how it is told from every other."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

TAIL = 4


class TokenId(NamedTuple):
    """Who a token is. Slots move and labels repeat; these three together do not."""

    manufacturer: str
    model: str
    serial: str

    @property
    def tail(self) -> str:
        """The end of the serial number, enough to tell two tokens on one desk apart."""
        return self.serial[-TAIL:]


class TokenFlag(Enum):
    """What a token says about itself, in words of our own."""

    INITIALISED = "initialised"
    LOGIN_REQUIRED = "login-required"
    WRITE_PROTECTED = "write-protected"
    PIN_PAD = "pin-pad"
    USER_PIN_SET = "user-pin-set"
    USER_PIN_LOW = "user-pin-low"
    USER_PIN_FINAL = "user-pin-final"
    USER_PIN_LOCKED = "user-pin-locked"
    USER_PIN_MUST_CHANGE = "user-pin-must-change"
    SO_PIN_LOW = "so-pin-low"
    SO_PIN_FINAL = "so-pin-final"
    SO_PIN_LOCKED = "so-pin-locked"
    SO_PIN_MUST_CHANGE = "so-pin-must-change"


class Ability(Enum):
    """What can be done with a token beyond reading it; a button appears only for these."""

    SIGN = "sign"
    CHANGE_PIN = "change-pin"
    CHANGE_SO_PIN = "change-so-pin"
    UNLOCK_BY_PUK = "unlock-by-puk"
    UNLOCK_BY_SO = "unlock-by-so"
    UNLOCK_BY_CHALLENGE = "unlock-by-challenge"
    INITIALISE = "initialise"
    RENAME = "rename"
    STORE = "store"
    MAKE_KEYS = "make-keys"


class Memory(NamedTuple):
    """Bytes on the token; None where it does not report them."""

    total_public: int | None = None
    free_public: int | None = None
    total_private: int | None = None
    free_private: int | None = None


class Token(NamedTuple):
    """One token that is plugged in now."""

    id: TokenId
    label: str
    provider: str
    module: str = ""
    reader: str = ""
    flags: frozenset[TokenFlag] = frozenset()
    abilities: frozenset[Ability] = frozenset()
    pin_min: int | None = None
    pin_max: int | None = None
    hardware: str = ""
    firmware: str = ""
    memory: Memory = Memory()
    practice: bool = False
    #: Grows each time the token is plugged in; a PIN typed for one insertion is not sent to another.
    generation: int = 0


class KeyRef(NamedTuple):
    """A private key on a token: never the key, only its name."""

    id: bytes
    label: str = ""
    kind: str = "unknown"
    bits: int | None = None
    signs: bool = False
    decrypts: bool = False
    #: The token wants the PIN again for every use of this key.
    asks_each_time: bool = False

    @property
    def name(self) -> str:
        """Its label, or the id that every key has."""
        return self.label or self.id.hex()


class DataObject(NamedTuple):
    """Something on the token that is neither key nor certificate."""

    label: str
    application: str
    size: int
    private: bool
    #: A digest of its names and its content.
    id: bytes = b""
