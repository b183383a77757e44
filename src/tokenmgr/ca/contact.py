"""Whom to ask, where, and when somebody is there."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ca import table
from tokenmgr.ca.hours import Hours, is_open, read_hours
from tokenmgr.ca.text import Text, read_text

if TYPE_CHECKING:
    from datetime import datetime

    from tokenmgr.ca.table import Table


class Role(Enum):
    """What a contact is for."""

    SUPPORT = "support"
    SALES = "sales"
    REGISTRATION = "registration"
    OFFICE = "office"
    ADMINISTRATOR = "administrator"


class Contact(NamedTuple):
    """One desk; what is not published stays empty."""

    role: Role
    name: Text
    phones: tuple[str, ...] = ()
    fax: str = ""
    emails: tuple[str, ...] = ()
    address: Text | None = None
    hours: tuple[Hours, ...] = ()
    zone: str = ""

    def open_at(self, now: datetime) -> bool | None:
        """Whether somebody is there; None where the hours are not published."""
        return is_open(self.hours, self.zone, now)

    def line(self, language: str) -> str:
        """Everything on one line, telephone first."""
        hours = "; ".join(line.in_language(language) for line in self.hours)
        address = self.address.in_language(language) if self.address else ""
        parts = (*self.phones, *self.emails, hours, address)
        colon = ": " if self.name.in_language(language).isascii() else "："
        return self.name.in_language(language) + colon + " · ".join(part for part in parts if part)


_phone = table.shaped(r"(?=.{5,24}$)\+?[0-9]+(?:[ -][0-9]+)*", "must look like: +853 2833 0338 or 010-68396268")
_mail = table.shaped(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", "must be a mail address")
_zone = table.shaped(r"[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+){1,2}", "must be a time zone such as Asia/Macau")


def _contact(keys: Table) -> Contact:
    contact = Contact(
        role=keys.need("role", table.one_of(Role)),
        name=keys.need("name", read_text),
        phones=keys.maybe("phones", table.many(_phone), ()),
        fax=keys.maybe("fax", _phone, ""),
        emails=keys.maybe("emails", table.many(_mail), ()),
        address=keys.maybe("address", read_text, None),
        hours=keys.maybe("hours", table.many(read_hours), ()),
        zone=keys.maybe("zone", _zone, ""),
    )
    if contact.hours and not contact.zone:
        raise keys.place.at("zone").broken("missing: opening hours need a time zone")
    if not (contact.phones or contact.emails or contact.address):
        raise keys.place.at("phones").broken("missing: nobody can be reached without phone, mail or address")
    return contact


read_contact = table.table(_contact)
