"""The folder with the practice tokens: made at first use, plugged and pulled, each behind its own lock."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tokenmgr.model.errors import FileUnreadable, LedgerUnwritable, TokenGone, TokenNotFound
from tokenmgr.providers.practice.lock import locked
from tokenmgr.providers.practice.specs import SPECS
from tokenmgr.providers.practice.token_file import LOCK_NAME, read_state, write_state
from tokenmgr.system.private_folder import private_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tokenmgr.model.token import TokenId
    from tokenmgr.providers.practice.specs import TokenSpec
    from tokenmgr.providers.practice.state import TokenState


class HeldToken:
    """A token that nobody else can change while it is held."""

    def __init__(self, folder: Path, spec: TokenSpec, state: TokenState) -> None:
        self._folder = folder
        self.spec = spec
        self.state = state

    def save(self, state: TokenState) -> None:
        """Make this the token's state, or raise FileUnreadable."""
        try:
            write_state(self._folder, state)
        except OSError as error:
            raise _unusable(self._folder, error) from error
        self.state = state

    def save_try(self, state: TokenState) -> None:
        """The same before a PIN is looked at; a failure here means that no PIN was."""
        try:
            write_state(self._folder, state)
        except OSError as error:
            raise LedgerUnwritable(error.strerror or "unwritable") from error
        self.state = state


class Shelf:
    """All practice tokens of one folder. Whoever opens the same folder, in any process, sees the same tokens."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ready(self) -> None:
        """Make the tokens that are not there yet."""
        missing = [spec for spec in SPECS.values() if not self._is_there(spec.id.serial)]
        if not missing:
            return
        try:
            private_folder(self._folder)
            with locked(self._folder / f".{LOCK_NAME}"):
                self._make(missing)
        except OSError as error:
            raise _unusable(self._folder, error) from error

    @contextmanager
    def hold(self, token: TokenId) -> Iterator[HeldToken]:
        """The token, if it is plugged in, and nobody else's until the end of the block."""
        spec = SPECS.get(token.serial)
        if spec is None or spec.id != token or not self._is_there(token.serial):
            raise TokenGone(token)
        with self._hold_anyway(spec) as held:
            if not held.state.plugged:
                raise TokenGone(token)
            yield held

    def look(self, token: TokenId) -> TokenState:
        """The token as it is between two changes, never in the middle of somebody's try."""
        with self.hold(token) as held:
            return held.state

    def pull(self, serial: str) -> None:
        self.ready()
        with self._hold_anyway(_known(serial)) as held:
            if held.state.plugged:
                held.save(held.state._replace(plugged=False))

    def plug(self, serial: str) -> None:
        self.ready()
        with self._hold_anyway(_known(serial)) as held:
            if not held.state.plugged:
                held.save(held.state._replace(plugged=True, generation=held.state.generation + 1))

    def reset(self, serial: str) -> None:
        """Swap the token for a new one of the same kind, plugged in; works on a damaged one, too."""
        from tokenmgr.providers.practice.making import renew_token  # needs cryptography, as in _make

        spec = _known(serial)
        self.ready()
        folder = self._place(serial)
        try:
            with locked(folder / LOCK_NAME):
                renew_token(folder, spec, _next_generation(folder))
        except OSError as error:
            raise _unusable(folder, error) from error

    @contextmanager
    def _hold_anyway(self, spec: TokenSpec) -> Iterator[HeldToken]:
        folder = self._place(spec.id.serial)
        with locked(folder / LOCK_NAME):
            yield HeldToken(folder, spec, read_state(folder))

    def _make(self, missing: Iterable[TokenSpec]) -> None:
        # Making needs cryptography, a tenth of a second to import; finding everything in its place does not.
        from tokenmgr.providers.practice.making import make_token_folder

        for spec in missing:
            if not self._is_there(spec.id.serial):  # another process may have been first
                make_token_folder(self._folder, spec)

    def _is_there(self, serial: str) -> bool:
        try:
            return self._place(serial).is_dir()
        except OSError:
            return False

    def _place(self, serial: str) -> Path:
        return self._folder / serial


def _known(serial: str) -> TokenSpec:
    if serial not in SPECS:
        raise TokenNotFound(serial)
    return SPECS[serial]


def _next_generation(folder: Path) -> int:
    """One more than before; where that cannot be read, a number that no counting has reached."""
    try:
        return read_state(folder).generation + 1
    except FileUnreadable:
        return int(time.time())


def _unusable(folder: Path, error: OSError) -> FileUnreadable:
    return FileUnreadable(str(error.filename or folder), error.strerror or "unusable")
