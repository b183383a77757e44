"""Whatever a token or certificate is called, the terminal is not touched by it."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest

from tests.practising import FINE, HK, Practice
from tokenmgr.cli.out import Out, encoded
from tokenmgr.providers.practice.provider import PracticeProvider
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.model.certificate import Certificate
    from tokenmgr.model.token import Token, TokenId

HOSTILE = {
    "clear the screen": "a\x1b[2J\x1b]0;title\x07b",
    "8 bit controls": "a\x9b2Jb\x85c\x90d",
    "other direction": "safe\u202etxt.exe\u2066x\u200f",
    "new lines": "one\ntwo\r\nthree\x0bfour\u2028five\u2029six\x00",
    "invisible": "a\u200bb\ufeffc\u00add\u3164e\U000e0041",
    "very long": "長" * 200_000,
    "marks": "a" + "\u0301" * 5000,
    "half a character": "a\udc80b\ud83d",
    "format": "{0} %s %(x)s {tail} \\u001b",
}


def controls(text: str) -> list[str]:
    return [
        f"{ord(each):x}"
        for each in text
        if unicodedata.category(each) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and each != "\n"
    ]


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every text that the token and its certificates bring along."""
    bad = HOSTILE[request.param]
    tokens, certificates = PracticeProvider.tokens, PracticeProvider.certificates

    def bad_tokens(self: PracticeProvider) -> Sequence[Token]:
        return [token._replace(label=bad, reader=bad, hardware=bad, firmware=bad) for token in tokens(self)]

    def bad_certificates(self: PracticeProvider, token: TokenId) -> Sequence[Certificate]:
        return [
            each._replace(label=bad, facts=each.facts._replace(subject=bad, issuer=bad, name=bad, key=bad, serial=bad))
            for each in certificates(self, token)
        ]

    monkeypatch.setattr(PracticeProvider, "tokens", bad_tokens)
    monkeypatch.setattr(PracticeProvider, "certificates", bad_certificates)
    return bad


VERBS = {
    "overview": [],
    "tokens": ["tokens"],
    "certs": ["certs"],
    "cert show": ["cert", "show", "--token", HK],
    "pin status": ["pin", "status", "--token", HK],
    "token info": ["token", "info", "--token", HK],
    "pin change": ["--pin-stdin", "pin", "change", "--token", HK],
    "token test": ["--pin-stdin", "token", "test", "--token", HK],
    "cert delete": ["--pin-stdin", "cert", "delete", "--token", HK],
}


@pytest.mark.parametrize("verb", VERBS)
def test_for_people(tm: Practice, hostile: str, verb: str) -> None:
    said = tm.plain(*VERBS[verb], typed=("12345678", "Fresh!2026"))
    assert "Traceback" not in said.err
    assert controls(said.out + said.err) == []
    if verb in {"overview", "tokens", "certs"}:
        lines = [line for line in said.out.splitlines() if not line.startswith("Next:")]
        assert max(map(columns_of, lines)) <= 80
    assert len(said.out + said.err) < 20_000


def columns_of(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


@pytest.mark.parametrize("verb", ["tokens", "certs", "cert show"])
def test_for_machines(tm: Practice, hostile: str, verb: str) -> None:
    said = tm("--json", *VERBS[verb])
    assert said.code == FINE
    assert controls(said.out) == []
    row = said.json() if verb == "cert show" else said.json()[0]
    assert row["label"] == hostile


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
def test_tables_fit_eighty_columns_in_every_language(tm: Practice, language: Language) -> None:
    for verb in ([], ["tokens"], ["certs"], ["profiles"]):
        out = tm.plain(*verb, language=language.value).out
        tables = [line for line in out.splitlines() if "  " in line.strip() or set(line) == {"─"}]
        assert tables
        assert max(map(columns_of, tables)) <= 80, out


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "ascii", "gbk", "latin-1"])
def test_json_stays_json_in_any_encoding(encoding: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="backslashreplace")
    value = {"label": "令牌 é 😀 \x9b \u202e"}
    text = next(encoded([value], stream))
    assert json.loads(text.encode(encoding, "backslashreplace").decode(encoding)) == value
    assert controls(text) == []
    assert ("令牌" in text) == encoding.lower().startswith("utf")


def test_rows_are_an_array_with_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    Out(Language.EN, as_json=True).rows(iter([{"a": 1}, {"a": 2}]))
    out = capsys.readouterr().out
    assert out.splitlines() == ['[{"a": 1},', ' {"a": 2}]']
    Out(Language.EN, as_json=True).rows([])
    assert json.loads(capsys.readouterr().out) == []


def test_a_line_somebody_waits_for_does_not_lie_in_a_buffer(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(pipe)))
    out = Out(Language.EN, as_json=False)
    out.line("later")
    assert pipe.getvalue() == b""
    out.now("now")
    assert pipe.getvalue() == b"later\nnow\n"
