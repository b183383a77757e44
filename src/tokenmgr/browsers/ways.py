"""Which way a module gets into a browser.

A sandbox has its own libraries and not the computer's, so that a vendor's module cannot be loaded from inside: the
list may name it, and nothing happens. What is known to work instead, and from where:

- Snap: OpenSC's module is part of the Firefox snap since 132 (canonical/firefox-snap#82, #86) and reaches the reader
  service once an administrator connects it; so says Ubuntu's documentation for Firefox and Chromium, which calls
  vendors' modules in there "experimental and unsupported". None of our issuers' modules is OpenSC.
- Flatpak: neither OpenSC nor vendors' modules are inside (flatpak#4066), and what is passed on from outside are only
  trusted certificates (flatpak#1757, #5423, #6740).

So for a vendor's module the one way that holds is the same browser from its maker, as a package of the system.
"""

from __future__ import annotations

from enum import Enum
from pathlib import PurePath
from typing import TYPE_CHECKING

from tokenmgr.browsers.kinds import Packaging

if TYPE_CHECKING:
    from tokenmgr.browsers.kinds import BrowserProfile

OPENSC = ("opensc-pkcs11.so", "onepin-opensc-pkcs11.so")


class Way(Enum):
    """The one that works. All but the first are a person's to go, not ours."""

    #: An entry in the browser's list.
    DIRECT = "direct"
    #: `snap connect NAME:pcscd`, then the module that the snap brings along.
    SNAP_CONNECT = "snap-connect"
    #: The browser as a package of the system in place of the snap.
    SNAP_REPLACE = "snap-replace"
    #: The same for a flatpak.
    FLATPAK_REPLACE = "flatpak-replace"


def way(profile: BrowserProfile, library: str = "") -> Way:
    """For this module, or for a vendor's where none is named."""
    if profile.packaging is Packaging.FLATPAK:
        return Way.FLATPAK_REPLACE
    if profile.packaging is Packaging.SNAP:
        return Way.SNAP_CONNECT if PurePath(library).name in OPENSC else Way.SNAP_REPLACE
    return Way.DIRECT
