"""An error that happened in one process of the program and is raised in another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tokenmgr.model.errors import TokenError
from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import TokenId

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Facts that are nouns of the model; every other one is a plain value.
TOKENS = frozenset({"token", "found"})


def packed(error: TokenError) -> dict[str, Any]:
    """Its code and its facts."""
    return {"code": error.code, "facts": {name: _plain(value) for name, value in error.facts().items()}}


def _plain(value: object) -> Any:
    if isinstance(value, TokenId):
        return [value.manufacturer, value.model, value.serial]
    return value.value if isinstance(value, PinKind) else value


def unpacked(row: dict[str, Any]) -> TokenError:
    """The same error again; one of a code that nobody knows is a TokenError without facts."""
    kind = next((each for each in _kinds(TokenError) if each.code == row["code"]), TokenError)
    error = kind.__new__(kind)
    for name, value in row["facts"].items():
        setattr(error, name, _noun(name, value))
    return error


def _noun(name: str, value: Any) -> Any:
    if name in TOKENS and isinstance(value, list):
        return TokenId(*value)
    return PinKind(value) if name == "kind" else value


def _kinds(root: type[TokenError]) -> Iterator[type[TokenError]]:
    yield root
    for kind in root.__subclasses__():
        yield from _kinds(kind)
