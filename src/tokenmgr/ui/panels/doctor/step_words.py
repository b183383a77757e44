"""What a person can do about a finding, and why something could not be looked at."""

from __future__ import annotations

from tokenmgr.ui.words import translate


def step_words(step: str) -> str:
    """One sentence; nothing for a step that nobody knows."""
    return (_module_steps() | _reader_steps() | _system_steps()).get(step, "")


def _module_steps() -> dict[str, str]:
    return {
        "install-module": translate(
            "Doctor", "Install the driver from your token's issuer or maker, or add its module."
        ),
        "enable-module": translate("Doctor", "Switch it on again below, if you need it."),
        "agree-to-module": translate("Doctor", "Agree to it below, if it comes from your issuer or maker."),
        "install-fitting-module": translate("Doctor", "Install the driver that is made for this computer."),
        "protect-module-file": translate("Doctor", "Have an administrator install the driver into a system folder."),
        "restart-module": translate("Doctor", "Test it below; if it fails again, install the driver anew."),
        "update-module": translate("Doctor", "It works now. Look for a newer driver if this happens again."),
        "look-at-module": translate("Doctor", "Look at its module below: it is there, but not ready."),
        "remove-other-version": translate("Doctor", "Uninstall the versions that you do not need."),
        "disable-one-module": translate("Doctor", "Switch one of the modules off below."),
        "look-again": translate("Doctor", "Check again; if it stays so, close other programs that use the token."),
    }


def _reader_steps() -> dict[str, str]:
    return {
        "install-reader-service": translate("Doctor", "Install the reader service (pcscd)."),
        "start-reader-service": translate("Doctor", "Start the reader service; on Linux: systemctl start pcscd.socket"),
        "allow-readers": translate("Doctor", "Log in at the computer itself, or ask an administrator for the right."),
        "install-reader-driver": translate("Doctor", "Install the reader driver (ccid)."),
        "plug-in-reader": translate("Doctor", "Plug in the reader, if your token needs one."),
        "insert-card-again": translate("Doctor", "Take the card out, turn it the right way, and insert it again."),
        "close-other-program": translate("Doctor", "Close the other program."),
        "plug-in-again": translate("Doctor", "Pull the token out, wait five seconds, and plug it in again."),
        "add-device-rule": translate(
            "Doctor", "Install the vendor's driver package; it brings the rule for the device."
        ),
    }


def _system_steps() -> dict[str, str]:
    return {
        "set-clock": translate("Doctor", "Set the computer's date and time."),
        "turn-on-time-service": translate("Doctor", "Connect to a network, or set the time by hand."),
        "install-keyring": translate("Doctor", "Nothing needs to be done."),
        "free-disk-space": translate("Doctor", "Make room on the disk."),
        "make-home-writable": translate("Doctor", "Give yourself the right to write there."),
        "protect-own-files": translate("Doctor", "Take the rights on these files from everybody else."),
    }


def reason_words(reason: str) -> str:
    """Why; an error's code that has no words here is shown as it is."""
    return {
        "no-answer": translate("Doctor", "It did not answer in time."),
        "not-on-this-system": translate("Doctor", "There is no such thing on this system."),
        "failed": translate("Doctor", "The check itself failed."),
        "no-library": translate("Doctor", "It is not installed."),
        "not-running": translate("Doctor", "It is not running."),
        "denied": translate("Doctor", "The system refuses you access."),
        "none-found": translate("Doctor", "No service of a known kind was found."),
        "no-node": translate("Doctor", "The device was gone again."),
        "not-seen": translate("Doctor", "Its module does not see it."),
        "read-only": translate("Doctor", "Nothing can be written there."),
        "windows": translate("Doctor", "Windows keeps users' folders apart by itself."),
        "owner": translate("Doctor", "Some belong to another user."),
        "writable": translate("Doctor", "Other users of this computer can change them."),
        "readable": translate("Doctor", "Other users of this computer can read them."),
    }.get(reason, reason)
