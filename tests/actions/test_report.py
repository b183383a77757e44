"""What a hotline may read, and the canaries it must never see."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.promises import canary
from tokenmgr.actions.checks.finding import Finding
from tokenmgr.actions.report import Situation, as_json, as_text, contents, tail
from tokenmgr.model.last_fault import LastFault
from tokenmgr.model.module import ModuleState, ModuleStatus
from tokenmgr.model.pin import Certainty, TriesLeft, Why
from tokenmgr.model.token import Memory, Token, TokenFlag, TokenId
from tokenmgr.system.reader_look import ReaderLook, ReaderSeen

TAKEN = datetime(2026, 11, 20, 8, tzinfo=UTC)
HOME = Path("/home/user")
NAME = "陳大文"
ACCOUNT = "chantaiman"
SERIAL = "02AB34CD56EF7890"
READER_SERIAL = "0001234567"
CANARIES = (
    NAME,
    "CHAN Tai Man",
    ACCOUNT,
    SERIAL,
    SERIAL.lower(),
    READER_SERIAL,
    str(HOME),
    "taiman@example.hk",
    "A123456",
    "the boss",
)

TOKEN = Token(
    TokenId("SafeNet", "eToken 5110", SERIAL),
    f"{NAME} CHAN Tai Man",
    "pkcs11",
    module=f"{HOME}/lib/libeToken.so",
    flags=frozenset({TokenFlag.USER_PIN_LOW}),
    firmware="15.0",
    memory=Memory(),
)
TRIES = TriesLeft(3, Certainty.AT_MOST, Why.LEDGER, 15)
MODULE = ModuleStatus(
    f"{HOME}/lib/libeToken.so",
    "safenet",
    "SafeNet",
    "user",
    ModuleState.FAILED,
    "module-hung",
    f"of {ACCOUNT}, taiman@example.hk",
    "10.8.28",
    1,
    last_fault=LastFault("module-fault", f"C_Login on {SERIAL.lower()}"),
)
READERS = ReaderLook("answers", "", (ReaderSeen(f"Yubico YubiKey ({READER_SERIAL}) 00 00", card=True),))
FINDINGS = (
    Finding("clock", "ok", (("clock", "2026-11-20 08:00"),), ("program 2026-11-01 00:00",)),
    Finding("own-files", "bad", (("files", 2),), (f"{HOME}/.local/share/tokenmgr 0777",), "protect-own-files"),
    Finding("token-shared", "warn", (("tail", "7890"),), ("/media/chan/stick/a.so", "02:AB:34:CD:56:EF:78:90"), "x"),
    Finding("odd", "warn", (("who", f"CN={NAME} CHAN Tai Man"),), (r"C:\Users\Chan Tai\x.dll", "of the boss"), "x"),
)
SITUATION = Situation(
    {"tokenmgr": "0.1.0", "system": f"Linux 6.1.0-23-amd64 {ACCOUNT}-laptop"},
    (MODULE,),
    READERS,
    FINDINGS,
    ((TOKEN, TRIES), (TOKEN._replace(id=TokenId("HKID", "card", "A123456"), label="x"), None)),
    HOME,
    ACCOUNT,
    ("The Boss",),
)
REPORT = contents(SITUATION, TAKEN)


@pytest.mark.parametrize("form", [as_json, as_text])
def test_no_canary_sings(form: object) -> None:
    written = (as_json if form is as_json else as_text)(REPORT)
    assert [each for each in CANARIES if each.lower() in written.lower()] == []
    assert not re.search(r"/home/user|/media/chan|02:AB|Chan Tai", written)


def test_a_pin_in_an_alien_place_is_not_taken() -> None:
    """No field for one exists; the closest is a token's label, which some people misuse so."""
    pin = canary.pin(1)
    labelled = SITUATION._replace(tokens=((TOKEN._replace(label=pin), TRIES),))
    both = as_json(contents(labelled, TAKEN)) + as_text(contents(labelled, TAKEN))
    assert canary.traces(both.encode()) == []


