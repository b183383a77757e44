"""Where things lie: what ships with the program, and what it keeps for this user."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple


class Places(NamedTuple):
    """All paths of the program. Everything it writes is under `home`."""

    home: Path
    resources: Path

    @property
    def user_home(self) -> Path:
        """The user's own folder, where other programs keep their settings."""
        return Path.home()

    @property
    def given(self) -> Path:
        """What an issuer's installer, or an administrator, put here for all users. None of them may write there."""
        if sys.platform == "win32":
            return Path(sys.executable).parent  # ProgramData is anybody's, until somebody makes a folder in it
        return Path("/Library/Application Support/tokenmgr" if sys.platform == "darwin" else "/etc/tokenmgr")

    @property
    def given_settings(self) -> Path:
        """Choices made for a user who has made none."""
        return self.given / "issuer.toml"

    @property
    def given_profiles(self) -> Path:
        """Issuers that all users have."""
        return self.given / "ca"

    @property
    def ledger(self) -> Path:
        """The lockout ledger."""
        return self.home / "ledger.sqlite"

    @property
    def locks(self) -> Path:
        """One lock a token, shared by all processes of the user."""
        return self.home / "locks"

    @property
    def waiting(self) -> Path:
        """Tokens that wait for an administrator's response."""
        return self.home / "waiting"

    @property
    def consents(self) -> Path:
        """Which modules the user agreed to."""
        return self.home / "modules.json"

    @property
    def remembered(self) -> Path:
        """Aliases."""
        return self.home / "tokens.json"

    @property
    def known(self) -> Path:
        """Tokens seen before, with their certificates."""
        return self.home / "known.json"

    @property
    def history(self) -> Path:
        """What happened to tokens."""
        return self.home / "history.sqlite"

    @property
    def notices(self) -> Path:
        """Which notices were given already."""
        return self.home / "notices.json"

    @property
    def changes(self) -> Path:
        """What was changed on the computer, and how to go back."""
        return self.home / "changes"

    @property
    def logs(self) -> Path:
        """The program's own logs, where the user wants them."""
        return self.home / "logs"

    @property
    def journal(self) -> Path:
        """What the program did, in codes."""
        return self.logs / "journal.jsonl"

    @property
    def crashes(self) -> Path:
        """Where the program stood when it died."""
        return self.logs / "crashes.txt"

    @property
    def settings(self) -> Path:
        """The user's choices."""
        return self.home / "settings.json"

    @property
    def practice(self) -> Path:
        """The practice tokens."""
        return self.home / "practice"

    @property
    def updates(self) -> Path:
        """What is known of newer versions, and the publisher's signatures that must not go backwards."""
        return self.home / "updates"

    @property
    def profiles(self) -> Path:
        """Issuers that the user added."""
        return self.home / "ca"


def places(home: str | None = None) -> Places:
    """The places of this computer, or everything of the user's under `home`."""
    return Places(Path(home).absolute() if home else _home(), _resources())


def _home() -> Path:
    if sys.platform != "linux":
        from platformdirs import user_data_path

        return user_data_path("tokenmgr", appauthor=False)
    # What platformdirs says too; importing it costs 30 ms at every start.
    base = os.environ.get("XDG_DATA_HOME", "")
    return (Path(base) if base.startswith("/") else Path.home() / ".local/share") / "tokenmgr"


def _resources() -> Path:
    here = Path(__file__).resolve().parent
    installed = here / "resources"
    return installed if installed.is_dir() else here.parents[1] / "resources"
