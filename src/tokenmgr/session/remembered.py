"""What the user wants remembered of tokens: their aliases. No secret, no certificate."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from tokenmgr.session.ledger import named
from tokenmgr.system import locks

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.model.token import TokenId

ALIAS_LIMIT = 64


class Remembered:
    """A small file, replaced whole or not at all."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._aliases: dict[str, str] | None = None

    def alias(self, token: TokenId) -> str:
        """The user's own name for a token, or nothing."""
        return self._read().get(named(token), "")

    def set_alias(self, token: TokenId, alias: str) -> None:
        """Give a token a name; an empty one takes it away."""
        storable = alias[:ALIAS_LIMIT].encode(errors="replace").decode()
        with locks.held(self._path.with_suffix(".lock")):
            # Read afresh: another window or the command line may have named a token meanwhile.
            aliases = {**self._load(), named(token): storable}
            self._aliases = {key: name for key, name in aliases.items() if name}
            self._write(self._aliases)

    def _read(self) -> dict[str, str]:
        if self._aliases is None:
            self._aliases = self._load()
        return self._aliases

    def _load(self) -> dict[str, str]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        aliases = found.get("aliases") if isinstance(found, dict) else None
        if not isinstance(aliases, dict):
            return {}
        return {key: name for key, name in aliases.items() if isinstance(key, str) and isinstance(name, str)}

    def _write(self, aliases: dict[str, str]) -> None:
        beside = self._path.with_suffix(".new")
        with beside.open("w", encoding="utf-8") as file:
            json.dump({"aliases": aliases}, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)
