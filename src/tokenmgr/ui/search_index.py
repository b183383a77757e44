"""What the search finds: errands that make sense now, certificates, settings; the best first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.token import Ability
from tokenmgr.ui.errands import ERRANDS, text_of
from tokenmgr.ui.search_words import SYNONYMS
from tokenmgr.ui.settings_sections import SECTIONS, section_text
from tokenmgr.ui.token_words import USAGE_ICONS, days_words
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.ui.screen import Screen

MOST = 40
#: Where the words of a search may stand, best first.
FIRST, WORD, WITHIN, ALIKE = range(4)
NEEDS = {
    "change-pin": {Ability.CHANGE_PIN},
    "change-so-pin": {Ability.CHANGE_SO_PIN},
    "set-pin": {Ability.UNLOCK_BY_SO},
    "log-on-officer": {Ability.UNLOCK_BY_SO},
    "unlock": {Ability.UNLOCK_BY_PUK, Ability.UNLOCK_BY_SO, Ability.UNLOCK_BY_CHALLENGE},
    "rename": set(Ability),
    "delete": {Ability.STORE},
    "import": {Ability.STORE},
    "initialise": {Ability.INITIALISE},
    "self-test": {Ability.SIGN},
}
SHOWN_BEFORE_TYPING = ("change-pin", "log-on", "lock", "self-test", "certificates", "doctor", "practise", "settings")


class Hit(NamedTuple):
    """One line. `about`: which token, whose certificate, which part of the program."""

    icon: str
    text: str
    about: str
    #: What it is found by beside its text.
    words: str
    run: Callable[[], object]


def hits(screen: Screen, query: str) -> list[Hit]:
    """What fits, best first; before anything is typed, what is done most."""
    wanted = query.casefold().split()
    if not wanted:
        return _usual(screen)
    every = [*_errands(screen), *_certificates(screen), *_sections(screen)]
    ranked = [(rank, number) for number, hit in enumerate(every) if (rank := _rank(hit, wanted)) is not None]
    return [every[number] for _, number in sorted(ranked)[:MOST]]


def _usual(screen: Screen) -> list[Hit]:
    chosen = screen.token
    found = [_errand(screen, name, chosen if ERRANDS[name].token else None) for name in SHOWN_BEFORE_TYPING]
    return [hit for hit in found if hit is not None]


def _rank(hit: Hit, wanted: Sequence[str]) -> int | None:
    """None where a word is nowhere in it."""
    text, more = hit.text.casefold(), f"{hit.about} {hit.words}".casefold()
    ranks = [_place(word, text, more) for word in wanted]
    return None if None in ranks else max(rank for rank in ranks if rank is not None)


def _place(word: str, text: str, more: str) -> int | None:
    if text.startswith(word):
        return FIRST
    if f" {word}" in text:
        return WORD
    if word in text:
        return WITHIN
    return ALIKE if word in more else None


def _errands(screen: Screen) -> Iterator[Hit]:
    """Of no token first, then of the chosen one, then of the others."""
    chosen = screen.token
    for token in (None, *sorted(screen.glance.tokens, key=lambda each: each is not chosen)):
        for name, errand in ERRANDS.items():
            if errand.found and errand.token == (token is not None):
                hit = _errand(screen, name, token)
                if hit is not None:
                    yield hit


def _errand(screen: Screen, name: str, token: TokenGlance | None) -> Hit | None:
    errand = ERRANDS[name]
    if errand.token and (token is None or not sensible(name, token)):
        return None
    identity = token.id if token else None
    about = "" if token is None else named(token)
    return Hit(errand.icon, text_of(name), about, SYNONYMS.get(name, ""), lambda: screen.errands.run(name, identity))


def sensible(name: str, token: TokenGlance) -> bool:
    """Whether this token can do it, and it would not be in vain now."""
    if name in {"log-off", "lock"}:
        return token.unlocked
    if name == "log-on":
        return not token.unlocked
    if name == "log-on-officer" and token.officer_minutes:
        return False
    if name == "way-out":
        return token.overview.tries.locked
    if name == "renewal-info":
        return bool(token.certificates)
    return name not in NEEDS or bool(NEEDS[name] & token.token.abilities)


def named(token: TokenGlance) -> str:
    """Which token, in a few letters."""
    return f"{visible(token.name)[:60]} ·{visible(token.id.tail)}"


def _certificates(screen: Screen) -> Iterator[Hit]:
    for certificate in screen.glance.certificates:
        yield _certificate(screen, certificate)


def _certificate(screen: Screen, certificate: Certificate) -> Hit:
    facts = certificate.facts
    issuer = f"{visible(facts.issuer or '')[:200]} {facts.serial or ''} {facts.sha256}"
    until = days_words(certificate, screen.glance.taken).text
    name = visible(facts.name or certificate.label)[:120] or translate("Search", "Certificate without a name")
    return Hit(
        USAGE_ICONS[facts.usage],
        name,
        translate("Search", "Certificate, {until}").format(until=until),
        f"{visible(facts.subject or '')[:200]} {issuer}",
        lambda: screen.go("certificates", certificate),
    )


def _sections(screen: Screen) -> Iterator[Hit]:
    for key, section in SECTIONS.items():
        about = translate("Search", "Settings")
        yield Hit(section.icon, section_text(key), about, section.words, lambda key=key: screen.go("settings", key))  # type: ignore[misc]
