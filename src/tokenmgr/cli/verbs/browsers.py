"""`browsers`: where tokens' modules are registered; register one, take one out."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from tokenmgr.actions import browsers as wishes
from tokenmgr.actions.browser_policy import register_for_all, remove_for_all
from tokenmgr.actions.browsers import Offer
from tokenmgr.browsers.found import find
from tokenmgr.browsers.plans import registered
from tokenmgr.browsers.running import is_running, wait_closed
from tokenmgr.browsers.ways import Way
from tokenmgr.cli.grammar import Argument, Flag, Group, Option, UsageError
from tokenmgr.cli.out import aside
from tokenmgr.cli.sayings import sentence
from tokenmgr.cli.table import Column
from tokenmgr.cli.verbs.cert import finished
from tokenmgr.model.browser_errors import BrowserLacksModule
from tokenmgr.wording.terms import term
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.actions.browsers import Row
    from tokenmgr.browsers.kinds import BrowserProfile
    from tokenmgr.browsers.module_list import Entry
    from tokenmgr.cli.desk import Clerk

PROFILE = Argument("profile")
NAME = Option("--name", metavar="NAME", default="", help="What the module is called there; else as its issuer says.")
WAIT = Flag("--wait", help="Where the browser is open, wait until it is closed.")

browsers = Group("Where tokens' modules are registered in browsers; register one, take one out.", usual="list")


@browsers.verb()
def list_(clerk: Clerk) -> None:
    """Every browser's profile of this user, and the modules in it."""
    rows = wishes.look(wishes.here(), clerk.desk.modules.status(), clerk.desk.profiles.profiles)
    if clerk.out.as_json:
        clerk.out.rows(map(_shape, rows))
    elif rows:
        _show(clerk, rows)
    else:
        clerk.out.line(sentence("no-browser", clerk.language))


def _show(clerk: Clerk, rows: Sequence[Row]) -> None:
    words = clerk.language
    columns = [
        Column(sentence("heading-browser", words), 12),
        Column("id", 16),
        Column(term("state", words), 6),
        Column(sentence("heading-registered", words), 12),
    ]
    cells = [
        [
            f"{row.profile.title} ({visible(row.profile.name)})",
            visible(row.profile.id),
            sentence(_state(row), words),
            ", ".join(visible(entry.name) for entry in row.registered),
        ]
        for row in rows
    ]
    clerk.out.table(columns, cells, ["good" if row.registered else "" for row in rows])


def _state(row: Row) -> str:
    if row.fault:
        return "browser-unread"
    if row.way is not Way.DIRECT:
        return "browser-shut-in"
    return "browser-open" if row.running else "browser-ready"


def _shape(row: Row) -> dict[str, Any]:
    profile = row.profile
    return {
        "id": profile.id,
        "browser": profile.browser.value,
        "packaging": profile.packaging.value,
        "profile": profile.name,
        "folder": str(profile.folder),
        "usual": profile.usual,
        "running": row.running,
        "way": row.way.value,
        "registered": [{"name": entry.name, "module": entry.library} for entry in row.registered],
        "offers": [
            {"name": offer.name, "module": offer.library, "profile": offer.issuer or None} for offer in row.offers
        ],
        "fault": row.fault or None,
    }


@browsers.verb(PROFILE, NAME, WAIT)
def register(clerk: Clerk, profile: str, name: str, wait: bool) -> None:  # noqa: FBT001 - named by the grammar
    """Register a token's module. PROFILE is an id of the list, a profile's name, or `firefox`, `chromium`."""
    meant = find(wishes.here(), profile)
    offer = _chosen(clerk, name)
    _closed(clerk, meant, wait=wait)
    number = wishes.register(clerk.desk.changes(), meant, offer.name, offer.library)
    key = "browser-registered" if number else "browser-had-it"
    _finished(clerk, key, meant, name=offer.name, module=offer.library, change=number)


def _chosen(clerk: Clerk, name: str) -> Offer:
    """What was named, else the only one that an issuer has a name for, else the only one."""
    every = wishes.offers(clerk.desk.modules.status(), clerk.desk.profiles.profiles)
    if clerk.wishes.modules:
        return _named(clerk, clerk.wishes.modules[0], every, name)
    for fitting in ([each for each in every if each.name == name], [each for each in every if each.issuer], every):
        if len(fitting) == 1:
            return fitting[0]._replace(name=name or fitting[0].name)
    if every:
        names = ", ".join(visible(f"{each.name} = {each.library}") for each in every)
        raise UsageError(sentence("which-module", clerk.language, names=names))
    raise UsageError(sentence("no-module-ready", clerk.language))


def _named(clerk: Clerk, path: str, every: Sequence[Offer], name: str) -> Offer:
    """A file that is safe and fits; it is loaded by the browser, not here."""
    library = wishes.lasting(clerk.desk.modules.look(path))
    known = next((each for each in every if each.library == library), Offer("", library))
    found = Offer(name or known.name, library, known.issuer)
    if not found.name:
        raise UsageError("Missing option '--name'.")
    return found


@browsers.verb(PROFILE, NAME, WAIT)
def remove(clerk: Clerk, profile: str, name: str, wait: bool) -> None:  # noqa: FBT001 - named by the grammar
    """Take a module out again; what this program registered is undone to the byte."""
    meant = find(wishes.here(), profile)
    entry = _listed(clerk, meant, name)
    _closed(clerk, meant, wait=wait)
    wishes.remove(clerk.desk.changes(), meant, entry.name, entry.library)
    _finished(clerk, "browser-removed", meant, name=entry.name, module=entry.library)


@browsers.verb(NAME, Flag("--remove", help="Take it out of every user's Firefox again."))
def everyone(clerk: Clerk, name: str, remove: bool) -> None:  # noqa: FBT001 - named by the grammar
    """Register a token's module in every user's Firefox, by a policy of this computer. For administrators."""
    if remove:
        if not name:
            raise UsageError("Missing option '--name'.")
        number = remove_for_all(clerk.desk.changes(), name)
        finished(clerk, "browser-policy-removed", name=name, change=number)
        return
    offer = _chosen(clerk, name)
    number = register_for_all(clerk.desk.changes(), offer.name, offer.library)
    key = "browser-policy" if number else "browser-policy-had-it"
    finished(clerk, key, name=offer.name, module=offer.library, change=number)


def _listed(clerk: Clerk, profile: BrowserProfile, name: str) -> Entry:
    """The one of that name or file, else the only one there is."""
    every = registered(profile)
    wanted = clerk.wishes.modules
    fitting = [each for each in every if name in {"", each.name} and (not wanted or each.library in wanted)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = ", ".join(visible(f"{each.name} = {each.library}") for each in fitting)
        raise UsageError(sentence("which-module", clerk.language, names=names))
    raise BrowserLacksModule(profile.title, profile.name, name or ", ".join(wanted))


def _closed(clerk: Clerk, profile: BrowserProfile, *, wait: bool) -> None:
    """Whoever does not want to wait is refused by the plan."""
    if wait and is_running(profile):
        facts = {"browser": profile.title, "profile": visible(profile.name)}
        aside(sentence("browser-waiting", clerk.language, **facts))
        wait_closed(profile, threading.Event())


def _finished(clerk: Clerk, key: str, profile: BrowserProfile, **facts: str) -> None:
    finished(clerk, key, browser=profile.title, profile=profile.name, id=profile.id, **facts)
