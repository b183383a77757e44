"""Hold a token for a response: until it comes, until somebody gives up, or until the time is over."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.actions.conftest import Answers
from tokenmgr.actions import challenge
from tokenmgr.actions.challenge import Outcome, give_up, hand_over, hold, require_waiting, unlock_by_challenge
from tokenmgr.model.errors import ModuleCrashed, NotSupported, PinRefused, TokenError
from tokenmgr.model.pin import Pin, PinKind, PinPolicy
from tokenmgr.model.token import Ability, Token, TokenId
from tokenmgr.session.door import call
from tokenmgr.session.waiting import Waiting

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.session.session import TokenSession

ASKED = b"\x01\x02"


class Session:
    """A token that notes what reaches it."""

    def __init__(self, *, able: bool = True, failing: TokenError | None = None) -> None:
        abilities = frozenset({Ability.UNLOCK_BY_CHALLENGE} if able else ())
        self.token = Token(TokenId("m", "m", "12345678"), "label", "pkcs11", "/m.so", abilities=abilities)
        self.profile = None
        self.done: list[str] = []
        self._failing = failing

    def policy(self) -> PinPolicy:
        self.done.append("policy")
        return PinPolicy(4, 8)

    def challenge(self) -> bytes:
        self.done.append("challenge")
        return ASKED

    def respond(self, response: bytes, new: Pin) -> None:
        self.done.append(f"respond {response.hex()} {new.text()}")
        if self._failing:
            raise self._failing


class Holder:
    """`hold` in a thread of its own."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.session = cast("TokenSession", session)
        self.waiting = Waiting(folder)
        self.outcome: list[Outcome | None] = []
        self._announced = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        assert self._announced.wait(10)

    def _run(self) -> None:
        outcome = hold(self.session, self.waiting, [], lambda _asked: self._announced.set())
        self.outcome.append(outcome)
        if outcome is not None:
            outcome.tell()

    def end(self) -> Outcome | None:
        self._thread.join(10)
        assert not self._thread.is_alive()
        assert self.waiting.held() == []
        return self.outcome[0]


def test_the_response_is_brought(tmp_path: Path) -> None:
    session = Session()
    holder = Holder(session, tmp_path)
    hand_over(holder.session, holder.waiting, b"\xab", Pin("123456"))
    outcome = holder.end()
    assert outcome
    assert outcome.error is None
    # The rules are read before the challenge: after it nothing but the response may reach the token.
    assert session.done == ["policy", "challenge", "respond ab 123456"]


def test_nobody_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(challenge, "HOLD_SECONDS", 0.1)
    session = Session()
    assert Holder(session, tmp_path).end() is None
    assert session.done == ["policy", "challenge"]


def test_somebody_gives_up(tmp_path: Path) -> None:
    session = Session()
    holder = Holder(session, tmp_path)
    give_up(holder.session, holder.waiting)
    assert holder.end()
    assert session.done == ["policy", "challenge"]


def test_what_is_refused_before_the_token_does_not_end_the_wait(tmp_path: Path) -> None:
    session = Session()
    holder = Holder(session, tmp_path)
    with pytest.raises(PinRefused) as refused:
        hand_over(holder.session, holder.waiting, b"\xab", Pin("1"))
    assert (refused.value.rule, refused.value.limit, refused.value.token) == ("too-short", 4, session.token.id)
    door = holder.waiting.door(session.token.id)
    assert door
    nonsense: list[dict[str, Any]] = [
        {},
        {"response": "zz", "new": "123456"},
        {"response": 1},
        {"new": None, "response": "ab"},
    ]
    for row in nonsense:
        assert call(door, row)["error"]["code"] == "not-supported"
    assert session.done == ["policy", "challenge"]
    hand_over(holder.session, holder.waiting, b"\xab", Pin("123456"))
    assert holder.end()


@pytest.mark.parametrize(
    "error",
    [
        NotSupported("response"),
        ModuleCrashed("/m.so", "respond"),
        PinRefused(TokenId("m", "m", "12345678"), PinKind.USER, "token-rules", new=True),
    ],
    ids=lambda error: error.code,
)
def test_what_the_token_says_ends_the_wait_and_is_passed_on(tmp_path: Path, error: TokenError) -> None:
    holder = Holder(Session(failing=error), tmp_path)
    with pytest.raises(type(error)) as told:
        hand_over(holder.session, holder.waiting, b"\xab", Pin("123456"))
    assert told.value.facts() == error.facts()
    assert holder.end()


def test_a_token_that_knows_no_challenge(tmp_path: Path) -> None:
    session = cast("TokenSession", Session(able=False))
    with pytest.raises(NotSupported):
        hold(session, Waiting(tmp_path), [], lambda _asked: None)
    ask = Answers()
    with pytest.raises(NotSupported):
        unlock_by_challenge(session, Waiting(tmp_path), [], ask, lambda asked: asked)
    assert ask.asked == []
    assert list(tmp_path.iterdir()) == []


def test_nobody_waits(tmp_path: Path) -> None:
    session = cast("TokenSession", Session())
    for wish in (require_waiting, give_up):
        with pytest.raises(NotSupported) as refused:
            wish(session, Waiting(tmp_path))
        assert refused.value.what == "no-challenge"


def test_a_person_waits_at_the_screen(tmp_path: Path) -> None:
    session = Session()
    waiting = Waiting(tmp_path)
    held = []

    def answer(asked: bytes) -> bytes:
        held.extend(waiting.held())
        return asked[::-1]

    ask = Answers("123456")
    unlock_by_challenge(cast("TokenSession", session), waiting, [], ask, answer)
    assert session.done == ["policy", "challenge", "respond 0201 123456"]
    assert [each.door for each in held] == [None]
    assert waiting.held() == []
    assert ask.all_wiped


def test_the_last_word_reaches_whoever_waits_for_it() -> None:
    told: list[Any] = []
    caller = cast("Any", SimpleNamespace(answer=told.append))
    Outcome(caller, None).tell()
    Outcome(caller, NotSupported("response")).tell()
    assert told == [{}, {"error": {"code": "not-supported", "facts": {"what": "response"}}}]
