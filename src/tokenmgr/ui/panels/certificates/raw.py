"""The last tab: the certificate itself, in the text form that is mailed and pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tokenmgr.actions.share import pem_text
from tokenmgr.ui import type as typography
from tokenmgr.ui.widgets.plain import PlainBox
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.model.certificate import CertificateFacts


class Raw(QWidget):
    """Nothing here can be changed; all of it can be copied."""

    def __init__(self, facts: CertificateFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        text = PlainBox(translate("Certificates", "Certificate as text (PEM)"), framed=False, wrap=False)
        text.setFont(typography.monospace())
        text.say_whole(pem_text(facts))
        column.addWidget(text)
