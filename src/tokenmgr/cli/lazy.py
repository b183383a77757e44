"""Verbs that are loaded when they are wanted, and get a clerk instead of a heap of options."""

from __future__ import annotations

import functools
import os
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import click

from tokenmgr.cli.desk import Clerk
from tokenmgr.cli.wishes import NAMES, common
from tokenmgr.wording.language import choose

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class LazyGroup(click.Group):
    """A group whose commands are named but not loaded."""

    verbs: ClassVar[dict[str, tuple[str, str]]] = {}

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """All verbs, in the order they are written down."""
        return list(self.verbs)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one."""
        if cmd_name not in self.verbs:
            return None
        module, name = self.verbs[cmd_name]
        command: click.Command = getattr(import_module(f"tokenmgr.cli.verbs.{module}"), name)
        return command


def verb(function: Callable[..., T]) -> Callable[..., T]:
    """The common options again, behind the verb; the function gets a Clerk for them."""

    @common
    @click.pass_context
    @functools.wraps(function)
    def serve(context: click.Context, /, **said: Any) -> T:
        state = context.obj
        state["wishes"] = state["wishes"].joined({name: said.pop(name) for name in NAMES})
        language = choose(state["wishes"].language or None, os.environ)
        state["clerk"] = Clerk(state["wishes"], state["build"], language)
        return function(state["clerk"], **said)

    return serve
