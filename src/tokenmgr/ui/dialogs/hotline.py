"""Whom to call, and a mail to them with the doctor's report attached: begun here, sent by the person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from tokenmgr.ui.screen import Message
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.way_out_words import contact_lines
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.facts import Fact, Facts
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import language, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.ca.profile import Profile
    from tokenmgr.ui.screen import Screen

MOST_ISSUERS = 6


class Begun(NamedTuple):
    """What became of a mail."""

    path: Path
    attached: bool


class HotlineSheet(Sheet):
    """`report` makes the text, in a working thread."""

    wide = 560

    def __init__(self, screen: Screen, issuers: Sequence[Profile], report: Callable[[], str]) -> None:
        super().__init__(screen, translate("Hotline", "Ask the hotline"))
        self._owner, self._report = screen, report
        for issuer in issuers[:MOST_ISSUERS]:
            self._add(issuer)
        note = translate(
            "Hotline",
            "The report says how modules, readers and tokens are. Names, full serial numbers and folders of yours "
            "are not in it. It is saved among your downloads; you look at the mail and send it yourself.",
        )
        self.body.addSpacing(4)
        self.body.addWidget(Text(note, "second", "text2", wrap=True))
        self.foot(translate("Hotline", "Begin a mail"), lambda: self._go(_mail_of(issuers)))
        self.foot_extra(button(translate("Hotline", "Only save the report"), lambda: self._go(None), icon="export"))

    def _add(self, issuer: Profile) -> None:
        self.body.addWidget(Text(issuer.name.in_language(language().value), "section", wrap=True))
        lines = [line for line in contact_lines(issuer) if line.icon]
        facts = tuple(Fact(line.name, line.text, copy=line.text if line.copies else "") for line in lines)
        if facts:
            self.body.addWidget(Facts(facts, 80))

    def _go(self, to: str | None) -> None:
        """`to`: None where only the file is wanted; empty where nobody's address is known."""
        if self.working:
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation) or ".")
        subject = translate("Hotline", "A report about my certificate token")
        body = translate("Hotline", "What does not work:\n\n")
        report = self._report

        def begin() -> Begun:
            from tokenmgr.actions.hotline import save_report
            from tokenmgr.system.mail import begin_mail  # only in the worker

            path = save_report(report(), folder)
            return Begun(path, to is not None and begin_mail(to, subject, body, path))

        self.work(begin, lambda begun: self._done(begun, to, subject, body))

    def _done(self, result: object, to: str | None, subject: str, body: str) -> None:
        begun: Begun = result  # type: ignore[assignment]
        self.accept()
        if to is None or begun.attached:
            self._owner.say(Message("ok", translate("Hotline", "Report saved"), str(begun.path)))
        elif QDesktopServices.openUrl(QUrl(f"mailto:{to}?subject={quote(subject)}&body={quote(body)}")):
            text = translate("Hotline", "Attach it to the mail: {path}").format(path=begun.path)
            self._owner.say(Message("ok", translate("Hotline", "Report saved"), text))
        else:
            self._owner.say(Message("warn", translate("Hotline", "No mail program opened"), _by_hand(to, begun.path)))


def _by_hand(to: str, path: Path) -> str:
    if to:
        return translate("Hotline", "Write to {address} yourself and attach {path}").format(address=to, path=path)
    return translate("Hotline", "Write to your issuer yourself and attach {path}").format(path=path)


def _mail_of(issuers: Sequence[Profile]) -> str:
    """The first address of the one issuer that is meant; nobody's where it may be any of them."""
    if len(issuers) != 1:
        return ""
    return next((mail for contact in issuers[0].contacts for mail in contact.emails), "")
