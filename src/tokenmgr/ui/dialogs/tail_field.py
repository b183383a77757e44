"""Before something dies: the end of the serial number is typed, so that nobody does it to the wrong token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tokenmgr.ui.widgets.fields import labelled
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.token import TokenId

LONGEST = 32


class TailField(QWidget):
    """Upper and lower case are the same; a blank at an end is none."""

    def __init__(self, token: TokenId, typed: Callable[[], object]) -> None:
        super().__init__()
        self._tail = token.tail.strip()
        self._field = QLineEdit()
        self._field.setMaxLength(LONGEST)
        self._field.textChanged.connect(lambda _text: typed())
        self.setFocusProxy(self._field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        label = translate("TokenDialogs", "Type the end of the serial number: {tail}").format(tail=visible(self._tail))
        column.addWidget(labelled(label, self._field))

    @property
    def agreed(self) -> bool:
        """Whether it was typed."""
        return self._field.text().strip().casefold() == self._tail.casefold()
