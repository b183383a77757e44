"""The gate: what is stopped before a token costs no try, what is sent is sent once. True counters say so."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.session.rig import (
    CLII,
    CLII_PIN,
    CLII_SO,
    HK,
    HK_PIN,
    NETCA,
    NETCA_PIN,
    NETCA_PUK,
    SHIM_PIN,
    behind,
    practice,
    truly_left,
    words,
    wrong,
    yes,
)
from tokenmgr.model.errors import LastTry, LedgerUnwritable, PinLocked, PinNotSet, PinRefused, TokenGone, WrongPin
from tokenmgr.model.pin import Certainty, Pin, PinKind, Why
from tokenmgr.session.guard import Wish

if TYPE_CHECKING:
    from pathlib import Path

    from tests.beds.shim import Shim
    from tests.session.rig import Rig
    from tokenmgr.model.pin import TriesLeft
    from tokenmgr.session.session import TokenSession

SLIPS = {
    "empty": ("", "empty"),
    "full-width digits": ("１２３４５６", "full-width"),
    "a pasted blank": ("123456 ", "blank-at-edge"),
    "a pasted line end": ("123456\n", "blank-at-edge"),
    "an unseen character": ("123\u200b456", "control-character"),
    "too short": ("123", "too-short"),
    "too long": ("1" * 256, "too-long"),
}


@pytest.mark.parametrize(("typed", "rule"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_costs_no_try_on_a_practice_token(rig: Rig, home: Path, typed: str, rule: str) -> None:
    session = rig.session(HK)
    with pytest.raises(PinRefused) as refused:
        session.login(Pin(typed))
    assert (refused.value.rule, refused.value.no_try_used, refused.value.new) == (rule, True, False)
    assert truly_left(home, HK) == 15
    assert words(rig, session.token.id) == []


def test_no_slip_reaches_a_modules_login(shim: Shim, tmp_path: Path) -> None:
    with behind(shim, tmp_path / "home") as rig:
        session = rig.session()
        for typed, rule in SLIPS.values():
            with pytest.raises(PinRefused) as refused:
                session.login(Pin(typed))
            assert refused.value.rule == rule
    assert (shim.calls("C_Login"), shim.tries_left("user")) == (0, 15)


def test_the_same_wrong_pin_costs_one_try(rig: Rig, home: Path) -> None:
    session = rig.session(HK)
    with pytest.raises(WrongPin) as missed:
        session.login(wrong())
    assert (missed.value.tries.at_most, missed.value.tries.why) == (14, Why.PRACTICE_COUNTER)
    for _ in range(3):
        with pytest.raises(PinRefused) as refused:
            session.login(wrong())
        assert refused.value.rule == "refused-before"
    with pytest.raises(WrongPin):
        session.login(wrong(1))
    assert truly_left(home, HK) == 13
    assert words(rig, session.token.id) == ["wrong", "wrong"]


def test_the_same_wrong_pin_costs_one_try_behind_a_module(shim: Shim, tmp_path: Path) -> None:
    with behind(shim, tmp_path / "home") as rig:
        session = rig.session()
        with pytest.raises(WrongPin) as missed:
            session.login(wrong())
        assert (missed.value.tries.at_most, missed.value.tries.certainty) == (14, Certainty.AT_MOST)
        with pytest.raises(PinRefused):
            session.login(wrong())
        session.login(Pin(SHIM_PIN))
        assert session.tries().at_most == 15
    assert (shim.calls("C_Login"), shim.tries_left("user")) == (2, 15)


def spend(session: TokenSession, count: int, first: int = 0) -> None:
    for number in range(first, first + count):
        with pytest.raises(WrongPin):
            session.login(wrong(number))


def test_the_last_try_waits_for_a_clear_yes(rig: Rig, home: Path) -> None:
    session, asked = rig.session(HK), []

    def no(tries: TriesLeft) -> bool:
        asked.append(tries.at_most)
        return False

    spend(session, 14)
    for confirm in (no, None):
        with pytest.raises(LastTry) as stopped:
            session.login(wrong(14), *([] if confirm is None else [confirm]))
        assert (stopped.value.tries.at_most, stopped.value.no_try_used) == (1, True)
    assert (asked, truly_left(home, HK)) == ([1], 1)
    session.login(Pin(HK_PIN), yes)
    assert truly_left(home, HK) == 15


def test_a_locked_token_is_sent_nothing(rig: Rig, home: Path) -> None:
    session = rig.session(HK)
    spend(session, 14)
    with pytest.raises(PinLocked) as locked:
        session.login(wrong(14), yes)
    assert (locked.value.no_try_used, locked.value.tries.at_most) == (False, 0)
    for _ in range(2):
        with pytest.raises(PinLocked) as locked:
            session.login(Pin(HK_PIN), yes)
        assert locked.value.no_try_used is True
    assert words(rig, session.token.id).count("wrong") == 15
    assert truly_left(home, HK) == 0


@pytest.mark.parametrize("last", ["locked", "incorrect"])
def test_the_last_try_behind_a_module(shim: Shim, tmp_path: Path, last: str) -> None:
    """Some tokens answer the try that locks them with "wrong", others with "locked"."""
    shim.set(user_max=3, last=last)
    with behind(shim, tmp_path / "home", issuer="") as rig:
        session = rig.session()
        spend(session, 2)
        with pytest.raises(LastTry):
            session.login(wrong(2))
        assert shim.calls("C_Login") == 2
        with pytest.raises(PinLocked) as locked:
            session.login(wrong(2), yes)
        assert (locked.value.no_try_used, locked.value.tries.at_most) == (False, 0)
        with pytest.raises(PinLocked):
            session.login(Pin(SHIM_PIN), yes)
    assert (shim.calls("C_Login"), shim.tries_left("user")) == (3, 0)


def test_another_program_may_leave_only_one_while_we_wait(rig: Rig, home: Path) -> None:
    """It had the token's lock first: our PIN, typed when two were left, is not the last try unasked."""
    session, done = rig.session(HK), []
    spend(session, 13)
    with practice(home) as other:
        theirs = other.session(HK)

        def mine() -> None:
            with pytest.raises(LastTry):
                session.login(wrong(50), yes)
            done.append(truly_left(home, HK))

        with other.guard.alone(theirs.token.id):
            thread = threading.Thread(target=mine)
            thread.start()
            thread.join(0.3)
            assert thread.is_alive()
            control = theirs.provider.pin
            assert control is not None
            control.login(theirs.token.id, PinKind.USER, wrong(60))
        thread.join(10)
    assert done == [1]


