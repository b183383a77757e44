"""Tokens that wait for an administrator's response: whoever waits holds them, and nobody else may touch them.

Another program's look at such a token would break the pair of challenge and response, so its module is not even loaded.
What is shown of it is what the waiting process wrote down before the challenge.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import TokenBusy
from tokenmgr.system import locks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from tokenmgr.model.token import Token, TokenId


class Held(NamedTuple):
    """A module whose tokens are left alone for now."""

    module: str
    #: The token that waits, and its neighbours behind the same module.
    token: Token
    neighbours: tuple[Token, ...]
    #: Where the response can be handed in; None where a person is asked for it already.
    door: Path | None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All that must be left alone."""
        return (self.token, *self.neighbours)


class Waiting:
    """A folder with a record for each waiting process, true as long as that process holds its lock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        #: The modules this process holds itself.
        self._own: set[str] = set()

    def held(self) -> list[Held]:
        """Who waits now."""
        if not self.folder.is_dir():
            return []
        records = [path for path in sorted(self.folder.glob("*.json")) if locks.is_held(path.with_suffix(".lock"))]
        return [held for path in records if (held := _read(path)) is not None]

    def elsewhere(self, module: str, token: TokenId | None = None) -> Held | None:
        """Which other process waits behind a module, or for this token behind any."""
        others = [held for held in self.held() if held.module not in self._own]
        return next((held for held in others if held.module == module or held.token.id == token), None)

    def door(self, token: TokenId) -> Path | None:
        """Where the response for a token can be handed in."""
        return next((held.door for held in self.held() if held.token.id == token), None)

    def place_of_door(self, token: Token) -> Path:
        """Where a process that waits for this token has its door."""
        return self._record(token).with_suffix(".door")

    def _record(self, token: Token) -> Path:
        from hashlib import sha256  # hardly anybody waits

        return self.folder / f"{sha256(token.module.encode()).hexdigest()[:16]}.json"

    @contextmanager
    def claim(self, token: Token, neighbours: Sequence[Token], door: Path | None = None) -> Iterator[None]:
        """Hold a token, as long as this process lives at most. TokenBusy where another one holds it."""
        record = self._record(token)
        with locks.tried(record.with_suffix(".lock")) as mine:
            if not mine:
                raise TokenBusy(token.id)
            self._own.add(token.module)
            _write(record, Held(token.module, token, tuple(neighbours), door))
            try:
                yield
            finally:
                with suppress(OSError):
                    record.unlink()
                self._own.discard(token.module)


def _write(path: Path, held: Held) -> None:
    import json  # hardly anybody waits

    row = {
        "module": held.module,
        "door": None if held.door is None else str(held.door),
        "tokens": [_plain(token) for token in held.tokens],
    }
    beside = path.with_suffix(".new")
    fd = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(fd, "w", encoding="utf-8") as file:
        json.dump(row, file)
    beside.replace(path)


def _read(path: Path) -> Held | None:
    import json  # hardly anybody waits

    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        token, *neighbours = [_token(each, row["module"]) for each in row["tokens"]]
        return Held(row["module"], token, tuple(neighbours), Path(row["door"]) if row["door"] else None)
    except (OSError, ValueError, KeyError, TypeError):
        return None  # it ended between our two looks


def _plain(token: Token) -> dict[str, Any]:
    return {
        "id": [token.id.manufacturer, token.id.model, token.id.serial],
        "label": token.label,
        "provider": token.provider,
        "reader": token.reader,
        "flags": sorted(flag.value for flag in token.flags),
        "abilities": sorted(ability.value for ability in token.abilities),
    }


def _token(row: dict[str, Any], module: str) -> Token:
    from tokenmgr.model.token import Ability, Token, TokenFlag, TokenId  # hardly anybody waits

    return Token(
        id=TokenId(*row["id"]),
        label=row["label"],
        provider=row["provider"],
        module=module,
        reader=row["reader"],
        flags=frozenset(map(TokenFlag, row["flags"])),
        abilities=frozenset(map(Ability, row["abilities"])),
    )
