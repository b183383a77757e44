"""What was written before an error is deleted again, the last first; what cannot be is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from tokenmgr.actions.whole_or_not import Written, whole_or_not
from tokenmgr.model.errors import Cancelled, TokenError, TokenFull, TokenGone

if TYPE_CHECKING:
    from tokenmgr.session.session import TokenSession

KEY, OWN, OTHER = Written("key", b"1", "Mine"), Written("certificate", b"1", "Mine", b"a"), Written("key", b"2", "")


class Session:
    """A token that notes what is deleted, and keeps some of it."""

    def __init__(self, *kept: Written) -> None:
        self.deleted: list[Written] = []
        self._kept = [each[:2] for each in kept]

    def delete(self, kind: str, key_id: bytes, der: bytes = b"") -> int:
        if (kind, key_id) in self._kept:
            raise TokenGone
        self.deleted.append(next(each for each in (KEY, OWN, OTHER) if (kind, key_id, der) == (*each[:2], each.der)))
        return 1


def write(session: Session, *written: Written, then: type[TokenError] | None = None) -> None:
    with whole_or_not(cast("TokenSession", session)) as noted:
        noted.extend(written)
        if then:
            raise then


def stopped(session: Session, *written: Written) -> TokenError:
    with pytest.raises(TokenFull) as told:
        write(session, *written, then=TokenFull)
    return told.value


def test_the_last_goes_first() -> None:
    session = Session()
    assert stopped(session, KEY, OWN).left_on_token == ()
    assert session.deleted == [OWN, KEY]


def test_what_stays_is_named_once_and_keeps_nothing_else_there() -> None:
    session = Session(KEY, OWN)
    assert stopped(session, OTHER, KEY, OWN).left_on_token == ("Mine",)
    assert session.deleted == [OTHER]


def test_one_without_a_name_goes_by_its_id() -> None:
    assert stopped(Session(OTHER), OTHER).left_on_token == ("32",)


def test_what_went_well_stays() -> None:
    session = Session()
    write(session, KEY)
    assert session.deleted == []


def test_an_error_before_anything_was_written_is_told_as_it_is() -> None:
    with pytest.raises(Cancelled):
        write(Session(), then=Cancelled)
