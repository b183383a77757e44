"""What a line of the history says, wherever lines of it show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ui.words import language, term, translate
from tokenmgr.wording.rules import rule_words
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.session.events import Event

#: A label or a file's name longer than this is cut: the line is one line.
LONGEST = 80


class EventWords(NamedTuple):
    """An icon and the colour's role of it; what happened; by whom and what for."""

    icon: str
    role: str
    text: str
    by: str


#: Kind -> icon and role.
LOOKS = {
    "arrived": ("token", "text2"),
    "left": ("eject", "text2"),
    "pin-right": ("unlock", "text2"),
    "pin-wrong": ("triangle", "warn"),
    "pin-locked": ("lock", "bad"),
    "pin-refused": ("info", "text2"),
    "pin-changed": ("pin", "text2"),
    "unlocked": ("unlock", "text2"),
    "others-missed": ("triangle", "warn"),
    "signed": ("pen", "text2"),
    "decrypted": ("plate", "text2"),
    "tested": ("check-circle", "text2"),
    "renamed": ("rename", "text2"),
    "initialised": ("refresh", "text2"),
    "imported": ("import", "text2"),
    "exported": ("export", "text2"),
    "deleted": ("trash", "text2"),
    "key-made": ("key", "text2"),
    "module-crashed": ("octagon", "bad"),
    "module-hung": ("clock", "warn"),
    "setting-changed": ("sliders", "text2"),
    "cleared": ("trash", "warn"),
}
Facts = Mapping[str, "str | int"]


def event_words(event: Event) -> EventWords:
    """The words for one line. A kind of a later version shows as it is called."""
    facts = dict(event.facts)
    icon, role = LOOKS.get(event.kind, ("info", "text2"))
    say = SPOKEN.get(event.kind)
    text = say(facts) if say else visible(event.kind, LONGEST)
    return EventWords(icon, role, text, _by(event, facts))


def kind_words() -> Mapping[str, str]:
    """Every kind with a word for it alone, as a filter has it."""
    return {
        "arrived": translate("Events", "Inserted"),
        "left": translate("Events", "Removed"),
        "pin-right": translate("Events", "Right PIN"),
        "pin-wrong": translate("Events", "Wrong PIN"),
        "pin-locked": translate("Events", "Locked"),
        "pin-refused": translate("Events", "PIN stopped"),
        "pin-changed": translate("Events", "PIN changed"),
        "unlocked": translate("Events", "Unlocked"),
        "others-missed": translate("Events", "Misses elsewhere"),
        "signed": translate("Events", "Signed"),
        "decrypted": translate("Events", "Decrypted"),
        "tested": translate("Events", "Tested"),
        "renamed": translate("Events", "Renamed"),
        "initialised": translate("Events", "Initialised"),
        "imported": translate("Events", "Imported"),
        "exported": translate("Events", "Exported"),
        "deleted": translate("Events", "Deleted"),
        "key-made": translate("Events", "Key made"),
        "module-crashed": translate("Events", "Module crashed"),
        "module-hung": translate("Events", "Module hung"),
        "setting-changed": translate("Events", "Setting changed"),
        "cleared": translate("Events", "History cleared"),
    }


def _by(event: Event, facts: Facts) -> str:
    if event.who == "other-program":
        return translate("Events", "Another program, known from the token's count")
    if event.who == "token":
        return ""
    purpose = _purpose(str(facts.get("purpose", "")))
    here = translate("Events", "This program")
    return translate("Events", "{who}, {purpose}").format(who=here, purpose=purpose) if purpose else here


def _purpose(code: str) -> str:
    return {
        "open": translate("Events", "log on"),
        "change-pin": translate("Events", "change PIN"),
        "unlock": translate("Events", "unlock"),
        "sign": translate("Events", "sign"),
        "initialise": translate("Events", "initialise"),
        "log-on-officer": translate("Events", "log on as administrator"),
    }.get(code, "")


def _pin(facts: Facts) -> str:
    """Whose PIN, as a whole word."""
    whose = str(facts.get("pin", "user"))
    return term(f"pin.{whose}") if whose in {"so", "puk"} else translate("Events", "PIN")


def _right(facts: Facts) -> str:
    if facts.get("rule"):
        return translate("Events", "{pin} right, but it has to be changed first").format(pin=_pin(facts))
    if facts.get("pin", "user") != "user":
        return translate("Events", "{pin} right").format(pin=_pin(facts))
    return translate("Events", "PIN right, unlocked")


def _wrong(facts: Facts) -> str:
    left = facts.get("tries")
    if not isinstance(left, int):
        return translate("Events", "{pin} wrong").format(pin=_pin(facts))
    text = translate("Events", "Wrong, %n try(s) left", "", left)
    return translate("Events", "{pin}: {what}").format(pin=_pin(facts), what=text)


def _refused(facts: Facts) -> str:
    rule = str(facts.get("rule", ""))
    if rule == "token-rules":
        return translate("Events", "{pin} not changed: the token has rules of its own").format(pin=_pin(facts))
    why = rule_words(rule, None, language()) or _stops().get(rule, "")
    if not why:
        return translate("Events", "{pin} not sent to the token, no try used").format(pin=_pin(facts))
    return translate("Events", "{pin} not sent to the token: {why}").format(pin=_pin(facts), why=why)


