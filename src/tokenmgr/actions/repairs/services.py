"""Repairs of the system's services and rules."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

from tokenmgr.actions.repairs.repair import Repair
from tokenmgr.actions.steps import DeviceRule, ReaderService, TimeService
from tokenmgr.model.change import Step

if TYPE_CHECKING:
    from tokenmgr.actions.checks.finding import Finding


def _asks() -> bool:
    return os.name != "nt" and os.geteuid() != 0


def reader_service(finding: Finding) -> Repair:
    """Start it."""
    edit = Step(ReaderService.name, "pcscd", ReaderService.state())
    shown = (shlex.join(ReaderService.command()),)
    return Repair(finding.repair, "reader-service", {}, (edit,), shown=shown, privileged=_asks())


def time_service(finding: Finding) -> Repair:
    """Let the system set the clock."""
    edit = Step(TimeService.name, "", TimeService.state())
    shown = (shlex.join(TimeService.command()),)
    return Repair(finding.repair, "time-service", {}, (edit,), shown=shown, privileged=_asks())


def device_rule(finding: Finding) -> Repair:
    """Rules for the tokens of one maker."""
    vendor = finding.repair.partition(":")[2]
    name = str(dict(finding.facts).get("name", vendor))
    files = DeviceRule.files(vendor).items()
    shown = tuple(line for path, rule in files for line in (str(path), *rule.decode().splitlines()[1:]))
    edit = Step(DeviceRule.name, vendor)
    return Repair(finding.repair, "device-rule", {"name": name}, (edit,), name, shown, privileged=_asks())
