"""What a dialog turns into when no try is left: what happened, and the way out in numbered steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from tokenmgr.ca.way_out import HELPERS
from tokenmgr.model.pin import PinKind
from tokenmgr.ui import theme, type as typography
from tokenmgr.ui.pins.last_try import warning
from tokenmgr.ui.pins.words import in_sentence, puk_words
from tokenmgr.ui.widgets.facts import Fact, Facts
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import language, term, translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent

    from tokenmgr.ca.contact import Contact
    from tokenmgr.ca.profile import Profile

NAME_WIDTH = 128
CIRCLE = 24


class LockedPage(QWidget):
    """For the user's PIN the issuer's words; for the others what still works. `sent`: None where no PIN was typed.

    `puk`: the token itself knows a way, whatever its issuer says.
    """

    def __init__(self, kind: PinKind, profile: Profile | None, *, sent: bool | None, puk: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(warning("lock", *_what_happened(kind, sent=sent)))
        if kind is not PinKind.USER:
            return
        column.addWidget(Rule())
        for part in _way_out(profile, puk=puk):
            column.addLayout(part) if isinstance(part, QLayout) else column.addWidget(part)


def _way_out(profile: Profile | None, *, puk: bool) -> Iterator[QWidget | QLayout]:
    """The PUK where there is one, else the issuer's steps; and whom to ask."""
    if puk:
        yield Text(puk_words(), wrap=True)
    elif profile is not None:
        for number, step in enumerate(profile.unlock.steps, 1):
            yield _step(number, step.in_language(language().value))
    if profile is None:
        yield Text(translate("PinDialogs", "Issuer not known: ask whoever gave you the token"), wrap=True)
        return
    yield Rule()
    yield from helpers(profile)


def helpers(profile: Profile, now: datetime | None = None) -> Iterator[QWidget]:
    """Fee, telephones and addresses of whoever helps, each to be copied; `now`: whether somebody is there, too."""
    tongue = language().value
    if profile.unlock.fee and now is None:
        yield Text(f"{term('fee')}  {profile.unlock.fee.in_language(tongue)}", "second", "text2", wrap=True)
    for contact in profile.contacts:
        if contact.role in HELPERS:
            yield Text(contact.name.in_language(tongue), "second", "text2", wrap=True)
            yield Facts(_ways_to(contact, now), NAME_WIDTH)


def _ways_to(contact: Contact, now: datetime | None) -> list[Fact]:
    phone, mail = translate("PinDialogs", "Phone"), translate("PinDialogs", "Mail")
    facts = [Fact(phone, each, "phone", copy=each) for each in contact.phones]
    facts += [Fact(mail, each, "mail", copy=each) for each in contact.emails]
    if contact.hours:
        hours = translate("PinDialogs", ", ").join(line.in_language(language().value) for line in contact.hours)
        facts.append(Fact(term("hours"), hours, "clock"))
    is_open = contact.open_at(now) if now is not None else None
    if is_open is not None:
        open_words = translate("PinDialogs", "Open") if is_open else translate("PinDialogs", "Closed")
        facts.append(Fact(translate("PinDialogs", "Now"), open_words, "check" if is_open else "clock"))
    return facts


def _what_happened(kind: PinKind, *, sent: bool | None) -> tuple[str, str]:
    if kind is PinKind.USER and sent is None:
        title = translate("PinDialogs", "This token cannot be unlocked here")
        return title, translate("PinDialogs", "It knows no PUK and no administrator. This is what its issuer says.")
    if kind is PinKind.USER:
        title = translate("PinDialogs", "This token is locked")
        text = translate("PinDialogs", "That was the last try. Its certificates cannot sign or decrypt any more.")
        before = translate("PinDialogs", "It was locked already: nothing was sent. It cannot sign or decrypt.")
        return title, text if sent else before
    title = translate("PinDialogs", "The {pin} is locked").format(pin=in_sentence(kind))
    return title, translate("PinDialogs", "The user's PIN is not touched by that: with it the token works as before.")


def _step(number: int, text: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addWidget(Numbered(number), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(text, wrap=True), 1)
    return line


class Numbered(QWidget):
    """A number in a circle."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = str(number)
        self.setFixedSize(CIRCLE, CIRCLE)
        self.setAccessibleName(self._number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle, number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("field_border"), 1))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(theme.colour("text"))
        painter.setFont(typography.font("second-strong"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)
