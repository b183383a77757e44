from __future__ import annotations

import pytest

from tests.ca.files import shipped
from tokenmgr.ca.pins import Demands, PinRules
from tokenmgr.ca.rules import Finding, check_new, classes_of, looks_initial, refusals
from tokenmgr.model.pin import PinPolicy

CANARY = "Canary#2468"


def failed(findings: list[Finding]) -> set[tuple[str, bool]]:
    return {(finding.code, finding.enforced) for finding in findings if not finding.ok}


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Abcd123!", set()),
        ("Abc123!", {"min-length"}),
        ("abcd123!", {"upper"}),
        ("ABCD123!", {"lower"}),
        ("Abcdefg!", {"digit"}),
        ("Abcd1234", {"special"}),
        ("12345678", {"upper", "lower", "special", "not-initial"}),
        ("", {"min-length", "upper", "lower", "digit", "special"}),
    ],
)
def test_hongkong_post_recommends_and_enforces_nothing(text: str, missing: set[str]) -> None:
    findings = check_new(text, shipped("hkpost-safenet"))
    assert failed(findings) == {(code, False) for code in missing}
    assert len(findings) == 6
    assert refusals(findings) == []


def test_light_industry_refuses_its_initial_pin_as_a_new_one() -> None:
    assert refusals(check_new("111111", shipped("clii-bjca"))) == [Finding("not-initial", True, False)]
    assert refusals(check_new("111112", shipped("clii-bjca"))) == []


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Abcd123#", set()),
        ("Abcd123!", {"allowed-specials"}),
        ("Abcd 123#", {"allowed-specials"}),
        ("Abcd123#Abcd1", {"max-length"}),
    ],
)
def test_netca_names_the_specials_and_the_longest(text: str, broken: set[str]) -> None:
    assert failed(check_new(text, shipped("netca"))) == {(code, False) for code in broken}


@pytest.mark.parametrize(
    ("policy", "text", "broken"),
    [
        (PinPolicy(min_length=6), "12345", {"min-length"}),
        (PinPolicy(min_length=6), "123456", set()),
        (PinPolicy(max_length=6), "1234567", {"max-length"}),
        (PinPolicy(max_length=6), "密码密", {"max-length"}),
        (PinPolicy(min_classes=3), "Abcdef", {"classes"}),
        (PinPolicy(min_classes=3), "Abcde1", set()),
        (PinPolicy(max_repeated=3), "1222x", set()),
        (PinPolicy(max_repeated=3), "12222", {"not-repeated"}),
        (PinPolicy(max_repeated=0), "12222", set()),
        (PinPolicy(classes=(("numbers", "required"), ("upper", "any"))), "abc", {"digit"}),
        (PinPolicy(classes=(("special", "forbidden"),)), "abc!", {"no-special"}),
        (PinPolicy(classes=(("upper_case", "forbidden"), ("lower", "required"))), "ABC", {"no-upper", "lower"}),
        (PinPolicy(classes=(("unheard-of", "required"),)), "abc", set()),
    ],
)
def test_what_the_token_asks_for_is_enforced(policy: PinPolicy, text: str, broken: set[str]) -> None:
    assert failed(check_new(text, None, policy)) == {(code, True) for code in broken}


def test_token_and_issuer_are_kept_apart() -> None:
    findings = check_new("abcdefg", shipped("hkpost-safenet"), PinPolicy(min_length=6))
    lengths = [finding for finding in findings if finding.code == "min-length"]
    assert lengths == [Finding("min-length", True, True, 6), Finding("min-length", False, False, 8)]


def test_the_same_rule_is_said_once() -> None:
    rules = PinRules(enforced=Demands(min_length=6, min_classes=2))
    findings = check_new("ab", shipped("netca")._replace(pin=rules), PinPolicy(min_length=6))
    assert failed(findings) == {("min-length", True), ("classes", True)}
    assert len(findings) == 2


@pytest.mark.parametrize(
    ("name", "text", "initial"),
    [
        ("hkpost-safenet", "12345678", True),
        ("hkpost-safenet", "1234567", False),
        ("hkpost-safenet", "1234567a", False),
        ("hkpost-safenet", "１２３４５６７８", False),
        ("clii-bjca", "111111", True),
        ("clii-bjca", "1111111", False),
        ("netca", "12345678", True),
        ("esigntrust", "12345678", False),
    ],
)
def test_initial_pins_are_known_by_sight(name: str, text: str, initial: bool) -> None:
    assert looks_initial(shipped(name), text) is initial


def test_the_four_classes() -> None:
    assert classes_of("aA1!") == {"upper", "lower", "digit", "special"}
    assert classes_of("密") == {"special"}
    assert classes_of("") == frozenset()


def test_a_finding_never_holds_the_pin() -> None:
    for name in ("hkpost-safenet", "clii-bjca", "netca"):
        findings = check_new(CANARY, shipped(name), PinPolicy(min_length=20, classes=(("special", "forbidden"),)))
        assert findings
        assert CANARY not in repr(findings)
