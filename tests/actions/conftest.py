"""Practice tokens as actions see them, and somebody who answers what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import practising
from tokenmgr import app
from tokenmgr.cli.wishes import Wishes
from tokenmgr.model.errors import Cancelled
from tokenmgr.model.pin import Pin, PinKind, TriesLeft

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tokenmgr.model.token import Token
    from tokenmgr.session.desk import Desk


class Answers:
    """Somebody who types these, one after the other, and goes away when there are no more."""

    def __init__(self, *typed: str, last: bool = False) -> None:
        self.typed = list(typed)
        self.last = last
        #: What was asked, in order.
        self.asked: list[str] = []
        #: Every PIN that was handed out; they must be wiped by the end.
        self.given: list[Pin] = []

    def _next(self, question: str) -> Pin:
        self.asked.append(question)
        if not self.typed:
            raise Cancelled
        pin = Pin(self.typed.pop(0))
        self.given.append(pin)
        return pin

    def pin(self, _token: Token, kind: PinKind, _tries: TriesLeft, purpose: str) -> Pin:
        return self._next(f"{kind.value} {purpose}")

    def new_pin(self, _token: Token, kind: PinKind) -> Pin:
        return self._next(f"new {kind.value}")

    def spend_last_try(self, _token: Token, kind: PinKind, _tries: TriesLeft) -> bool:
        self.asked.append(f"last {kind.value}")
        return self.last

    def use_pin_pad(self, _token: Token, kind: PinKind) -> None:
        self.asked.append(f"pad {kind.value}")

    @property
    def all_wiped(self) -> bool:
        return not any(map(len, self.given))


@pytest.fixture(scope="session")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return practising.make(tmp_path_factory.mktemp("made") / "home")


@pytest.fixture
def home(made_home: Path, tmp_path: Path) -> Path:
    return practising.copied(made_home, tmp_path / "home")


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    built = app.build(Wishes(home=str(home), practice=True))
    built.inventory.refresh()
    yield built
    built.close()
