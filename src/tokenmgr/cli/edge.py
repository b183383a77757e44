"""Where errors become exit codes and words."""

from __future__ import annotations

import sys

from tokenmgr.model.errors import (
    Cancelled,
    ModuleError,
    PinLocked,
    PinRefused,
    TokenError,
    Unreachable,
    WrongPin,
)

TYPE_CHECKING = False  # typing costs 5 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tokenmgr.ca.profile import Profile
    from tokenmgr.cli.grammar import Group, UsageError, Verb
    from tokenmgr.wording.language import Language

FINE, USAGE, NO_TOKEN, WRONG, LOCKED, REFUSED, FAULT, CANCELLED = 0, 2, 3, 4, 5, 6, 7, 130

#: The first kind that fits decides.
EXIT_CODES: tuple[tuple[type[TokenError], int], ...] = (
    (Cancelled, CANCELLED),
    (WrongPin, WRONG),
    (PinLocked, LOCKED),
    (PinRefused, REFUSED),
    (ModuleError, FAULT),
    (Unreachable, NO_TOKEN),
)


def exit_code(error: TokenError) -> int:
    """Everything else was refused without harm."""
    if error.code == "token-swapped":
        return REFUSED
    return next((code for kind, code in EXIT_CODES if isinstance(error, kind)), REFUSED)


def tell(error: TokenError, language: Language, profile: Profile | None, *, as_json: bool) -> None:
    """The error on standard error: in words, and for machines as an object on the last line."""
    from tokenmgr.wording.errors import words

    if isinstance(error, Cancelled):
        return
    said = words(error, language, _way_out(profile, language) if isinstance(error, PinLocked) else "")
    text = "\n".join(part for part in (said.title, said.text, said.next_step) if part)
    sys.stderr.write(text + "\n")
    if as_json:
        from tokenmgr.cli import shapes

        tell_machine(shapes.error(error) | {"message": text}, exit_code(error))


def tell_usage(error: UsageError, path: Sequence[str], here: Group | Verb, *, as_json: bool) -> None:
    """How it is called, and what was wrong."""
    from tokenmgr.cli.helping import hint

    sys.stderr.write(f"{hint(path, here)}\nError: {error}\n")
    if as_json:
        tell_machine({"code": "usage", "message": str(error)}, error.exit_code)


def tell_machine(error: dict[str, Any], code: int) -> None:
    """The error as an object on a line of its own."""
    from tokenmgr.cli.out import encoded

    sys.stderr.write(next(encoded([{"error": error, "exit": code}], sys.stderr)) + "\n")


def _way_out(profile: Profile | None, language: Language) -> str:
    if profile is None:
        return ""
    from tokenmgr.ca.way_out import way_out

    return str(way_out(profile, language.value))
