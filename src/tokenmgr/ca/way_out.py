"""What to do when no try is left, as data for a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ca.contact import Role
from tokenmgr.ca.errand import UnlockWay
from tokenmgr.ca.profile import LinkKind

if TYPE_CHECKING:
    from tokenmgr.ca.contact import Contact
    from tokenmgr.ca.profile import Profile

#: Who can help with a locked token, best first; sales cannot.
HELPERS = (Role.ADMINISTRATOR, Role.SUPPORT, Role.REGISTRATION, Role.OFFICE)


class WayOut(NamedTuple):
    """The way out for one issuer, in one language."""

    profile: str
    name: str
    ways: tuple[UnlockWay, ...]
    #: None where the issuer does not say.
    possible: bool | None
    steps: tuple[str, ...]
    fee: str
    link: str
    contacts: tuple[str, ...]

    def lines(self) -> tuple[str, ...]:
        """Everything to show, in order."""
        steps = tuple(f"{number}. {step}" for number, step in enumerate(self.steps, 1))
        numbered = steps if len(steps) > 1 else self.steps
        rest = tuple(line for line in (self.fee, self.link) if line)
        return numbered + rest + self.contacts

    def __str__(self) -> str:
        return "\n".join(self.lines())


def way_out(profile: Profile, language: str) -> WayOut:
    """What the profile says about a locked PIN."""
    unlock = profile.unlock
    helpers = sorted((c for c in profile.contacts if c.role in HELPERS), key=_nearest)
    return WayOut(
        profile=profile.id,
        name=profile.name.in_language(language),
        ways=unlock.ways,
        possible=unlock.possible,
        steps=tuple(step.in_language(language) for step in unlock.steps),
        fee=unlock.fee.in_language(language) if unlock.fee else "",
        link=profile.link(LinkKind.PORTAL) if UnlockWay.PORTAL in unlock.ways else "",
        contacts=tuple(contact.line(language) for contact in helpers),
    )


def _nearest(contact: Contact) -> int:
    return HELPERS.index(contact.role)