def test_tokens_share_no_lock_and_programs_do(rig: Rig, home: Path) -> None:
    hk, clii = (rig.session(serial).token.id for serial in (HK, CLII))
    held = threading.Event()
    with practice(home) as other, rig.guard.alone(hk), other.guard.alone(clii):

        def wait() -> None:
            with other.guard.alone(hk):
                held.set()

        thread = threading.Thread(target=wait)
        thread.start()
        assert not held.wait(0.1)
    assert held.wait(10)
    thread.join()


def test_where_no_lock_can_be_had_nothing_is_sent(rig: Rig, home: Path) -> None:
    session = rig.session(HK)
    (home / "locks").write_text("in the way", encoding="ascii")
    with pytest.raises(LedgerUnwritable) as refused:
        session.login(Pin(HK_PIN))
    assert refused.value.no_try_used is True
    assert (truly_left(home, HK), words(rig, session.token.id)) == (15, [])


def test_an_error_of_the_system_is_not_taken_for_the_locks(rig: Rig) -> None:
    """It may come from the way to the token, after the PIN was sent: nobody says "no try used"."""
    session = rig.session(HK)
    wish = Wish(session.token, PinKind.USER, Pin(HK_PIN), session._way.control, None, yes)

    def act() -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        rig.guard.attempt(wish, act)  # type: ignore[arg-type]
    assert words(rig, session.token.id) == ["lost"]


