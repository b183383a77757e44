"""Waiting for USB devices to come and go, on the systems that tell."""

from __future__ import annotations

import errno
import os
import select
import socket
import sys
from contextlib import suppress

FAMILY = getattr(socket, "NETLINK_KOBJECT_UEVENT", 15)
KERNEL_EVENTS = 1
ROOM = 8192


class UsbWatch:
    """The kernel's own announcements (Linux). Elsewhere the window's system messages serve, or PC/SC alone."""

    def __init__(self) -> None:
        if sys.platform != "linux":
            raise OSError(sys.platform)
        self._socket = socket.socket(socket.AF_NETLINK, socket.SOCK_DGRAM, FAMILY)
        try:
            self._socket.bind((0, KERNEL_EVENTS))
        except OSError:
            self._socket.close()
            raise
        self._stop_read, self._stop_write = os.pipe()

    def wait(self) -> bool:
        """Wait until a USB device came or went; False when stopped."""
        while True:
            ready = select.select([self._socket.fileno(), self._stop_read], [], [])[0]
            if self._stop_read in ready:
                return False
            if self._heard():
                return True

    def _heard(self) -> bool:
        try:
            return about_usb(self._socket.recv(ROOM))
        except OSError as error:
            if error.errno == errno.ENOBUFS:
                return True  # so much at once that some of it was lost: it may have been a token
            raise

    def stop(self) -> None:
        """End the wait, from another thread."""
        with suppress(OSError):
            os.write(self._stop_write, b"x")

    def close(self) -> None:
        """Let go of the socket."""
        self._socket.close()
        os.close(self._stop_read)
        os.close(self._stop_write)


def about_usb(message: bytes) -> bool:
    """Whether the announcement is of a whole USB device coming or going."""
    parts = message.split(b"\0")
    comes_or_goes = parts[0].startswith((b"add@", b"remove@"))
    return comes_or_goes and b"SUBSYSTEM=usb" in parts and b"DEVTYPE=usb_device" in parts
