"""Devices by their numbers, from the files of the kernel."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tokenmgr.system.usb_devices import MOST, UsbDevice, plugged

SOURCE = Path(__file__).parents[2] / "src"
#: A SafeNet token as the kernel shows one.
ETOKEN = r"""P: /devices/pci0000:00/0000:00:14.0/usb1/1-1
N: bus/usb/001/012
E: DEVNAME=/dev/bus/usb/001/012
E: DEVTYPE=usb_device
E: SUBSYSTEM=usb
A: busnum=1\n
A: devnum=12\n
A: idVendor=0529\n
A: idProduct=0620\n
A: product=Token JC\n
"""
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems ask a library")


def put(root: Path, name: str, **lines: str) -> None:
    place = root / "sys/bus/usb/devices" / name
    place.mkdir(parents=True)
    for key, line in lines.items():
        (place / key).write_text(f"{line}\n")


def test_devices_and_not_their_interfaces(tmp_path: Path) -> None:
    put(tmp_path, "1-1", idVendor="0529", idProduct="0620", busnum="1", devnum="12", product="Token JC")
    put(tmp_path, "1-1:1.0", bInterfaceClass="0b")
    put(tmp_path, "1-2", idVendor="08E6", idProduct="34CC")
    assert plugged(tmp_path) == (
        UsbDevice("0529", "0620", "Token JC", str(tmp_path / "dev/bus/usb/001/012")),
        UsbDevice("08e6", "34cc"),
    )


def test_no_bus_at_all(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="devices"):
        plugged(tmp_path)


def test_hostile_text_and_numbers(tmp_path: Path) -> None:
    put(tmp_path, "1-1", idVendor="0529", idProduct="0620", busnum="../..", devnum="1", product="x" * 5000)
    for number in range(MOST + 5):
        put(tmp_path, f"2-{number}", idVendor="1111", idProduct="2222")
    found = plugged(tmp_path)
    assert found[0].node == ""
    assert len(found[0].name) == 128
    assert len(found) == MOST


@pytest.mark.skipif(shutil.which("umockdev-run") is None, reason="umockdev is not installed")
def test_a_token_that_is_plugged_into_the_kernels_own_files(tmp_path: Path) -> None:
    (tmp_path / "token.umockdev").write_text(ETOKEN)
    program = "from tokenmgr.system.usb_devices import plugged; print(plugged()[0])"
    done = subprocess.run(
        ["umockdev-run", "--device", str(tmp_path / "token.umockdev"), "--", sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert done.stdout.strip() == str(UsbDevice("0529", "0620", "Token JC", "/dev/bus/usb/001/012"))
