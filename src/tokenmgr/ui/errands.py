"""Everything a person can wish for, by name: what buttons, menus, the search and the tray all run.

Each errand is a function `open(screen, token, about)` in a module of its own, loaded when it is first wanted.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen


class Errand(NamedTuple):
    """One wish. `where` is "module:function" under tokenmgr.ui, or ">page"."""

    icon: str
    text: str
    where: str
    #: It is about a token.
    token: bool = True
    #: Found by the search; others need something more to be about.
    found: bool = True


ERRANDS = {
    "home": Errand("home", QT_TRANSLATE_NOOP("Errands", "Home"), ">home", token=False),
    "tokens": Errand("token", QT_TRANSLATE_NOOP("Errands", "Tokens"), ">tokens", token=False),
    "certificates": Errand("certificate", QT_TRANSLATE_NOOP("Errands", "Certificates"), ">certificates", token=False),
    "pin": Errand("pin", QT_TRANSLATE_NOOP("Errands", "PIN"), ">pin", token=False),
    "doctor": Errand("doctor", QT_TRANSLATE_NOOP("Errands", "Doctor"), ">doctor", token=False),
    "history": Errand("history", QT_TRANSLATE_NOOP("Errands", "History"), ">history", token=False),
    "settings": Errand("settings", QT_TRANSLATE_NOOP("Errands", "Settings"), ">settings", token=False),
    "change-pin": Errand("pin", QT_TRANSLATE_NOOP("Errands", "Change PIN..."), "dialogs.change_pin:open_change_pin"),
    "change-so-pin": Errand(
        "shield", QT_TRANSLATE_NOOP("Errands", "Change administrator PIN..."), "dialogs.change_pin:open_change_so_pin"
    ),
    "set-pin": Errand(
        "shield", QT_TRANSLATE_NOOP("Errands", "Set PIN as administrator..."), "dialogs.unlock:open_set_pin"
    ),
    "log-on-officer": Errand(
        "shield",
        QT_TRANSLATE_NOOP("Errands", "Log on as administrator..."),
        "dialogs.log_on_officer:open_log_on",
    ),
    "unlock": Errand("unlock", QT_TRANSLATE_NOOP("Errands", "Unlock..."), "dialogs.unlock:open_unlock"),
    "way-out": Errand(
        "unlock", QT_TRANSLATE_NOOP("Errands", "What to do about a locked token"), "dialogs.way_out:open_way_out"
    ),
    "log-on": Errand("log-on", QT_TRANSLATE_NOOP("Errands", "Log on..."), "dialogs.log_on:open_log_on"),
    "log-off": Errand("log-off", QT_TRANSLATE_NOOP("Errands", "Log off"), "dialogs.log_on:log_off"),
    "lock": Errand("lock", QT_TRANSLATE_NOOP("Errands", "Lock now"), "dialogs.log_on:log_off"),
    "lock-all": Errand("lock", QT_TRANSLATE_NOOP("Errands", "Lock all"), "dialogs.log_on:lock_all", token=False),
    "rename": Errand("rename", QT_TRANSLATE_NOOP("Errands", "Rename..."), "dialogs.rename:open_rename"),
    "information": Errand(
        "info", QT_TRANSLATE_NOOP("Errands", "Token information"), "dialogs.information:open_information"
    ),
    "delete": Errand("trash", QT_TRANSLATE_NOOP("Errands", "Delete content..."), "dialogs.delete:open_delete"),
    "initialise": Errand(
        "refresh", QT_TRANSLATE_NOOP("Errands", "Initialise..."), "dialogs.initialise:open_initialise"
    ),
    "self-test": Errand(
        "check-circle", QT_TRANSLATE_NOOP("Errands", "Does my token really work?"), "dialogs.self_test:open_self_test"
    ),
    "import": Errand("import", QT_TRANSLATE_NOOP("Errands", "Import certificate..."), "dialogs.bring_in:open_bring_in"),
    "export": Errand(
        "export", QT_TRANSLATE_NOOP("Errands", "Export..."), "dialogs.export:open_export", token=False, found=False
    ),
    "compare": Errand(
        "compare", QT_TRANSLATE_NOOP("Errands", "Compare..."), "dialogs.compare:open_compare", token=False, found=False
    ),
    "calendar": Errand(
        "calendar",
        QT_TRANSLATE_NOOP("Errands", "Add to calendar"),
        "dialogs.calendar_entry:save_calendar",
        token=False,
        found=False,
    ),
    "tries": Errand("info", QT_TRANSLATE_NOOP("Errands", "Why this many tries?"), "dialogs.tries:open_tries"),
    "renewal-info": Errand("calendar", QT_TRANSLATE_NOOP("Errands", "How to renew"), "dialogs.renewal:open_renewal"),
    "events": Errand("history", QT_TRANSLATE_NOOP("Errands", "Show events"), ">history"),
    "practise": Errand(
        "flask", QT_TRANSLATE_NOOP("Errands", "Practise without a token"), "dialogs.practise:start", token=False
    ),
    "add-module": Errand(
        "plus", QT_TRANSLATE_NOOP("Errands", "Add a module..."), "dialogs.add_module:open_add_module", token=False
    ),
    "repair": Errand(
        "doctor", QT_TRANSLATE_NOOP("Errands", "Repair..."), "dialogs.repair:begin_repair", token=False, found=False
    ),
    "check": Errand("doctor", QT_TRANSLATE_NOOP("Errands", "Check everything"), ">doctor", token=False),
    "check-updates": Errand("refresh", QT_TRANSLATE_NOOP("Errands", "Check for updates"), ">settings", token=False),
    "about": Errand("info", QT_TRANSLATE_NOOP("Errands", "About"), ">settings", token=False),
    "keys": Errand(
        "keyboard", QT_TRANSLATE_NOOP("Errands", "Keyboard shortcuts"), "dialogs.keys:open_keys", token=False
    ),
    "quit": Errand("power", QT_TRANSLATE_NOOP("Errands", "Quit"), "dialogs.leave:leave", token=False),
}


class Errands:
    """Runs them."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        screen.errands = self

    def run(self, name: str, token: TokenId | None = None, about: object = None) -> None:
        """`token`: None is the one that is chosen. `about`: what more it is about, such as a certificate."""
        errand = ERRANDS[name]
        screen = self._screen
        if errand.token and token is None:
            shown = screen.token
            if shown is None:
                screen.go("home")
                return
            token = shown.id
        if errand.where.startswith(">"):
            screen.go(errand.where[1:], about if about is not None else token or name)
            return
        module, _, function = errand.where.partition(":")
        getattr(import_module(f"tokenmgr.ui.{module}"), function)(screen, token, about)


def text_of(name: str) -> str:
    """What the errand is called, in the language in use."""
    return translate("Errands", ERRANDS[name].text)
