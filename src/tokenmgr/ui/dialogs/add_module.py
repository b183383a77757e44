"""Add a vendor's module: choose a file, see whether it fits, agree to it as it is now, test it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tokenmgr.model.errors import FileUnreadable, ModuleUntrusted
from tokenmgr.model.module import ModuleState, ModuleStatus
from tokenmgr.ui.looking_sheet import LookingSheet
from tokenmgr.ui.module_list import health_words
from tokenmgr.ui.screen import Message
from tokenmgr.ui.sheet import Trouble
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.facts import Fact, Facts
from tokenmgr.ui.widgets.fields import labelled
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.model.token import TokenId
    from tokenmgr.session.desk import Desk
    from tokenmgr.ui.screen import Screen

LONGEST_PATH = 4096


def open_add_module(screen: Screen, _token: TokenId | None, about: object) -> None:
    """`about`: the path of a module that was found and waits for a yes."""
    screen.lay(AddModuleSheet(screen, about if isinstance(about, str) else ""))


class Looked(NamedTuple):
    """A file that is safe and fits."""

    path: str
    sha256: str


class AddModuleSheet(LookingSheet):
    """Nothing of the file is loaded before the yes."""

    def __init__(self, screen: Screen, path: str = "") -> None:
        super().__init__(screen, translate("Doctor", "Add a module"))
        self._owner = screen
        self._looked: Looked | None = None
        self.body.addWidget(
            Text(
                translate(
                    "Doctor",
                    "A module is the vendor's library that talks to the token. It gets to see your PIN, "
                    "so add only what comes from your issuer or the token's maker.",
                ),
                role="text2",
                wrap=True,
            )
        )
        self.body.addWidget(labelled(translate("Doctor", "File of the module"), self._field_line(path)))
        self._place = QHBoxLayout()
        self.body.addLayout(self._place)
        self.foot(translate("Doctor", "Check the file"), self._go)
        self._changed()

    def _field_line(self, path: str) -> QWidget:
        block = QWidget()
        line = QHBoxLayout(block)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self._field = QLineEdit(path)
        self._field.setMaxLength(LONGEST_PATH)
        self._field.setAccessibleName(translate("Doctor", "File of the module"))
        self._field.textChanged.connect(self._changed)
        line.addWidget(self._field, 1)
        line.addWidget(button(translate("Doctor", "Choose..."), self._choose))
        return block

    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), translate("Doctor", "Choose the module"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                translate("Doctor", "Libraries") + " (*.so *.so.* *.dll *.dylib)",
                translate("Doctor", "All files") + " (*)",
            ]
        )
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self._field.setText(path)
        self._go()

    def _changed(self) -> None:
        """Another file: what was seen of the one before does not count."""
        self.call_off()
        self._looked = None
        clear(self._place)
        self.clear_trouble()
        named = bool(self._field.text().strip())
        self.action.setText(translate("Doctor", "Check the file"))
        self.action.setEnabled(named)
        self.foot_note("" if named else translate("Doctor", "Choose a file first"))
        self.settle()

    def _go(self) -> None:
        desk = self._owner.desk
        if desk is None or (self.working and not self.looking):
            return
        if self._looked is None:
            path = self._field.text().strip()
            self.look_into(lambda: _look(desk, path), self._show_looked)
        else:
            looked = self._looked
            self.carry_out(lambda: _agree_and_test(desk, looked), self._added)

    def _show_looked(self, looked: object) -> None:
        if not isinstance(looked, Looked):
            return
        self._looked = looked
        self.clear_trouble()
        clear(self._place)
        facts = [
            Fact(translate("Doctor", "File"), visible(looked.path, LONGEST_PATH), copy=looked.path),
            Fact("SHA-256", looked.sha256, copy=looked.sha256, monospace=True),
        ]
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        fits = translate("Doctor", "It is a library for this computer, and only you or an administrator can change it.")
        column.addWidget(Trouble(translate("Doctor", "The file fits"), fits, "ok"))
        column.addWidget(Facts(facts, 72))
        question = translate(
            "Doctor",
            "Do you trust this file with your PIN? If it changes, you will be asked again.",
        )
        column.addWidget(Text(question, "strong", wrap=True))
        self._place.addWidget(block)
        block.show()  # now, so that the sheet becomes as high as it needs
        self.action.setText(translate("Doctor", "Trust, add and test"))
        self.settle()

    def _added(self, status: object) -> None:
        if not isinstance(status, ModuleStatus):
            return
        ready = status.state is ModuleState.READY
        fact = translate("Doctor", "Module added, and it answers")
        if not ready:
            fact = translate("Doctor", "Module added, but it did not answer")
        self._owner.say(Message("ok" if ready else "warn", fact, health_words(status), seconds=12))
        self._owner.look_again()
        self.accept()
        self._owner.go("doctor", "modules")


def _look(desk: Desk, path: str) -> Looked:
    real = desk.modules.look(path)
    try:
        with Path(real).open("rb") as file:
            return Looked(real, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        raise FileUnreadable(real, error.strerror or type(error).__name__) from None


def _agree_and_test(desk: Desk, looked: Looked) -> ModuleStatus:
    """What was agreed to is what was seen, or nothing."""
    from tokenmgr.actions.modules import agree

    if _look(desk, looked.path) != looked:
        raise ModuleUntrusted(looked.path, "changed", looked.path)
    return desk.modules.test(agree(desk, looked.path))
