"""Put a text into a file that the person names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from tokenmgr.ui.screen import Message
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tokenmgr.model.errors import TokenError
    from tokenmgr.ui.screen import Screen


def save_text(screen: Screen, over: QWidget, name: str, text: str) -> None:
    """Ask where; nothing waits for the answer."""
    dialog = QFileDialog(over.window(), translate("TokensPage", "Save"), name)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("txt")
    dialog.fileSelected.connect(lambda path: write(screen, Path(path), text))
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()


def write(screen: Screen, path: Path, text: str) -> None:
    """In the background; what became of it is said across the page."""

    def work() -> None:
        from tokenmgr.actions.files import write_beside  # only for who saves

        write_beside(path, text.encode())

    def failed(error: TokenError) -> None:
        from tokenmgr.ui.error_words import say_trouble  # hardly ever

        say_trouble(screen, error)

    saved = translate("TokensPage", "Saved as {name}").format(name=visible(path.name, 120))
    screen.bridge.run(work, lambda _none: screen.say(Message("ok", saved, seconds=8)), failed)
