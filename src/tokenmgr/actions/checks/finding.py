"""What one check came to."""

from __future__ import annotations

from typing import Literal, NamedTuple

State = Literal["ok", "warn", "bad", "skipped"]


class Finding(NamedTuple):
    """One thing that was looked at. Words are made from `check`, `state`, `facts` and `next_step` by the screen."""

    check: str
    state: State
    facts: tuple[tuple[str, str | int], ...] = ()
    #: Proof as found: paths, versions, codes. Shown as it is.
    evidence: tuple[str, ...] = ()
    #: What a person can do about it; empty where nothing needs doing.
    next_step: str = ""
    #: What this program can do about it, if asked: "repair" or "repair:about", see actions/repairs.
    repair: str = ""


#: Every code a finding may bear, for whoever has the words for them.
CHECKS = (
    "modules",
    "module",
    "module-duplicates",
    "token-shared",
    "reader-service",
    "readers",
    "reader-taken",
    "usb-token",
    "usb-access",
    "usb-sleep",
    "clock",
    "clock-service",
    "keyring",
    "disk-space",
    "own-files",
    "autostart",
    "browsers",
    "security-software",
    "vendor-service",
    "crashes",
)
STEPS = (
    "install-module",
    "enable-module",
    "agree-to-module",
    "install-fitting-module",
    "protect-module-file",
    "restart-module",
    "update-module",
    "look-at-module",
    "remove-other-version",
    "disable-one-module",
    "install-reader-service",
    "start-reader-service",
    "allow-readers",
    "install-reader-driver",
    "plug-in-reader",
    "insert-card-again",
    "close-other-program",
    "plug-in-again",
    "add-device-rule",
    "set-clock",
    "turn-on-time-service",
    "install-keyring",
    "free-disk-space",
    "make-home-writable",
    "protect-own-files",
    "look-again",
    "renew-autostart",
    "register-in-browser",
    "close-browser",
    "use-other-browser",
    "allow-in-security-software",
    "start-vendor-service",
    "save-report",
)
#: What a finding may offer to do, before the colon.
REPAIRS = (
    "reader-service",
    "time-service",
    "device-rule",
    "own-files",
    "module-file",
    "autostart",
    "browser",
)
#: The fact "reason" of a check that was skipped or complains. A module has its own, and an error its code.
REASONS = (
    "no-answer",
    "not-on-this-system",
    "failed",
    "no-library",
    "not-running",
    "denied",
    "none-found",
    "no-node",
    "not-seen",
    "read-only",
    "windows",
    "owner",
    "writable",
    "readable",
    "off",
    "no-browser",
    "no-reader",
)
