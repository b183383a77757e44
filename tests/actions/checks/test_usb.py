"""Tokens on the bus against modules on the disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tokenmgr.actions.checks.usb import KnownDevice, Reached, check_usb, read_table
from tokenmgr.model.errors import ProfileBroken
from tokenmgr.model.module import ModuleState, ModuleStatus
from tokenmgr.system.usb_devices import UsbDevice

RESOURCES = Path(__file__).parents[3] / "resources"
KNOWN = read_table(RESOURCES / "usb.toml")
ETOKEN = UsbDevice("0529", "0620", "Token JC")
MOUSE = UsbDevice("046d", "c077")
RAW = KnownDevice("1234", ("*",), "Raw", ("raw",), Reached.USB, certain=False)


def module(vendor: str, state: ModuleState = ModuleState.READY) -> ModuleStatus:
    return ModuleStatus(f"/usr/lib/{vendor}.so", vendor, vendor, "catalogue", state)


def test_the_shipped_table_names_modules_that_there_are() -> None:
    ids = {path.stem for path in (RESOURCES / "modules").glob("*.toml")}
    assert {name for kind in KNOWN for name in kind.modules} <= ids
    numbers = [(kind.vendor, product) for kind in KNOWN for product in kind.products]
    assert len(numbers) == len(set(numbers)) >= 10


@pytest.mark.parametrize(
    ("modules", "state", "step"),
    [
        ([], "bad", "install-module"),
        ([module("bjca")], "bad", "install-module"),
        ([module("safenet", ModuleState.UNTRUSTED)], "bad", "look-at-module"),
        ([module("safenet")], "ok", ""),
    ],
)
def test_a_token_and_its_module(modules: list[ModuleStatus], state: str, step: str) -> None:
    [found] = check_usb([MOUSE, ETOKEN], KNOWN, modules)
    assert (found.check, found.state, found.next_step) == ("usb-token", state, step)
    assert dict(found.facts) == {"name": "SafeNet eToken 5100 / 5110", "vendor": "safenet", "usb": "0529:0620"}
    assert found.evidence == ("0529:0620", "Token JC")


def test_a_token_that_its_module_does_not_see() -> None:
    blind, seeing = (module("safenet")._replace(tokens=count) for count in (0, 1))
    assert next(check_usb([ETOKEN], KNOWN, [blind])).next_step == "plug-in-again"
    assert next(check_usb([ETOKEN], KNOWN, [blind, seeing])).state == "ok"


def test_no_token() -> None:
    [found] = check_usb([MOUSE], KNOWN, [])
    assert (found.state, found.facts) == ("ok", (("count", 0), ("devices", 1)))


def test_a_maker_alone_is_a_guess() -> None:
    assert next(check_usb([UsbDevice("1234", "9999")], [RAW], [])).state == "warn"


def test_rights_on_a_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    node = tmp_path / "007"
    device = UsbDevice("1234", "9999", node=str(node))
    assert list(check_usb([device], [RAW], []))[1].state == "skipped"
    node.touch(mode=0o600)
    found = list(check_usb([device], [RAW], []))[1]
    assert (found.check, found.state) == ("usb-access", "ok")
    assert "0600" in found.evidence[0]
    monkeypatch.setattr(os, "access", lambda *_: False)
    found = list(check_usb([device], [RAW], []))[1]
    assert (found.state, found.next_step) == ("bad", "add-device-rule")
    through_reader = KnownDevice("1234", ("*",), "Reader", ("raw",), Reached.READER)
    assert list(check_usb([device], [through_reader], []))[1].state == "ok"


@pytest.mark.parametrize(
    ("device", "modules", "state", "step"),
    [
        (ETOKEN._replace(power="on"), [], "ok", ""),
        (ETOKEN._replace(power="auto"), [], "", ""),
        (ETOKEN._replace(power="auto"), [module("safenet")._replace(tokens=1)], "", ""),
        (ETOKEN._replace(power="auto"), [module("safenet")._replace(tokens=0)], "warn", "add-device-rule"),
        (UsbDevice("1234", "9999", power="auto"), [module("raw")._replace(tokens=1)], "warn", "add-device-rule"),
        (UsbDevice("1234", "9999", power="on"), [], "ok", ""),
    ],
    ids=["awake", "a reader's sleep", "it is seen", "it does not wake up", "no reader", "no reader, awake"],
)
def test_sleep(device: UsbDevice, modules: list[ModuleStatus], state: str, step: str) -> None:
    """Every reader is put to sleep by libccid; that is worth a word only where the token is not seen any more."""
    found = [each for each in check_usb([device], [*KNOWN, RAW], modules) if each.check == "usb-sleep"]
    assert [(each.state, each.next_step) for each in found] == ([(state, step)] if state else [])


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('vendor = "52"', "device[0].vendor"),
        ('products = ["XX"]', "device[0].products[0]"),
        ('reached = "radio"', "device[0].reached"),
        ("odd = 1", "device[0].odd"),
        ('certain = "yes"', "device[0].certain"),
        ('modules = ["../x"]', "device[0].modules[0]"),
    ],
)
def test_a_broken_table_is_refused_by_name(line: str, key: str, tmp_path: Path) -> None:
    whole = {
        "vendor": 'vendor = "0529"',
        "products": 'products = ["0620"]',
        "name": 'name = "x"',
        "modules": 'modules = ["x"]',
        "reached": 'reached = "usb"',
    }
    whole[line.split(maxsplit=1)[0]] = line
    path = tmp_path / "usb.toml"
    path.write_text("\n".join(["[[device]]", *whole.values()]))
    with pytest.raises(ProfileBroken) as caught:
        read_table(path)
    assert caught.value.key == key


def test_a_table_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ProfileBroken):
        read_table(tmp_path / "missing.toml")
