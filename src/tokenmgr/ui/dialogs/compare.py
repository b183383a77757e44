"""Two certificates side by side: what differs, what that means, and whether the old key is still needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.model.certificate import Certificate, CertificateFacts, Usage
from tokenmgr.ui.certificate_words import called, field_name
from tokenmgr.ui.sheet import Sheet, Trouble
from tokenmgr.ui.token_words import usage_words
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.certificate_line import CertificateLine, second_line
from tokenmgr.ui.widgets.fields import labelled
from tokenmgr.ui.widgets.file_choice import choose_to_read
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.table import Table
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.actions.compare import Comparison, Row
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen

WIDE = 760
#: A list nobody would read to its end.
MOST = 200
ENDINGS = (".cer", ".crt", ".pem", ".der")


def open_compare(screen: Screen, _token: TokenId | None, about: object) -> None:
    """`about`: the first of the two."""
    if isinstance(about, Certificate):
        screen.lay(CompareSheet(screen, about))


def others_than(first: Certificate, every: tuple[Certificate, ...]) -> list[Certificate]:
    """Most likely first: the same name, then the same kind."""
    found = [each for each in every if each.facts.sha256 != first.facts.sha256]

    def rank(each: Certificate) -> tuple[bool, bool, bool]:
        facts = each.facts
        return (
            facts.subject != first.facts.subject,
            facts.is_ca != first.facts.is_ca,
            facts.usage is not first.facts.usage,
        )

    return sorted(found, key=rank)[:MOST]


class CompareSheet(Sheet):
    """The second is chosen among those that are known, or from a file."""

    wide = WIDE

    def __init__(self, screen: Screen, first: Certificate) -> None:
        super().__init__(screen, translate("CertificateDialogs", "Compare certificates"))
        self._first = first
        self._others = others_than(first, screen.glance.certificates)
        self._found: Comparison | None = None
        self.body.addWidget(CertificateLine(first))
        self.body.addSpacing(4)
        self.body.addWidget(self._second())
        self._verdict = QVBoxLayout()
        self.body.addLayout(self._verdict)
        self._same = QCheckBox(translate("CertificateDialogs", "Show equal fields too"))
        self._same.toggled.connect(lambda _on: self._fill())
        self.body.addWidget(self._same)
        self._table = Table(self._headings(), [], first_width=170)
        self._table.setAccessibleName(translate("CertificateDialogs", "Differences"))
        self._table.setMinimumHeight(260)
        self.body.addWidget(self._table, 1)
        self.foot_close()
        self._same.setVisible(bool(self._others))
        self._table.setVisible(bool(self._others))
        if self._others:
            self._compare(self._others[0].facts.der)

    def _second(self) -> QWidget:
        block = QWidget()
        line = QHBoxLayout(block)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self._choice = QComboBox()
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for each in self._others:
            self._choice.addItem(f"{called(each)}  |  {second_line(each)}")
        if not self._others:
            self._choice.addItem(translate("CertificateDialogs", "No other certificate is known here"))
            self._choice.setEnabled(False)
        self._choice.activated.connect(self._choose)
        line.addWidget(labelled(translate("CertificateDialogs", "Compare with"), self._choice), 1)
        file = button(translate("CertificateDialogs", "From a file..."), self._ask_file, icon="file")
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(file)
        line.addLayout(column)
        return block

    def _headings(self) -> tuple[str, str, str]:
        return (
            translate("CertificateDialogs", "Field"),
            translate("CertificateDialogs", "First"),
            translate("CertificateDialogs", "Second"),
        )

    def _choose(self, number: int) -> None:
        if number < len(self._others):
            self._compare(self._others[number].facts.der)

    def _ask_file(self) -> None:
        kind = (translate("CertificateDialogs", "Certificates"), ENDINGS)
        choose_to_read(self, translate("CertificateDialogs", "Compare with a file"), kind, self._read)

    def _read(self, path: Path) -> None:
        self.clear_trouble()

        def task() -> object:
            from tokenmgr.actions.files import ders_in, read_file
            from tokenmgr.x509.certificate import read

            return read(ders_in(path, read_file(path))[0])

        self.work(task, lambda facts: self._take(path, facts))

    def _take(self, path: Path, facts: object) -> None:
        if not isinstance(facts, CertificateFacts):
            return
        taken = Certificate(self._first.token, b"", path.name, facts)
        if facts.subject is None:
            fact = translate("CertificateDialogs", "There is no certificate in this file")
            self.show_trouble(fact, visible(path.name, 80))
            return
        if not self._others:
            self._choice.clear()
            self._choice.setEnabled(True)
        self._others.append(taken)
        self._choice.addItem(f"{called(taken)}  |  {visible(path.name, 60)}")
        self._choice.setCurrentIndex(self._choice.count() - 1)
        self._compare(facts.der)

    def _compare(self, second: bytes) -> None:
        first = self._first.facts.der

        def task() -> object:
            from tokenmgr.actions.compare import compare  # heavy, and only here

            return compare(first, second)

        self.work(task, self._compared)

    def _compared(self, found: object) -> None:
        from tokenmgr.actions.compare import Comparison

        if isinstance(found, Comparison):
            self._found = found
            clear(self._verdict)
            self._verdict.addWidget(Trouble(*verdict_words(found)))
            if "old-key-still-needed" in found.warnings:
                self._verdict.addWidget(Trouble(*old_key_words()))
            self._same.show()
            self._table.show()
            self._fill()
            # Once the new lines know how high they are.
            QTimer.singleShot(0, self, self.settle)

    def _fill(self) -> None:
        if self._found is None:
            return
        rows = [row for row in self._found.rows if self._same.isChecked() or not row.same]
        bold = [number for number, row in enumerate(rows) if not row.same and self._same.isChecked()]
        self._table.show_rows(self._headings(), [row_words(row) for row in rows], bold)


def row_words(row: Row) -> tuple[str, str, str]:
    """A field in words."""
    if row.field == "usage":
        return field_name(row.field), usage_words(Usage(row.left)), usage_words(Usage(row.right))
    return field_name(row.field), row.left, row.right


def verdict_words(found: Comparison) -> tuple[str, str, str]:
    """The fact, what it means, and the tone."""
    newer = {
        "left": translate("CertificateDialogs", "The first one lasts longer."),
        "right": translate("CertificateDialogs", "The second one lasts longer."),
    }.get(found.newer, "")
    fact, meaning, tone = {
        "identical": (
            translate("CertificateDialogs", "The same certificate"),
            translate("CertificateDialogs", "Both are equal to the last byte."),
            "ok",
        ),
        "unreadable": (
            translate("CertificateDialogs", "They cannot be compared for certain"),
            translate("CertificateDialogs", "Name or key of one of them cannot be read."),
            "warn",
        ),
        "different-subject": (
            translate("CertificateDialogs", "Different holders"),
            translate("CertificateDialogs", "The names differ, so neither replaces the other."),
            "text2",
        ),
        "renewed": (
            translate("CertificateDialogs", "Renewed: the same holder and the same key"),
            translate("CertificateDialogs", "Whatever was encrypted to the old one opens with the new one too."),
            "ok",
        ),
        "same-key": (
            translate("CertificateDialogs", "The same holder and the same key"),
            translate("CertificateDialogs", "Both end on the same day."),
            "text2",
        ),
        "pair": (
            translate("CertificateDialogs", "A pair: one for signing, one for encryption"),
            translate("CertificateDialogs", "The same holder with two keys; both are needed."),
            "text2",
        ),
        "re-issued": (
            translate("CertificateDialogs", "Issued anew: the same holder, another key"),
            translate("CertificateDialogs", "Programs that were set to the old one have to be told of the new one."),
            "text2",
        ),
    }[found.verdict]
    return fact, f"{meaning} {newer}".strip(), tone


def old_key_words() -> tuple[str, str, str]:
    """Before somebody throws the old token away."""
    return (
        translate("CertificateDialogs", "Keep the old token: its key may still be needed"),
        translate(
            "CertificateDialogs",
            "Files and bids that were encrypted to the old certificate open with the old key only.",
        ),
        "warn",
    )
