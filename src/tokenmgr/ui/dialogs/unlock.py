"""A new PIN with somebody else's word: the PUK, the administrator's PIN, or the response to a challenge."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.actions.challenge import unlock_by_challenge
from tokenmgr.actions.unlock import unlock
from tokenmgr.model.errors import Cancelled, NotSupported, TokenError
from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import Ability, TokenFlag
from tokenmgr.ui.ask import FilledAsk
from tokenmgr.ui.pins.challenge import ChallengePage
from tokenmgr.ui.pins.entry import Aside, PinEntry
from tokenmgr.ui.pins.locked import LockedPage
from tokenmgr.ui.pins.new_pin import NewPin
from tokenmgr.ui.pins.officer import OfficerPin
from tokenmgr.ui.pins.sheet import PinSheet
from tokenmgr.ui.pins.words import in_sentence, pin_name, unlock_words
from tokenmgr.ui.screen import Message
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.tabs import Tabs
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.token import Token, TokenId
    from tokenmgr.session.desk import Desk
    from tokenmgr.session.session import TokenSession
    from tokenmgr.ui.screen import Screen


class Way(NamedTuple):
    """One way to unlock."""

    key: str
    ability: Ability
    kind: PinKind | None


WAYS = (
    Way("puk", Ability.UNLOCK_BY_PUK, PinKind.PUK),
    Way("so", Ability.UNLOCK_BY_SO, PinKind.SO),
    Way("challenge", Ability.UNLOCK_BY_CHALLENGE, None),
)


def open_unlock(screen: Screen, token: TokenId, _about: object = None) -> None:
    """Whatever this token knows; where it knows nothing its issuer's way out."""
    ways = ways_of(screen.glance.token(token))
    title = translate("PinDialogs", "Unlock")
    screen.lay(UnlockSheet(screen, token, ways, title) if ways else WayOutSheet(screen, token))


def open_set_pin(screen: Screen, token: TokenId, _about: object = None) -> None:
    """By the administrator's PIN alone."""
    ways = [way for way in ways_of(screen.glance.token(token)) if way.key == "so"]
    title = translate("PinDialogs", "Set PIN as administrator")
    screen.lay(UnlockSheet(screen, token, ways, title) if ways else WayOutSheet(screen, token))


def ways_of(shown: TokenGlance | None) -> list[Way]:
    """What it can do."""
    return [way for way in WAYS if shown is not None and way.ability in shown.token.abilities]


class WayOutSheet(Sheet):
    """No way from here."""

    def __init__(self, screen: Screen, token: TokenId) -> None:
        super().__init__(screen, translate("PinDialogs", "Unlock"), token)
        shown = screen.glance.token(token)
        self.body.addWidget(LockedPage(PinKind.USER, shown.issuer if shown else None, sent=None))
        self.foot_close()


