"""Every error has words in the window, in its language, with what the issuer says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import sample
from tests.wording.known import built, kinds
from tokenmgr.ca.way_out import way_out
from tokenmgr.model.errors import PinLocked, TokenError
from tokenmgr.model.pin import PinKind
from tokenmgr.ui.error_words import error_words
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen


@pytest.mark.parametrize("language", Language)
def test_every_kind_of_error_is_told(language: Language, screen: Screen, dressed: Callable[..., None]) -> None:
    dressed(language)
    for kind in kinds():
        told = error_words(screen, built(kind))
        assert told.title, kind
        assert told.text, kind
        assert all(mark not in "".join(told) for mark in ("{", "}", "None", "TokenId")), told


def test_in_the_language_in_use(screen: Screen, dressed: Callable[..., None]) -> None:
    said = set()
    for language in Language:
        dressed(language)
        said.add(error_words(screen, TokenError()).title)
    assert len(said) == len(Language)


def locked(token: TokenId | None) -> PinLocked:
    return PinLocked(token, PinKind.USER, sample.exact(0), sent=True)


def test_a_locked_token_has_its_issuers_way_out(screen: Screen, dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    issuer = sample.profile("clii-bjca")
    assert str(way_out(issuer, "en")) in error_words(screen, locked(sample.CLII)).next_step


@pytest.mark.parametrize("token", [None, sample.GONE])
def test_a_token_nobody_knows_has_words_too(
    token: TokenId | None, screen: Screen, dressed: Callable[..., None]
) -> None:
    dressed(Language.EN)
    known = error_words(screen, locked(sample.CLII))
    unknown = error_words(screen, locked(token))
    assert unknown.title == known.title
    assert unknown.next_step != known.next_step
