"""What stands right of the tree, for each kind of row: who it is about, what can be done, and the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.token import Ability
from tokenmgr.ui.content_words import key_name, size_words
from tokenmgr.ui.errands import ERRANDS, text_of
from tokenmgr.ui.panels.tokens.tree_nodes import deletable
from tokenmgr.ui.token_facts import Section, advanced_sections, pin_sections, token_sections
from tokenmgr.ui.token_words import Said, state_words
from tokenmgr.ui.unlocking import administrator_may, can_unlock
from tokenmgr.ui.widgets.facts import Fact
from tokenmgr.ui.widgets.token_line import family_words
from tokenmgr.ui.words import day, term, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.model.token import DataObject, KeyRef
    from tokenmgr.ui.choices import Values
    from tokenmgr.ui.panels.tokens.tree_nodes import Node
    from tokenmgr.ui.token_reading import TokenReading


class Deed(NamedTuple):
    """A button: the errand it runs, and what about."""

    errand: str
    about: object = None
    text: str = ""
    danger: bool = False

    @property
    def words(self) -> str:
        """What it says."""
        return self.text or text_of(self.errand)

    @property
    def icon(self) -> str:
        """What it shows."""
        return ERRANDS[self.errand].icon


class Subject(NamedTuple):
    """Everything about one row. Equal ones look alike."""

    icon: str
    title: str
    words: tuple[str, ...]
    sections: tuple[Section, ...]
    deeds: tuple[Deed, ...] = ()
    tail: str = ""
    chip: Said | None = None
    #: A sentence where there are no facts.
    text: str = ""
    #: Shown with tabs: its PIN's rules.
    rules: tuple[Section, ...] = ()
    #: Its facts are long: one section below the other.
    wide: bool = False


def token_subject(shown: TokenGlance, reading: TokenReading | None) -> Subject:
    """A token itself."""
    return Subject(
        icon="flask" if shown.practice else "token",
        title=visible(shown.name),
        words=tuple(family_words(shown)),
        tail=visible(shown.id.tail),
        chip=state_words(shown),
        sections=token_sections(shown, reading),
        rules=pin_sections(shown, reading),
        deeds=tuple(_token_deeds(shown)),
    )


def _token_deeds(shown: TokenGlance) -> Iterator[Deed]:
    able = shown.token.abilities
    if shown.overview.tries.locked:
        yield Deed("unlock" if can_unlock(shown) or administrator_may(shown) else "way-out")
    else:
        if Ability.CHANGE_PIN in able:
            yield Deed("change-pin")
        yield Deed("log-off" if shown.unlocked else "log-on")
    if Ability.UNLOCK_BY_SO in able:
        yield Deed("set-pin")
        if not shown.officer_minutes:
            yield Deed("log-on-officer")
    if Ability.STORE in able:
        yield Deed("import")
    if Ability.INITIALISE in able:
        yield Deed("initialise", danger=True)


def subject(node: Node, shown: TokenGlance | None, reading: TokenReading | None, choices: Values) -> Subject:
    """Any row."""
    if shown is None:
        return _without_token(node, choices)
    if node.kind == "token":
        return token_subject(shown, reading)
    below = (visible(shown.name),)
    if node.kind == "quality":
        deeds = tuple(deed for deed in (Deed("change-pin"),) if Ability.CHANGE_PIN in shown.token.abilities)
        return Subject("shield", node.text, below, pin_sections(shown, reading), deeds, visible(shown.id.tail))
    if node.kind in {"advanced", "settings"}:
        return Subject(node.icon, node.text, below, advanced_sections(shown), (), visible(shown.id.tail))
    return _of_content(node, shown, below)._replace(tail=visible(shown.id.tail))


def _without_token(node: Node, choices: Values) -> Subject:
    if node.kind == "client":
        return Subject("sliders", node.text, (), (_client(choices),), (Deed("settings"),))
    text = translate("TokensPage", "Choose a token on the left to see all there is to know about it.")
    return Subject(node.icon, node.text, (), (), (Deed("practise"), Deed("doctor")), text=text)


def _of_content(node: Node, shown: TokenGlance, below: tuple[str, ...]) -> Subject:
    writes = Ability.STORE in shown.token.abilities
    match node.kind:
        case "certificate":
            return _certificate(node, below, writes=writes)
        case "key":
            deeds = _end_of(node, writes=writes)
            return Subject("lock", node.text, below, (_key(node.about),), deeds)  # type: ignore[arg-type]
        case "object":
            deeds = _end_of(node, writes=writes)
            return Subject(node.icon, node.text, below, (_object(node.about),), deeds)  # type: ignore[arg-type]
    deeds = (Deed("import"),) if writes and node.kind in {"own", "keys"} else ()
    return Subject(node.icon, node.text, below, (), deeds, text=_group_text(node))


def _group_text(node: Node) -> str:
    if node.count == "":
        return translate("TokensPage", "The token does not show this now. Some show it only after logging on.")
    if node.count == "0":
        return translate("TokensPage", "Nothing of this kind shows on the token. Some show it only after logging on.")
    return {
        "own": translate("TokensPage", "Certificates of the token's owner, each with its key."),
        "ca": translate("TokensPage", "Certificates of issuers, put on the token so that others can check yours."),
        "keys": translate("TokensPage", "Keys stay on the token: what is shown here is only what they are called."),
        "data": translate("TokensPage", "What programs keep on the token beside certificates and keys."),
    }.get(node.kind, "")


def _certificate(node: Node, below: tuple[str, ...], *, writes: bool) -> Subject:
    found: Certificate = node.about  # type: ignore[assignment]
    facts = found.facts
    lines = (
        Fact(term("subject"), facts.subject or ""),
        Fact(term("issuer"), facts.issuer or ""),
        Fact(term("serial-number"), facts.serial or "", copy=facts.serial or ""),
        Fact(term("valid-from"), day(facts.not_before) if facts.not_before else ""),
        Fact(term("valid-until"), day(facts.not_after) if facts.not_after else ""),
        Fact(term("usage"), term(facts.usage)),
        Fact(term("key"), facts.key),
        Fact(term("private-key"), term("yes") if found.has_private_key else term("no")),
        Fact(term("label"), found.label),
        Fact(term("id"), found.id.hex()),
        Fact("SHA-256", facts.sha256, copy=facts.sha256, monospace=True),
    )
    deeds = [
        Deed("certificates", found, translate("TokensPage", "Details...")),
        Deed("export", found),
    ]
    deeds += _end_of(node, writes=writes)
    return Subject(node.icon, node.text, below, (Section(term("certificate"), lines),), tuple(deeds), wide=True)


def _end_of(node: Node, *, writes: bool) -> tuple[Deed, ...]:
    words = translate("TokensPage", "Delete...")
    return (Deed("delete", node.about, words, danger=True),) if writes and deletable(node) else ()


def _key(key: KeyRef) -> Section:
    facts = (
        Fact(term("label"), key.label),
        Fact(term("id"), key.id.hex()),
        Fact(term("key"), key_name(key)),
        Fact(translate("TokensPage", "Signs"), term("yes") if key.signs else term("no")),
        Fact(translate("TokensPage", "Decrypts"), term("yes") if key.decrypts else term("no")),
        Fact(term("asks-each-time"), term("yes") if key.asks_each_time else term("no")),
    )
    return Section(term("private-key"), facts)


def _object(found: DataObject) -> Section:
    facts = (
        Fact(term("label"), found.label),
        Fact(term("application"), found.application),
        Fact(term("size"), size_words(found)),
        Fact(translate("TokensPage", "Needs the PIN"), term("yes") if found.private else term("no")),
    )
    return Section(term("data-object"), facts)


def _client(choices: Values) -> Section:
    minutes = choices.pin_cache_minutes
    kept = translate("TokensPage", "%n minute(s)", "", minutes) if minutes else translate("TokensPage", "Not kept")
    on, off = translate("TokensPage", "On"), translate("TokensPage", "Off")
    facts = (
        Fact(translate("TokensPage", "PIN kept in memory"), kept),
        Fact(translate("TokensPage", "Notices"), on if choices.notices else off),
        Fact(translate("TokensPage", "Stay in the tray"), on if choices.tray else off),
        Fact(translate("TokensPage", "Log file"), on if choices.log else off),
        Fact(
            translate("TokensPage", "Remind days ahead"),
            choices.lead_days or translate("TokensPage", "As the issuer says"),
        ),
    )
    return Section(translate("TokensPage", "This program"), facts)


def details_section(der: bytes) -> Section:
    """For a working thread: what takes longer to read of a certificate."""
    from tokenmgr.x509.details import details  # heavy, and only for who looks that deep

    found = details(der)
    lines = [
        Fact(term("public-key"), found.public_key),
        Fact(term("signature-algorithm"), found.signature_algorithm),
        Fact("SHA-1", found.sha1, copy=found.sha1, monospace=True),
    ]
    lines += [Fact(visible(each.name, 80), visible(each.text, 400)) for each in found.extensions[:30]]
    return Section(term("extensions"), tuple(lines))