def test_interrupted_while_the_token_thinks(rig: Rig) -> None:
    session = rig.session(HK)
    wish = Wish(session.token, PinKind.USER, Pin(HK_PIN), session._way.control, None, yes)

    def act() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rig.guard.attempt(wish, act)  # type: ignore[arg-type]
    assert words(rig, session.token.id) == ["lost"]


def test_pulled_between_prompt_and_pin(rig: Rig, home: Path) -> None:
    session = rig.session(HK)
    rig.inventory.providers[0].pull(HK)  # type: ignore[attr-defined]
    with pytest.raises(TokenGone):
        session.login(wrong())
    assert (truly_left(home, HK), words(rig, session.token.id)) == (15, [])


def test_a_pin_that_does_not_exist_is_not_tried(rig: Rig, home: Path) -> None:
    session = rig.session(HK)
    with pytest.raises(PinNotSet):
        session.set_pin(Pin(CLII_SO), Pin("Fresh!2026"))
    assert (truly_left(home, HK), words(rig, session.token.id, PinKind.SO)) == (15, [])


def test_a_new_pin_against_the_rules_is_no_miss(rig: Rig, home: Path) -> None:
    session = rig.session(CLII)
    with pytest.raises(PinRefused) as refused:
        session.change_pin(PinKind.USER, Pin(CLII_PIN), Pin(CLII_PIN))
    assert (refused.value.rule, refused.value.new) == ("token-rules", True)
    assert words(rig, session.token.id) == ["void"]
    assert truly_left(home, CLII) == 10


def test_must_change_is_told_and_cured(rig: Rig) -> None:
    session = rig.session(CLII)
    assert session.reading().must_change
    session.change_pin(PinKind.USER, Pin(CLII_PIN), Pin("Fresh!2026"))
    assert not session.reading().must_change
    session.login(Pin("Fresh!2026"))


def test_a_changed_pin_may_be_what_was_wrong_before(rig: Rig) -> None:
    session = rig.session(CLII)
    with pytest.raises(WrongPin):
        session.login(Pin("Fresh!2026"))
    session.change_pin(PinKind.USER, Pin(CLII_PIN), Pin("Fresh!2026"))
    session.login(Pin("Fresh!2026"))


def test_a_wrong_administrators_pin_is_counted_as_such(rig: Rig, home: Path) -> None:
    session = rig.session(CLII)
    with pytest.raises(WrongPin) as missed:
        session.set_pin(wrong(), Pin("Fresh!2026"))
    assert (missed.value.kind, missed.value.tries.at_most) == (PinKind.SO, 9)
    assert (truly_left(home, CLII, PinKind.SO), truly_left(home, CLII)) == (9, 10)


@pytest.mark.parametrize("serial", [CLII, NETCA])
def test_unlocking_forgets_what_was_known_of_the_old_pin(rig: Rig, serial: str) -> None:
    session = rig.session(serial)
    with pytest.raises(WrongPin):
        session.login(Pin("Fresh!2026"))
    if serial == CLII:
        session.set_pin(Pin(CLII_SO), Pin("Fresh!2026"))
    else:
        session.unlock_by_puk(Pin(NETCA_PUK), Pin("Fresh!2026"))
    assert words(rig, session.token.id) == ["wrong", "reset"]
    assert rig.ledger.past(session.token.id, PinKind.USER, 10).left == 10
    session.login(Pin("Fresh!2026"))


def test_a_try_between_unlocking_and_writing_it_down_is_not_forgotten(rig: Rig, home: Path) -> None:
    """Both are done while alone with the token, so another program's miss comes before or after the two."""
    session = rig.session(CLII)
    session.set_pin(Pin(CLII_SO), Pin("Fresh!2026"))
    with practice(home) as other, pytest.raises(WrongPin):
        other.session(CLII).login(wrong())
    assert words(rig, session.token.id) == ["reset", "wrong"]


