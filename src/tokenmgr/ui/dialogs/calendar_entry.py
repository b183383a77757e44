"""The end of a certificate as a day in the calendar: a file that every calendar takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMainWindow

from tokenmgr.actions.share import file_name
from tokenmgr.model.certificate import Certificate
from tokenmgr.ui.certificate_words import called
from tokenmgr.ui.error_words import say_trouble
from tokenmgr.ui.screen import Message
from tokenmgr.ui.widgets.file_choice import choose_to_save
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tokenmgr.actions.share import Saved
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen


def save_calendar(screen: Screen, _token: TokenId | None, about: object) -> None:
    """The end of a certificate as a file for the calendar. `about`: the certificate."""
    if not isinstance(about, Certificate):
        return
    certificate = about
    window = _window()
    if window is None:
        return
    name = file_name(certificate.facts, "pem").removesuffix(".pem") + ".ics"
    title = translate("CertificateDialogs", "Save calendar entry")
    kind = (translate("CertificateDialogs", "Calendar"), ".ics")
    choose_to_save(window, title, name, kind, lambda path: _put_in(screen, certificate, path))


def _put_in(screen: Screen, certificate: Certificate, path: Path, *, replace: bool = False) -> None:
    data = _entry_for(screen, certificate)

    def task() -> Saved:
        from tokenmgr.actions.share import save_bytes

        return save_bytes(data(), path, replace=replace)

    def done(saved: Saved) -> None:
        file = visible(path.name, 80)
        if saved.done:
            fact = translate("CertificateDialogs", "Saved as {file}").format(file=file)
            meaning = translate("CertificateDialogs", "Open it, and your calendar takes the date with its reminders.")
            screen.say(Message("ok", fact, meaning, seconds=8))
            return
        fact = translate("CertificateDialogs", "There is another file called {file}").format(file=file)
        act = (
            translate("CertificateDialogs", "Replace"),
            lambda: _put_in(screen, certificate, path, replace=True),
        )
        screen.say(Message("warn", fact, translate("CertificateDialogs", "It was not touched."), act))

    screen.bridge.run(task, done, lambda error: say_trouble(screen, error))


def _entry_for(screen: Screen, certificate: Certificate) -> Callable[[], bytes]:
    """What a worker makes into the file."""
    shown = screen.glance.token(certificate.token)
    leads = screen.glance.lead_days(certificate.token)
    name = called(certificate)
    summary = translate("CertificateDialogs", "Certificate of {name} ends").format(name=name)
    place = visible(shown.name, 80) if shown is not None else ""
    tail = visible(certificate.token.tail)
    where = translate("CertificateDialogs", "Token: {name} ·{tail}").format(name=place, tail=tail) if place else ""

    def make() -> bytes:
        from tokenmgr.actions.calendar import Entry, calendar

        return calendar([Entry(certificate.facts, summary, where)], leads)

    return make


def _window() -> QMainWindow | None:
    """The program's window; without one there is nowhere to choose a file."""
    windows = (each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow) and each.isVisible())
    return next(windows, None)
