"""Onto a token whole or not at all: what an operation had written when it failed is deleted again."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import TokenError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tokenmgr.session.session import TokenSession


class Written(NamedTuple):
    """Something new on the token, as `delete` names it. What was there before never becomes one."""

    kind: str
    id: bytes
    label: str
    der: bytes = b""

    @property
    def called(self) -> str:
        """What a person finds it by."""
        return self.label or self.id.hex()


@contextmanager
def whole_or_not(session: TokenSession) -> Iterator[list[Written]]:
    """Whoever writes notes it in the list. The first error is the one that is told, with what could not be deleted."""
    written: list[Written] = []
    try:
        yield written
    except TokenError as error:
        left = [each.called for each in reversed(written) if not _gone(session, each)]
        if left:
            error.left_on_token = tuple(dict.fromkeys(left))  # a key and its certificate share their name
        raise


def _gone(session: TokenSession, each: Written) -> bool:
    try:
        return session.delete(each.kind, each.id, each.der) > 0
    except TokenError:
        return False
