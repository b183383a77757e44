"""What can be done with a certificate, under the right mouse button or the menu key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from tokenmgr.actions.share import pem_text
from tokenmgr.model.token import Ability
from tokenmgr.ui import icons
from tokenmgr.ui.errands import ERRANDS, text_of
from tokenmgr.ui.screen import Message
from tokenmgr.ui.widgets.facts import copy
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from tokenmgr.ui.panels.certificates.entries import Entry
    from tokenmgr.ui.screen import Screen


def entry_menu(screen: Screen, entry: Entry, owner: QWidget) -> QMenu:
    """Not open yet."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    token = screen.glance.token(entry.place.token)
    abilities = token.token.abilities if token is not None else frozenset()
    _add(menu, screen, "export", entry)
    _put(menu, "copy", translate("Certificates", "Copy PEM"), lambda: copy_pem(screen, entry))
    _add(menu, screen, "compare", entry)
    _add(menu, screen, "calendar", entry)
    if entry.state != "valid":
        _add(menu, screen, "renewal-info", entry)
    if Ability.CHANGE_PIN in abilities:
        menu.addSeparator()
        _add(menu, screen, "change-pin", entry)
    if Ability.STORE in abilities:
        menu.addSeparator()
        _add(menu, screen, "delete", entry)
    return menu


def open_menu(screen: Screen, entry: Entry, owner: QWidget, at: QPoint) -> None:
    """Where the mouse is, or the row."""
    entry_menu(screen, entry, owner).popup(at)


def copy_pem(screen: Screen, entry: Entry) -> None:
    """To the clipboard; a certificate is no secret."""
    copy(pem_text(entry.certificate.facts))
    screen.say(Message("ok", translate("Certificates", "The certificate is on the clipboard"), seconds=4))


def _add(menu: QMenu, screen: Screen, name: str, entry: Entry) -> None:
    run = screen.errands.run
    _put(menu, ERRANDS[name].icon, text_of(name), lambda: run(name, entry.place.token, entry.certificate))


def _put(menu: QMenu, icon: str, text: str, act: Callable[[], object]) -> None:
    menu.addAction(icons.icon(icon), text).triggered.connect(lambda _on=False: act())
