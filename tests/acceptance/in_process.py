"""The same program built within this process, as a window will have it: the module still in a child of its own."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from tokenmgr import app
from tokenmgr.cli.wishes import Wishes
from tokenmgr.model.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from tests.acceptance.command import CommandLine
    from tokenmgr.model.pin import Pin, PinKind, TriesLeft
    from tokenmgr.model.token import Token
    from tokenmgr.session.desk import Desk


@contextmanager
def desk(run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk with the home, the modules and the environment of the command line."""
    for name, value in run.env.items():
        monkeypatch.setenv(name, value)
    modules = tuple(path for option, path in zip(run.options, run.options[1:], strict=False) if option == "--module")
    built = app.build(Wishes(home=str(run.home), modules=modules))
    try:
        built.inventory.refresh()
        yield built
    finally:
        built.close()


class NobodyThere:
    """Somebody who went away: each question is counted, none is answered."""

    def __init__(self) -> None:
        """Not asked yet."""
        self.asked = 0

    def pin(self, _token: Token, _kind: PinKind, _tries: TriesLeft, _purpose: str) -> Pin:
        """No answer."""
        self._leave()

    def new_pin(self, _token: Token, _kind: PinKind) -> Pin:
        """No answer."""
        self._leave()

    def spend_last_try(self, _token: Token, _kind: PinKind, _tries: TriesLeft) -> bool:
        """No."""
        return False

    def use_pin_pad(self, _token: Token, _kind: PinKind) -> None:
        """No answer."""
        self._leave()

    def _leave(self) -> NoReturn:
        self.asked += 1
        raise Cancelled
