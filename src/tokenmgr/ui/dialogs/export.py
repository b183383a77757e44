"""A certificate handed on: as a file, as text on the clipboard, as a day in the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from tokenmgr.actions.share import file_name, pem_text
from tokenmgr.model.certificate import Certificate
from tokenmgr.ui.screen import Message
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.certificate_line import CertificateLine
from tokenmgr.ui.widgets.facts import copy
from tokenmgr.ui.widgets.file_choice import choose_to_save
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tokenmgr.actions.share import Saved
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen

LONGEST_VALUE = 4096


class Form(NamedTuple):
    """One way to write a certificate down."""

    key: str
    word: str
    what_for: str
    ending: str


def forms() -> list[Form]:
    """The usual one first."""
    return [
        Form(
            "pem",
            translate("CertificateDialogs", "Text form (PEM)"),
            translate("CertificateDialogs", "For most programs, and to send by mail"),
            ".pem",
        ),
        Form(
            "der",
            translate("CertificateDialogs", "Binary form (DER)"),
            translate("CertificateDialogs", "Opens with a double click on Windows and macOS"),
            ".cer",
        ),
        Form(
            "chain",
            translate("CertificateDialogs", "With its issuers (PEM chain)"),
            translate("CertificateDialogs", "For servers, and programs that want the whole chain"),
            ".pem",
        ),
        Form(
            "text",
            translate("CertificateDialogs", "Readable text"),
            translate("CertificateDialogs", "Every field in words, to look at or to print"),
            ".txt",
        ),
    ]


def open_export(screen: Screen, _token: TokenId | None, about: object) -> None:
    """`about`: the certificate."""
    if isinstance(about, Certificate):
        screen.lay(ExportSheet(screen, about))


class ExportSheet(Sheet):
    """Which form, then where to."""

    def __init__(self, screen: Screen, certificate: Certificate) -> None:
        super().__init__(screen, translate("CertificateDialogs", "Export certificate"))
        self._certificate = certificate
        self._others = [each.facts.der for each in screen.glance.certificates]
        #: The file that may be written over at the next press.
        self._there: Path | None = None
        self._forms = forms()
        self._group = QButtonGroup(self)
        self.body.addWidget(CertificateLine(certificate))
        self.body.addSpacing(8)
        for number, form in enumerate(self._forms):
            self.body.addWidget(self._choice(number, form))
        self.body.addSpacing(4)
        note = translate(
            "CertificateDialogs",
            "The private key stays where it is. A certificate is public: it may be given to anybody.",
        )
        self.body.addWidget(Text(note, "second", "text2", wrap=True))
        self.body.addStretch(1)
        self.foot_extra(button(translate("CertificateDialogs", "Copy as text"), self._copy, icon="copy"))
        self.foot(translate("CertificateDialogs", "Save as..."), self._press)
        self._group.idToggled.connect(lambda _number, _on: self._choose_anew())

    def _choice(self, number: int, form: Form) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(0)
        choice = QRadioButton(form.word)
        choice.setAccessibleDescription(form.what_for)
        choice.setChecked(number == 0)
        self._group.addButton(choice, number)
        column.addWidget(choice)
        what_for = Text(form.what_for, "second", "text2")
        what_for.setContentsMargins(26, 0, 0, 0)
        column.addWidget(what_for)
        return block

    @property
    def _form(self) -> Form:
        return self._forms[self._group.checkedId()]

    def _copy(self) -> None:
        copy(pem_text(self._certificate.facts))
        self.foot_note(translate("CertificateDialogs", "Copied"))

    def _choose_anew(self) -> None:
        self._there = None
        self.clear_trouble()
        self.action.setText(translate("CertificateDialogs", "Save as..."))

    def _press(self) -> None:
        if self._there is not None:
            self._save(self._there, replace=True)
            return
        form = self._form
        name = file_name(self._certificate.facts, "pem").removesuffix(".pem") + form.ending
        title = translate("CertificateDialogs", "Save certificate")
        choose_to_save(self, title, name, (form.word.partition(" (")[0], form.ending), self._save)

    def _save(self, path: Path, *, replace: bool = False) -> None:
        form, certificate, others = self._form.key, self._certificate, self._others

        def task() -> object:
            return written(certificate, form, path, others, replace=replace)

        self.work(task, self._saved)

    def _saved(self, result: object) -> None:
        from tokenmgr.actions.share import Saved  # only for the type

        if not isinstance(result, Saved):
            return
        if not result.done:
            self._ask_to_replace(result.path)
            return
        name = visible(result.path.name, 80)
        fact = translate("CertificateDialogs", "Saved as {file}").format(file=name)
        folder = visible(str(result.path.parent), 120)
        self.screen.say(
            Message("ok", fact, translate("CertificateDialogs", "In {folder}").format(folder=folder), seconds=8)
        )
        self.accept()

    def _ask_to_replace(self, path: Path) -> None:
        self._there = path
        fact = translate("CertificateDialogs", "There is another file called {file}").format(
            file=visible(path.name, 80)
        )
        meaning = translate(
            "CertificateDialogs", "It was not touched. Replace it, or choose a form again to save under another name."
        )
        self.show_trouble(fact, meaning)
        self.action.setText(translate("CertificateDialogs", "Replace"))


def written(certificate: Certificate, form: str, path: Path, others: Sequence[bytes], *, replace: bool) -> Saved:
    """In a worker: in the form that is wanted."""
    from tokenmgr.actions.share import save, save_bytes

    facts = certificate.facts
    if form == "chain":
        return save_bytes(chain_text(facts.der, others).encode(), path, replace=replace)
    if form == "text":
        return save_bytes(readable(facts.der).encode(), path, replace=replace)
    return save(facts, path, form, replace=replace)


def chain_text(der: bytes, others: Sequence[bytes]) -> str:
    """The certificate first, then its issuer, as servers want them."""
    from tokenmgr.actions.chain import chain
    from tokenmgr.system.trust_store import read_trust_store

    found = chain(der, others, read_trust_store)
    return "".join(pem_text(link.facts) for link in reversed(found.links))


def readable(der: bytes) -> str:
    """Every field on a line of its own; what a certificate says cannot break out of its line."""
    from tokenmgr.ui.certificate_words import fields
    from tokenmgr.x509.details import details

    lines = [f"{visible(field.name)}: {visible(field.value, LONGEST_VALUE)}" for field in fields(details(der))]
    return "\n".join([*lines, ""])
