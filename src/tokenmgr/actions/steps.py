"""Steps that no file holds: services of the system, and rules for devices. Each knows its way back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr.model.computer_errors import ChangedSince, StepRefused
from tokenmgr.system.privileged import answers_yes, as_root, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.model.change import Step

#: systemd makes it where it runs the system.
SYSTEMD = Path("/run/systemd/system")
SOCKET, SERVICE = "pcscd.socket", "pcscd.service"
RULES = Path("/etc/udev/rules.d")
VENDOR = re.compile(r"[0-9a-f]{4}")
#: One question for the password, not three; what is said to udev may fail where it does not run.
READ_AGAIN = '{ udevadm control --reload; udevadm trigger --attr-match=idVendor="$2"; true; }'
PUT = 'cat > "$1.new" && chmod 644 "$1.new" && mv "$1.new" "$1" || { rm -f "$1.new"; exit 1; }'
WRITE = f'mkdir -p "${{1%/*}}" && {{ {PUT}; }} && {READ_AGAIN}'
REMOVE = f'rm -f "$1" && {READ_AGAIN}'
RULE = """# Whoever sits at this computer may use these tokens, and they are not put to sleep. Made by tokenmgr.
SUBSYSTEM=="usb", ENV{{DEVTYPE}}=="usb_device", ATTR{{idVendor}}=="{vendor}", TAG+="uaccess"
ACTION=="add", SUBSYSTEM=="usb", ENV{{DEVTYPE}}=="usb_device", ATTR{{idVendor}}=="{vendor}", TEST=="power/control", \
ATTR{{power/control}}="on"
"""


def _root(step: str, *command: str, given: bytes = b"") -> None:
    try:
        as_root(command, given)
    except OSError as error:
        unfinished = isinstance(error, TimeoutError)
        raise StepRefused(step, error.strerror or type(error).__name__, unfinished=unfinished) from None


class ReaderService:
    """The smart-card service of Linux, by systemd where it runs, else by its own start script."""

    name = "reader-service"

    @staticmethod
    def state() -> str:
        """Words for how it is, as going back needs them."""
        if not SYSTEMD.is_dir():
            return "running" if answers_yes(("service", "pcscd", "status")) else ""
        looks = {"enabled": ("is-enabled", SOCKET), "running": ("is-active", SOCKET)}
        return " ".join(word for word, look in looks.items() if answers_yes(("systemctl", "--quiet", *look)))

    @staticmethod
    def command() -> Sequence[str]:
        """What is run."""
        return ("systemctl", "enable", "--now", SOCKET) if SYSTEMD.is_dir() else ("service", "pcscd", "start")

    def do(self, _step: Step) -> None:
        """Now, and with every start of the computer."""
        _root(self.name, *self.command())

    def undo(self, step: Step) -> None:
        """Only what was not so before."""
        before = step.before.split()
        if not SYSTEMD.is_dir():
            if "running" not in before:
                _root(self.name, "service", "pcscd", "stop")
            return
        if "enabled" not in before:
            _root(self.name, "systemctl", "disable", SOCKET)
        if "running" not in before:
            _root(self.name, "systemctl", "stop", SOCKET, SERVICE)

    def stands(self, _step: Step) -> bool:
        """Whether it runs."""
        return "running" in self.state()


class TimeService:
    """Setting the clock from the network."""

    name = "time-service"

    @staticmethod
    def command() -> Sequence[str]:
        """What is run."""
        return ("timedatectl", "set-ntp", "true")

    def do(self, _step: Step) -> None:
        """On."""
        _root(self.name, *self.command())

    @staticmethod
    def state() -> str:
        """Whether the system is told to already, though nothing of it may run."""
        return "on" if said(("timedatectl", "show", "-p", "NTP", "--value")) == "yes" else ""

    def undo(self, step: Step) -> None:
        """As it was."""
        if step.before != "on":
            _root(self.name, "timedatectl", "set-ntp", "false")

    def stands(self, step: Step) -> bool:
        """Whether it was this that turned it on."""
        return step.before != "on" and self.state() == "on"


class DeviceRule:
    """A rule of udev's for the tokens of one maker; `about` is its USB number."""

    name = "device-rule"

    @staticmethod
    def place(vendor: str) -> Path:
        """The file of the rule. ValueError where that is no number."""
        if not VENDOR.fullmatch(vendor):
            raise ValueError(vendor)
        return RULES / f"70-tokenmgr-{vendor}.rules"  # before 73, where the system gives the rights

    @staticmethod
    def rule(vendor: str) -> bytes:
        """What stands in it."""
        return RULE.format(vendor=vendor).encode()

    def do(self, step: Step) -> None:
        """Write it and have it read."""
        place = self.place(step.about)
        if place.exists() and not self.stands(step):
            raise ChangedSince(str(place))
        _root(self.name, "sh", "-c", WRITE, "sh", str(place), step.about, given=self.rule(step.about))

    def undo(self, step: Step) -> None:
        """Away with it, as long as it is still ours."""
        place = self.place(step.about)
        if not place.exists():
            return
        if not self.stands(step):
            raise ChangedSince(str(place))
        _root(self.name, "sh", "-c", REMOVE, "sh", str(place), step.about)

    def stands(self, step: Step) -> bool:
        """Whether our rule is there, as we made it."""
        try:
            return self.place(step.about).read_bytes() == self.rule(step.about)
        except OSError:
            return False


STEPPERS = {kind.name: kind for kind in (ReaderService, TimeService, DeviceRule)}
