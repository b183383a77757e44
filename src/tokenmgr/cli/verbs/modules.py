"""`modules` and `module`: the vendors' libraries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr.cli import shapes
from tokenmgr.cli.grammar import Argument, Group, verb
from tokenmgr.cli.sayings import sentence
from tokenmgr.cli.table import Column
from tokenmgr.cli.verbs.cert import finished
from tokenmgr.model.module import ModuleState
from tokenmgr.wording.terms import term
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.cli.desk import Clerk
    from tokenmgr.model.module import ModuleStatus

PATH = Argument("path")


@verb()
def modules(clerk: Clerk) -> None:
    """The vendors' libraries on this computer, and how they are."""
    show(clerk, clerk.desk.modules.status())


def show(clerk: Clerk, found: Sequence[ModuleStatus]) -> None:
    """The table of modules."""
    if clerk.out.as_json:
        clerk.out.rows(map(shapes.module, found))
        return
    if not found:
        clerk.out.line(sentence("no-module", clerk.language))
        return
    words = clerk.language
    columns = [
        Column(term("module", words), 12),
        Column(term("state", words), 8),
        Column(term("token", words), 3, right=True),
        Column(term("load-time", words), 6, right=True),
        Column(term("path", words), 16, ends=True),
    ]
    rows = [
        [
            visible(each.name or each.description or each.vendor or Path(each.path).name),
            term(each.state, words),
            "" if each.tokens is None else str(each.tokens),
            "" if each.load_ms is None else f"{each.load_ms:.0f} ms",
            visible(each.path),
        ]
        for each in found
    ]
    clerk.out.table(columns, rows, ["" if each.state is ModuleState.READY else "warn" for each in found])


module = Group("Add, test, disable, remove a vendor's library.")


@module.verb(PATH)
def add(clerk: Clerk, path: str) -> None:
    """Agree to a library as it is now; a changed file needs a new agreement."""
    finished(clerk, "module-added", path=clerk.desk.modules.add(path))


@module.verb(PATH)
def test(clerk: Clerk, path: str) -> int:
    """Load a library and see whether it answers."""
    status = clerk.desk.modules.test(path)
    show(clerk, [status])
    return 0 if status.state is ModuleState.READY else 7


@module.verb(PATH)
def remove(clerk: Clerk, path: str) -> int:
    """Take the agreement back."""
    gone = clerk.desk.modules.remove(path)
    finished(clerk, "module-removed" if gone else "module-not-listed", path=path)
    return 0 if gone else 6


@module.verb(PATH)
def disable(clerk: Clerk, path: str) -> None:
    """Leave a library alone, wherever it is listed."""
    clerk.desk.modules.disable(path)
    finished(clerk, "module-disabled", path=path)


@module.verb(PATH)
def enable(clerk: Clerk, path: str) -> None:
    """Undo `disable`."""
    clerk.desk.modules.enable(path)
    finished(clerk, "module-enabled", path=path)
