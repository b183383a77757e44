"""Everything a token says of itself, as lines of facts: in the advanced view, and in the dialog to copy and save."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.pin import Certainty
from tokenmgr.model.token import TokenFlag
from tokenmgr.ui.token_words import certificates_words, health_words
from tokenmgr.ui.widgets.chip import certainty_words
from tokenmgr.ui.widgets.facts import Fact, as_text
from tokenmgr.ui.words import fault_words, language, term, translate
from tokenmgr.wording.rules import rule_words
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.ca.pins import Demands
    from tokenmgr.ca.profile import Profile
    from tokenmgr.model.pin import PinPolicy, PinReading, TriesLeft
    from tokenmgr.ui.token_reading import TokenReading


class Section(NamedTuple):
    """A title, and the lines below it."""

    title: str
    facts: tuple[Fact, ...]
    #: Sentences below them.
    notes: tuple[str, ...] = ()


def sections_as_text(name: str, sections: Sequence[Section]) -> str:
    """For "copy all" and for a file."""
    blocks = ["\n".join((section.title, as_text(section.facts), *section.notes)) for section in sections]
    return "\n\n".join([name, *blocks]) + "\n"


def token_sections(shown: TokenGlance, reading: TokenReading | None) -> tuple[Section, ...]:
    """What it is, and how its PINs are."""
    return (
        Section(translate("TokensPage", "Token"), tuple(_token(shown))),
        Section(translate("TokensPage", "PIN and security"), tuple(_security(shown, reading))),
    )


def _token(shown: TokenGlance) -> Iterator[Fact]:
    token = shown.token
    memory = token.memory
    kind = translate("TokensPage", "Practice") if shown.practice else translate("TokensPage", "Hardware")
    yield Fact(translate("TokensPage", "Name on the token"), token.label)
    yield Fact(translate("TokensPage", "Alias"), shown.alias or translate("TokensPage", "None given"))
    yield Fact(translate("TokensPage", "Kind"), kind)
    yield Fact(translate("TokensPage", "Maker"), token.id.manufacturer)
    yield Fact(translate("TokensPage", "Reader"), token.reader)
    yield Fact(translate("TokensPage", "Serial number"), token.id.serial, copy=token.id.serial)
    yield Fact(translate("TokensPage", "Model"), token.id.model)
    yield Fact(translate("TokensPage", "Firmware version"), token.firmware)
    yield Fact(translate("TokensPage", "Hardware version"), token.hardware)
    yield Fact(translate("TokensPage", "Memory"), _bytes(memory.total_public, memory.total_private))
    yield Fact(translate("TokensPage", "Memory, free"), _bytes(memory.free_public, memory.free_private))


def _security(shown: TokenGlance, reading: TokenReading | None) -> Iterator[Fact]:
    seen = shown.overview.reading
    officer = reading.officer if reading else None
    yield Fact(translate("TokensPage", "PIN tries left"), tries_text(shown.overview.tries))
    yield Fact(translate("TokensPage", "PIN expires"), _age(reading))
    yield Fact(translate("TokensPage", "To be changed first"), _yes_no(seen.must_change))
    is_set = None if officer is None else officer.is_set
    set_words = translate("TokensPage", "Set") if is_set else translate("TokensPage", "Not set")
    yield Fact(
        translate("TokensPage", "Administrator PIN"),
        "" if is_set is None else set_words,
        icon="check" if is_set else "",
        role="text",
    )
    tries = reading.officer_tries if reading else None
    yield Fact(translate("TokensPage", "Administrator tries"), tries_text(tries) if tries is not None else "")
    yield Fact(translate("TokensPage", "FIPS mode"), "")
    yield Fact(translate("TokensPage", "Common Criteria"), "")
    yield Fact(translate("TokensPage", "Longest key"), _longest(reading))
    yield Fact(translate("TokensPage", "User log-on"), *_log_on(shown))
    yield Fact(translate("TokensPage", "Administrator log-on"), *_officer_log_on(shown, officer))


def pin_sections(shown: TokenGlance, reading: TokenReading | None) -> tuple[Section, ...]:
    """The rules for a new PIN: the token's own, and those of its issuer."""
    policy = reading.policy if reading else None
    made = [Section(translate("TokensPage", "The token's own rules"), tuple(_policy(shown, policy)))]
    issuer = shown.issuer
    if issuer is not None:
        title = translate("TokensPage", "Rules of {issuer}").format(issuer=issuer.called(language().value))
        made.append(Section(title, tuple(_issuer(issuer)), tuple(_notes(issuer))))
    return tuple(made)


def _policy(shown: TokenGlance, policy: PinPolicy | None) -> Iterator[Fact]:
    least = policy.min_length if policy and policy.min_length is not None else shown.token.pin_min
    most = policy.max_length if policy and policy.max_length is not None else shown.token.pin_max
    yield Fact(translate("TokensPage", "Shortest PIN"), _number(least))
    yield Fact(translate("TokensPage", "Longest PIN"), _number(most))
    for name, wish in policy.classes if policy else ():
        yield Fact(_class(name), _wish(wish))
    yield Fact(translate("TokensPage", "Kinds of characters"), _number(policy.min_classes if policy else None))
    yield Fact(translate("TokensPage", "Same character in a row"), _number(policy.max_repeated if policy else None))
    yield Fact(translate("TokensPage", "Earlier PINs remembered"), _number(policy.history if policy else None))
    yield Fact(translate("TokensPage", "Used for at most"), _days(policy.max_age_days if policy else None))
    yield Fact(translate("TokensPage", "Used for at least"), _days(policy.min_age_days if policy else None))
    yield Fact(translate("TokensPage", "Warned ahead"), _days(policy.warn_days if policy else None))


