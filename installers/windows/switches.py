"""What an issuer's own installer may say to ours, and where that goes: the same words for the MSI and for the .exe.

Each is noted in the registry, so that the next version still knows it, and in issuer.toml beside the programs, which
every user's program reads (settings.py). Only who may write there may give anything: for the MSI an administrator.
"""

from __future__ import annotations

from typing import NamedTuple

FILE, TABLE = "issuer.toml", "given"


class Switch(NamedTuple):
    """One word, the choice it makes for every user who made none, and how that is written with the word's value."""

    word: str
    choice: str
    written: str

    def toml(self, value: str) -> str:
        """The choice's value as the file has it."""
        return self.written.replace("*", value)


SWITCHES = (
    #: The issuer that stands first wherever issuers are named, by its profile's id.
    Switch("ISSUER", "issuer", '"*"'),
    Switch("LANG", "language", '"*"'),
    #: Nobody is asked whether to start with the computer; it does not.
    Switch("QUIET", "autostart_asked", "true"),
    #: The version of the texts that this installer's user has agreed to already, in the issuer's own installer.
    Switch("AGREED", "welcomed", '"*"'),
)
