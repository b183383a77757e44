"""What needs doing first: by plain values and a day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tokenmgr.actions.attention import USUAL_LEAD_DAYS, Attention, Subject, items, lead_day
from tokenmgr.model.certificate import Certificate, CertificateFacts, Usage
from tokenmgr.model.pin import Certainty, TriesLeft, Why
from tokenmgr.model.token import TokenId

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
CARD = TokenId("Maker", "Model", "00008F21")
PLAIN = Subject(CARD, "公司")


def tries(left: int | None, limit: int | None = 15) -> TriesLeft:
    return TriesLeft(left, Certainty.EXACT, Why.CARD_COUNTER, limit)


def ending(days: float, usage: Usage = Usage.BOTH, subject: str = "CN=Chan", *, is_ca: bool = False) -> Certificate:
    end = NOW + timedelta(days=days)
    facts = CertificateFacts(
        b"", f"{days}{usage}", subject, not_after=end, usage=usage, name=subject.removeprefix("CN="), is_ca=is_ca
    )
    return Certificate(CARD, b"\x01", "", facts)


def kinds(subject: Subject) -> list[str]:
    return [item.kind for item in items([subject], NOW)]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (PLAIN, []),
        (PLAIN._replace(tries=tries(15)), []),
        (PLAIN._replace(tries=tries(None)), []),
        (PLAIN._replace(tries=tries(6)), []),
        (PLAIN._replace(tries=tries(5)), [("few-tries", "warn", "events")]),
        (PLAIN._replace(tries=tries(5, limit=5)), []),
        (PLAIN._replace(tries=tries(1)), [("last-try", "bad", "way-out")]),
        (PLAIN._replace(tries=tries(1), unlockable=True), [("last-try", "bad", "unlock")]),
        (PLAIN._replace(tries=tries(0)), [("locked", "bad", "way-out")]),
        (PLAIN._replace(tries=tries(0), unlockable=True, initial_pin=True), [("locked", "bad", "unlock")]),
        (PLAIN._replace(initial_pin=True, must_change=True), [("initial-pin", "bad", "change-pin")]),
        (PLAIN._replace(must_change=True), [("must-change", "bad", "change-pin")]),
        (PLAIN._replace(pin_set=False), [("pin-not-set", "warn", "unlock")]),
        (PLAIN._replace(missed=2, missed_at=NOW), [("others-missed", "warn", "events")]),
    ],
)
def test_of_a_pin(subject: Subject, expected: list[tuple[str, str, str]]) -> None:
    assert [(item.kind, item.severity, item.errand) for item in items([subject], NOW)] == expected


def test_an_item_says_whose_it_is_and_what_is_known() -> None:
    [item] = items([PLAIN._replace(missed=2, missed_at=NOW)], NOW)
    assert item == Attention(
        "others-missed",
        "warn",
        CARD,
        "公司",
        "8F21",
        "events",
        (("count", 2), ("at", "2026-11-20T12:00:00+00:00")),
    )
    assert (item.fact("count"), item.fact("days")) == (2, None)


@pytest.mark.parametrize(
    ("days", "lead"),
    [(91, None), (90.5, 90), (90, 90), (60.9, 60), (30, 30), (29.5, 30), (14, 14), (7, 7), (2, 7), (1, 1), (0.5, 1)],
)
def test_the_issuers_day_that_applies(days: float, lead: int | None) -> None:
    found = items([PLAIN._replace(certificates=(ending(days),), lead_days=USUAL_LEAD_DAYS)], NOW)
    assert [item.fact("lead") for item in found] == ([] if lead is None else [lead])
    assert all(item.severity == ("bad" if days < 8 else "warn") for item in found)


def test_an_issuers_own_days_and_the_usual_ones() -> None:
    assert lead_day(80, (100,)) == 100
    assert lead_day(80, ()) == 90
    assert lead_day(20, (10, 5)) is None


def test_of_a_certificate_that_ended() -> None:
    [item] = items([PLAIN._replace(certificates=(ending(-0.5),))], NOW)
    assert (item.kind, item.severity, item.errand) == ("expired", "bad", "renewal-info")
    assert (item.fact("days"), item.fact("date"), item.fact("certificate")) == (
        -1,
        "2026-11-20T00:00:00+00:00",
        "Chan",
    )


def test_certificates_that_say_nothing() -> None:
    undated = ending(0)._replace(facts=ending(0).facts._replace(not_after=None))
    assert kinds(PLAIN._replace(certificates=(undated, ending(-5, is_ca=True), ending(400)))) == []


def test_a_renewed_certificate_is_no_matter_any_more() -> None:
    old, new = ending(-5), ending(360)
    assert kinds(PLAIN._replace(certificates=(old, new))) == []
    assert kinds(PLAIN._replace(certificates=(old, ending(360, Usage.SIGN)))) == ["expired"]
    assert kinds(PLAIN._replace(certificates=(old, ending(360, subject="CN=Li")))) == ["expired"]
    assert kinds(PLAIN._replace(certificates=(ending(-9), ending(-5)))) == ["expired", "expired"]


def test_a_pair_that_ends_together_is_one_item() -> None:
    pair = ending(20, Usage.SIGN), ending(20, Usage.ENCRYPT)
    [item] = items([PLAIN._replace(certificates=pair)], NOW)
    assert (item.fact("count"), item.fact("sha256")) == (2, pair[0].facts.sha256)


def test_worst_first() -> None:
    subjects = [
        PLAIN._replace(name="a", certificates=(ending(80),)),
        PLAIN._replace(name="b", certificates=(ending(20),)),
        PLAIN._replace(name="c", tries=tries(4), initial_pin=True, missed=1),
        PLAIN._replace(name="d", certificates=(ending(-3),)),
        PLAIN._replace(name="e", certificates=(ending(5),)),
        PLAIN._replace(name="f", tries=tries(1)),
        PLAIN._replace(name="g", tries=tries(0)),
    ]
    assert [(item.kind, item.name) for item in items(subjects, NOW)] == [
        ("locked", "g"),
        ("last-try", "f"),
        ("expired", "d"),
        ("initial-pin", "c"),
        ("expiring", "e"),
        ("others-missed", "c"),
        ("few-tries", "c"),
        ("expiring", "b"),
        ("expiring", "a"),
    ]
