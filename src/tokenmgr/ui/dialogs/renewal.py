"""How to renew, as the issuer says it: steps, addresses to copy or open, telephones with hours, data for its forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tokenmgr.ca.profile import LinkKind, When
from tokenmgr.ui.pins.entry import Aside
from tokenmgr.ui.pins.locked import helpers
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.token_words import days_words
from tokenmgr.ui.widgets.buttons import button, icon_button
from tokenmgr.ui.widgets.facts import Fact, Facts, copy
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.text import Elided, Text
from tokenmgr.ui.words import day, language, term, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tokenmgr.actions.glance import Absent, TokenGlance
    from tokenmgr.ca.errand import Way
    from tokenmgr.ca.profile import Link, Profile
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen

NAME_WIDTH = 128


def open_renewal(screen: Screen, token: TokenId, about: object = None) -> None:
    """For the certificate that ends first, or the one named."""
    screen.lay(RenewalSheet(screen, token, about))


class RenewalSheet(Sheet):
    """Nothing in it is sent anywhere; an address is opened only at the press of its button."""

    def __init__(self, screen: Screen, token: TokenId, about: object = None) -> None:
        shown = screen.glance.token(token)
        # A token that is out has none of its own to show above, and is no reason to close when it is looked for.
        super().__init__(screen, translate("PinDialogs", "How to renew"), token if shown is not None else None)
        self.foot_close()
        self._about = about
        out = next((each for each in screen.glance.absent if each.id == token), None)
        if shown is not None:
            self._fill(shown, shown.issuer)
        elif out is not None:
            self._fill_for(out)

    def _fill_for(self, out: Absent) -> None:
        """Its issuer is known by name only, and what issuers say lies in files."""
        desk = self.screen.desk

        def issuer() -> Profile | None:
            return desk.profiles.by_id(out.profile) if desk is not None else None

        self.screen.bridge.run(issuer, lambda found: self._fill(out, found), owner=self)

    def _fill(self, shown: TokenGlance | Absent, issuer: Profile | None) -> None:
        for widget in _parts(shown, issuer, self.screen, self._about):
            self.body.addWidget(widget)
            widget.show()
        self.settle()


def _parts(shown: TokenGlance | Absent, issuer: Profile | None, screen: Screen, about: object) -> Iterator[QWidget]:
    certificate = _wanted(shown, about)
    left = days_words(certificate, screen.glance.taken)
    end = certificate.facts.not_after if certificate is not None else None
    yield Text(left.text if end is None else f"{left.text}  |  {day(end)}", "card")
    if issuer is None:
        yield Text(translate("PinDialogs", "Issuer not known: ask whoever gave you the token"), wrap=True)
    else:
        yield from _issuer_parts(issuer, screen)
    if certificate is not None:
        yield Rule()
        yield Text(translate("PinDialogs", "Data for the form"), "section")
        yield Facts(form_data(certificate), NAME_WIDTH)


def _wanted(shown: TokenGlance | Absent, about: object) -> Certificate | None:
    named = (each for each in shown.certificates if each == about)
    return next(named, shown.nearest_end)


def _issuer_parts(profile: Profile, screen: Screen) -> Iterator[QWidget]:
    tongue = language().value
    ways = translate("PinDialogs", ", ").join(way_words(way) for way in profile.renew.ways)
    yield Facts([Fact(translate("PinDialogs", "Done by"), ways)], NAME_WIDTH)
    if profile.renew.note:
        yield Text(profile.renew.note.in_language(tongue), wrap=True)
    for warn in profile.warnings:
        if warn.when is When.RENEW:
            yield Aside("triangle", warn.text.in_language(tongue), "warn")
    if profile.links:
        yield Rule()
        for link in profile.links:
            yield LinkLine(link)
    yield Rule()
    yield from helpers(profile, screen.glance.taken)


def way_words(way: Way) -> str:
    """Where an errand is done."""
    return term(f"unlock.{way.value}") if way.value != "none" else translate("PinDialogs", "Not offered")


class LinkLine(QWidget):
    """What it leads to, the address, copy, open."""

    def __init__(self, link: Link) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        name = link_words(link.kind)
        words = Text(name, role="text2")
        words.setFixedWidth(NAME_WIDTH - 6)
        line.addWidget(words)
        line.addWidget(Elided(visible(link.url)), 1)
        line.addWidget(
            icon_button("copy", translate("Facts", "Copy {what}").format(what=name), lambda: copy(link.url), 14)
        )
        opener = button(translate("PinDialogs", "Open..."), lambda: open_address(link.url), small=True)
        opener.setAccessibleName(translate("PinDialogs", "Open {what} in the browser").format(what=name))
        line.addWidget(opener)


def open_address(url: str) -> None:
    """In the browser, only for whoever pressed a button."""
    QDesktopServices.openUrl(QUrl(url))


def link_words(kind: LinkKind) -> str:
    """What an address leads to."""
    return {
        LinkKind.SITE: translate("PinDialogs", "Web site"),
        LinkKind.PORTAL: translate("PinDialogs", "Portal"),
        LinkKind.SERVICE: translate("PinDialogs", "Service"),
        LinkKind.DOWNLOADS: translate("PinDialogs", "Downloads"),
        LinkKind.GUIDE: translate("PinDialogs", "Guide"),
    }[kind]


def form_data(certificate: Certificate) -> list[Fact]:
    """What issuers' forms ask for, each to be copied."""
    facts = certificate.facts
    rows = [
        (term("name"), facts.name),
        (term("subject"), facts.subject or ""),
        (term("serial-number"), facts.serial or ""),
        (term("valid-until"), day(facts.not_after) if facts.not_after else ""),
    ]
    return [Fact(name, value, copy=value) for name, value in rows]