def test_a_counter_that_stands_still_is_doubted(shim: Shim, tmp_path: Path) -> None:
    """Somewhere a vendor's attribute says 15 for ever. The ledger's own count is shown instead."""
    shim.set(safenet=1, manufacturer="SafeNet, Inc.", feature="RETRY_USER=15", flags="none")
    with behind(shim, tmp_path / "home") as rig:
        session = rig.session()
        before = session.tries()
        assert (before.at_most, before.why) == (15, Why.VENDOR_COUNTER)
        for number, left in ((0, 14), (1, 13)):
            with pytest.raises(WrongPin) as missed:
                session.login(wrong(number))
            assert (missed.value.tries.at_most, missed.value.tries.certainty) == (left, Certainty.AT_MOST)
            assert shim.tries_left("user") == left
        assert "doubt" in words(rig, session.token.id)
    with behind(shim, tmp_path / "home") as rig:  # in the next run, too
        assert rig.session().tries().at_most == 13


def test_a_counter_that_moves_is_believed(shim: Shim, tmp_path: Path) -> None:
    shim.set(safenet=1, manufacturer="SafeNet, Inc.")
    with behind(shim, tmp_path / "home") as rig:
        session = rig.session()
        for number in range(3):
            with pytest.raises(WrongPin) as missed:
                session.login(wrong(number))
            assert missed.value.tries.certainty is Certainty.EXACT
            assert missed.value.tries.at_most == shim.tries_left("user") == 14 - number
        assert words(rig, session.token.id) == ["wrong"] * 3


def test_no_try_used_is_not_believed_where_the_counter_fell(shim: Shim, tmp_path: Path) -> None:
    """A module that says "illegal length" after the token has counted the PIN."""
    shim.set(fault="C_Login:rv_after=0xA2@1", flags="soft")
    with behind(shim, tmp_path / "home") as rig:
        session = rig.session()
        with pytest.raises(PinRefused):
            session.login(wrong())
        assert words(rig, session.token.id) == ["lost"]
        assert session.tries().at_most == shim.tries_left("user") == 14


def test_typed_on_the_readers_own_keys(shim: Shim, tmp_path: Path) -> None:
    pad = tmp_path / "pad"
    shim.set(pad=pad)
    with behind(shim, tmp_path / "home") as rig:
        session = rig.session()
        pad.write_text(f"{wrong().text()}\n", encoding="ascii")
        for left in (14, 13):  # the program never sees what was typed, so it cannot know it again
            with pytest.raises(WrongPin) as missed:
                session.login(None)
            assert missed.value.tries.at_most == shim.tries_left("user") == left
        pad.write_text(f"{SHIM_PIN}\n", encoding="ascii")
        session.login(None)
        assert (session.minutes_unlocked(), shim.tries_left("user")) == (0, 15)


def test_the_last_try_on_the_readers_keys_is_asked_for_too(shim: Shim, tmp_path: Path) -> None:
    pad = tmp_path / "pad"
    pad.write_text(f"{SHIM_PIN}\n", encoding="ascii")
    shim.set(pad=pad, user_max=1)
    with behind(shim, tmp_path / "home", issuer="") as rig, pytest.raises(LastTry):
        rig.session().login(None)
    assert shim.calls("C_Login") == 0


def test_a_token_that_keeps_its_count_to_itself(rig: Rig, home: Path) -> None:
    """No limit is published and no counter told: nothing is claimed before the flags speak."""
    session = rig.session(NETCA)
    assert session.tries().certainty is Certainty.UNKNOWN
    spend(session, 6)
    assert session.tries().at_most is None
    spend(session, 1, first=6)
    assert (session.tries().at_most, truly_left(home, NETCA)) == (1, 1)
    session.login(Pin(NETCA_PIN), yes)
