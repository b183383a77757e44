"""What was said on the command line beside the verb: the same options before it and after it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")


@dataclass(frozen=True, slots=True)
class Wishes:
    """The common options."""

    json: bool = False
    modules: tuple[str, ...] = ()
    practice: bool = False
    token: str = ""
    home: str = ""
    language: str = ""
    pin_stdin: bool = False
    spend_last_try: bool = False

    def joined(self, said: dict[str, Any]) -> Wishes:
        """What was said later, added to this."""
        heard = {name: value for name, value in said.items() if value}
        if "modules" in heard:
            heard["modules"] = (*self.modules, *heard["modules"])
        return replace(self, **heard)


COMMON = (
    click.option("--json", is_flag=True, help="JSON on standard output, errors as objects on standard error."),
    click.option("--module", "modules", multiple=True, metavar="PATH", help="Only this PKCS#11 module (repeatable)."),
    click.option("--practice", is_flag=True, help="Practice tokens instead of real ones."),
    click.option("--token", default="", metavar="SERIAL-OR-LABEL", help="Which token, where several are in."),
    click.option("--home", default="", metavar="DIR", help="Keep everything under this folder."),
    click.option("--language", default="", metavar="LANG", help="zh-Hans, zh-Hant or en."),
    click.option("--pin-stdin", is_flag=True, help="Read PINs as lines from standard input."),
    click.option("--spend-last-try", is_flag=True, help="Yes, the last try may be spent. A wrong PIN then locks."),
)
NAMES = ("json", "modules", "practice", "token", "home", "language", "pin_stdin", "spend_last_try")


def common(function: F) -> F:
    """Add the common options to a command."""
    for option in reversed(COMMON):
        function = option(function)
    return function
