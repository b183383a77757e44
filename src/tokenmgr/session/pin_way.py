"""The way of a PIN from a person to the token: past the guard, in the token's turn, and kept afterwards if wished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.errors import NotSupported
from tokenmgr.model.pin import PinKind
from tokenmgr.session.guard import OPEN, Wish
from tokenmgr.session.kept import spendable

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.pin import Pin, PinAnswer, PinReading, TriesLeft
    from tokenmgr.providers.base import PinControl
    from tokenmgr.session.cache import PinCache
    from tokenmgr.session.guard import Aim, Guard
    from tokenmgr.session.insertion import Insertion


def refuse(_tries: TriesLeft) -> bool:
    """Where nobody can be asked the last try is not spent."""
    return False


class PinWay:
    """For one insertion. `limit`: the issuer's for the user's PIN, looked up when it is needed."""

    def __init__(self, insertion: Insertion, guard: Guard, cache: PinCache, limit: Callable[[], int | None]) -> None:
        self._insertion = insertion
        self._guard = guard
        self._cache = cache
        self._limit = limit

    @property
    def control(self) -> PinControl:
        """The token's PINs."""
        control = self._insertion.provider.pin
        if control is None:
            raise NotSupported("pin")
        return control

    def reading(self, kind: PinKind) -> PinReading:
        """What the token says of a PIN."""
        with self._insertion.turn():
            return self.control.reading(self._insertion.token.id, kind)

    def tries(self, kind: PinKind, reading: PinReading | None = None) -> TriesLeft:
        """What is known of the tries left."""
        with self._insertion.turn():
            return self._guard.tries(self._wish(kind, None), reading)

    def send(
        self,
        kind: PinKind,
        pin: Pin | None,
        confirm: Callable[[TriesLeft], bool],
        act: Callable[[PinControl], PinAnswer],
        aim: Aim = OPEN,
    ) -> PinAnswer:
        """Once, if the guard lets it. A person who is asked about the last try keeps nobody from the token."""
        control, insertion = self.control, self._insertion

        def sent() -> PinAnswer:
            insertion.check_for_pin()  # whoever was before us may have taken minutes
            return act(control)

        def right(line: int) -> None:
            if aim.keeps and pin is not None:
                self._keep(kind, pin, line)

        wish = self._wish(kind, pin)._replace(confirm=confirm, aim=aim, turn=insertion.turn_for_pin, then=right)
        return self._guard.attempt(wish, sent)

    def _wish(self, kind: PinKind, pin: Pin | None) -> Wish:
        limit = self._limit() if kind is PinKind.USER else None
        return Wish(self._insertion.token, kind, pin, self.control, limit, refuse)

    def _keep(self, kind: PinKind, pin: Pin, line: int) -> None:
        token = self._insertion.token
        self._cache.keep(token, pin, kind, line)
        if self._insertion.gone:  # pulled in this very moment, when there was nothing to forget yet
            self._cache.drop(token.id)

    def kept(self, kind: PinKind) -> Pin | None:
        """A PIN that is kept and safe to spend; the caller wipes it."""
        token = self._insertion.token
        return spendable(self._cache, self._guard, token, kind, lambda: self._look(kind))

    def _look(self, kind: PinKind) -> tuple[PinReading, TriesLeft]:
        reading = self.reading(kind)
        return reading, self.tries(kind, reading)
