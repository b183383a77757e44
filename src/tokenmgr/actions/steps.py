"""Steps that no file holds: services of the system, and rules for devices. Each knows its way back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr.model.computer_errors import ChangedSince, StepRefused
from tokenmgr.system.privileged import answers_yes, as_root, said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tokenmgr.model.change import Step

#: systemd makes it where it runs the system.
SYSTEMD = Path("/run/systemd/system")
SOCKET, SERVICE = "pcscd.socket", "pcscd.service"
RULES = Path("/etc/udev/rules.d")
VENDOR = re.compile(r"[0-9a-f]{4}")
#: One question for the password, not three; what is said to udev may fail where it does not run.
TELL = 'udevadm control --reload; udevadm trigger --attr-match=idVendor="$1"; udevadm settle --timeout=5'
READ_AGAIN = f"{{ {TELL}; true; }}"
#: $1 is the maker, $2 and $3 are the files; what stands in them comes one after the other, two lines each.
SPLIT = 'sed -n -e "1,2w $2.new" -e "3,\\$w $3.new" && chmod 644 "$2.new" "$3.new"'
PUT = f'{SPLIT} && mv "$2.new" "$2" && mv "$3.new" "$3" || {{ rm -f "$2.new" "$3.new" "$2" "$3"; exit 1; }}'
WRITE = f'mkdir -p "${{2%/*}}" && {{ {PUT}; }} && {READ_AGAIN}'
REMOVE = f'rm -f "$2" "$3" && {READ_AGAIN}'
#: Rules are read in the order of their numbers: one is before 73, where the system gives the rights, the other after
#: 92, where libccid lets every reader sleep. Neither waits for a device to come, so that one which is here need not go.
REACHED, AWAKE = 70, 93
TURNS = {
    REACHED: """# Whoever sits at this computer may use these tokens. Made by tokenmgr.
SUBSYSTEM=="usb", ENV{{DEVTYPE}}=="usb_device", ATTR{{idVendor}}=="{vendor}", TAG+="uaccess"
""",
    AWAKE: """# These tokens are not put to sleep. Made by tokenmgr.
SUBSYSTEM=="usb", ENV{{DEVTYPE}}=="usb_device", ATTR{{idVendor}}=="{vendor}", TEST=="power/control", \
ATTR{{power/control}}="on"
""",
}


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

    def stands(self, step: Step) -> bool:
        """Whether it was this that made it run."""
        now = self.state()
        return "running" in now and now != step.before


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
    """Rules of udev's for the tokens of one maker; `about` is its USB number."""

    name = "device-rule"

    @staticmethod
    def place(vendor: str, turn: int = REACHED) -> Path:
        """The file of the rule that has this turn. ValueError where that is no number."""
        if not VENDOR.fullmatch(vendor):
            raise ValueError(vendor)
        return RULES / f"{turn}-tokenmgr-{vendor}.rules"

    @staticmethod
    def rule(vendor: str, turn: int = REACHED) -> bytes:
        """What stands in it."""
        return TURNS[turn].format(vendor=vendor).encode()

    @classmethod
    def files(cls, vendor: str) -> dict[Path, bytes]:
        """Each file, and what stands in it."""
        return {cls.place(vendor, turn): cls.rule(vendor, turn) for turn in TURNS}

    def do(self, step: Step) -> None:
        """Write them and have them read."""
        files = self.files(step.about)
        _check_ours(files)
        _root(self.name, "sh", "-c", WRITE, "sh", step.about, *map(str, files), given=b"".join(files.values()))

    def undo(self, step: Step) -> None:
        """Away with them, as long as they are still ours."""
        files = self.files(step.about)
        _check_ours(files)
        if any(path.exists() for path in files):
            _root(self.name, "sh", "-c", REMOVE, "sh", step.about, *map(str, files))

    def stands(self, step: Step) -> bool:
        """Whether our rules are there, as we made them."""
        return all(_content(path) == rule for path, rule in self.files(step.about).items())


def _check_ours(files: Mapping[Path, bytes]) -> None:
    """ChangedSince where one that is there is not as we made it."""
    for path, rule in files.items():
        if path.exists() and _content(path) != rule:
            raise ChangedSince(str(path))


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


STEPPERS = {kind.name: kind for kind in (ReaderService, TimeService, DeviceRule)}
