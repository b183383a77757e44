"""Repair: a browser learns of the token's module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.browsers import REGISTERED, about, lasting
from tokenmgr.actions.repairs.repair import Repair
from tokenmgr.browsers.found import find
from tokenmgr.browsers.plans import plan_register

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.actions.checks.finding import Finding
    from tokenmgr.browsers.kinds import BrowserProfile


def browser_entry(finding: Finding, profiles: Sequence[BrowserProfile]) -> Repair:
    """One entry more in its list. BrowserRunning while it is open."""
    profile = find(profiles, finding.repair.partition(":")[2])
    name, library = str(dict(finding.facts)["name"]), lasting(finding.evidence[-1])
    edit = plan_register(profile, name, library)
    shown = (str(profile.list_file), f"library={library}", f"name={name}")
    return Repair(finding.repair, REGISTERED, about(profile, name, library), (edit,), name, shown)
