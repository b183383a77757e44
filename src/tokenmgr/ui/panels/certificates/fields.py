"""The second tab: a table of every field, and the whole of the chosen one below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tokenmgr.ui.certificate_words import fields
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.plain import PlainBox
from tokenmgr.ui.widgets.table import Table
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.x509.details import CertificateDetails


class Fields(QWidget):
    """Filled when a worker has read the certificate."""

    def __init__(self, details: CertificateDetails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        self._fields = fields(details)
        headings = (translate("Certificates", "Field"), translate("Certificates", "Value"))
        self._table = Table(headings, [(each.name, each.value) for each in self._fields], first_width=190)
        self._table.setAccessibleName(translate("Certificates", "Details"))
        self._table.chosen.connect(self._show)
        self._whole = PlainBox(translate("Certificates", "Whole value"), framed=False)
        self._table.setMinimumHeight(64)
        self._whole.setMinimumHeight(48)
        self._whole.setMaximumHeight(96)
        column.addWidget(self._table, 3)
        column.addWidget(Rule())
        column.addWidget(self._whole, 1)
        self._table.choose(6)

    def _show(self, row: int) -> None:
        self._whole.say(self._fields[row].value)