def _stops() -> Mapping[str, str]:
    """Why a PIN is stopped before the token, other than by a rule for its characters."""
    return {
        "refused-before": translate("Events", "it was refused before"),
        "last-try": translate("Events", "only one try is left"),
        "pin-locked": translate("Events", "it is locked"),
        "pin-not-set": translate("Events", "none is set"),
        "ledger-unwritable": translate("Events", "the try could not be written down"),
        "same-as-old": translate("Events", "the new one is the old one"),
    }


def _unlocked(facts: Facts) -> str:
    way = str(facts.get("way") or facts.get("pin") or "")
    if way not in {"puk", "so", "challenge"}:
        return translate("Events", "Unlocked, new PIN set")
    return translate("Events", "Unlocked by {way}, new PIN set").format(way=term(f"unlock.{way}"))


def _missed(facts: Facts) -> str:
    count = int(facts.get("count", 1))
    return translate("Events", "Wrong PIN, %n time(s)", "", count)


def _named(sentence: str, plain: str, facts: Facts, *names: str) -> str:
    """With the name of what it was done to, where that was written down."""
    name = next((str(facts[each]) for each in names if facts.get(each)), "")
    return sentence.format(name=visible(name, LONGEST)) if name else plain


def _imported(facts: Facts) -> str:
    if facts.get("what") == "key":
        return _named(translate("Events", "Key imported: {name}"), translate("Events", "Key imported"), facts, "label")
    plain = translate("Events", "Certificate imported")
    return _named(translate("Events", "Certificate imported: {name}"), plain, facts, "label", "certificate")


def _deleted(facts: Facts) -> str:
    count = int(facts.get("count", 1))
    if facts.get("what") == "key":
        return translate("Events", "%n key object(s) deleted", "", count)
    if facts.get("what") == "data":
        return translate("Events", "%n data object(s) deleted", "", count)
    return translate("Events", "%n certificate(s) deleted", "", count)


def _key_made(facts: Facts) -> str:
    what = f"{str(facts.get('what', '')).upper()} {facts.get('bits', '')}".strip()
    return translate("Events", "Key pair made: {what}").format(what=visible(what, LONGEST))


def _module(sentence: str, facts: Facts) -> str:
    return sentence.format(module=visible(str(facts.get("module", "")), LONGEST))


def _setting(facts: Facts) -> str:
    name, value = str(facts.get("setting", "")), str(facts.get("value", ""))
    said = setting_words(name) or visible(name, LONGEST)
    if not value:
        return translate("Events", "Setting changed: {setting}").format(setting=said)
    text = translate("Events", "Setting changed: {setting} = {value}")
    return text.format(setting=said, value=visible(value, LONGEST))


def setting_words(name: str) -> str:
    """What a choice is called where it is made."""
    return {
        "language": translate("Events", "language"),
        "theme": translate("Events", "light or dark"),
        "pin_cache_minutes": translate("Events", "how long PINs are kept"),
        "notices": translate("Events", "notifications"),
        "notice_arrivals": translate("Events", "notifications of tokens"),
        "notice_expiry": translate("Events", "notifications of certificates that expire"),
        "notice_misses": translate("Events", "notifications of wrong PINs from other programs"),
        "lead_days": translate("Events", "days before the end of a certificate"),
        "updates": translate("Events", "looking for newer versions"),
        "log": translate("Events", "log file"),
        "tray": translate("Events", "staying in the tray"),
        "start_hidden": translate("Events", "starting without a window"),
        "mini": translate("Events", "small window"),
        "autostart_asked": translate("Events", "starting with the computer"),
        "welcomed": translate("Events", "agreement to the texts"),
        "practice": translate("Events", "practice tokens"),
        "issuer": translate("Events", "issuer"),
    }.get(name, "")


def _cleared(facts: Facts) -> str:
    count = int(facts.get("count", 0))
    return translate("Events", "History cleared, %n line(s) taken out", "", count)


SPOKEN: dict[str, Callable[[Facts], str]] = {
    "arrived": lambda _facts: translate("Events", "Token inserted"),
    "left": lambda _facts: translate("Events", "Token removed"),
    "pin-locked": lambda facts: translate("Events", "{pin} wrong, now locked").format(pin=_pin(facts)),
    "pin-changed": lambda facts: translate("Events", "{pin} changed").format(pin=_pin(facts)),
    "decrypted": lambda _facts: translate("Events", "Decrypted"),
    "tested": lambda _facts: translate("Events", "Token tested with a signature of its own"),
    "initialised": lambda _facts: translate("Events", "Initialised, everything on it was deleted"),
    "pin-right": _right,
    "pin-wrong": _wrong,
    "pin-refused": _refused,
    "unlocked": _unlocked,
    "others-missed": _missed,
    "signed": lambda facts: _named(
        translate("Events", "Signed {name}"), translate("Events", "Signed"), facts, "file", "key"
    ),
    "renamed": lambda facts: _named(
        translate("Events", "Renamed to {name}"), translate("Events", "Name taken away"), facts, "label"
    ),
    "imported": _imported,
    "exported": lambda facts: _named(
        translate("Events", "Exported: {name}"), translate("Events", "Exported"), facts, "certificate", "label", "file"
    ),
    "deleted": _deleted,
    "key-made": _key_made,
    "module-crashed": lambda facts: _module(translate("Events", "Module {module} crashed and was restarted"), facts),
    "module-hung": lambda facts: _module(translate("Events", "Module {module} did not answer in time"), facts),
    "setting-changed": _setting,
    "cleared": _cleared,
}
