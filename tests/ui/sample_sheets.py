"""Sheets over the sample's window that need more to be about than a token."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.ui import sample
from tokenmgr.actions.checks.finding import Finding
from tokenmgr.actions.doctor import Surroundings
from tokenmgr.actions.repairs.repair import Repair
from tokenmgr.actions.steps import DeviceRule
from tokenmgr.model.token import DataObject, KeyRef
from tokenmgr.ui.dialogs.delete_one import DeleteOneSheet
from tokenmgr.ui.dialogs.hotline import HotlineSheet
from tokenmgr.ui.dialogs.repair import RepairSheet

if TYPE_CHECKING:
    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.sheet import Sheet


def repair(screen: Screen, name: str = "SafeNet eToken 5110") -> Sheet:
    """A rule for a device, by somebody who is no administrator."""
    finding = Finding("usb-access", "bad", (("name", name),), (), "add-device-rule", "device-rule:0529")
    files = DeviceRule.files("0529").items()
    shown = tuple(line for path, rule in files for line in (str(path), *rule.decode().splitlines()[1:]))
    planned = Repair(finding.repair, "device-rule", {"name": name}, (), name, shown, privileged=True)
    around = Surroundings(list, list, list, sample.NOW, Path("/srv/me"), sample.RESOURCES)
    return RepairSheet(screen, finding, planned, around)


def delete_key(screen: Screen) -> Sheet:
    """That of the first certificate, which will be missed."""
    shown = screen.glance.tokens[0]
    own = shown.certificates[0]
    return DeleteOneSheet(screen, shown, KeyRef(own.id, own.label, "rsa", 2048, signs=True))


def delete_data(screen: Screen) -> Sheet:
    """What some program keeps there."""
    found = DataObject("profile-settings", "Mail program", 1200, private=False, id=bytes(32))
    return DeleteOneSheet(screen, screen.glance.tokens[0], found)


def hotline(screen: Screen) -> Sheet:
    """Of one issuer."""
    return HotlineSheet(screen, [sample.profile("hkpost-safenet")], lambda: "the report")
