from __future__ import annotations

import pytest

from tokenmgr.ca.pins import DigitShape, InitialKind, read_pin_rules
from tokenmgr.ca.table import Place
from tokenmgr.model.errors import ProfileBroken

HINT = {"en": "a", "zh-Hans": "b", "zh-Hant": "c"}


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("123456", True),
        ("12345678", True),
        ("12345", False),
        ("123456789", False),
        ("12345a", False),
        ("²34567", False),
    ],
)
def test_a_shape_counts_digits(text: str, fits: bool) -> None:
    assert DigitShape(6, 8).fits(text) is fits


@pytest.mark.parametrize(("pattern", "shape"), [(r"^\d{8}$", DigitShape(8, 8)), (r"^\d{6,8}$", DigitShape(6, 8))])
def test_the_two_patterns_a_file_may_hold(pattern: str, shape: DigitShape) -> None:
    initial = read_pin_rules(Place("f"), {"initial": {"kind": "envelope", "hint": HINT, "shape": pattern}}).initial
    assert initial is not None
    assert (initial.kind, initial.shape) == (InitialKind.ENVELOPE, shape)


def test_nothing_said_is_no_rule() -> None:
    rules = read_pin_rules(Place("f"), {})
    assert (rules.limit, rules.consecutive, rules.initial, rules.note) == (None, None, None, None)
    assert rules.enforced == rules.recommended


def test_a_default_pin_has_to_be_named() -> None:
    with pytest.raises(ProfileBroken) as caught:
        read_pin_rules(Place("f", "pin"), {"initial": {"kind": "default", "hint": HINT}})
    assert caught.value.key == "pin.initial.literals"
