"""The shipped profiles, and a way to write changed ones."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tokenmgr.ca.profile import Profile, load

if TYPE_CHECKING:
    from collections.abc import Iterator

SHIPPED = Path(__file__).parents[2] / "resources" / "ca"
NAMES = ("clii-bjca", "esigntrust", "hkpost-safenet", "netca")

Step = str | int


def shipped(name: str) -> Profile:
    return load(SHIPPED / f"{name}.toml")


def raw(name: str) -> dict[str, Any]:
    return tomllib.loads((SHIPPED / f"{name}.toml").read_text(encoding="utf-8"))


def toml(value: Any) -> str:
    """TOML with everything in one line; JSON's strings, numbers and truths are TOML's too."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def write(path: Path, values: dict[str, Any]) -> Path:
    lines = (f"{json.dumps(key)} = {toml(value)}\n" for key, value in values.items())
    path.write_text("".join(lines), encoding="utf-8")
    return path


def steps(value: Any, before: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """The way to every key and every list entry."""
    pairs: Any = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for step, inner in pairs:
        yield (*before, step)
        yield from steps(inner, (*before, step))


def at(value: Any, way: tuple[Step, ...]) -> Any:
    for step in way:
        value = value[step]
    return value


def dotted(way: tuple[Step, ...]) -> str:
    """The key as an error names it."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way).removeprefix(".")