class UnlockSheet(PinSheet):
    """A tab a way; the new PIN is the same for all."""

    new: NewPin

    def __init__(self, screen: Screen, token: TokenId, ways: Sequence[Way], title: str) -> None:
        super().__init__(screen, title, token, ways[0].kind or PinKind.USER)
        self._title, self._ways, self._way = title, ways, ways[0]
        self._pad = self.shown is not None and TokenFlag.PIN_PAD in self.shown.token.flags
        #: Gives the response to whoever waits for it; None while nobody does.
        self._answer: Callable[[bytes | None], None] | None = None
        if len(ways) > 1:
            tabs = Tabs(*(_word(way) for way in ways))
            tabs.line.setContentsMargins(0, 0, 0, 0)
            tabs.chosen.connect(lambda number: self._choose(ways[number]))
            self.fields.addWidget(tabs)
        self._tops = {way.key: self._top(way) for way in ways}
        for top in self._tops.values():
            self.fields.addWidget(top)
        self.new = NewPin(PinKind.USER, self.profile)
        self.new.changed.connect(self.refresh)
        self.fields.addWidget(self.new)
        by_puk = Ability.UNLOCK_BY_PUK in self.shown.token.abilities if self.shown else False
        denied = unlock_words(self.profile) if self.profile and self.profile.unlock.possible is False else ""
        if denied and not by_puk:
            self.fields.addWidget(Aside("info", denied))
        self.foot_form()
        self._choose(self._way)

    def _top(self, way: Way) -> QWidget:
        if way.key == "challenge":
            text = translate(
                "PinDialogs",
                "The token gives a challenge; your administrator answers it with a response. "
                "Until then the token can do nothing else.",
            )
            return Aside("info", text)
        if way.key == "so":
            return OfficerPin(self.shown, self.on_typing)
        entry = PinEntry(pin_name(way.kind or PinKind.USER))
        entry.changed.connect(self.on_typing)
        return entry

    def _choose(self, way: Way) -> None:
        self._way = way
        if self.entry is not None:
            self.entry.empty()
        for key, top in self._tops.items():
            top.setVisible(key == way.key)
        top = self._tops[way.key]
        self.entry = top.entry if isinstance(top, OfficerPin) else top if isinstance(top, PinEntry) else None
        self.kind = way.kind or PinKind.USER
        self.count(self.kind)
        self.new.setVisible(not (self._pad and way.key == "so"))
        self._drop_foot()
        self.foot_form()
        self._show_foot()
        self.refresh()
        self.ask_the_token()

    def foot_form(self) -> None:
        """Cancel, and the next step."""
        challenge = translate("PinDialogs", "Get a challenge")
        self.foot(challenge if self._way.key == "challenge" else self._title, self.send)

    def reason(self) -> str:
        """The first thing that is missing."""
        if self.entry is not None and not self.entry.text:
            return translate("PinDialogs", "Type the {pin} first").format(pin=in_sentence(self.kind))
        if self._pad and self._way.key == "so":
            return ""
        return self.new.trouble()

    def task(self, *, confirm_last: bool) -> Callable[[TokenSession], object]:
        """One try at most."""
        if self._way.key == "challenge":
            ask = FilledAsk({}, self.new.text)
            return lambda session: self._by_challenge(session, ask)
        pins = {self.kind: self.entry.text} if self.entry is not None else {}
        filled, way = FilledAsk(pins, self.new.text, confirm_last=confirm_last), self._way.key
        return lambda session: unlock(session, filled, way)

    def given_up(self) -> None:
        """The administrator's log-on was over."""
        super().given_up()
        top = self._tops[self._way.key]
        if isinstance(top, OfficerPin) and top.entry is None:
            top.ask()
            self._choose(self._way)

    def succeeded(self) -> Message:
        """Unlocked."""
        fact = translate("PinDialogs", "The token has a new PIN")
        return Message("ok", fact, translate("PinDialogs", "Its tries are counted from the start again."), seconds=8)

    # Challenge and response

    def _by_challenge(self, session: TokenSession, ask: FilledAsk) -> None:
        """In a worker's thread. Whoever gives up lets go of the token."""
        desk = self.screen.desk
        if desk is None:
            raise Cancelled
        try:
            unlock_by_challenge(session, desk.waiting, neighbours(desk, session), ask, self._ask_for_response)
        except Cancelled:
            session.logout()
            raise

    def _ask_for_response(self, challenge: bytes) -> bytes:
        def show(answer: Callable[[bytes | None], None]) -> None:
            if self._left.is_set():
                answer(None)  # closed while the token made the challenge
                return
            self.destroyed.connect(lambda: answer(None))
            self._turn_to_challenge(challenge, answer)

        return self.screen.bridge.ask(show)

    def _turn_to_challenge(self, challenge: bytes, answer: Callable[[bytes | None], None]) -> None:
        self._answer = answer
        page = ChallengePage(challenge)
        give_up = translate("PinDialogs", "Give up")
        self.turn(page, translate("PinDialogs", "Unlock"), lambda: self._respond(page), cancel=give_up)
        self.cancel.clicked.disconnect()
        self.cancel.clicked.connect(self._give_up)
        self._progress.hide()
        page.changed.connect(lambda: self._judge(page))
        self._judge(page)
        page.setFocus()

    def _judge(self, page: ChallengePage) -> None:
        self.action.setEnabled(page.response is not None)
        self.foot_note(page.trouble())
        self.settle()

    def _respond(self, page: ChallengePage) -> None:
        answer, self._answer = self._answer, None
        if answer is not None and page.response is not None:
            page.setEnabled(False)
            self.action.setEnabled(False)
            self._progress.show()
            answer(page.response)

    def reject(self) -> None:
        """Between challenge and response there is one way out, and its button says so."""
        if self._answer is None:
            super().reject()

    def _give_up(self) -> None:
        answer, self._answer = self._answer, None
        if answer is not None:
            answer(None)

    def otherwise(self, error: TokenError) -> None:
        """A response that does not fit its challenge."""
        if isinstance(error, NotSupported) and error.what == "response":
            fact = translate("PinDialogs", "The response does not fit the challenge")
            self.show_trouble(fact, translate("PinDialogs", "Nothing was changed. Get a new challenge and try again."))
        else:
            self.tell(error)


def neighbours(desk: Desk, session: TokenSession) -> list[Token]:
    """Other tokens behind the same module: nobody may look at them meanwhile."""
    others = [each.token for each in desk.inventory.sessions if each is not session]
    return [each for each in others if each.module == session.token.module]


def _word(way: Way) -> str:
    return {
        "puk": translate("PinDialogs", "PUK"),
        "so": translate("PinDialogs", "Administrator PIN"),
        "challenge": translate("PinDialogs", "Challenge and response"),
    }[way.key]
