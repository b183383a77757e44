"""A token's module in every user's Firefox, by a policy of the computer: registering it, and taking it out again.

Firefox keeps in each profile what a policy once added, so that neither of the two can be taken back by putting the old
file there again. Each is taken back by the other, which is a change of its own: so one of them always stands in the
list of changes, with its way back, however often somebody goes to and fro.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.browsers import policy
from tokenmgr.model.browser_errors import BrowserLacksModule
from tokenmgr.model.computer_errors import ChangedSince

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.actions.browsers import Keeper
    from tokenmgr.model.change import Change, FileEdit

#: Kinds of changes, see model/change.py.
FOR_ALL, REMOVED_FOR_ALL = "browser-policy", "browser-policy-removed"


def register_for_all(keeper: Keeper, name: str, library: str, path: Path | None = None) -> str:
    """For every user's Firefox, as an administrator; empty where that was so already."""
    edit = policy.plan_add(path or policy.policy_file(), {name: library})
    return _done(keeper, FOR_ALL, name, library, edit)


def remove_for_all(keeper: Keeper, name: str, path: Path | None = None) -> str:
    """The number of the change. BrowserLacksModule where no policy adds it: a slip of the fingers deletes nothing."""
    where = path or policy.policy_file()
    library = policy.added(where).get(name)
    if library is None:
        raise BrowserLacksModule(policy.FIREFOX, "", name)
    return _delete(keeper, name, library, where)


def take_back_for_all(keeper: Keeper, change: Change) -> None:
    """Undo a change of these two kinds. ChangedSince where an administrator gave the name to another file meanwhile."""
    about, path = dict(change.what), change.edits[0].path  # type: ignore[union-attr]
    name, library = about["name"], about["library"]
    if change.kind == REMOVED_FOR_ALL:
        register_for_all(keeper, name, library, path)
    elif policy.added(path).get(name, library) != library:
        raise ChangedSince(str(path))
    else:
        # Also where the policy is gone: profiles that were opened under it still have the module.
        _delete(keeper, name, library, path)


def _delete(keeper: Keeper, name: str, library: str, path: Path) -> str:
    return _done(keeper, REMOVED_FOR_ALL, name, library, policy.plan_delete(path, [name]))


def _done(keeper: Keeper, kind: str, name: str, library: str, edit: FileEdit) -> str:
    """Where there was nothing to do it stands so all the same: the opposite does not any more."""
    about = {"browser": policy.FIREFOX, "name": name, "library": library}
    number = keeper.apply(kind, about, [edit]) if edit.before != edit.after else ""
    opposite = REMOVED_FOR_ALL if kind == FOR_ALL else FOR_ALL
    for change in keeper.standing():
        if change.kind == opposite and dict(change.what).get("name") == name:
            keeper.gone(change.id)
    return number
