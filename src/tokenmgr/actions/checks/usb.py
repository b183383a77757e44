"""USB tokens that are plugged in: is there a module for each, and may this user reach it?"""

from __future__ import annotations

import os
import tomllib
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.actions.checks.finding import Finding
from tokenmgr.actions.steps import DeviceRule
from tokenmgr.ca.table import Place, Table, many, one_of, shaped, table, text, yes_no
from tokenmgr.model.change import Step
from tokenmgr.model.errors import ProfileBroken
from tokenmgr.model.module import ModuleState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tokenmgr.model.module import ModuleStatus
    from tokenmgr.system.usb_devices import UsbDevice

ANY = "*"


class Reached(Enum):
    """How a module gets at the device."""

    #: Through the reader service, which has its own rights.
    READER = "reader"
    #: Straight, with the user's rights.
    USB = "usb"


class KnownDevice(NamedTuple):
    """A kind of token, by its USB numbers."""

    vendor: str
    products: tuple[str, ...]
    name: str
    modules: tuple[str, ...]
    reached: Reached
    certain: bool = True

    def is_one(self, device: UsbDevice) -> bool:
        """Whether the device is of this kind."""
        return device.vendor == self.vendor and (device.product in self.products or ANY in self.products)


def read_table(path: Path) -> tuple[KnownDevice, ...]:
    """ProfileBroken where the file is not as it should be, with the key named."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ProfileBroken(str(path), "", str(error)) from error
    whole = Table(Place(str(path)), found)
    devices = whole.need("device", many(table(_known)))
    whole.refuse_rest()
    return devices


def _known(keys: Table) -> KnownDevice:
    number = shaped(r"[0-9a-f]{4}", "must be four hex digits, small letters")
    product = shaped(r"[0-9a-f]{4}|\*", "must be four hex digits, small letters, or *")
    return KnownDevice(
        keys.need("vendor", number),
        keys.need("products", many(product)),
        keys.need("name", text),
        keys.need("modules", many(shaped(r"[a-z0-9-]+", "must be the id of a module's vendor"))),
        keys.need("reached", one_of(Reached)),
        keys.maybe("certain", yes_no, default=True),
    )


def check_usb(
    devices: Sequence[UsbDevice], known: Sequence[KnownDevice], modules: Sequence[ModuleStatus]
) -> Iterator[Finding]:
    """Each token that is known by its numbers."""
    tokens = [(device, kind) for device in devices if (kind := _kind(device, known))]
    if not tokens:
        yield Finding("usb-token", "ok", (("count", 0), ("devices", len(devices))))
    for device, kind in tokens:
        yield _has_module(device, kind, modules)
        if device.node:
            yield _may_reach(device, kind)
        if device.power and not _sleeps_well(device, kind, modules):
            yield _stays_awake(device, kind)


def _kind(device: UsbDevice, known: Sequence[KnownDevice]) -> KnownDevice | None:
    return next((kind for kind in known if kind.is_one(device)), None)


def _has_module(device: UsbDevice, kind: KnownDevice, modules: Sequence[ModuleStatus]) -> Finding:
    facts = (("name", kind.name), ("vendor", kind.modules[0]), ("usb", f"{device.vendor}:{device.product}"))
    evidence = tuple(filter(None, (f"{device.vendor}:{device.product}", device.name, device.node)))
    fitting = [module for module in modules if module.vendor in kind.modules]
    if _not_seen(kind, modules):
        return Finding("usb-token", "warn", (*facts, ("reason", "not-seen")), evidence, "plug-in-again")
    if _ready(kind, modules):
        return Finding("usb-token", "ok", facts, evidence)
    step = "look-at-module" if fitting else "install-module"
    return Finding("usb-token", "bad" if kind.certain else "warn", facts, evidence, step)


def _ready(kind: KnownDevice, modules: Sequence[ModuleStatus]) -> list[ModuleStatus]:
    return [module for module in modules if module.vendor in kind.modules and module.state is ModuleState.READY]


def _not_seen(kind: KnownDevice, modules: Sequence[ModuleStatus]) -> bool:
    """The plug is in, and yet the vendor's own library does not see it."""
    ready = _ready(kind, modules)
    return bool(ready) and all(module.tokens == 0 for module in ready)


def _may_reach(device: UsbDevice, kind: KnownDevice) -> Finding:
    facts = (("name", kind.name), ("reached", kind.reached.value))
    path = Path(device.node)
    try:
        seen = path.stat()
    except OSError as error:
        return Finding("usb-access", "skipped", (("reason", "no-node"),), (f"{device.node}: {error.strerror}",))
    evidence = (f"{device.node} {seen.st_mode & 0o7777:04o} {seen.st_uid}:{seen.st_gid}",)
    if kind.reached is Reached.READER or os.access(path, os.R_OK | os.W_OK):
        return Finding("usb-access", "ok", facts, evidence)
    return Finding("usb-access", "bad", facts, evidence, *_rule_for(device))


def _sleeps_well(device: UsbDevice, kind: KnownDevice, modules: Sequence[ModuleStatus]) -> bool:
    """A reader's sleep is nothing to complain of as long as its token is seen.

    libccid has every reader sleep by a rule of its own, and leaves out the few models that do not wake up. It sleeps
    only while no program has it open (the kernel wakes it for that), and the reader service has it open as long as it
    runs. One that does not wake up cannot be opened any more, so that its module sees no token. For other devices
    nobody has sleep tried out, and the kernel keeps them awake unless it is told otherwise.
    """
    return device.power == "auto" and kind.reached is Reached.READER and not _not_seen(kind, modules)


def _stays_awake(device: UsbDevice, kind: KnownDevice) -> Finding:
    """Whether the system may put it to sleep: some tokens do not wake up from it."""
    facts, evidence = (("name", kind.name),), (f"power/control {device.power}",)
    if device.power == "auto":
        return Finding("usb-sleep", "warn", facts, evidence, *_rule_for(device))
    return Finding("usb-sleep", "ok", facts, evidence)


def _rule_for(device: UsbDevice) -> tuple[str, str]:
    """The step and the repair; a rule that is there already works once the token is plugged in again."""
    if DeviceRule().stands(Step(DeviceRule.name, device.vendor)):
        return "plug-in-again", ""
    return "add-device-rule", f"device-rule:{device.vendor}"
