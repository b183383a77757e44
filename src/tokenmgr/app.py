"""Builds everything by hand and passes it on. The only file that knows every room."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # typing costs 5 ms, and this is where every start begins
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from tokenmgr.ca.recognise import Recognition
    from tokenmgr.ca.shelf import Shelf
    from tokenmgr.changes.record import Changes
    from tokenmgr.cli.wishes import Wishes
    from tokenmgr.model.token import Token
    from tokenmgr.places import Places
    from tokenmgr.providers.base import KeyProvider
    from tokenmgr.providers.pkcs11.consent import Consents
    from tokenmgr.providers.pkcs11.discover import FoundModule
    from tokenmgr.providers.pkcs11.modules import Modules
    from tokenmgr.providers.pkcs11.spares import Spares
    from tokenmgr.providers.practice.provider import PracticeProvider
    from tokenmgr.session.desk import Desk
    from tokenmgr.session.guard import OnEvent
    from tokenmgr.session.history import History
    from tokenmgr.session.known import KnownTokens
    from tokenmgr.session.remembered import Remembered
    from tokenmgr.session.session import TokenSession
    from tokenmgr.session.waiting import Held, Waiting
    from tokenmgr.session.watch import Watch
    from tokenmgr.wording.language import Language


def command_line() -> int:
    """The door `tokenmgr-cli`."""
    from tokenmgr.cli.front import asks_modules
    from tokenmgr.providers.pkcs11.spares import Spares

    spares = Spares()
    if asks_modules(sys.argv[1:]):
        spares.start()  # it gets ready while we do
    from tokenmgr.cli.quick import end_quickly, start_quickly

    start_quickly()
    from tokenmgr.cli.main import run

    code = run(sys.argv[1:], lambda wishes: build(wishes, spares), spoken)
    end_quickly()
    return code


def build(wishes: Wishes, spares: Spares | None = None) -> Desk:
    """A desk as the command line wishes it. The modules are loaded first: that takes as long as all the rest."""
    from tokenmgr.places import places
    from tokenmgr.session.waiting import Waiting

    where = places(wishes.home)
    waiting = Waiting(where.waiting)
    modules = _modules(where, lambda: spoken(wishes).value, waiting, spares)
    providers = _modules_of(wishes, modules, waiting)
    if spares is not None:
        spares.close()
    return _furnished(wishes, where, modules, providers, waiting)


def _furnished(wishes: Wishes, where: Places, modules: Modules, real: list[KeyProvider], waiting: Waiting) -> Desk:
    """Everything else on the desk, while the modules wake up."""
    from functools import cache as once, partial

    from tokenmgr import settings as settings_file
    from tokenmgr.ca.shelf import Shelf
    from tokenmgr.session.cache import PinCache
    from tokenmgr.session.desk import Desk
    from tokenmgr.session.guard import Guard
    from tokenmgr.session.inventory import Inventory
    from tokenmgr.session.ledger import Ledger
    from tokenmgr.session.refused import RefusedPins
    from tokenmgr.session.remembered import Remembered

    practice = partial(_practice, where)
    providers = [*real, *([practice()] if wishes.practice else [])]
    values = settings_file.read(where.settings, where.given_settings)
    cache = PinCache(values.pin_cache_minutes)
    ledger = Ledger(where.ledger)
    remembered, history = Remembered(where.remembered), _history(where)
    guard = Guard(ledger, RefusedPins(), cache, where.locks, _recorder(history, remembered))
    shelf = Shelf(where.resources / "ca", where.given_profiles, where.profiles, first=values.issuer)
    inventory = Inventory(providers, guard, cache, remembered, _recogniser(shelf))
    inventory.waiting = waiting
    known = once(partial(_known, where))
    changes = recorded_changes(where)
    return Desk(inventory, modules, shelf, practice, ledger, cache, waiting, _watch, history, known, changes)


def spoken(wishes: Wishes) -> Language:
    """What the command line says, else the user's settings, else the system."""
    from tokenmgr.wording.language import choose

    return choose(wishes.language or _chosen_language(wishes) or None, os.environ)


def _chosen_language(wishes: Wishes) -> str:
    from tokenmgr import settings as settings_file
    from tokenmgr.places import places

    where = places(wishes.home)
    return settings_file.read(where.settings, where.given_settings).language


def _modules(where: Places, language: Callable[[], str], waiting: Waiting, spares: Spares | None) -> Modules:
    from functools import cache

    from tokenmgr.providers.pkcs11.modules import Modules

    @cache
    def consents() -> Consents:
        from tokenmgr.providers.pkcs11.consent import Consents  # 5 ms that a module named for one run need not wait for

        return Consents(where.consents)

    def found() -> Sequence[FoundModule]:
        from tokenmgr.providers.pkcs11.catalogue import Catalogue, System
        from tokenmgr.providers.pkcs11.discover import discover
        from tokenmgr.providers.pkcs11.p11kit import Folders

        system = System.here()
        added = [consent.path for consent in consents().all() if consent.sha256]
        folders = Folders.here(system, where.user_home)
        return discover(Catalogue(where.resources / "modules"), system, added=added, folders=folders)

    def held() -> Container[str]:
        return {each.module for each in waiting.held()}

    return Modules(found, consents, language, held, spares)


def _practice(where: Places) -> PracticeProvider:
    """Built where it is wanted: it is 10 ms of code."""
    from tokenmgr.providers.practice.provider import PracticeProvider

    return PracticeProvider(where.practice)


def _modules_of(wishes: Wishes, modules: Modules, waiting: Waiting) -> list[KeyProvider]:
    """Named modules, or all that are found, or none."""
    if wishes.modules:
        real = [modules.named(path) for path in wishes.modules]
    else:
        real = [] if wishes.practice else modules.providers
    held = {each.module: each for each in waiting.held()}
    return [_left_alone(provider, held.get(provider.module)) for provider in real]


def _left_alone(provider: KeyProvider, held: Held | None) -> KeyProvider:
    if held is None:
        return provider
    from tokenmgr.session.busy import BusyProvider  # hardly ever

    return BusyProvider(held)


def _recogniser(shelf: Shelf) -> Callable[[TokenSession], Recognition | None]:
    def recognise_session(session: TokenSession) -> Recognition | None:
        """By its certificates, else by what the token and its module are called."""
        from tokenmgr.ca.recognise import recognise_by

        issuers = [certificate.facts.issuer or "" for certificate in session.certificates_read()]
        token = session.token
        return recognise_by(shelf.profiles, token.id.manufacturer, token.id.model, token.module, issuers)

    return recognise_session


def _history(where: Places) -> Callable[[], History]:
    """Loaded by the first who has something to tell or to ask; most commands have neither."""
    from functools import cache

    @cache
    def history() -> History:
        from tokenmgr.session.history import History

        return History(where.history)

    return history


def _recorder(history: Callable[[], History], remembered: Remembered) -> OnEvent:
    def record(kind: str, token: Token | None, facts: dict[str, str | int]) -> None:
        history().keep(kind, token, remembered.alias(token.id) if token else "", facts)

    return record


def recorded_changes(where: Places) -> Callable[[], Changes]:
    """What this program changed on the computer; loaded by the first who asks."""
    from functools import cache

    @cache
    def changes() -> Changes:
        from tokenmgr.actions.steps import STEPPERS
        from tokenmgr.changes.record import Changes

        return Changes(where.changes, STEPPERS)

    return changes


def _known(where: Places) -> KnownTokens:
    from tokenmgr.session.known import KnownTokens

    return KnownTokens(where.known)


def _watch() -> Watch:
    from tokenmgr.session.watch import Watch

    return Watch()
