"""What the window says, in the language in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from tokenmgr.ui import type as typography
from tokenmgr.wording.language import Language
from tokenmgr.wording.terms import term as term_in
from tokenmgr.x509.moment import endless, local

if TYPE_CHECKING:
    from datetime import date, datetime
    from enum import Enum
    from pathlib import Path

    from tokenmgr.model.last_fault import LastFault

#: Found by name by the tool that collects texts: translate("Home", "Needs attention").
translate = QCoreApplication.translate

QTS_OWN = {Language.ZH_HANS: "zh_CN", Language.ZH_HANT: "zh_TW", Language.EN: "en"}
_language = [Language.ZH_HANS]
_installed: list[QTranslator] = []


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """A text that is translated where it is shown."""
    return text


def language() -> Language:
    """The language in use."""
    return _language[0]


def speak(wanted: Language, folder: Path) -> None:
    """Change the language of everything that is built from now on, Qt's own words included."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    _language[0] = wanted
    typography.speak(wanted.value)
    QLocale.setDefault(QLocale(QTS_OWN[wanted]))
    qts_own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _install(f"qtbase_{QTS_OWN[wanted]}", qts_own)
    _install(wanted.value, str(folder))


def _install(name: str, folder: str) -> None:
    translator = QTranslator()
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)


def term(code: str | Enum) -> str:
    """A word that the command line uses too."""
    return term_in(code, language())


def fault_words(fault: LastFault) -> str:
    """What last went wrong with a module."""
    from tokenmgr.wording.errors import fault_words as said  # hardly ever

    return said(fault, language())[:160]


def date_here(moment: datetime) -> date:
    """The day on this place's calendar, which ends at midnight here."""
    return local(moment).date()


def day(moment: datetime) -> str:
    """A date as every reader here reads it without doubt."""
    return no_end() if endless(moment) else date_here(moment).isoformat()


def no_end() -> str:
    """In the place of a date."""
    return translate("Words", "no end")


def clock(moment: datetime) -> str:
    """The time of day."""
    return local(moment).strftime("%H:%M")


def when(moment: datetime, now: datetime) -> str:
    """Today 10:42, or the date."""
    here, today = local(moment), date_here(now)
    if here.date() == today:
        return translate("Words", "Today {time}").format(time=clock(moment))
    if here.year == today.year:
        return translate("Words", "{date} {time}").format(date=here.strftime("%m-%d"), time=clock(moment))
    return day(moment)
