"""Tokens seen before: a small file, whole or not at all, bounded, and forgotten when asked."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tokenmgr.model.certificate import Certificate
from tokenmgr.model.pin import Certainty, TriesLeft, Why
from tokenmgr.model.token import TokenId
from tokenmgr.session import known as module
from tokenmgr.session.known import KnownToken, KnownTokens
from tokenmgr.x509.certificate import read

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
CARD = TokenId("Maker", "Model", "0001")


def certificate(token: TokenId, der: bytes = b"\x30\x00") -> Certificate:
    return Certificate(token, b"\x01", "签名", read(der), has_private_key=True)


FULL = KnownToken(
    id=CARD,
    label="e-Cert",
    seen=NOW,
    alias="公司令牌",
    practice=True,
    profile="hkpost-safenet",
    lead_days=(90, 30),
    certificates=(certificate(CARD),),
    tries=TriesLeft(13, Certainty.EXACT, Why.CARD_COUNTER, 15),
    counted=(13, 5.5),
    missed=2,
    missed_at=NOW,
)


def numbered(number: int, der: bytes = b"\x30\x00") -> KnownToken:
    token = TokenId("Maker", "Model", f"{number:04}")
    return KnownToken(token, "card", NOW + timedelta(minutes=number), certificates=(certificate(token, der),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own" / "known.json"


def test_everything_comes_back_in_the_next_run(path: Path) -> None:
    KnownTokens(path).remember([FULL])
    assert KnownTokens(path).tokens == [FULL]
    assert KnownTokens(path).token(CARD) == FULL
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_looking_writes_nothing(path: Path) -> None:
    known = KnownTokens(path)
    assert (known.tokens, known.token(CARD)) == ([], None)
    known.forget(CARD)
    assert not path.parent.exists()


def test_the_one_seen_last_comes_first(path: Path) -> None:
    known = KnownTokens(path)
    known.remember([numbered(1), numbered(3), numbered(2)])
    assert [token.id.serial for token in known.tokens] == ["0003", "0002", "0001"]


def test_forgetting(path: Path) -> None:
    known = KnownTokens(path)
    known.remember([FULL, numbered(2), numbered(3)])
    known.forget(CARD)
    assert [token.id.serial for token in KnownTokens(path).tokens] == ["0003", "0002"]
    known.forget_all()
    assert KnownTokens(path).tokens == []
    assert "Maker" not in path.read_text()


def test_misses_of_others_until_somebody_has_seen_them(path: Path) -> None:
    known = KnownTokens(path)
    known.remember([FULL])
    known.acknowledge(CARD)
    known.acknowledge(TokenId("Maker", "Model", "unknown"))
    assert KnownTokens(path).tokens == [FULL._replace(missed=0, missed_at=None)]


def test_the_time_alone_is_written_down_seldom(path: Path) -> None:
    known = KnownTokens(path)
    known.remember([FULL])
    before = path.stat().st_mtime_ns
    known.remember([FULL._replace(seen=NOW + timedelta(minutes=9))])
    assert path.stat().st_mtime_ns == before
    assert known.tokens[0].seen == NOW + timedelta(minutes=9)
    known.remember([FULL._replace(seen=NOW + timedelta(minutes=9), label="new")])
    assert KnownTokens(path).tokens[0].label == "new"


def test_only_so_many_tokens_are_kept(path: Path) -> None:
    known = KnownTokens(path)
    known.remember([numbered(number) for number in range(module.MOST_TOKENS + 3)])
    kept = [token.id.serial for token in KnownTokens(path).tokens]
    assert len(kept) == module.MOST_TOKENS
    assert (kept[0], kept[-1]) == ("0066", "0003")


def test_only_so_much_is_kept_of_their_certificates(path: Path) -> None:
    big = bytes(module.MOST_DER // 2)
    many = FULL._replace(certificates=tuple(certificate(CARD, big) for _ in range(3)))
    others = [numbered(number, bytes(module.MOST_DER)) for number in range(2, 7)]
    known = KnownTokens(path)
    known.remember([many._replace(seen=NOW + timedelta(days=1)), *others])
    assert [len(token.certificates) for token in KnownTokens(path).tokens] == [2, 1, 1, 1, 0, 0]
    assert path.stat().st_size < module.LONGEST_FILE


def test_a_file_torn_at_any_byte_is_no_file(path: Path) -> None:
    KnownTokens(path).remember([FULL])
    whole = path.read_bytes()
    for end in range(0, len(whole), 7):
        path.write_bytes(whole[:end])
        assert KnownTokens(path).tokens == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", ["Maker", "Model"]),
        ("id", ["Maker", "Model", 1]),
        ("label", None),
        ("seen", "yesterday"),
        ("seen", 1e300),
        ("certificates", [{"id": "01", "label": "", "der": "no base64!", "key": True}]),
        ("certificates", [{"id": "0g", "label": "", "der": "", "key": True}]),
        ("tries", [1, "surely", "card-counter", 15]),
        ("tries", [True, "exact", "card-counter", 15]),
        ("counted", [1]),
        ("missed", "many"),
        ("lead_days", 90),
    ],
)
def test_an_entry_that_cannot_be_is_one_token_less(path: Path, key: str, value: object) -> None:
    KnownTokens(path).remember([FULL, numbered(2)])
    said = json.loads(path.read_text())
    said["tokens"][1][key] = value
    path.write_text(json.dumps(said))
    assert [token.id.serial for token in KnownTokens(path).tokens] == ["0002"]


@pytest.mark.parametrize("text", ["", "[]", "null", '{"tokens": 1}', '{"tokens": [null, 1, []]}', "\x00\xff"])
def test_nonsense_is_no_token(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_bytes(text.encode("latin-1"))
    assert KnownTokens(path).tokens == []


def test_what_cannot_be_written_is_known_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    known = KnownTokens(tmp_path / "file" / "known.json")
    known.remember([FULL])
    assert known.tokens == [FULL]
    assert known.trouble
