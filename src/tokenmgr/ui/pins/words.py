"""What is said about PINs: their names, a wrong one, one that was stopped, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.pin import PinKind
from tokenmgr.ui.words import language, translate
from tokenmgr.wording.rules import rule_words
from tokenmgr.wording.tries import tries_left

if TYPE_CHECKING:
    from tokenmgr.ca.profile import Profile
    from tokenmgr.model.errors import PinRefused, WrongPin
    from tokenmgr.model.pin import TriesLeft


def pin_name(kind: PinKind) -> str:
    """What the PIN is called on labels."""
    return {
        PinKind.USER: translate("PinDialogs", "PIN"),
        PinKind.SO: translate("PinDialogs", "Administrator PIN"),
        PinKind.PUK: translate("PinDialogs", "PUK"),
    }[kind]


def in_sentence(kind: PinKind) -> str:
    """The same in the midst of a sentence."""
    return translate("PinDialogs", "administrator PIN") if kind is PinKind.SO else pin_name(kind)


def current_name(kind: PinKind) -> str:
    """The same where there is a new one beside it."""
    if kind is PinKind.SO:
        return translate("PinDialogs", "Current administrator PIN")
    return translate("PinDialogs", "Current PIN") if kind is PinKind.USER else pin_name(kind)


def wrong_words(error: WrongPin, profile: Profile | None) -> tuple[str, str]:
    """The fact with count and certainty, then what it means."""
    fact = translate("PinDialogs", "Wrong {pin}, {tries}").format(
        pin=in_sentence(error.kind), tries=tries_left(error.tries, language())
    )
    counted = translate("PinDialogs", "The token has counted this try.")
    again = translate("PinDialogs", "The same wrong PIN would be stopped here, without using a try.")
    parts = (counted, limit_words(error.tries, error.kind, profile), again)
    return fact, gap().join(part for part in parts if part)


def limit_words(tries: TriesLeft, kind: PinKind, profile: Profile | None) -> str:
    """How many wrong PINs lock it, and whether anybody unlocks it."""
    limit = (
        translate("PinDialogs", "It locks after {limit} wrong ones").format(limit=tries.limit) if tries.limit else ""
    )
    helps = unlock_words(profile) if kind is PinKind.USER else ""
    sentence = translate("PinDialogs", "; ").join(part for part in (limit, helps) if part)
    return sentence + translate("PinDialogs", ".") if sentence else ""


def puk_words() -> str:
    """For a token that knows a PUK."""
    return translate("PinDialogs", "Whoever has its PUK can unlock it here")


def unlock_words(profile: Profile | None) -> str:
    """What its issuer does about a locked token, as part of a sentence."""
    if profile is None or profile.unlock.possible is None:
        return ""
    issuer = profile.called(language().value)
    if profile.unlock.possible:
        return translate("PinDialogs", "{issuer} can unlock it").format(issuer=issuer)
    return translate("PinDialogs", "{issuer} does not unlock, only a new certificate helps then").format(issuer=issuer)


def refused_words(error: PinRefused) -> tuple[str, str]:
    """Stopped before the token, or by its rules: no try was used either way."""
    from tokenmgr.wording.errors import words

    said = words(error, language())
    if error.rule == "token-rules":
        return said.title, f"{said.text}{gap()}{said.next_step}"
    fact = translate("PinDialogs", "Not sent to the token, no try used")
    reason = {
        "refused-before": translate("PinDialogs", "The token has refused this very PIN already."),
        "full-width": translate("PinDialogs", "There are full-width or Chinese characters in it."),
        "blank-at-edge": translate("PinDialogs", "It begins or ends with a blank, perhaps from pasting."),
        "control-character": translate("PinDialogs", "It holds characters that cannot be seen, perhaps from pasting."),
    }.get(error.rule, "")
    rule = rule_words(error.rule, error.limit, language())
    needs = translate("PinDialogs", "It must have: {rule}.").format(rule=rule) if rule else ""
    return fact, f"{reason or needs}{gap()}{said.next_step}"


def slip_words(code: str, value: int | str | None) -> str:
    """Why a new PIN cannot be used, where there is little room."""
    known = {
        "full-width": translate("PinDialogs", "Full-width or Chinese characters in the new PIN"),
        "blank-at-edge": translate("PinDialogs", "A blank at the start or end of the new PIN"),
        "control-character": translate("PinDialogs", "Characters in the new PIN that cannot be seen"),
    }
    if code in known:
        return known[code]
    rule = rule_words(code, value, language()) or code
    return translate("PinDialogs", "New PIN: {rule}").format(rule=rule)


def gap() -> str:
    """What stands between two sentences: nothing in Chinese."""
    from tokenmgr.wording.catalogues import phrases_in

    return phrases_in(language())["gap"]


def no_copy_words(profile: Profile | None) -> str:
    """What becomes of a PIN that is forgotten."""
    if profile is not None and profile.unlock.possible is False:
        return translate("PinDialogs", "The issuer keeps no copy of the PIN: once forgotten it cannot be found again.")
    return translate("PinDialogs", "Nobody keeps a copy of the PIN: once forgotten only unlocking gives a new one.")
