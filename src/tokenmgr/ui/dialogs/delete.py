"""Delete certificates, and their keys where that is wanted: what dies is listed and named before a PIN is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem

from tokenmgr.model.certificate import Certificate
from tokenmgr.model.token import DataObject, KeyRef
from tokenmgr.ui import icons, theme
from tokenmgr.ui.dialogs.deleting import DeletingSheet
from tokenmgr.ui.screen import Message
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.token_words import USAGE_ICONS, usage_words
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import day, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QMouseEvent, QShowEvent

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.errors import TokenError
    from tokenmgr.model.token import TokenId
    from tokenmgr.session.session import TokenSession
    from tokenmgr.ui.screen import Screen

ROW, MOST_ROWS = 28, 5
LONGEST = 80
LOOK = """
QListView {{ background: {surface}; border: 1px solid {field_border}; border-radius: 6px; padding: 4px; }}
QListView::item {{ height: 28px; border-radius: 4px; color: {text}; }}
QListView::indicator {{ width: 16px; height: 16px; border: 1px solid {field_border}; background: {surface};
    border-radius: 4px; margin-right: 4px; }}
QListView::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{tick}"); }}
"""


def open_delete(screen: Screen, token: TokenId, about: object) -> None:
    """`about`: one certificate, chosen already, one key or data object; else all certificates stand for choice."""
    shown = screen.glance.token(token)
    if shown is None:
        return
    if isinstance(about, (KeyRef, DataObject)):
        from tokenmgr.ui.dialogs.delete_one import DeleteOneSheet  # hardly ever

        screen.lay(DeleteOneSheet(screen, shown, about))
        return
    chosen = about if isinstance(about, Certificate) else None
    found = (chosen,) if chosen is not None else shown.certificates
    screen.lay(DeleteSheet(screen, shown, found, chosen) if found else NothingSheet(screen, shown))


class NothingSheet(Sheet):
    """An empty token."""

    def __init__(self, screen: Screen, shown: TokenGlance) -> None:
        super().__init__(screen, translate("TokenDialogs", "Delete content"), shown.id)
        text = translate("TokenDialogs", "No certificate shows on this token, so there is nothing to delete.")
        self.body.addWidget(Text(text, wrap=True))
        self.foot_close()


class DeleteSheet(DeletingSheet):
    """Nothing is chosen beforehand but what it was opened for."""

    def __init__(
        self, screen: Screen, shown: TokenGlance, found: Sequence[Certificate], chosen: Certificate | None
    ) -> None:
        title = (
            translate("TokenDialogs", "Delete certificate") if chosen else translate("TokenDialogs", "Delete content")
        )
        meaning = translate("TokenDialogs", "Mail and files encrypted for a deleted key can never be opened again.")
        super().__init__(screen, shown, title, meaning)
        self._all = shown.certificates
        #: Added to in the worker, one as soon as it is gone.
        self._deleted: list[Certificate] = []
        self._list = CertificateChoice(found, chosen, str(screen.resources / "icons" / "style" / "check.svg"))
        self._list.itemChanged.connect(lambda _item: self.refresh())
        self.fields.addWidget(self._list)
        self._keys = QCheckBox(translate("TokenDialogs", "Delete their private keys too"))
        self._keys.setChecked(chosen is None)
        self.fields.addWidget(self._keys)
        self.ask_for_leave(shown)

    def showEvent(self, event: QShowEvent) -> None:
        """What dies is chosen before anything else, where there is a choice."""
        super().showEvent(event)
        if not self._chosen():
            self._list.setFocus()

    def unchosen(self) -> str:
        """Whether a box is ticked."""
        return "" if self._chosen() else translate("TokenDialogs", "Choose what to delete")

    def _chosen(self) -> list[Certificate]:
        rows = (self._list.item(row) for row in range(self._list.count()))
        return [row.data(Qt.ItemDataRole.UserRole) for row in rows if row.checkState() is Qt.CheckState.Checked]

    def task(self, *, confirm_last: bool) -> Callable[[TokenSession], object]:
        """One after the other. The PIN that was typed opens the token for each; the first wrong one ends it."""
        chosen, answers = self._chosen(), self.answers(confirm_last=confirm_last)
        doomed = _with_key(chosen, self._all) if self._keys.isChecked() else set()
        gone = self._deleted

        def delete(session: TokenSession) -> None:
            from tokenmgr.actions.take_out import take_out  # only in the worker

            for each in chosen:
                take_out(session, each, answers(), with_key=id(each) in doomed, kept_pin=False)
                gone.append(each)

        return delete

    def succeeded(self) -> Message:
        """How many went."""
        return Message("ok", deleted_words(len(self._deleted)), seconds=8)

    def half_done(self, _error: TokenError) -> None:
        """Those that went are not there to be chosen again."""
        self._list.leave_out(self._deleted)

    def otherwise(self, error: TokenError) -> None:
        """How many went before it stopped."""
        if not self._deleted:
            self.tell(error)
            return
        said = self.failed_across(error)
        self.show_trouble(said.fact, said.consequence)

    def failed_across(self, error: TokenError) -> Message:
        """The same, where the sheet is closed already."""
        said = super().failed_across(error)
        return said._replace(fact=f"{deleted_words(len(self._deleted))}. {said.fact}") if self._deleted else said


def deleted_words(count: int) -> str:
    """2 certificates deleted."""
    return translate("TokenDialogs", "%n certificate(s) deleted", "", count)


def _with_key(chosen: Sequence[Certificate], found: Sequence[Certificate]) -> set[int]:
    """Those that take their key along: the last to use it. A key that another certificate still uses stays."""
    kept = {each.id for each in found if not each.facts.is_ca and not any(each == other for other in chosen)}
    last = {each.id: id(each) for each in chosen if not each.facts.is_ca}
    return {number for key, number in last.items() if key not in kept}


class CertificateChoice(QListWidget):
    """Each with a box to tick; the space bar ticks the one that has the keyboard."""

    def __init__(self, found: Sequence[Certificate], chosen: Certificate | None, tick: str) -> None:
        super().__init__()
        self.setAccessibleName(translate("TokenDialogs", "What is deleted"))
        self.setStyleSheet(LOOK.format(**theme.current()._asdict(), tick=tick))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(16, 16))
        for each in found:
            self.addItem(_row(each, ticked=each is chosen))
        self.setCurrentRow(0)
        self.setFixedHeight(min(len(found), MOST_ROWS) * ROW + 10)

    def leave_out(self, gone: Sequence[Certificate]) -> None:
        """Rows of what is not there any more."""
        for row in reversed(range(self.count())):
            if self.item(row).data(Qt.ItemDataRole.UserRole) in gone:
                self.takeItem(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on a row ticks it."""
        row = self.itemAt(event.position().toPoint())
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.setCurrentItem(row)
            ticked = row.checkState() is Qt.CheckState.Checked
            row.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)


def _row(certificate: Certificate, *, ticked: bool) -> QListWidgetItem:
    row = QListWidgetItem(icons.icon(USAGE_ICONS[certificate.facts.usage]), _row_words(certificate))
    row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
    row.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    row.setData(Qt.ItemDataRole.UserRole, certificate)
    return row


def _row_words(certificate: Certificate) -> str:
    facts = certificate.facts
    name = visible(facts.name or certificate.label or facts.sha256, LONGEST)
    until = day(facts.not_after) if facts.not_after else translate("TokenDialogs", "not reported")
    return translate("TokenDialogs", "{name}, {usage}, until {date}").format(
        name=name, usage=usage_words(facts.usage), date=until
    )
