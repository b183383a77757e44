"""Do something about a finding: found again, planned, written down, done, and looked at once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.actions.doctor import Examination, check_of, checks
from tokenmgr.actions.repairs.browser import browser_entry
from tokenmgr.actions.repairs.rights import module_file, own_files
from tokenmgr.actions.repairs.services import device_rule, reader_service, time_service
from tokenmgr.actions.repairs.start import autostart_entry
from tokenmgr.model.computer_errors import ChangedSince, RepairUnknown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tokenmgr.actions.checks.finding import Finding
    from tokenmgr.actions.doctor import Surroundings
    from tokenmgr.actions.repairs.repair import Repair
    from tokenmgr.changes.record import Changes

PLANS: Mapping[str, Callable[[Finding, Surroundings], Repair]] = {
    "reader-service": lambda finding, _around: reader_service(finding),
    "time-service": lambda finding, _around: time_service(finding),
    "device-rule": lambda finding, _around: device_rule(finding),
    "own-files": lambda finding, around: own_files(finding, around.home),
    "module-file": lambda finding, _around: module_file(finding),
    "autostart": lambda finding, _around: autostart_entry(finding),
    "browser": lambda finding, around: browser_entry(finding, around.browsers()),
}


class Fixed(NamedTuple):
    """What became of a repair."""

    #: The number of the change that it left behind.
    change: str
    #: What the same check says now.
    after: tuple[Finding, ...]
    #: Whether it is mended: nothing asks for this repair any more.
    mended: bool


def plan(finding: Finding, around: Surroundings) -> Repair:
    """What would be done; nothing is. RepairUnknown where the finding offers nothing."""
    name = finding.repair.partition(":")[0]
    if name not in PLANS:
        raise RepairUnknown(finding.repair)
    return PLANS[name](finding, around)


def offered(wanted: str, around: Surroundings) -> Finding:
    """The finding that offers this repair now. RepairUnknown where none does."""
    for check in checks(around):
        for finding in Examination([check]).findings():
            if finding.repair == wanted != "":
                return finding
    raise RepairUnknown(wanted)


def carry_out(repair: Repair, finding: Finding, around: Surroundings, changes: Changes) -> Fixed:
    """As planned, if it would still be planned so; then the check looks again."""
    if plan(finding, around).edits != repair.edits:
        raise ChangedSince(repair.shown[0] if repair.shown else repair.id)
    number = changes.apply(repair.kind, repair.what, repair.edits)
    around.look_again()
    after = tuple(Examination([check_of(finding, around)]).findings())
    return Fixed(number, after, all(finding.repair != repair.id for finding in after))


def fix(wanted: str, around: Surroundings, changes: Changes) -> Fixed:
    """By its name, as a command line says it."""
    finding = offered(wanted, around)
    return carry_out(plan(finding, around), finding, around, changes)
