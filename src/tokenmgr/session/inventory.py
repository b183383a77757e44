"""Who is here, who came, who left."""

from __future__ import annotations

import threading
from operator import sub
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import ModuleFault, TokenAmbiguous, TokenError, TokenNotFound
from tokenmgr.model.token import TokenFlag
from tokenmgr.session.health import health_of, module_of
from tokenmgr.session.insertion import Insertion
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
    from tokenmgr.session.waiting import Waiting


class Seen(NamedTuple):
    """A token as a provider tells of it."""

    token: Token
    provider: KeyProvider


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
        self._here: dict[TokenId, TokenSession] = {}  # replaced whole, so whoever reads needs no lock
        #: Whether somebody has looked before: who is here at the first look did not come just now.
        self._looked = False
        self._falls: dict[KeyProvider, tuple[int, int]] = {}
        #: Where other processes say that they wait for a response. Whoever stays for long has to look there.
        self.waiting: Waiting | None = None
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
        return list(self._here.values())

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
            stay = {key: session for key, session in self._here.items() if _stays(session, found.get(key))}
            left = [session for key, session in self._here.items() if key not in stay]
            new = {key: self._welcome(seen) for key, seen in found.items() if key not in stay}
            self._part_with(left)
            for key, session in stay.items():
                session.insertion.renew(found[key].token)
            self._here = stay | new
        for session in left:
            for told in self.on_left:
                told(session)
        for arrived in new.values():
            for told in self.on_arrived:
                told(arrived)
        self._tell_of(left, list(new.values()))
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

    def _part_with(self, left: list[TokenSession]) -> None:
        for session in left:
            session.insertion.gone = True
            self._guard.parted(session.token.id)

    def _welcome(self, seen: Seen) -> TokenSession:
        insertion = Insertion(seen.token, seen.provider, Lane(), self._left_alone)
        return TokenSession(insertion, self._guard, self._cache, self._recognise)

    def _left_alone(self, token: Token) -> bool:
        return self.waiting is not None and self.waiting.elsewhere(token.module, token.id) is not None

    def _ask_all(self) -> tuple[dict[TokenId, Seen], dict[KeyProvider, TokenError]]:
        """Everybody at once: together they take as long as the slowest, or as patience lasts."""
        works = {provider: lambda provider=provider: self._tokens_of(provider) for provider in self.providers}
        answers = self._asking.gather(works, self.patience)
        self.late = frozenset(works.keys() - answers.keys())
        faults = {provider: answer for provider, answer in answers.items() if isinstance(answer, TokenError)}
        tokens = {provider: answer for provider, answer in answers.items() if provider not in faults}
        tokens |= {provider: self._as_before(provider) for provider in self.late}
        # Where two modules show the same token, the first in the list has it.
        seen = [Seen(token, each) for each in reversed(self.providers) for token in tokens.get(each, ())]
        return {each.token.id: each for each in seen if worth_showing(each.token)}, faults

    def _tokens_of(self, provider: KeyProvider) -> Sequence[Token] | TokenError:
        """A module whose token another process waits for is not asked: any call would break the challenge."""
        held = self.waiting.elsewhere(module_of(provider)) if self.waiting is not None else None
        return _asked(provider) if held is None else self._as_before(provider) or held.tokens

    def _as_before(self, provider: KeyProvider) -> list[Token]:
        """What a provider that does not answer had here the last time, as it told of it."""
        return [each.insertion.as_told() for each in self._here.values() if each.provider is provider]

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


def _stays(session: TokenSession, seen: Seen | None) -> bool:
    """Whether it is the same insertion still, reached in the same way."""
    return seen is not None and seen.provider is session.provider and session.insertion.is_of(seen.token)


def _asked(provider: KeyProvider) -> Sequence[Token] | TokenError:
    try:
        return provider.tokens()
    except TokenError as error:
        return error
    except OSError as error:  # not even a process to ask could be started
        return ModuleFault(provider.name, "tokens", str(error))


def worth_showing(token: Token) -> bool:
    """Some modules show an empty place for a token to be made; a person did not plug that in."""
    return bool(token.id.serial) or TokenFlag.INITIALISED in token.flags
