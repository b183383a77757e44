"""Who a token is."""

from __future__ import annotations

import pytest

from tokenmgr.model.token import Token, TokenId


def test_its_three_names_together() -> None:
    assert TokenId("a", "b", "c") == TokenId("a", "b", "c")
    assert len({TokenId("a", "b", "c"), TokenId("a", "b", "d"), TokenId("a", "x", "c"), TokenId("x", "b", "c")}) == 4


@pytest.mark.parametrize(("serial", "tail"), [("12345678", "5678"), ("12", "12"), ("", "")])
def test_the_end_of_its_serial_number(serial: str, tail: str) -> None:
    assert TokenId("", "", serial).tail == tail


def test_it_does_not_change_under_ones_feet() -> None:
    with pytest.raises(AttributeError):
        Token(TokenId("", "", ""), "", "").label = "x"  # type: ignore[misc]
