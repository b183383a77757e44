"""Who is here, who came, who left."""

from __future__ import annotations

import threading
from operator import sub
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import ModuleFault, TokenAmbiguous, TokenError, TokenNotFound
from tokenmgr.model.token import TokenFlag
from tokenmgr.session.health import health_of, module_of
from tokenmgr.session.lane import Lane
from tokenmgr.session.patience import Patience
from tokenmgr.session.session import TokenSession

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.ca.recognise import Recognition
    from tokenmgr.model.token import Token, TokenId
    from tokenmgr.providers.base import KeyProvider
    from tokenmgr.session.cache import PinCache
    from tokenmgr.session.guard import Guard
    from tokenmgr.session.remembered import Remembered


class Seen(NamedTuple):
    """A token as a provider tells of it."""

    token: Token
    provider: KeyProvider


class Here(NamedTuple):
    """A token that stays."""

    session: TokenSession
    #: The provider's own count of insertions, where it has one: a pull nobody was looking at.
    insertion: int


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
        self._here: dict[TokenId, Here] = {}  # replaced whole, so whoever reads needs no lock
        self._generation = 0
        #: Whether somebody has looked before: who is here at the first look did not come just now.
        self._looked = False
        self._falls: dict[KeyProvider, tuple[int, int]] = {}
        #: How many seconds a refresh waits for any provider; None: for all of them, to the end.
        self.patience: float | None = None
        #: Those who have not answered yet; their tokens are thought to be as they were.
        self.late: frozenset[KeyProvider] = frozenset()
        #: Told when somebody answers after nobody waited any more.
        self.on_late: list[Callable[[], object]] = []
        self._asking = Patience(self._tell_late)
        self._lock = threading.Lock()

    @property
    def sessions(self) -> list[TokenSession]:
        """Who was here at the last refresh."""
        return [here.session for here in self._here.values()]

    def join(self, provider: KeyProvider) -> None:
        """One more to ask, from the next refresh on."""
        with self._lock:
            self.providers = (*self.providers, provider)

    def part(self, provider: KeyProvider) -> None:
        """Ask it no more; its tokens leave at the next refresh."""
        with self._lock:
            self.providers = tuple(each for each in self.providers if each is not provider)
        provider.close()

    def refresh(self) -> list[TokenSession]:
        """Ask everybody, all at once, and tell who came and left."""
        with self._lock:
            found, self.faults = self._ask_all()
            stay = {key: here for key, here in self._here.items() if self._stays(here, found.get(key))}
            left = [here.session for key, here in self._here.items() if key not in stay]
            new = {key: self._welcome(seen) for key, seen in found.items() if key not in stay}
            self._part_with(left)
            for key, here in stay.items():
                here.session.renew(found[key].token)
            self._here = stay | new
        for session in left:
            for told in self.on_left:
                told(session)
        for arrived in new.values():
            for told in self.on_arrived:
                told(arrived.session)
        self._tell_of(left, [here.session for here in new.values()])
        return self.sessions

    def _tell_of(self, left: list[TokenSession], new: list[TokenSession]) -> None:
        """What the history keeps of comings and goings, and of modules that fell."""
        for session in left:
            self._guard.tell("left", session.token)
        for session in new if self._looked else ():
            self._guard.tell("arrived", session.token)
        self._looked = True
        for provider in self.providers:
            self._tell_of_falls(provider)

    def _tell_of_falls(self, provider: KeyProvider) -> None:
        health, before = health_of(provider), self._falls.get(provider, (0, 0))
        if health is None:
            return
        self._falls[provider] = now = (health.crashes, health.hangs)
        for kind, count in zip(("module-crashed", "module-hung"), map(sub, now, before), strict=True):
            if count:
                self._guard.tell(kind, None, module=PurePath(module_of(provider)).name, count=count)

    def _stays(self, here: Here, seen: Seen | None) -> bool:
        """Whether it is the same insertion still, reached in the same way."""
        if seen is None:
            return False
        return seen.provider is here.session.provider and seen.token.generation == here.insertion

    def _part_with(self, left: list[TokenSession]) -> None:
        for session in left:
            session.gone = True
            self._cache.drop(session.token.id)

    def _welcome(self, seen: Seen) -> Here:
        self._generation += 1
        numbered = seen.token._replace(generation=self._generation)
        session = TokenSession(numbered, seen.provider, self._guard, self._cache, Lane(), self._recognise)
        return Here(session, seen.token.generation)

    def _ask_all(self) -> tuple[dict[TokenId, Seen], dict[KeyProvider, TokenError]]:
        """Everybody at once: together they take as long as the slowest, or as patience lasts."""
        works = {provider: lambda provider=provider: _tokens_of(provider) for provider in self.providers}
        answers = self._asking.gather(works, self.patience)
        self.late = frozenset(works.keys() - answers.keys())
        faults = {provider: answer for provider, answer in answers.items() if isinstance(answer, TokenError)}
        tokens = {provider: answer for provider, answer in answers.items() if provider not in faults}
        tokens |= {provider: self._as_before(provider) for provider in self.late}
        # Where two modules show the same token, the first in the list has it.
        seen = [Seen(token, each) for each in reversed(self.providers) for token in tokens.get(each, ())]
        return {each.token.id: each for each in seen if worth_showing(each.token)}, faults

    def _as_before(self, provider: KeyProvider) -> list[Token]:
        """What a provider that does not answer had here the last time, as it told of it."""
        here = [each for each in self._here.values() if each.session.provider is provider]
        return [each.session.token._replace(generation=each.insertion) for each in here]

    def _tell_late(self) -> None:
        for told in self.on_late:
            told()

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
            self._tell_of_falls(provider)
            provider.close()


def _tokens_of(provider: KeyProvider) -> Sequence[Token] | TokenError:
    try:
        return provider.tokens()
    except TokenError as error:
        return error
    except OSError as error:  # not even a process to ask could be started
        return ModuleFault(provider.name, "tokens", str(error))


def worth_showing(token: Token) -> bool:
    """Some modules show an empty place for a token to be made; a person did not plug that in."""
    return bool(token.id.serial) or TokenFlag.INITIALISED in token.flags
