"""Which certificates the list shows, in what order."""

from __future__ import annotations

import time

import pytest

from tests.ui import sample
from tests.ui.panels.certificates import real
from tokenmgr.model.certificate import Usage
from tokenmgr.ui.panels.certificates.entries import Entry, Wanted, entries, key_of, shown


def every() -> list[Entry]:
    return entries(real.full())


def names(found: list[Entry]) -> list[str]:
    return [each.certificate.facts.name for each in found]


def test_the_next_to_end_comes_first_and_issuers_last() -> None:
    rows, folded = shown(every(), Wanted())
    assert [each.days for each in rows] == [37, 212, 468, 468, 590, 2000, 4000]
    assert [each.certificate.facts.is_ca for each in rows][-2:] == [True, True]
    assert [each.days for each in folded] == [-300, -400, -700]


@pytest.mark.parametrize(
    ("wanted", "rows", "folded"),
    [
        (Wanted("expiring"), 1, 0),
        (Wanted("expired"), 3, 0),
        (Wanted("valid", Usage.SIGN), 2, 0),
        (Wanted("valid", Usage.ENCRYPT), 1, 1),
        (Wanted("valid", Usage.BOTH), 2, 2),
        (Wanted("valid", None, "chan TAI"), 2, 2),
        (Wanted("valid", None, "e-Cert"), 6, 3),
        (Wanted("valid", None, "工程投标"), 1, 0),
        (Wanted("valid", None, "8f21"), 3, 1),
        (Wanted("valid", None, "nobody"), 0, 0),
    ],
)
def test_filters(wanted: Wanted, rows: int, folded: int) -> None:
    found = shown(every(), wanted)
    assert (len(found[0]), len(found[1])) == (rows, folded)


def test_how_early_it_is_time_to_renew() -> None:
    def states(*lead_days: int) -> list[str]:
        glance = real.full()
        tokens = tuple(each._replace(lead_days=lead_days or each.lead_days) for each in glance.tokens)
        return [each.state for each in entries(glance._replace(tokens=tokens))][3:6]

    assert states() == ["expiring", "valid", "valid"]
    assert states(400, 30) == ["expiring", "expiring", "valid"]
    assert states(7) == ["valid", "valid", "valid"]


def test_an_end_that_cannot_be_read_is_not_called_expired() -> None:
    broken = real.of(sample.HK, b"\x30\x03\x02\x01\x05")
    [entry] = entries(real.only(broken))
    assert (entry.days, entry.state) == (None, "valid")


def test_the_same_certificate_on_two_tokens_is_two() -> None:
    first = real.certificate(sample.HK, "Twice", 100)
    assert key_of(first) != key_of(first._replace(token=sample.NETCA))


def test_a_thousand_are_sorted_within_a_frame() -> None:
    few = [real.certificate(sample.HK, f"Nr {number}", number) for number in range(20)]
    many = real.only(*(each._replace(id=bytes([turn])) for turn in range(50) for each in few))
    spent: list[float] = []
    rows: list[Entry] = []
    for _ in range(5):
        began = time.thread_time()
        rows, _ = shown(entries(many), Wanted("valid", None, "nr 1"))
        spent.append(time.thread_time() - began)
    assert len(rows) == 11 * 50
    assert min(spent) < 0.016
