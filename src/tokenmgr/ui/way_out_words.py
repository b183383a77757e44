"""What to do about a locked token, as its issuer says it: for the page of a locked token, and for the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ca.way_out import HELPERS
from tokenmgr.ui.unlocking import can_unlock
from tokenmgr.ui.words import language, term, translate, when
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.ca.contact import Contact
    from tokenmgr.ca.profile import Profile


class HelpLine(NamedTuple):
    """One line of help. Without an icon it is a title."""

    icon: str
    name: str
    text: str
    copies: bool = False
    #: In larger letters: a number to dial.
    big: bool = False


def what_happened(shown: TokenGlance, glance: Glance) -> str:
    """When it was locked, by how many tries, and by whom, as far as this computer saw it."""
    events = [event for event in glance.events if event.token == shown.id]
    locked = next((event for event in events if event.kind == "pin-locked"), None)
    missed = sum(_count(dict(event.facts).get("count", 0)) for event in events if event.kind == "others-missed")
    limit = shown.overview.tries.limit
    at = when(locked.at, glance.taken) if locked is not None else ""
    sentences = [_locked_words(at, limit)]
    if missed:
        sentences.append(translate("TokensPage", "%n of the wrong PINs came from other programs.", "", missed))
    sentences.append(_issuer_words(shown))
    return ("" if language() is not Language.EN else " ").join(sentences)


def _count(value: str | int) -> int:
    return value if isinstance(value, int) else 0


def _locked_words(at: str, limit: int | None) -> str:
    if at and limit:
        return translate("TokensPage", "Locked {when}, by wrong PIN number {limit}.").format(when=at, limit=limit)
    if at:
        return translate("TokensPage", "Locked {when}, by a wrong PIN.").format(when=at)
    if limit:
        return translate("TokensPage", "All {limit} tries have been used.").format(limit=limit)
    return translate("TokensPage", "No try is left.")


def _issuer_words(shown: TokenGlance) -> str:
    if can_unlock(shown):
        return translate("TokensPage", "It can be unlocked; certificates and keys stay as they are.")
    if shown.issuer is None:
        return translate("TokensPage", "Its issuer is not known here: ask whoever gave it to you.")
    name = shown.issuer.called(language().value)
    if shown.issuer.unlock.possible is False:
        return translate(
            "TokensPage", "{issuer} offers no unlocking, so the certificate is revoked and applied for anew."
        ).format(issuer=name)
    if shown.issuer.unlock.possible:
        return translate("TokensPage", "{issuer} can set it free; these are its steps.").format(issuer=name)
    return translate("TokensPage", "{issuer} has not published how to unlock it; ask before you try anything.").format(
        issuer=name
    )


def steps_of(shown: TokenGlance) -> tuple[tuple[str, str], ...]:
    """(what to do, what to know about it), in order."""
    return tuple(_steps(shown))


def _steps(shown: TokenGlance) -> Iterator[tuple[str, str]]:
    issuer = shown.issuer
    if issuer is None:
        yield translate("TokensPage", "Stop trying PINs"), translate("TokensPage", "Every further try is refused.")
        yield translate("TokensPage", "Ask whoever gave you the token"), ""
        return
    for step in issuer.unlock.steps:
        yield step.in_language(language().value), ""
    if issuer.unlock.possible is False:
        text = translate("TokensPage", "Insert the new token when it comes")
        note = translate("TokensPage", "This program recognises it and reminds you to change its initial PIN.")
        yield text, note


def afterword(shown: TokenGlance) -> str:
    """What else the issuer says, where the certificate has to be revoked."""
    issuer = shown.issuer
    if issuer is None or issuer.unlock.possible is not False or issuer.revoke.note is None:
        return ""
    note = issuer.revoke.note.in_language(language().value)
    return translate("TokensPage", "{what}: {note}").format(what=term("revoke"), note=note)


def help_lines(profile: Profile) -> tuple[HelpLine, ...]:
    """Whom to ask, what it costs: nearest first."""
    lines = contact_lines(profile)
    spoken = language().value
    if profile.unlock.fee is not None:
        lines.append(HelpLine("file", term("fee"), profile.unlock.fee.in_language(spoken)))
    portal = next((link.url for link in profile.links if link.kind.value == "portal"), "")
    if portal:
        lines.append(HelpLine("globe", translate("TokensPage", "Portal"), portal, copies=True))
    return tuple(lines)


def contact_lines(profile: Profile) -> list[HelpLine]:
    """The nearest two who help."""
    helpers = sorted((each for each in profile.contacts if each.role in HELPERS), key=lambda c: HELPERS.index(c.role))
    return [line for contact in helpers[:2] for line in _contact(contact)]


def _contact(contact: Contact) -> Iterator[HelpLine]:
    spoken = language().value
    yield HelpLine("", "", contact.name.in_language(spoken))
    for phone in contact.phones:
        yield HelpLine("phone", term("phone"), phone, copies=True, big=True)
    for mail in contact.emails:
        yield HelpLine("mail", translate("TokensPage", "Mail"), mail, copies=True)
    hours = "\n".join(each.in_language(spoken) for each in contact.hours)
    if hours:
        yield HelpLine("clock", term("hours"), hours)
