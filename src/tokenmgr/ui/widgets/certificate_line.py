"""A certificate in two lines: whose it is, who issued it, how long it lasts. Dialogs about one begin with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.ui.certificate_words import called, common_name
from tokenmgr.ui.token_words import USAGE_ICONS, usage_words
from tokenmgr.ui.widgets.two_lines import TwoLines
from tokenmgr.ui.words import day, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tokenmgr.model.certificate import Certificate


class CertificateLine(TwoLines):
    """Its icon says what it is for."""

    def __init__(self, certificate: Certificate, parent: QWidget | None = None) -> None:
        icon = USAGE_ICONS[certificate.facts.usage]
        super().__init__(icon, called(certificate), second_line(certificate), parent)


def second_line(certificate: Certificate) -> str:
    """End, use, issuer: the last may be cut."""
    facts = certificate.facts
    end = translate("Certificates", "until {date}").format(date=day(facts.not_after)) if facts.not_after else ""
    issuer = visible(common_name(facts.issuer or ""), 60)
    return "  |  ".join(word for word in (end, usage_words(facts.usage), issuer) if word)
