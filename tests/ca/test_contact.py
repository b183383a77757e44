from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.ca.files import shipped
from tokenmgr.ca.contact import Contact, Role, read_contact
from tokenmgr.ca.table import Place
from tokenmgr.model.errors import ProfileBroken

MACAO = timezone(timedelta(hours=8))
FRIDAY = 4


def desk(role: Role) -> Contact:
    return next(contact for contact in shipped("esigntrust").contacts if contact.role is role)


@pytest.mark.parametrize(
    ("role", "day", "clock", "expected"),
    [
        (Role.REGISTRATION, 0, (8, 59), False),
        (Role.REGISTRATION, 0, (9, 0), True),
        (Role.REGISTRATION, 3, (17, 44), True),
        (Role.REGISTRATION, 3, (17, 45), False),
        (Role.REGISTRATION, FRIDAY, (17, 29), True),
        (Role.REGISTRATION, FRIDAY, (17, 30), False),
        (Role.REGISTRATION, 5, (10, 0), False),
        (Role.OFFICE, 1, (12, 59), True),
        (Role.OFFICE, 1, (13, 0), False),
        (Role.OFFICE, 1, (14, 30), True),
        (Role.SUPPORT, 1, (10, 0), None),
    ],
)
def test_open_by_the_clock_in_macao(role: Role, day: int, clock: tuple[int, int], expected: bool | None) -> None:
    now = datetime(2026, 11, 2 + day, *clock, tzinfo=MACAO)
    assert desk(role).open_at(now) is expected
    assert desk(role).open_at(now.astimezone(UTC)) is expected


def test_a_zone_this_computer_does_not_know_is_no_answer() -> None:
    there = desk(Role.OFFICE)
    strange = Contact(there.role, there.name, there.phones, hours=there.hours, zone="Nowhere/Land")
    assert strange.open_at(datetime(2026, 11, 2, 10, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Registration Authority office: +853 2833 0338 · Mon-Thu 09:00-17:45; Fri 09:00-17:30 · "),
        ("zh-Hant", "註冊署：+853 2833 0338 · 星期一至星期四 09:00-17:45; 星期五 09:00-17:30 · 澳門南灣大馬路"),
    ],
)
def test_a_contact_on_one_line(language: str, line: str) -> None:
    assert desk(Role.REGISTRATION).line(language).startswith(line)


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({}, "phones"),
        ({"fax": "+853 8299 5515"}, "phones"),
        ({"phones": ["110"]}, "phones[0]"),
        ({"phones": ["2921 6633"], "hours": ["Mon 09:00-10:00"]}, "zone"),
    ],
)
def test_a_contact_that_helps_nobody_is_refused(values: dict[str, object], key: str) -> None:
    name = {"en": "a", "zh-Hans": "b", "zh-Hant": "c"}
    with pytest.raises(ProfileBroken) as caught:
        read_contact(Place("f"), {"role": "support", "name": name} | values)
    assert caught.value.key == key
