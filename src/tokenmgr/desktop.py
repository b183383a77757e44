"""Builds the window's parts by hand and passes them on: beside app.py, which builds the desk they work at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tokenmgr.cli.wishes import Wishes

if TYPE_CHECKING:
    from tokenmgr.actions.glance import Glance
    from tokenmgr.actions.notices import Told
    from tokenmgr.changes.record import Changes
    from tokenmgr.places import Places
    from tokenmgr.session.desk import Desk
    from tokenmgr.settings import Settings
    from tokenmgr.ui.program import Parts

#: What the window's own command line knows; everything else is the command line's business.
FLAGS = ("--hidden", "--practice")
VALUES = ("--home", "--module", "--language")


def window(arguments: list[str]) -> int:
    """The door `tokenmgr`: open the window, or bring the one that is open to the front."""
    import gc

    gc.disable()  # until the window is painted: nothing is thrown away while everything is loaded and built
    from tokenmgr.ui.program import run

    hidden, wishes, rest = read(arguments)
    return run(rest, partial(parts, wishes, hidden=hidden))


def read(arguments: list[str]) -> tuple[bool, Wishes, list[str]]:
    """Whether to stay hidden, the wishes, and what is left: a page to open, or Qt's own options."""
    hidden, wishes, rest = False, Wishes(), []
    walk = iter(arguments)
    for each in walk:
        name, _, value = each.partition("=")
        if name == "--hidden":
            hidden = True
        elif name == "--practice":
            wishes = wishes.joined({"practice": True})
        elif name in VALUES:
            said = value or next(walk, "")
            wishes = wishes.joined({"modules": (said,)} if name == "--module" else {name[2:]: said})
        else:
            rest.append(each)
    return hidden, wishes, rest


def parts(wishes: Wishes, *, hidden: bool = False) -> Parts:
    """Everything the window needs of the rooms below."""
    from tokenmgr import settings
    from tokenmgr.places import places
    from tokenmgr.ui.program import Parts

    where = places(wishes.home or None)
    values = settings.read(where.settings, where.given_settings)
    if values.log:
        from tokenmgr.system.crash_file import CrashFile

        CrashFile(where.crashes).tell_children()  # the first of them start before the log does
    return Parts(
        values=values,
        keep=partial(settings.write, where.settings),
        resources=where.resources,
        before=partial(_before, where, practice=wishes.practice or values.practice),
        build=partial(_build, wishes),
        take=_take,
        told=partial(_told, where),
        home=where.home,
        changes=partial(_changes, where),
        practising=wishes.practice or values.practice,
        language=wishes.language,
        hidden=hidden or values.start_hidden,
    )


def _before(where: Places, *, practice: bool) -> Glance:
    from tokenmgr.actions.glance import before
    from tokenmgr.session.known import KnownTokens

    return before(KnownTokens(where.known), practice=practice)


def _told(where: Places) -> Told:
    from tokenmgr.actions.notices import Told

    return Told(where.notices)


def _changes(where: Places) -> Changes:
    from tokenmgr.app import recorded_changes

    return recorded_changes(where)()


def _build(wishes: Wishes) -> Desk:
    """Real modules always: practice tokens join them, and leave again, as the person likes."""
    from tokenmgr.app import build
    from tokenmgr.system.private_memory import keep_memory_private

    keep_memory_private()  # PINs will be typed here
    return build(wishes._replace(practice=False))


def _take(desk: Desk, values: Settings, afresh: bool) -> Glance:  # noqa: FBT001 - called by position only
    from tokenmgr.actions.glance import take

    lead_days = tuple(int(part) for part in values.lead_days.replace(" ", "").split(",") if part.isdigit())
    return take(desk, desk.known(), desk.history(), lead_days=lead_days, afresh=afresh)
