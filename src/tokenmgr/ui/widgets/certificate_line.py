"""A certificate in two lines: whose it is, who issued it, how long it lasts. Dialogs about one begin with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ui.certificate_words import called, common_name
from tokenmgr.ui.token_words import USAGE_ICONS, usage_words
from tokenmgr.ui.widgets.text import Elided
from tokenmgr.ui.widgets.token_line import Glyph
from tokenmgr.ui.words import day, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.model.certificate import Certificate


class CertificateLine(QWidget):
    """40 high."""

    def __init__(self, certificate: Certificate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(Glyph(USAGE_ICONS[certificate.facts.usage]))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Elided(called(certificate), "card"))
        names.addWidget(Elided(second_line(certificate), "second", "text2", Qt.TextElideMode.ElideMiddle))
        line.addLayout(names, 1)


def second_line(certificate: Certificate) -> str:
    """End, use, issuer: the last may be cut."""
    facts = certificate.facts
    end = translate("Certificates", "until {date}").format(date=day(facts.not_after)) if facts.not_after else ""
    issuer = visible(common_name(facts.issuer or ""), 60)
    return "  |  ".join(word for word in (end, usage_words(facts.usage), issuer) if word)
