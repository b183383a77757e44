"""A certificate, or a key with its certificates, from a file onto a token."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tokenmgr.model.certificate import Certificate
from tokenmgr.model.token import Ability
from tokenmgr.ui.looking_sheet import LookingSheet
from tokenmgr.ui.screen import Message
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.certificate_line import CertificateLine
from tokenmgr.ui.widgets.fields import PinField, labelled
from tokenmgr.ui.widgets.file_choice import choose_to_read
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Elided, Text
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.model.errors import TokenError
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen

ENDINGS = (".cer", ".crt", ".pem", ".der", ".p12", ".pfx")
LONGEST_LABEL = 64
#: More are in no file that anybody would put on a token.
MOST_SHOWN = 4


class Content(NamedTuple):
    """What is in a file."""

    certificates: tuple[Certificate, ...]
    key: bool


def open_bring_in(screen: Screen, token: TokenId | None, about: object) -> None:
    """Onto this token. `about`: the file, where it is known already."""
    if token is None:
        return
    sheet = BringInSheet(screen, token)
    screen.lay(sheet)
    if isinstance(about, Path) and sheet.parentWidget() is not None:
        sheet.take(about)


class BringInSheet(LookingSheet):
    """File, its password where it has one, what is in it; the token's PIN is asked for last."""

    def __init__(self, screen: Screen, token: TokenId) -> None:
        super().__init__(screen, translate("CertificateDialogs", "Import certificate"), token)
        self._file: Path | None = None
        self._content: Content | None = None
        self.body.addWidget(self._file_line())
        self._password = PinField(translate("CertificateDialogs", "Password of the file"))
        self._password.textEdited.connect(lambda _text: self._typed())
        self._password_block = labelled(translate("CertificateDialogs", "Password of the file"), self._password)
        self.body.addWidget(self._password_block)
        self._in_file = QVBoxLayout()
        self._in_file.setSpacing(8)
        self.body.addLayout(self._in_file)
        self._label = QLineEdit()
        self._label.setMaxLength(LONGEST_LABEL)
        self._label_block = labelled(translate("CertificateDialogs", "Name on the token"), self._label)
        self.body.addWidget(self._label_block)
        self.body.addStretch(1)
        self.foot(translate("CertificateDialogs", "Import"), self._press)
        self._password_block.hide()
        self._label_block.hide()
        self._ready()

    def _file_line(self) -> QWidget:
        block = QWidget()
        line = QHBoxLayout(block)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(12)
        line.addWidget(button(translate("CertificateDialogs", "Choose a file..."), self._ask_file, icon="file"))
        self._name = Elided(
            translate("CertificateDialogs", "Certificate (.cer, .crt, .pem), or with key (.p12, .pfx)"),
            "second",
            "text2",
        )
        line.addWidget(self._name, 1)
        return block

    def _ready(self) -> None:
        """Whether the button does anything, and why not."""
        shown = self.screen.glance.token(self.token) if self.token else None
        able = shown is not None and Ability.STORE in shown.token.abilities
        reason = "" if able else translate("CertificateDialogs", "This token takes no certificates")
        if able and self._file is None:
            reason = translate("CertificateDialogs", "Choose a file first")
        elif able and self._content is None and not self._password.text():
            reason = translate("CertificateDialogs", "Type the file's password")
        self.foot_note(reason)
        self.action.setEnabled(not reason)
        self.action.setText(self._verb())

    def _verb(self) -> str:
        if self._file is not None and self._content is None:
            return translate("CertificateDialogs", "Open the file")
        return translate("CertificateDialogs", "Import")

    def _ask_file(self) -> None:
        kind = (translate("CertificateDialogs", "Certificates and keys"), ENDINGS)
        choose_to_read(self, translate("CertificateDialogs", "Import certificate"), kind, self.take)

    def take(self, path: Path) -> None:
        """This file, unless another is on its way onto the token."""
        if self.working and not self.looking:
            return
        self.call_off()
        self._file, self._content = path, None
        self._name.paint_as("text")
        self._name.say(visible(path.name, 120))
        self._password.clear()
        self._password_block.setVisible(is_locked(path))
        self._show_inside(None)
        if is_locked(path):
            self._password.setFocus()
        else:
            self._look()
        self._ready()

    def _typed(self) -> None:
        self.call_off()
        self._password.mark(wrong=False)
        self._show_inside(None)

    def _press(self) -> None:
        if self._content is None:
            self._look()
        else:
            self._import()

    def _look(self) -> None:
        path, password, token = self._file, self._password.text(), self.token
        if path is None or token is None or (self.working and not self.looking):
            return
        self.clear_trouble()
        self.look_into(lambda: content(token, path, password), self._show_inside, self._not_opened)

    def _not_opened(self, error: TokenError) -> None:
        from tokenmgr.model.errors import FileUnreadable

        if isinstance(error, FileUnreadable) and error.reason == "password":
            self._password.clear()
            self._password.mark(wrong=True)
            self._password.setFocus()
            fact = translate("CertificateDialogs", "The file does not open with this password")
            meaning = translate(
                "CertificateDialogs", "It is the file's own password, not the token's. No try of the token was used."
            )
            self.show_trouble(fact, meaning)
        else:
            self.tell(error)
        self._ready()

    def _show_inside(self, found: object) -> None:
        clear(self._in_file)
        self._content = found if isinstance(found, Content) else None
        self._label_block.setVisible(self._content is not None)
        if self._content is not None:
            self._in_file.addWidget(Text(translate("CertificateDialogs", "In the file"), "section"))
            for each in self._content.certificates[:MOST_SHOWN]:
                self._in_file.addWidget(CertificateLine(each))
            self._in_file.addWidget(Text(inside_words(self._content), "second", "text2", wrap=True))
            self._label.setText(visible(self._content.certificates[0].facts.name, LONGEST_LABEL))
        self._ready()
        # Once the new lines know how high they are.
        QTimer.singleShot(0, self, self.settle)

    def _import(self) -> None:
        path, password, label, token = self._file, self._password.text(), self._label.text().strip(), self.token
        if path is None or token is None or self.working:
            return
        self.clear_trouble()
        from tokenmgr.ui.ask import SheetAsk  # not before something is imported

        screen, ask = self.screen, SheetAsk(self.screen, given_up=self.was_left)
        self._imported = label

        def task() -> object:
            from tokenmgr.actions.bring_in import bring_in

            return bring_in(screen.session(token), path, label, lambda: password, ask)

        self.carry_out(task, self._brought)

    _imported = ""

    def succeeded(self) -> Message:
        """By its name on the token."""
        return Message("ok", translate("CertificateDialogs", "Imported"), self._imported, seconds=8)

    def _brought(self, _result: object) -> None:
        self.screen.say(self.succeeded())
        self.screen.look_again()
        self.accept()

    def done(self, result: int) -> None:
        """The file's password goes with the sheet."""
        self._password.clear()
        super().done(result)


