"""The tree over a real desk: keys and rules are read elsewhere and come into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import practising
from tests.ui.at_work import CLII, HK, AtWork
from tests.ui.panels.tokens.test_advanced import choose, rows
from tokenmgr.ui.panels.tokens.tree_view import TokenTree
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def work(tmp_path: Path, dressed: Callable[..., None]) -> Iterator[AtWork]:
    dressed(Language.EN)
    made = AtWork(practising.make(tmp_path))
    made.screen.choices.choose(view="advanced")
    yield made
    made.close()


def count_of_keys(view: TokenTree) -> str:
    return next((node.count for node in rows(view) if node.kind == "keys"), "")


def test_keys_come_when_the_token_shows_them(work: AtWork) -> None:
    work.screen.go("tokens", work.token(HK))
    view = work.seen(TokenTree, "Everything on the tokens")
    work.until(lambda: count_of_keys(view) == "0")
    work.run("log-on", HK)
    work.type("PIN", practising.PIN[HK])
    work.press("Log on")
    work.until(lambda: count_of_keys(view) == "1")
    view.setExpanded(view.tree.at(next(node for node in rows(view) if node.kind == "keys")), True)
    choose(view, "Private key RSA 2048")
    work.until(lambda: "Signs: yes" in work.words())
    assert work.tries(HK) == 15


def test_what_is_open_stays_open_when_tokens_change(work: AtWork) -> None:
    work.screen.go("tokens", work.token(CLII))
    view = work.seen(TokenTree, "Everything on the tokens")
    work.until(lambda: count_of_keys(view))
    choose(view, "PIN quality")
    before = [node.key for node in rows(view)]
    session = work.screen.session(work.token(HK))
    work.screen.bridge.run(session.forget_what_was_read)
    work.look_now()
    assert [node.key for node in rows(view)] == before
    assert view.node is not None
    assert view.node.kind == "quality"


def test_the_administrators_tries_are_told(work: AtWork) -> None:
    work.screen.go("tokens", work.token(CLII))
    work.until(lambda: "Administrator tries: 10 / 10, Exact" in work.words())


def test_a_certificate_in_full(work: AtWork) -> None:
    work.screen.go("tokens", work.token(HK))
    view = work.seen(TokenTree, "Everything on the tokens")
    choose(view, "陳大文 CHAN Tai Man (practice)")
    work.until(lambda: "extKeyUsage: clientAuth, emailProtection" in work.words())
    assert "SHA-1: " in work.words()
    choose(view, "PIN quality")
    work.until(lambda: "extKeyUsage" not in work.words())
    choose(view, "陳大文 CHAN Tai Man (practice)")
    work.until(lambda: "extKeyUsage: clientAuth, emailProtection" in work.words())
