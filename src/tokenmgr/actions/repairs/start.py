"""Repair of the entry that starts this program with the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.autostart import KIND, wanted_edit
from tokenmgr.actions.repairs.repair import Repair
from tokenmgr.system import autostart

if TYPE_CHECKING:
    from tokenmgr.actions.checks.finding import Finding


def autostart_entry(finding: Finding) -> Repair:
    """It leads to this program as it is installed now."""
    shown = (autostart.where(), " ".join(autostart.command()))
    return Repair(finding.repair, KIND, {}, (wanted_edit(),), shown=shown)