def is_locked(path: Path) -> bool:
    """A file that has a password of its own."""
    from tokenmgr.actions.bring_in import PKCS12_ENDINGS

    return path.suffix.lower() in PKCS12_ENDINGS


def content(token: TokenId, path: Path, password: str) -> Content:
    """In a worker: FileUnreadable where it does not open, or holds no certificate."""
    from tokenmgr.actions.bring_in import unpacked
    from tokenmgr.actions.files import ders_in, read_file
    from tokenmgr.model.errors import FileUnreadable

    data = read_file(path)
    key, ders = unpacked(path, data, password) if is_locked(path) else (b"", ders_in(path, data))
    found = certificates(token, ders)
    if not found:
        raise FileUnreadable(str(path), "no-certificate")
    return Content(tuple(found), bool(key))


def certificates(token: TokenId, ders: Sequence[bytes]) -> list[Certificate]:
    """Those that can be read; none where one of them cannot."""
    from tokenmgr.x509.certificate import read

    facts = [read(der) for der in ders]
    if any(each.subject is None for each in facts):
        return []
    return [Certificate(token, b"", each.name, each) for each in facts]


def inside_words(found: Content) -> str:
    """How many, and whether the key is with them."""
    count = len(found.certificates)
    certificates_ = translate("CertificateDialogs", "%n certificate(s)", "", count)
    if not found.key:
        without = translate("CertificateDialogs", "{certificates}, no private key: it can be shown, not signed with.")
        return without.format(certificates=certificates_)
    both = translate(
        "CertificateDialogs", "{certificates} and their private key. Delete the file once it is on the token."
    )
    return both.format(certificates=certificates_)
