"""One repair, planned: what it does, said before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tokenmgr.model.change import Edit


class Repair(NamedTuple):
    """Nothing is done by making one."""

    #: As the finding bears it: "repair" or "repair:about".
    id: str
    #: The kind of change that it leaves behind, see model/change.py.
    kind: str
    #: What the change is about, for the list of changes.
    what: Mapping[str, str]
    edits: tuple[Edit, ...]
    #: What its title says it is about.
    about: str = ""
    #: The files that change, or the command that is run: shown before it is agreed to.
    shown: tuple[str, ...] = ()
    #: The administrator's password will be asked for.
    privileged: bool = False

    @property
    def name(self) -> str:
        """Which repair it is, whatever it is about."""
        return self.id.partition(":")[0]
