"""PINs, and what is known of the tries that are left."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable


class PinKind(Enum):
    """Whose secret it is."""

    USER = "user"
    SO = "so"
    PUK = "puk"


class Pin:
    """A PIN that cannot be printed, pickled or compared by accident, and can be wiped."""

    __slots__ = ("_bytes",)

    def __init__(self, text: str) -> None:
        self._bytes = bytearray(text.encode("utf-8"))

    def reveal(self) -> bytes:
        """The PIN itself, for the one place that hands it to a token."""
        return bytes(self._bytes)

    def text(self) -> str:
        """The PIN as typed, for checking its characters."""
        return self._bytes.decode("utf-8")

    def is_any_of(self, published: Iterable[str]) -> bool:
        """Whether it is one that anybody may know; compared where it lies."""
        return any(self._bytes == each.encode() for each in published)

    def copy(self) -> Pin:
        """A second PIN with the same text, wiped on its own."""
        twin = Pin("")
        twin._bytes = bytearray(self._bytes)
        return twin

    def wipe(self) -> None:
        """Overwrite the characters where they lie; an empty PIN remains."""
        if self._bytes:
            import ctypes  # 5 ms that a window which has not seen a PIN yet need not wait for

            size = len(self._bytes)
            view = (ctypes.c_char * size).from_buffer(self._bytes)
            ctypes.memset(view, 0, size)
            del view
            self._bytes.clear()

    def __len__(self) -> int:
        return len(self._bytes)

    def __bool__(self) -> bool:
        return bool(self._bytes)

    def __repr__(self) -> str:
        return "Pin(hidden)"

    __str__ = __repr__

    def __format__(self, _spec: str) -> str:
        return repr(self)

    def __reduce__(self) -> NoReturn:
        message = "a PIN does not leave its process this way"
        raise TypeError(message)


class Certainty(Enum):
    """How a number of tries is known."""

    EXACT = "exact"
    AT_MOST = "at_most"
    UNKNOWN = "unknown"


class Why(Enum):
    """What a number of tries rests on."""

    VENDOR_COUNTER = "vendor-counter"
    CARD_COUNTER = "card-counter"
    PRACTICE_COUNTER = "practice-counter"
    FLAG_LOCKED = "flag-locked"
    FLAG_FINAL = "flag-final"
    FLAG_LOW = "flag-low"
    LEDGER = "ledger"
    LIMIT = "limit"
    NOTHING = "nothing-known"


class TriesLeft(NamedTuple):
    """What is known of the tries left, and no more."""

    at_most: int | None
    certainty: Certainty
    why: Why
    limit: int | None = None

    @property
    def locked(self) -> bool:
        """No try is left."""
        return self.at_most == 0

    @property
    def last(self) -> bool:
        """The next wrong PIN locks the token."""
        return self.at_most == 1


class PinReading(NamedTuple):
    """What a token itself says of one PIN, this instant."""

    exact: int | None = None
    limit: int | None = None
    source: Why | None = None
    low: bool = False
    final: bool = False
    locked: bool = False
    must_change: bool = False
    is_set: bool = True
    logged_in: bool = False


class PinPolicy(NamedTuple):
    """The rules a token enforces for a new PIN; None where it does not say."""

    min_length: int | None = None
    max_length: int | None = None
    #: Character class -> "any", "forbidden" or "required".
    classes: tuple[tuple[str, str], ...] = ()
    history: int | None = None
    max_repeated: int | None = None
    max_age_days: int | None = None
    min_age_days: int | None = None
    warn_days: int | None = None
    min_classes: int | None = None
    source: str = ""


class Verdict(Enum):
    """A token's answer to a PIN."""

    RIGHT = "right"
    WRONG = "wrong"
    LOCKED = "locked"
    #: The new PIN broke the token's rules; the old one was not counted as wrong.
    RULES = "rules"
    EXPIRED = "expired"
    NOT_SET = "not-set"


class PinAnswer(NamedTuple):
    """The verdict, and what the token says of the PIN right after it, read in the same request."""

    verdict: Verdict
    reading: PinReading
