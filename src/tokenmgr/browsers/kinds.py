"""What a browser's profile is, for all that is asked of it here."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

#: NSS keeps its list of modules under this name, in Firefox' profile and in Chromium's database.
LIST = "pkcs11.txt"


class Browser(Enum):
    """Families: all of one keep their modules in the same way."""

    FIREFOX = "firefox"
    #: With Chrome, Edge, Brave and the others, which share one database.
    CHROMIUM = "chromium"


class Packaging(Enum):
    """How the browser came onto the computer, as far as that decides what it may load."""

    SYSTEM = "system"
    SNAP = "snap"
    FLATPAK = "flatpak"


TITLES = {Browser.FIREFOX: "Firefox", Browser.CHROMIUM: "Chromium"}
SUFFIXES = {Packaging.SYSTEM: "", Packaging.SNAP: " (Snap)", Packaging.FLATPAK: " (Flatpak)"}


class BrowserProfile(NamedTuple):
    """One list of modules and whose it is."""

    browser: Browser
    packaging: Packaging
    #: What the browser calls it.
    name: str
    folder: Path
    #: The one that opens where nobody chooses.
    usual: bool = True
    #: Where the browser's processes have files open while it runs, besides the folder itself.
    homes: tuple[Path, ...] = ()

    @property
    def id(self) -> str:
        """How it is called on the command line: stable, and no two are called the same."""
        kind = self.browser.value + ("" if self.packaging is Packaging.SYSTEM else f"-{self.packaging.value}")
        return f"{kind}:{self.name if self.browser is Browser.CHROMIUM else self.folder.name}"

    @property
    def title(self) -> str:
        """The browser's name, for people."""
        return TITLES[self.browser] + SUFFIXES[self.packaging]

    @property
    def list_file(self) -> Path:
        """Where its modules are listed."""
        return self.folder / LIST


class Where(NamedTuple):
    """Whose browsers, and on what system."""

    home: Path
    platform: str
    #: As the environment has them: APPDATA, XDG_CONFIG_HOME, XDG_DATA_HOME. A relative one is none.
    appdata: Path | None = None
    config: Path | None = None
    data: Path | None = None

    @property
    def config_home(self) -> Path:
        """Where programs of this user keep settings, on Linux."""
        return self.config or self.home / ".config"

    @property
    def data_home(self) -> Path:
        """Where programs of this user keep what they need, on Linux."""
        return self.data or self.home / ".local/share"
