"""The first tab: whose it is, whose word it is, what for; and the way up to the root."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tokenmgr.ca.recognise import certificate_class
from tokenmgr.ui.certificate_words import LONGEST_SEARCHED, called, common_name, key_words, pairs
from tokenmgr.ui.panels.certificates.chain_view import ChainView
from tokenmgr.ui.token_words import USAGE_ICONS, usage_words
from tokenmgr.ui.widgets.facts import Fact, Facts
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import language, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tokenmgr.ca.profile import Profile
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.ui.panels.certificates.reading import Reading
    from tokenmgr.x509.details import CertificateDetails

#: As names without a word of their own are written: an e-mail address in a subject.
EMAIL = "1.2.840.113549.1.9.1="


class Overview(QWidget):
    """Made anew for each certificate."""

    def __init__(self, certificate: Certificate, reading: Reading | None, issuer: Profile | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addWidget(Facts(facts(certificate, reading.details if reading else None, issuer)))
        if reading is not None:
            column.addSpacing(2)
            column.addWidget(Text(translate("Certificates", "Chain"), "section"))
            column.addWidget(ChainView(reading.chain))
        column.addStretch(1)


def facts(certificate: Certificate, details: CertificateDetails | None, profile: Profile | None = None) -> list[Fact]:
    """Line by line."""
    it = certificate.facts
    issuer = visible(common_name(it.issuer or ""))
    serial, print_ = pairs(it.serial or "", ":"), pairs(it.sha256, " ")
    usage = usage_words(it.usage)
    found = [
        Fact(translate("Certificates", "Holder"), called(certificate)),
        Fact(translate("Certificates", "Issuer"), issuer),
        *_class(it.subject or "", profile),
        Fact(translate("Certificates", "Use"), usage, USAGE_ICONS[it.usage]),
        Fact(translate("Certificates", "Key"), key_words(certificate)),
    ]
    if details is not None:
        found.append(Fact(translate("Certificates", "E-mail"), email(details)))
    found.append(Fact(translate("Certificates", "Serial number"), serial, copy=it.serial or "", monospace=bool(serial)))
    return [*found, Fact(translate("Certificates", "SHA-256 fingerprint"), print_, copy=it.sha256, monospace=True)]


def _class(subject: str, profile: Profile | None) -> Iterator[Fact]:
    """What its issuer calls this kind of certificate, where it has a word for it."""
    called_so = certificate_class(profile, subject[:LONGEST_SEARCHED]) if profile else None
    if called_so is not None:
        yield Fact(translate("Certificates", "Class"), called_so.in_language(language().value))


def email(details: CertificateDetails) -> str:
    """The first address it gives."""
    return next(_addresses(details), "")


def _addresses(details: CertificateDetails) -> Iterator[str]:
    for extension in details.extensions:
        if extension.name == "subjectAltName":
            for name in extension.text[:LONGEST_SEARCHED].split(", "):
                if name.startswith("email:"):
                    yield name.removeprefix("email:")
    for part in (details.facts.subject or "")[:LONGEST_SEARCHED].replace("+", ",").split(","):
        if part.startswith(EMAIL):
            yield part.removeprefix(EMAIL)
