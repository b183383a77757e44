"""State and JSON, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import KeyRef
from tokenmgr.providers.practice.state import (
    Secret,
    StoredCertificate,
    StoredKey,
    TokenState,
    from_json,
    new_epoch,
    to_json,
)

short_bytes = st.binary(max_size=12)
# Lone surrogates cannot be written as UTF-8, and no screen delivers them.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
small = st.integers(0, 99)
refs = st.builds(
    KeyRef,
    id=short_bytes,
    label=words,
    kind=st.sampled_from(["rsa", "ec"]),
    bits=small,
    signs=st.booleans(),
    decrypts=st.booleans(),
    asks_each_time=st.just(value=False),
)
states = st.builds(
    TokenState,
    serial=words,
    label=words,
    generation=small,
    epoch=words,
    secrets=st.dictionaries(
        st.sampled_from(PinKind),
        st.builds(Secret, small, small, short_bytes, short_bytes, short_bytes, st.booleans()),
    ),
    certificates=st.lists(st.builds(StoredCertificate, short_bytes, words, short_bytes), max_size=3).map(tuple),
    keys=st.lists(st.builds(StoredKey, refs, short_bytes), max_size=3).map(tuple),
    plugged=st.booleans(),
)


@given(states)
def test_nothing_is_lost_on_the_way(state: TokenState) -> None:
    assert from_json(to_json(state)) == state


def test_another_format_is_refused() -> None:
    content = to_json(TokenState("S", "L", 1, "e", {})).replace(b'"format":1', b'"format":2')
    with pytest.raises(ValueError, match="format 2"):
        from_json(content)


def test_one_secret_is_exchanged_and_the_others_stay() -> None:
    one, two = Secret(1, 1, b"", b"", b""), Secret(2, 2, b"", b"", b"")
    state = TokenState("S", "L", 1, "e", {PinKind.USER: one, PinKind.SO: one})
    assert state.with_secret(PinKind.SO, two).secrets == {PinKind.USER: one, PinKind.SO: two}


def test_epochs_differ() -> None:
    assert new_epoch() != new_epoch()
