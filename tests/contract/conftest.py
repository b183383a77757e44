"""One fixture: the token under contract, of each kind in turn."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.beds import opencryptoki, pcsc, shim, softhsm
from tests.contract import subjects
from tests.contract.subjects import PUK, SO, USER, Subject
from tests.providers.pkcs11 import tokens
from tests.providers.practice import known
from tokenmgr.providers.practice.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tokenmgr.model.pin import PinKind
    from tokenmgr.model.token import TokenId


class Makers:
    """Makes subjects; what takes long is made once and copied."""

    def __init__(self, once: pytest.TempPathFactory) -> None:
        self._once = once
        self._readers: pcsc.PcscBed | None = None
        self._daemon: opencryptoki.OpencryptokiBed | None = None
        self._original: tuple[softhsm.SoftHsm, Path] | None = None
        self._practice: Path | None = None

    @contextmanager
    def make(self, kind: str, folder: Path) -> Iterator[Subject]:
        makers: dict[str, Callable[[Path], Subject]] = {
            "practice-post": lambda at: self._practising(at, known.HK, {USER: known.HK_PIN}),
            "practice-clii": lambda at: self._practising(at, known.CLII, {USER: known.CLII_PIN, SO: known.CLII_SO}),
            "practice-netca": lambda at: self._practising(at, known.NET, {USER: known.NET_PIN, PUK: known.NET_PUK}),
            "softhsm": lambda at: subjects.softhsm(self._copy(at)),
            "safenet": lambda at: subjects.safenet(self._copy(at), self._shim(at)),
            "piv": lambda _: subjects.piv(self._card_readers()),
            "opencryptoki": lambda _: subjects.opencryptoki(self._soft_token()),
        }
        subject = makers[kind](folder)
        try:
            yield subject
        finally:
            subject.provider.close()
            if self._readers:
                self._readers.clear()

    def _practising(self, at: Path, token: TokenId, secrets: dict[PinKind, str]) -> Subject:
        if self._practice is None:
            self._practice = self._once.mktemp("practice") / "made"
            Shelf(self._practice).ready()
        return subjects.practice(self._practice, at / "practice", token, secrets)

    def _copy(self, at: Path) -> softhsm.SoftHsm:
        skip_for(softhsm.available())
        if self._original is None:
            folder = self._once.mktemp("original") / "hsm"
            self._original = tokens.made(folder), folder
        return tokens.copied(*self._original, at / "hsm")

    def _shim(self, at: Path) -> Path:
        skip_for(shim.available())
        shim.build(self._once.getbasetemp())
        return at / "shim"

    def _card_readers(self) -> pcsc.PcscBed:
        skip_for(pcsc.available())
        if self._readers is None:
            self._readers = pcsc.PcscBed()
        return self._readers

    def _soft_token(self) -> opencryptoki.OpencryptokiBed:
        if self._daemon is None:
            skip_for(opencryptoki.available())
            # Emptied with any SO PIN but the factory's, this token never opens again (3.19, FUNCTION_FAILED).
            self._daemon = opencryptoki.OpencryptokiBed(so_pin=opencryptoki.FACTORY_SO_PIN)
        return self._daemon

    def close(self) -> None:
        for bed in (self._readers, self._daemon):
            if bed is not None:
                bed.close()


def skip_for(why: str) -> None:
    if why:
        pytest.skip(why)


@pytest.fixture(scope="module")
def makers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Makers]:
    makers = Makers(tmp_path_factory)
    yield makers
    makers.close()


@pytest.fixture
def subject(request: pytest.FixtureRequest, makers: Makers, tmp_path: Path) -> Iterator[Subject]:
    with makers.make(request.param, tmp_path) as made:
        yield made
