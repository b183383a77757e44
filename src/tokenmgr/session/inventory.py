"""Who is here, who came, who left."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from tokenmgr.model.errors import TokenAmbiguous, TokenError, TokenNotFound
from tokenmgr.model.token import TokenFlag
from tokenmgr.session.lane import Lane
from tokenmgr.session.session import TokenSession

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.ca.recognise import Recognition
    from tokenmgr.model.token import Token, TokenId
    from tokenmgr.providers.base import KeyProvider
    from tokenmgr.session.cache import PinCache
    from tokenmgr.session.guard import Guard
    from tokenmgr.session.remembered import Remembered


class Inventory:
    """Asks every provider who is here; the same token keeps its session until it leaves."""

    def __init__(
        self,
        providers: Sequence[KeyProvider],
        guard: Guard,
        cache: PinCache,
        remembered: Remembered,
        recognise: Callable[[TokenSession], Recognition | None],
    ) -> None:
        self.providers = tuple(providers)
        self.remembered = remembered
        #: Providers that could not be asked at the last refresh, and why.
        self.faults: dict[KeyProvider, TokenError] = {}
        self.on_arrived: list[Callable[[TokenSession], None]] = []
        self.on_left: list[Callable[[TokenSession], None]] = []
        self._guard = guard
        self._cache = cache
        self._recognise = recognise
        self._here: dict[TokenId, TokenSession] = {}
        self._generation = 0
        self._lock = threading.Lock()

    @property
    def sessions(self) -> list[TokenSession]:
        """Who was here at the last refresh."""
        return list(self._here.values())

    def refresh(self) -> list[TokenSession]:
        """Ask everybody, all at once, and tell who came and left."""
        with self._lock:
            found = self._ask_all()
            left = [session for key, session in self._here.items() if key not in found]
            arrived = [self._welcome(token, provider) for key, (token, provider) in found.items() if key not in self._here]
            self._update(found, left, arrived)
        for session in left:
            for told in self.on_left:
                told(session)
        for session in arrived:
            for told in self.on_arrived:
                told(session)
        return self.sessions

    def _update(
        self, found: dict[TokenId, tuple[Token, KeyProvider]], left: list[TokenSession], arrived: list[TokenSession]
    ) -> None:
        for session in left:
            session.gone = True
            self._cache.drop(session.token.id)
            del self._here[session.token.id]
        for key, session in self._here.items():
            session.token = replace(found[key][0], generation=session.token.generation)
        self._here |= {session.token.id: session for session in arrived}

    def _welcome(self, token: Token, provider: KeyProvider) -> TokenSession:
        self._generation += 1
        numbered = replace(token, generation=self._generation)
        return TokenSession(numbered, provider, self._guard, self._cache, Lane(), self._recognise)

    def _ask_all(self) -> dict[TokenId, tuple[Token, KeyProvider]]:
        """Each provider in a thread of its own: a slow module delays nobody but itself."""
        answers: dict[KeyProvider, Sequence[Token]] = {}
        self.faults = {}

        def ask(provider: KeyProvider) -> None:
            try:
                answers[provider] = provider.tokens()
            except TokenError as error:
                self.faults[provider] = error

        threads = [threading.Thread(target=ask, args=(provider,)) for provider in self.providers[1:]]
        for thread in threads:
            thread.start()
        for provider in self.providers[:1]:
            ask(provider)
        for thread in threads:
            thread.join()
        return {
            token.id: (token, provider)
            for provider in reversed(self.providers)
            for token in answers.get(provider, ())
            if worth_showing(token)
        }

    def find(self, wanted: str = "") -> TokenSession:
        """The token with this serial, alias, label or end of serial; the only one where nothing is said."""
        sessions = self.sessions
        if not wanted:
            return self._only(sessions, wanted)
        for names in (self._serials, self._aliases, self._labels, self._tails):
            matching = [session for session in sessions if names(session) == wanted]
            if matching:
                return self._only(matching, wanted)
        raise TokenNotFound(wanted)

    def _only(self, sessions: list[TokenSession], wanted: str) -> TokenSession:
        if not sessions:
            raise self._blame(wanted)
        if len(sessions) > 1:
            raise TokenAmbiguous(wanted, tuple(session.token.id.serial for session in sessions))
        return sessions[0]

    def _blame(self, wanted: str) -> TokenError:
        """Nobody is here; where that is because the only module failed, say that instead."""
        if len(self.faults) == len(self.providers) == 1:
            return next(iter(self.faults.values()))
        return TokenNotFound(wanted)

    def _serials(self, session: TokenSession) -> str:
        return session.token.id.serial

    def _aliases(self, session: TokenSession) -> str:
        return self.remembered.alias(session.token.id)

    def _labels(self, session: TokenSession) -> str:
        return session.token.label

    def _tails(self, session: TokenSession) -> str:
        return session.token.id.tail

    def close(self) -> None:
        """Forget all PINs and let go of everything."""
        self._cache.clear()
        for provider in self.providers:
            provider.close()


def worth_showing(token: Token) -> bool:
    """Some modules show an empty place for a token to be made; a person did not plug that in."""
    return bool(token.id.serial) or TokenFlag.INITIALISED in token.flags
