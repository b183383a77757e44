"""Builds everything by hand and passes it on. The only file that knows every room."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tokenmgr import settings as settings_file
from tokenmgr.model.errors import TokenError
from tokenmgr.places import places
from tokenmgr.session.desk import Desk
from tokenmgr.session.inventory import Inventory
from tokenmgr.wording.language import choose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.ca.recognise import Recognition
    from tokenmgr.ca.shelf import Shelf
    from tokenmgr.cli.wishes import Wishes
    from tokenmgr.places import Places
    from tokenmgr.providers.base import KeyProvider
    from tokenmgr.providers.pkcs11.discover import FoundModule
    from tokenmgr.providers.pkcs11.modules import Modules
    from tokenmgr.session.session import TokenSession
    from tokenmgr.session.watch import Watch


def command_line() -> int:
    """The door `tokenmgr-cli`."""
    from tokenmgr.cli.main import run

    return run(sys.argv[1:], build)


def build(wishes: Wishes) -> Desk:
    """A desk as the command line wishes it."""
    from tokenmgr.ca.shelf import Shelf
    from tokenmgr.providers.practice.provider import PracticeProvider
    from tokenmgr.session.cache import PinCache
    from tokenmgr.session.guard import Guard
    from tokenmgr.session.ledger import Ledger
    from tokenmgr.session.refused import RefusedPins
    from tokenmgr.session.remembered import Remembered

    where = places(wishes.home)
    chosen = settings_file.read(where.settings)
    language = choose(wishes.language or chosen.language or None, os.environ).value
    modules = _modules(where, language)
    practice = PracticeProvider(where.practice)
    providers = _providers(wishes, modules, practice)
    cache, ledger = PinCache(chosen.pin_cache_minutes), Ledger(where.ledger)
    guard = Guard(ledger, RefusedPins(), cache, where.locks)
    shelf = Shelf(where.resources / "ca", where.profiles)
    inventory = Inventory(providers, guard, cache, Remembered(where.remembered), _recogniser(shelf))
    return Desk(inventory, modules, shelf, practice, ledger, cache, _watch)


def _modules(where: Places, language: str) -> Modules:
    from tokenmgr.providers.pkcs11.consent import Consents
    from tokenmgr.providers.pkcs11.modules import Modules

    consents = Consents(where.consents)

    def found() -> Sequence[FoundModule]:
        from tokenmgr.providers.pkcs11.catalogue import Catalogue, System
        from tokenmgr.providers.pkcs11.discover import discover
        from tokenmgr.providers.pkcs11.p11kit import Folders

        system = System.here()
        added = [consent.path for consent in consents.all() if consent.sha256]
        folders = Folders.here(system, where.user_home)
        return discover(Catalogue(where.resources / "modules"), system, added=added, folders=folders)

    return Modules(found, consents, language)


def _providers(wishes: Wishes, modules: Modules, practice: KeyProvider) -> list[KeyProvider]:
    """Named modules, or all that are found, or the practice tokens; their processes start at once, side by side."""
    if wishes.modules:
        real = [modules.named(path) for path in wishes.modules]
    else:
        real = [] if wishes.practice else modules.providers
    for provider in real:
        provider.host.start()
    return [*real, practice] if wishes.practice else [*real]


def _recogniser(shelf: Shelf) -> Callable[[TokenSession], Recognition | None]:
    def recognise_session(session: TokenSession) -> Recognition | None:
        """By its certificates where they can be read, else by what the token and its module are called."""
        from tokenmgr.ca.recognise import recognise_by

        try:
            issuers = [certificate.facts.issuer or "" for certificate in session.certificates()]
        except TokenError:
            issuers = []
        token = session.token
        return recognise_by(shelf.profiles, token.id.manufacturer, token.id.model, token.module, issuers)

    return recognise_session


def _watch() -> Watch:
    from tokenmgr.session.watch import Watch

    return Watch()
