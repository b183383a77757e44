"""Which rules are shown, and in what words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel

from tests.ui import sample
from tokenmgr.ca.rules import Finding, check_new
from tokenmgr.model.pin import PinPolicy
from tokenmgr.ui.pins.rule_list import RuleList, shown
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    Lent = Callable[[Any], Any]

WIDE = 446


def test_of_two_lengths_the_stricter_and_quiet_rules_only_when_broken() -> None:
    findings = [
        Finding("min-length", True, True, 4),
        Finding("max-length", True, True, 16),
        Finding("min-length", False, False, 8),
        Finding("max-length", False, False, 12),
        Finding("upper", False, True),
        Finding("no-digit", True, True),
    ]
    assert [(each.code, each.value) for each in shown(findings)] == [
        ("min-length", 8),
        ("max-length", 12),
        ("upper", None),
    ]


def test_every_issuers_rules_fit_the_room_in_every_language(dressed: Callable[..., None], lent: Lent) -> None:
    for language in Language:
        dressed(language)
        for name in ("hkpost-safenet", "clii-bjca", "netca", "esigntrust"):
            made = lent(RuleList(WIDE))
            made.show_rules(check_new("", sample.profile(name), PinPolicy(6, 16)))
            assert made.sizeHint().width() <= WIDE
            assert all(each.text() for each in made.findChildren(QLabel))


def test_kept_rules_are_ticked_without_being_built_anew(dressed: Callable[..., None], lent: Lent) -> None:
    dressed(Language.EN)
    made = lent(RuleList(WIDE))
    profile = sample.profile("hkpost-safenet")
    made.show_rules(check_new("x", profile))
    labels = made.findChildren(QLabel)
    made.show_rules(check_new("Xyz12345!", profile))
    assert made.findChildren(QLabel) == labels
    rows = {row.accessibleName() for each in labels if (row := each.parentWidget()) is not None}
    assert "a digit: kept" in rows
