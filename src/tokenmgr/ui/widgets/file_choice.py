"""Choosing a file, without stopping the window. Whether one may be overwritten is asked by whoever writes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def choose_to_save(
    parent: QWidget, title: str, name: str, kind: tuple[str, str], chosen: Callable[[Path], object]
) -> QFileDialog:
    """`kind`: what such files are called, and their ending."""
    word, ending = kind
    dialog = QFileDialog(parent.window(), title, "", f"{word} (*{ending})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(ending.lstrip("."))
    dialog.selectFile(name)
    return _open(dialog, chosen)


def choose_to_read(
    parent: QWidget, title: str, kind: tuple[str, Sequence[str]], chosen: Callable[[Path], object]
) -> QFileDialog:
    """`kind`: what such files are called, and their endings."""
    word, endings = kind
    dialog = QFileDialog(parent.window(), title, "", f"{word} ({' '.join(f'*{each}' for each in endings)});;(*)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, chosen)


def _open(dialog: QFileDialog, chosen: Callable[[Path], object]) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
    return dialog
