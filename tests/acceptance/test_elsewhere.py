"""Other programs use the same token: their wrong PINs show, and a PIN they change is not tried twice from memory."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.cards import PIN, POST, card_in, serial_of
from tests.acceptance.command import FINE, CommandLine
from tests.acceptance.figures import Figures, never_more, shown
from tests.acceptance.in_process import NobodyThere, desk
from tests.acceptance.tokens import NEW_PIN
from tests.beds.pcsc import opensc_module
from tokenmgr.actions.certificates import find_signer
from tokenmgr.actions.sign import sign_digest
from tokenmgr.model.errors import Cancelled, PinRefused, WrongPin
from tokenmgr.model.pin import Pin

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.beds.pcsc import PcscBed, VirtualCard
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.session.session import TokenSession

SELECT, WRONG_VERIFY = "00A404000BA000000308000010000100", "0020008008393939393939FFFF"
DIGEST = hashlib.sha256(b"as long as it is a digest").digest()
SIGNATURES = 1000


@pytest.fixture
def card(bed: PcscBed) -> VirtualCard:
    return card_in(bed, issuer=POST)


def by_opensc_tool(env: Mapping[str, str]) -> None:
    """A program that knows no PKCS#11 at all."""
    command = ["opensc-tool", "--reader", "0", "--send-apdu", SELECT, "--send-apdu", WRONG_VERIFY]
    subprocess.run(command, env={**os.environ, **env}, capture_output=True, check=True)


def by_pkcs11_tool(env: Mapping[str, str]) -> None:
    command = ["pkcs11-tool", "--module", str(opensc_module()), "--login", "--pin", "999998", "--list-objects"]
    done = subprocess.run(command, env={**os.environ, **env}, capture_output=True, text=True, check=False)
    assert "CKR_PIN_INCORRECT" in done.stderr


def test_wrong_pins_of_other_programs_show(card: VirtualCard, run: CommandLine, figures: Figures) -> None:
    serial, before = serial_of(card), run.tries(serial_of(card))
    for wrong in (by_opensc_tool, by_pkcs11_tool):
        had = card.tries_left()
        wrong(run.env)
        after = run.tries(serial)
        never_more(after, card.tries_left())
        assert (after["certainty"], card.tries_left()) == ("exact", had - 1)
        figures.add(wrong.__name__, had, shown(before), "", card.tries_left(), "", shown(after))
        before = after


def test_a_wrong_pin_of_another_program_shows_while_the_card_is_open_here(
    card: VirtualCard, run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk(run, monkeypatch) as built:
        session = built.inventory.find()
        session.login(Pin(PIN))
        by_pkcs11_tool(run.env)
        assert (session.tries().at_most, card.tries_left()) == (14, 14)
        assert not session.is_open()


def test_the_same_wrong_pin_twice_in_one_run(
    card: VirtualCard, run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk(run, monkeypatch) as built:
        session = built.inventory.find()
        with pytest.raises(WrongPin):
            session.login(Pin("999999"))
        for _ in range(3):
            with pytest.raises(PinRefused) as refused:
                session.login(Pin("999999"))
            assert refused.value.rule == "refused-before"
        assert (card.verifies(), card.wrong_pins()) == (1, 1)


def keeping_pins(home: Path) -> None:
    home.mkdir(parents=True)
    (home / "settings.json").write_text(json.dumps({"pin_cache_minutes": 30}), encoding="utf-8")


def outcomes(session: TokenSession, certificate: Certificate, nobody: NobodyThere) -> dict[str, int]:
    """A thousand signatures are wanted; what became of them."""
    seen: dict[str, int] = {}
    for _ in range(SIGNATURES):
        try:
            sign_digest(session, certificate, DIGEST, "sha256", nobody)
            outcome = "signed"
        except (WrongPin, Cancelled) as error:
            outcome = error.code
        seen[outcome] = seen.get(outcome, 0) + 1
    return seen


def test_a_kept_pin_that_was_changed_elsewhere_costs_one_try(
    card: VirtualCard, run: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keeping_pins(run.home)
    elsewhere = CommandLine(tmp_path / "other-home", run.options, run.env)
    nobody = NobodyThere()
    with desk(run, monkeypatch) as built:
        session = built.inventory.find()
        certificate = find_signer(session, "01")
        session.login(Pin(PIN))
        assert sign_digest(session, certificate, DIGEST, "sha256", nobody)
        assert (built.cache.minutes_left(session.token), nobody.asked) == (30, 0)
        assert elsewhere("pin", "change", pins=[PIN, NEW_PIN]).code == FINE
        seen = outcomes(session, certificate, nobody)
        lost = 15 - card.tries_left()
        print(f"\n{SIGNATURES} signatures after the change: {seen}; tries lost {lost}")  # noqa: T201
        assert lost <= 1
        assert built.cache.minutes_left(session.token) == 0
        assert nobody.asked == seen["cancelled"] == SIGNATURES - 1


def test_a_kept_pin_serves_until_it_is_pulled(
    card: VirtualCard, run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeping_pins(run.home)
    with desk(run, monkeypatch) as built:
        built.inventory.find().login(Pin(PIN))
        card.pull()
        assert not built.inventory.refresh()
        card.plug()
        built.inventory.refresh()
        session, nobody = built.inventory.find(), NobodyThere()
        with pytest.raises(Cancelled):
            sign_digest(session, find_signer(session, "01"), DIGEST, "sha256", nobody)
        assert (card.verifies(), nobody.asked) == (1, 1)
