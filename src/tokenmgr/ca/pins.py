"""What an issuer says of its PINs."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ca import table
from tokenmgr.ca.text import Text, read_text

if TYPE_CHECKING:
    from tokenmgr.ca.table import Place, Table

MOST_TRIES = 255
MOST_LENGTH = 255
CLASSES = 4

#: The only patterns a file may hold: a number of digits, or a span of numbers of digits.
DIGITS = re.compile(r"\^\\d\{([0-9]{1,2})(?:,([0-9]{1,2}))?\}\$")


class InitialKind(Enum):
    """How the first PIN reaches its owner."""

    ENVELOPE = "envelope"
    DEFAULT = "default"
    SMS = "sms"


class DigitShape(NamedTuple):
    """Digits only, so many of them. Compared by counting, so that no file brings a pattern to run."""

    least: int
    most: int

    def fits(self, text: str) -> bool:
        """Whether a text has this shape."""
        return self.least <= len(text) <= self.most and text.isascii() and text.isdigit()


class Initial(NamedTuple):
    """The PIN a token comes with: a hint for its owner, never tried by the program."""

    kind: InitialKind
    hint: Text
    shape: DigitShape | None = None
    #: Initial PINs that the issuer has published.
    literals: tuple[str, ...] = ()


class Demands(NamedTuple):
    """Rules for a new PIN; None and False make no demand."""

    min_length: int | None = None
    max_length: int | None = None
    upper: bool = False
    lower: bool = False
    digit: bool = False
    special: bool = False
    min_classes: int | None = None
    #: The only special characters that may be used; empty where any may.
    allowed_specials: str = ""
    #: Special characters the issuer names as examples.
    special_examples: str = ""
    not_initial: bool = False


class PinRules(NamedTuple):
    """All that is known; None means that it was not published, not that there is none."""

    limit: int | None = None
    #: The limit holds whatever a token calls itself; else it does on those that the profile names, if it names any.
    any_token: bool = False
    #: Whether a right PIN in between makes the misses count from the start again.
    consecutive: bool | None = None
    initial: Initial | None = None
    enforced: Demands = Demands()
    recommended: Demands = Demands()
    note: Text | None = None


def _shape(place: Place, value: object) -> DigitShape:
    found = DIGITS.fullmatch(table.text(place, value))
    if found is None:
        raise place.broken(r"must be of the form ^\d{8}$ or ^\d{6,8}$")
    shape = DigitShape(int(found[1]), int(found[2] or found[1]))
    if not 0 < shape.least <= shape.most:
        raise place.broken("must not be empty")
    return shape


def _specials(place: Place, value: object) -> str:
    line = table.text(place, value)
    if not line.isascii() or any(char.isalnum() or char == " " for char in line):
        raise place.broken("must be special characters only")
    return line


def _initial(keys: Table) -> Initial:
    initial = Initial(
        kind=keys.need("kind", table.one_of(InitialKind)),
        hint=keys.need("hint", read_text),
        shape=keys.maybe("shape", _shape, None),
        literals=keys.maybe("literals", table.many(table.text), ()),
    )
    if initial.kind is InitialKind.DEFAULT and not initial.literals:
        raise keys.place.at("literals").broken("missing: a default PIN that is not named cannot be recognised")
    return initial


def _demands(keys: Table) -> Demands:
    length = table.whole(1, MOST_LENGTH)
    demands = Demands(
        min_length=keys.maybe("min_length", length, None),
        max_length=keys.maybe("max_length", length, None),
        upper=keys.maybe("upper", table.yes_no, False),
        lower=keys.maybe("lower", table.yes_no, False),
        digit=keys.maybe("digit", table.yes_no, False),
        special=keys.maybe("special", table.yes_no, False),
        min_classes=keys.maybe("min_classes", table.whole(1, CLASSES), None),
        allowed_specials=keys.maybe("allowed_specials", _specials, ""),
        special_examples=keys.maybe("special_examples", _specials, ""),
        not_initial=keys.maybe("not_initial", table.yes_no, False),
    )
    if (demands.min_length or 0) > (demands.max_length or MOST_LENGTH):
        raise keys.place.at("max_length").broken("must not be less than min_length")
    return demands


def _pin_rules(keys: Table) -> PinRules:
    return PinRules(
        limit=keys.maybe("limit", table.whole(1, MOST_TRIES), None),
        any_token=keys.maybe("any_token", table.yes_no, False),
        consecutive=keys.maybe("consecutive", table.yes_no, None),
        initial=keys.maybe("initial", table.table(_initial), None),
        enforced=keys.maybe("enforced", table.table(_demands), Demands()),
        recommended=keys.maybe("recommended", table.table(_demands), Demands()),
        note=keys.maybe("note", read_text, None),
    )


read_pin_rules = table.table(_pin_rules)
