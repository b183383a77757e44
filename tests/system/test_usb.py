"""The kernel's announcements: USB devices wake us, nothing else does."""

from __future__ import annotations

import errno
import os
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tokenmgr.system import usb
from tokenmgr.system.usb import KERNEL_EVENTS, UsbWatch, about_usb

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 10.0
NULL_DEVICE = Path("/sys/devices/virtual/mem/null/uevent")


def announcement(action: str = "add", subsystem: str = "usb", kind: str = "usb_device") -> bytes:
    """As the kernel words it."""
    path = "/devices/pci0000:00/0000:00:14.0/usb1/1-2"
    lines = [f"{action}@{path}", f"ACTION={action}", f"DEVPATH={path}", f"SUBSYSTEM={subsystem}", f"DEVTYPE={kind}"]
    return "\0".join([*lines, "PRODUCT=529/620/100", "SEQNUM=4711", ""]).encode()


@pytest.mark.parametrize(
    ("message", "wakes"),
    [
        (announcement(), True),
        (announcement("remove"), True),
        (announcement("bind"), False),
        (announcement("change"), False),
        (announcement(kind="usb_interface"), False),
        (announcement(subsystem="block", kind="disk"), False),
        (b"", False),
        (b"\0" * 100, False),
        (b"libudev\0\xfe\xed\xca\xfe", False),
        (os.urandom(500), False),
    ],
)
def test_whole_usb_devices_coming_and_going(message: bytes, wakes: bool) -> None:
    assert about_usb(message) is wakes


class Listener:
    """A watch in a thread of its own."""

    def __init__(self) -> None:
        self.watch = UsbWatch()
        self.answer: list[bool] = []
        self._thread = threading.Thread(target=lambda: self.answer.append(self.watch.wait()), daemon=True)
        self._thread.start()

    def answers(self, within: float = PATIENCE) -> list[bool]:
        self._thread.join(within)
        return self.answer


@pytest.fixture
def listener() -> Iterator[Listener]:
    try:
        made = Listener()
    except OSError as error:
        pytest.skip(f"the kernel's announcements cannot be heard here: {error}")
    yield made
    made.watch.stop()
    made.answers()
    made.watch.close()


def test_stopping_ends_the_wait(listener: Listener) -> None:
    assert listener.answers(0.1) == []
    listener.watch.stop()
    assert listener.answers() == [False]


def say(message: bytes) -> None:
    """Announce something to all who listen, as the kernel does; only root may."""
    with socket.socket(socket.AF_NETLINK, socket.SOCK_DGRAM, usb.FAMILY) as line:
        line.sendto(message, (0, KERNEL_EVENTS))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may announce devices")
def test_real_announcements_wake_only_for_usb(listener: Listener) -> None:
    NULL_DEVICE.write_text("add", encoding="ascii")  # the kernel itself says: here is /dev/null
    say(announcement(subsystem="block", kind="disk"))
    assert listener.answers(0.2) == []
    say(announcement())
    assert listener.answers() == [True]


class Deaf:
    """A socket whose buffer overflowed, or which is broken."""

    def __init__(self, number: int) -> None:
        self.number = number

    def recv(self, _room: int) -> bytes:
        raise OSError(self.number, os.strerror(self.number))


def test_announcements_that_were_lost_may_have_been_a_token(listener: Listener) -> None:
    real = listener.watch._socket
    listener.watch._socket = Deaf(errno.ENOBUFS)  # type: ignore[assignment]
    assert listener.watch._heard()
    listener.watch._socket = Deaf(errno.EBADF)  # type: ignore[assignment]
    with pytest.raises(OSError, match="Bad file"):
        listener.watch._heard()
    listener.watch._socket = real


def test_systems_that_tell_nothing_refuse_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    with pytest.raises(OSError, match="win32"):
        UsbWatch()


def test_where_listening_is_refused_the_socket_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket left open would be a warning, and warnings fail."""
    monkeypatch.setattr(socket.socket, "bind", refused)
    with pytest.raises(PermissionError):
        UsbWatch()


def refused(_socket: socket.socket, _address: object) -> None:
    raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
