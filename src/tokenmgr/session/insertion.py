"""A token from plugging in to pulling out: whose turn it is with it, and whether it is the same insertion still."""

from __future__ import annotations

import itertools
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tokenmgr.model.errors import TokenBusy, TokenGone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tokenmgr.model.errors import TokenError
    from tokenmgr.model.token import Token
    from tokenmgr.providers.base import KeyProvider
    from tokenmgr.session.lane import Lane

NUMBERS = itertools.count(1)


class Insertion:
    """`left_alone`: whether another process waits for a response to a challenge, which any look would break."""

    def __init__(self, token: Token, provider: KeyProvider, lane: Lane, left_alone: Callable[[Token], bool]) -> None:
        self.token = token._replace(generation=next(NUMBERS))
        self.provider = provider
        #: Set when the token is pulled: what was asked for one insertion does not go to the next.
        self.gone = False
        self.lane = lane
        #: The provider's own count of insertions, where it has one: a pull nobody was looking at.
        self._count = token.generation
        self._left_alone = left_alone

    def as_told(self) -> Token:
        """The token as its provider told of it."""
        return self.token._replace(generation=self._count)

    def is_of(self, token: Token) -> bool:
        """Whether it is the same insertion still. Two cards may call themselves the same, each in its own reader."""
        mine = (self.token.id, self.token.reader, self._count)
        return mine == (token.id, token.reader, token.generation)

    def renew(self, token: Token) -> None:
        """Seen again: its label and flags may be others now."""
        self.token = token._replace(generation=self.token.generation)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """The token's turn."""
        with self.lane.turn():
            if self._left_alone(self.token):
                raise TokenBusy(self.token.id)
            yield

    @contextmanager
    def turn_for_pin(self) -> Iterator[None]:
        """The same for a PIN, which a person may have typed, or thought about, minutes ago."""
        with self.lane.turn():
            self.check_for_pin()
            if not any(map(self.is_of, self.provider.tokens())):
                raise self._unsent(TokenGone(self.token.id))
            yield

    def check_for_pin(self) -> None:
        """A PIN typed for one insertion is not sent to another, nor into another process's challenge."""
        if self.gone:
            raise self._unsent(TokenGone(self.token.id))
        if self._left_alone(self.token):
            raise self._unsent(TokenBusy(self.token.id))

    @staticmethod
    def _unsent(error: TokenError) -> TokenError:
        error.no_try_used = True
        return error
