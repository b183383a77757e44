"""What was agreed to, what this program may do and does, what it keeps, and how to take it along or be rid of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from tokenmgr.places import Places
from tokenmgr.ui.agreed_texts import TEXTS, text_names
from tokenmgr.ui.error_words import say_trouble
from tokenmgr.ui.kept_words import kept_words
from tokenmgr.ui.panels.settings.pane import Pane, setting
from tokenmgr.ui.panels.settings.permissions import Permissions
from tokenmgr.ui.panels.settings.sizes import size_words
from tokenmgr.ui.screen import Message
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.words import translate
from tokenmgr.updates.place import host_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.actions.keepings import Keeping
    from tokenmgr.model.errors import TokenError
    from tokenmgr.session.desk import Desk


class Privacy(Pane):
    """The counts are those of this moment."""

    def fill(self) -> None:
        self._texts()
        self.heading(translate("Privacy", "What this program may do"))
        self._permissions = Permissions(self._screen)
        self.add(self._permissions)
        self.heading(translate("Privacy", "What is kept on this computer"))
        self.paragraph(translate("Privacy", "In one folder of yours that other users cannot read. No PIN is among it."))
        self._kept = QVBoxLayout()
        self._kept.setSpacing(0)
        self._kept.setContentsMargins(0, 0, 0, 0)
        block = QWidget()
        block.setLayout(self._kept)
        self.add(block)
        self._first = False
        self._download = button(translate("Privacy", "Download..."), self._ask_where, icon="download")
        self.row(
            translate("Privacy", "Download my data"),
            translate("Privacy", "All of it in one zip file, as texts that any program reads"),
            self._download,
        )
        self.heading(translate("Privacy", "Third parties"))
        self.row(
            translate("Privacy", "Shared with others: nothing"),
            self._sharing(),
        )
        self.row(
            translate("Privacy", "Open-source components"),
            translate("Privacy", "Parts of this program made by others, with their licences"),
            button(translate("Privacy", "Show..."), self._show_components),
        )

    def _sharing(self) -> str:
        if host_in(self._screen.resources):
            return translate(
                "Privacy",
                "This program has no account and no statistics. It uses the network only to look for a newer version, "
                "if you want that, and says nothing of you there",
            )
        return translate(
            "Privacy", "This program has no server, no account and no statistics, and never uses the network"
        )

    def _texts(self) -> None:
        self.heading(translate("Privacy", "What you agreed to"))
        for name in TEXTS:
            title = text_names()[name]
            press = button(translate("Privacy", "Read..."), partial(self._read, name))
            self.row(title, "", press)
        version = self._screen.choices.now.welcomed
        agreed = translate("Privacy", "You agreed to version {version}").format(version=version)
        withdraw = button(translate("Privacy", "Withdraw consent..."), self._withdraw, kind="danger")
        self.row(
            translate("Privacy", "Your consent"),
            agreed if version else translate("Privacy", "Not given yet"),
            withdraw,
        )

    def arrive(self) -> None:
        """Count again."""
        self._permissions.look()
        desk, home = self._screen.desk, self._screen.home
        if desk is None or home is None:
            return
        where = Places(home, self._screen.resources)

        def count() -> Sequence[Keeping]:
            from tokenmgr.actions.keepings import kept

            return kept(desk, where)

        self._screen.bridge.run(count, self._show_kept, owner=self)

    def _show_kept(self, kept: Sequence[Keeping]) -> None:
        clear(self._kept)
        for keeping in kept:
            self._kept.addWidget(self._kept_row(keeping))
            self._kept.addWidget(Rule())

    def _kept_row(self, keeping: Keeping) -> QWidget:
        words = kept_words(keeping.key)
        gone = button(translate("Privacy", "Delete..."), partial(self._erase, keeping.key), kind="danger", small=True)
        gone.setEnabled(bool(keeping.size) and bool(words.then))
        row, _meaning = setting(words.title, f"{words.what}\n{_amount(keeping)}", gone)
        return row

    def _erase(self, key: str) -> None:
        from tokenmgr.ui.dialogs.erase import EraseSheet

        self._screen.lay(EraseSheet(self._screen, key, self.arrive))

    def _read(self, name: str) -> None:
        from tokenmgr.ui.dialogs.read_text import ReadTextSheet

        self._screen.lay(ReadTextSheet(self._screen, name))

    def _withdraw(self) -> None:
        from tokenmgr.ui.dialogs.withdraw import WithdrawSheet

        self._screen.lay(WithdrawSheet(self._screen))

    def _show_components(self) -> None:
        from tokenmgr.ui.dialogs.components import ComponentsSheet

        self._screen.lay(ComponentsSheet(self._screen))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, translate("Privacy", "Download my data"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.selectFile("tokenmgr-my-data.zip")
        dialog.fileSelected.connect(lambda path: self.download(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def download(self, path: Path) -> None:
        """Everything into one file."""
        desk, home = self._screen.desk, self._screen.home
        if desk is None or home is None:
            return
        read_me = translate(
            "Privacy",
            "What tokenmgr keeps on this computer for its user. No PIN is in it. Practice tokens are left out.",
        )
        where = Places(home, self._screen.resources)
        done = Message("ok", translate("Privacy", "Your data was saved"), path.name, seconds=8)
        self._screen.bridge.run(
            lambda: _save(desk, where, path, read_me), lambda _count: self._screen.say(done), self._failed, self
        )

    def _failed(self, error: TokenError) -> None:
        say_trouble(self._screen, error)


def _save(desk: Desk, where: Places, path: Path, read_me: str) -> int:
    from tokenmgr.actions.my_data import save_my_data

    return save_my_data(desk, where, path, read_me)


def _amount(keeping: Keeping) -> str:
    count = keeping.amount or 0
    if not keeping.size:
        return translate("Privacy", "Nothing now")
    size = size_words(keeping.size)
    if keeping.amount is None:
        return size
    return translate("Privacy", "{count}, {size}").format(
        count=translate("Privacy", "%n entries", "", count), size=size
    )