def test_what_a_hotline_needs() -> None:
    assert REPORT["versions"]["tokenmgr"] == "0.1.0"
    assert REPORT["versions"]["system"] == "Linux 6.1.0-23-amd64 …-laptop"
    [module] = REPORT["modules"]
    assert (module["path"], module["version"]) == ("~/lib/libeToken.so", "10.8.28")
    first, second = REPORT["tokens"]
    assert (first["model"], first["serial"], first["firmware"]) == ("eToken 5110", "…7890", "15.0")
    assert first["tries"] == {"at-most": 3, "certainty": "at_most", "why": "ledger"}
    assert first["flags"] == ["user-pin-low"]
    assert (second["serial"], second["tries"]) == ("…456", None)
    assert REPORT["readers"][0]["name"] == "Yubico YubiKey (…4567) 00 00"
    assert REPORT["findings"][0]["evidence"] == ["program 2026-11-01 00:00"]
    assert REPORT["findings"][1]["evidence"] == ["~/.local/share/tokenmgr 0777"]


def test_what_is_wrong_comes_first() -> None:
    text = as_text(REPORT)
    assert text.index("[bad] own-files") < text.index("[warn] token-shared") < text.index("[ok] clock")
    assert "next: protect-own-files" in text
    assert text.startswith("tokenmgr report, 2026-11-20 08:00 UTC\n")
    assert json.loads(as_json(REPORT)) == REPORT


@pytest.mark.parametrize(
    ("serial", "shown"),
    [("", "…"), ("1", "…"), ("12", "…2"), ("1234", "…34"), ("12345678", "…5678"), ("123456", "…456")],
)
def test_never_more_than_half_of_a_serial(serial: str, shown: str) -> None:
    assert tail(serial) == shown


def test_hostile_text_stays_one_line() -> None:
    odd = MODULE._replace(description="a\nfindings:\n  [ok] all\u202e" + "x" * 10_000)
    text = as_text(contents(SITUATION._replace(modules=(odd,)), TAKEN))
    assert "[ok] all" not in [line.strip()[:8] for line in text.splitlines()]
    assert max(map(len, text.splitlines())) < 1000
    endless = MODULE._replace(description="a" * 1_000_000)
    assert contents(SITUATION._replace(modules=(endless,)), TAKEN)["modules"][0]["description"] == "…"


def test_short_names_do_not_eat_words() -> None:
    named = contents(SITUATION._replace(user_name="lib"), TAKEN)
    assert named["modules"][0]["path"] == "~/lib/libeToken.so".replace("/lib/", "/…/")
    user = contents(SITUATION._replace(user_name="user"), TAKEN)
    assert user["tokens"][0]["flags"] == ["user-pin-low"]


@pytest.mark.parametrize("known_as", ["private", "label", "account"])
def test_a_chinese_name_is_short_and_stands_between_other_characters(known_as: str) -> None:
    odd = MODULE._replace(path=f"/opt/{NAME}驅動程式/lib.so", description=f"{NAME}的設定檔")
    nobody = SITUATION._replace(modules=(odd,), findings=(), tokens=(), user_name="", private=())
    named = {
        "private": nobody._replace(private=(NAME,)),
        "label": nobody._replace(tokens=((TOKEN._replace(label=NAME), TRIES),)),
        "account": nobody._replace(user_name=NAME),
    }[known_as]
    [module] = contents(named, TAKEN)["modules"]
    assert (module["path"], module["description"]) == ("/opt/…驅動程式/lib.so", "…的設定檔")


def test_a_home_that_is_everything_is_not_replaced() -> None:
    rooted = contents(SITUATION._replace(user_home=Path("/"), user_name="root"), TAKEN)
    assert rooted["modules"][0]["path"] == "/home/…/lib/libeToken.so"