def _issuer(issuer: Profile) -> Iterator[Fact]:
    rules = issuer.pin
    yield Fact(translate("TokensPage", "Tries until locked"), _number(rules.limit) or term("not-published"))
    for demand in _demands(rules.enforced):
        yield Fact(term("enforced"), demand)
    for demand in _demands(rules.recommended):
        yield Fact(term("recommended"), demand)


def _notes(issuer: Profile) -> Iterator[str]:
    """What the issuer says in sentences."""
    spoken = language().value
    if issuer.pin.initial is not None:
        yield issuer.pin.initial.hint.in_language(spoken)
    if issuer.pin.note is not None:
        yield issuer.pin.note.in_language(spoken)


def _demands(demands: Demands) -> Iterator[str]:
    """Each demand in words, in the order in which rules are listed everywhere."""
    spoken = language()
    values: tuple[tuple[str, bool, int | str | None], ...] = (
        ("min-length", demands.min_length is not None, demands.min_length),
        ("max-length", demands.max_length is not None, demands.max_length),
        ("upper", demands.upper, None),
        ("lower", demands.lower, None),
        ("digit", demands.digit, None),
        ("special", demands.special, demands.special_examples or demands.allowed_specials or None),
        ("classes", demands.min_classes is not None, demands.min_classes),
        ("not-initial", demands.not_initial, None),
    )
    for code, wanted, value in values:
        if wanted:
            yield rule_words(code, value, spoken)


def advanced_sections(shown: TokenGlance) -> tuple[Section, ...]:
    """What it can do, what it says of itself, and the module behind it."""
    token, health = shown.token, shown.health
    able = sorted(term(ability) for ability in token.abilities)
    flags = sorted(term(flag) for flag in token.flags)
    can = tuple(Fact(word, term("yes")) for word in able)
    says = tuple(Fact(word, term("yes")) for word in flags)
    module = (
        Fact(term("module"), health.module or translate("TokensPage", "Built in")),
        Fact(term("version"), health.version),
        Fact(term("health"), health_words(shown).text),
        Fact(term("crashes"), _number(health.crashes)),
        Fact(term("hangs"), _number(health.hangs)),
        Fact(term("last-error"), fault_words(health.last_fault) if health.last_fault else term("none")),
    )
    return (
        Section(term("module"), module),
        Section(translate("TokensPage", "Can do"), can),
        Section(translate("TokensPage", "The token says"), says),
    )


def summary_facts(shown: TokenGlance) -> tuple[Fact, ...]:
    """A few more lines for the dialog."""
    pad = TokenFlag.PIN_PAD in shown.token.flags
    return (
        Fact(term("certificates"), certificates_words(shown)),
        Fact(term("module"), visible(f"{shown.health.module} {shown.health.version}".strip())),
        Fact(term("flag.pin-pad"), _yes_no(pad)),
    )


def tries_text(tries: TriesLeft) -> str:
    """12 / 15, exact."""
    if tries.at_most is None:
        return ""
    number = f"{tries.at_most} / {tries.limit}" if tries.limit else str(tries.at_most)
    if tries.certainty is Certainty.UNKNOWN:
        return number
    return translate("TokensPage", "{number}, {certainty}").format(
        number=number, certainty=certainty_words(tries.certainty)[0]
    )


def _bytes(*parts: int | None) -> str:
    known = [part for part in parts if part is not None]
    return translate("TokensPage", "{count} bytes").format(count=f"{sum(known):,}") if known else ""


def _age(reading: TokenReading | None) -> str:
    return _days(reading.policy.max_age_days if reading and reading.policy else None)


def _longest(reading: TokenReading | None) -> str:
    bits = [key.bits for key in reading.keys or () if key.bits] if reading else []
    return translate("TokensPage", "{bits} bits (of the keys on it)").format(bits=max(bits)) if bits else ""


def _log_on(shown: TokenGlance) -> tuple[str, str]:
    """The words and the icon."""
    minutes = shown.unlocked_minutes
    if minutes:
        return translate("TokensPage", "Logged on, locks in %n min", "", minutes), "unlock"
    return _logged(shown.open), "unlock" if shown.open else ""


def _officer_log_on(shown: TokenGlance, officer: PinReading | None) -> tuple[str, str]:
    minutes = shown.officer_minutes
    if minutes:
        return translate("TokensPage", "Logged on, ends in %n min", "", minutes), "shield"
    return _logged(None if officer is None else officer.logged_in), ""


def _logged(logged: bool | None) -> str:  # noqa: FBT001 - three values, one of them "not said"
    if logged is None:
        return ""
    return translate("TokensPage", "Logged on") if logged else translate("TokensPage", "Not logged on")


def _yes_no(said: bool) -> str:  # noqa: FBT001 - a value, not a switch
    return term("yes") if said else term("no")


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _days(value: int | None) -> str:
    days = value or 0
    if value is None:
        return ""
    return translate("TokensPage", "%n day(s)", "", days) if days else translate("TokensPage", "No limit")


def _class(name: str) -> str:
    return {
        "upper": translate("TokensPage", "Capital letters"),
        "upper_case": translate("TokensPage", "Capital letters"),
        "lower": translate("TokensPage", "Small letters"),
        "lower_case": translate("TokensPage", "Small letters"),
        "digit": translate("TokensPage", "Digits"),
        "digits": translate("TokensPage", "Digits"),
        "numbers": translate("TokensPage", "Digits"),
        "special": translate("TokensPage", "Special characters"),
    }.get(name, visible(name, 40))


def _wish(wish: str) -> str:
    return {
        "required": translate("TokensPage", "Needed"),
        "forbidden": translate("TokensPage", "Not allowed"),
        "any": translate("TokensPage", "Allowed"),
    }.get(wish, visible(wish, 40))
