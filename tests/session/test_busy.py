"""A module that is left alone: shown, and refused whatever is wished."""

from __future__ import annotations

import inspect

import pytest

from tokenmgr.model.errors import TokenBusy
from tokenmgr.model.token import Token, TokenId
from tokenmgr.providers.base import CertificateStore, KeyMaker, KeyProvider, PinControl
from tokenmgr.session.busy import BusyProvider
from tokenmgr.session.waiting import Held

ME = Token(TokenId("m", "m", "1"), "label", "pkcs11", "/m.so")
OTHER = Token(TokenId("m", "m", "2"), "label", "pkcs11", "/m.so")


def verbs(face: type) -> list[str]:
    return [name for name, each in vars(face).items() if inspect.isfunction(each) and not name.startswith("_")]


def test_its_tokens_are_shown() -> None:
    assert list(BusyProvider(Held("/m.so", ME, (OTHER,), None)).tokens()) == [ME, OTHER]


@pytest.mark.parametrize(
    ("face", "part"), [(KeyProvider, ""), (PinControl, "pin"), (KeyMaker, "keys"), (CertificateStore, "store")]
)
def test_every_verb_is_refused(face: type, part: str) -> None:
    provider: KeyProvider = BusyProvider(Held("/m.so", ME, (), None))
    where = getattr(provider, part) if part else provider
    names = [name for name in verbs(face) if name not in {"tokens", "close"}]
    assert names
    for name in names:
        with pytest.raises(TokenBusy) as busy:
            getattr(where, name)(ME.id, "anything", more=1)
        assert busy.value.token == ME.id
    provider.close()
