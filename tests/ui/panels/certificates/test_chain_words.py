"""Whatever can be said of a chain has words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.panels.certificates import real
from tokenmgr.actions.chain import BAD, FINE, REASONS, WARN, Chain, Link, chain
from tokenmgr.system.trust_store import TrustStore
from tokenmgr.ui.panels.certificates.chain_words import SIGNS, chain_verdict, reason_words
from tokenmgr.wording.language import Language
from tokenmgr.x509.certificate import read

if TYPE_CHECKING:
    from collections.abc import Callable

LEAF = real.full().tokens[0].certificates[0].facts.der


@pytest.mark.parametrize("language", list(Language))
def test_every_reason_has_words(language: Language, dressed: Callable[..., None]) -> None:
    dressed(language)
    link = Link(read(LEAF), "leaf", "good", ("expired",), "here")
    said = {reason_words(link, reason) for reason in REASONS}
    assert len(said) == len(REASONS)
    assert not said & set(REASONS)
    assert (language is Language.EN) == any("Expired" in each for each in said)


def found(*candidates: bytes, trusted: tuple[bytes, ...] = ()) -> Chain:
    return chain(LEAF, candidates, lambda: TrustStore(trusted, "here"))


def test_verdicts_of_real_chains(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    issuer, root = real.issuer().der, real.root().der
    told = {
        "ok": found(issuer, trusted=(root,)),
        "warn": found(issuer, root),
        "text2": found(issuer),
    }
    assert {tone: chain_verdict(each)[0] for tone, each in told.items()} == {tone: tone for tone in told}
    impostor = real.der(real.name("Hongkong Post Root CA 3", "Hongkong Post"), "impostor", None, -10, None)
    assert chain_verdict(chain(impostor, (), lambda: TrustStore((), "here")))[0] == "bad"


def test_every_status_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == {"good", "warn", "bad", "unknown"}
    assert len({icon for icon, _ in SIGNS.values()}) == len(SIGNS)
    assert set(REASONS) > BAD | WARN | FINE
