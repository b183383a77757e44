"""The USB devices that are plugged in, by their numbers. Nothing is opened and nothing is sent to them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

MOST = 256
LONGEST_TEXT = 128


class UsbDevice(NamedTuple):
    """One device; the numbers are four hex digits each."""

    vendor: str
    product: str
    #: What it calls itself, where that is known without asking it.
    name: str = ""
    #: The file through which programs reach it (Linux).
    node: str = ""
    #: Whether the system may put it to sleep: "on" keeps it awake, "auto" does not (Linux).
    power: str = ""


def plugged(root: Path = Path("/")) -> tuple[UsbDevice, ...]:
    """OSError where this system cannot say."""
    if sys.platform != "linux":
        return _from_libusb()
    return _from_sysfs(root)


def _from_sysfs(root: Path) -> tuple[UsbDevice, ...]:
    folder = root / "sys/bus/usb/devices"
    found = (_device(place, root) for place in sorted(folder.iterdir())[:MOST])
    return tuple(device for device in found if device is not None)


def _device(place: Path, root: Path) -> UsbDevice | None:
    vendor, product = _line(place / "idVendor"), _line(place / "idProduct")
    if not (vendor and product):
        return None  # an interface of a device, not a device
    bus, number = _line(place / "busnum"), _line(place / "devnum")
    numbered = bus.isdigit() and number.isdigit()
    node = str(root / f"dev/bus/usb/{int(bus):03d}/{int(number):03d}") if numbered else ""
    power = _line(place / "power/control")
    return UsbDevice(vendor.lower(), product.lower(), _line(place / "product"), node, power)


def _line(path: Path) -> str:
    try:
        return path.read_bytes()[:LONGEST_TEXT].decode("utf-8", "replace").strip()
    except OSError:
        return ""


def _from_libusb() -> tuple[UsbDevice, ...]:
    # Loads a library that is not everywhere; only systems without sysfs need it.
    import usb.core

    try:
        found = list(usb.core.find(find_all=True))[:MOST]
    except usb.core.USBError as error:  # NoBackendError among them
        raise OSError("libusb") from error
    except ValueError as error:
        raise OSError("libusb") from error
    return tuple(UsbDevice(f"{each.idVendor:04x}", f"{each.idProduct:04x}") for each in found)
