"""What the doctor's findings say. Names from outside are made visible; evidence is shown elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.module import ModuleState
from tokenmgr.ui.panels.doctor.step_words import reason_words, step_words
from tokenmgr.ui.words import term, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.actions.checks.finding import Finding

LONGEST = 80


class FindingWords(NamedTuple):
    """What was found, more of it, and what to do; the last two may be empty."""

    title: str
    text: str
    step: str


Facts = Mapping[str, "str | int"]
#: The title, and more.
Said = tuple[str, str]
LOOKS = {
    "ok": ("check-circle", "ok"),
    "warn": ("triangle", "warn"),
    "bad": ("octagon", "bad"),
    "skipped": ("minus", "text2"),
}


def finding_words(finding: Finding) -> FindingWords:
    """The words for one finding; what could not be looked at says so."""
    facts = dict(finding.facts)
    say = SAID.get(finding.check)
    skipped = finding.state == "skipped" and finding.check != "module"
    if say is None or skipped or facts.get("reason") == "no-answer":
        reason = str(facts.get("reason", ""))
        fact = translate("Doctor", "{what}: not looked at").format(what=check_words(finding.check))
        return FindingWords(fact, reason_words(reason), step_words(finding.next_step))
    title, text = say(finding, facts)
    return FindingWords(title, text, step_words(finding.next_step))


def check_words(check: str) -> str:
    """What is looked at."""
    return {
        "modules": translate("Doctor", "Vendor modules"),
        "module": translate("Doctor", "Vendor module"),
        "module-duplicates": translate("Doctor", "Versions of a module"),
        "token-shared": translate("Doctor", "Modules for one token"),
        "reader-service": translate("Doctor", "Reader service"),
        "readers": translate("Doctor", "Readers"),
        "reader-taken": translate("Doctor", "Programs that hold a reader"),
        "usb-token": translate("Doctor", "USB tokens"),
        "usb-access": translate("Doctor", "Access to USB tokens"),
        "clock": translate("Doctor", "Clock"),
        "clock-service": translate("Doctor", "Setting the clock"),
        "keyring": translate("Doctor", "Keyring of the system"),
        "disk-space": translate("Doctor", "Free space"),
        "own-files": translate("Doctor", "Rights on this program's files"),
    }.get(check, check)


def _name(facts: Facts, *keys: str) -> str:
    return next((visible(str(facts[key]), LONGEST) for key in keys if facts.get(key)), "")


def _modules(finding: Finding, facts: Facts) -> Said:
    if finding.state != "ok":
        return translate("Doctor", "No vendor module was found"), translate("Doctor", "Without one no real token shows")
    count, ready = int(facts.get("count", 0)), int(facts.get("ready", 0))
    found = translate("Doctor", "%n vendor module(s) found", "", count)
    return found, translate("Doctor", "%n of them ready", "", ready)


def _module(_finding: Finding, facts: Facts) -> Said:
    name = _name(facts, "name", "vendor") or translate("Doctor", "A module")
    state = term(ModuleState(str(facts["state"])))
    return translate("Doctor", "{name}: {state}").format(name=name, state=state), _module_more(facts)


def _module_more(facts: Facts) -> str:
    tokens, crashes, hangs = (int(facts.get(key, 0)) for key in ("tokens", "crashes", "hangs"))
    parts = []
    if facts.get("version"):
        parts.append(translate("Doctor", "version {version}").format(version=_name(facts, "version")))
    if "tokens" in facts:
        parts.append(translate("Doctor", "%n token(s)", "", tokens))
    if crashes:
        parts.append(translate("Doctor", "crashed %n time(s)", "", crashes))
    if hangs:
        parts.append(translate("Doctor", "did not answer %n time(s)", "", hangs))
    return translate("Doctor", ", ").join(parts)


def _duplicates(finding: Finding, facts: Facts) -> Said:
    if finding.state == "ok":
        return translate("Doctor", "No module is there in two versions"), ""
    title = translate("Doctor", "{vendor} is there in several versions").format(vendor=_name(facts, "vendor"))
    return title, translate("Doctor", "Each program takes another of them, and they behave differently")


def _shared(finding: Finding, facts: Facts) -> Said:
    if finding.state == "ok":
        return translate("Doctor", "No token is shown by two modules"), ""
    who = f"{_name(facts, 'model')} ·{_name(facts, 'tail')}"
    title = translate("Doctor", "Several modules show the token {token}").format(token=who)
    return title, translate("Doctor", "What one of them does to it, the other does not know")


def _service(finding: Finding, facts: Facts) -> Said:
    if finding.state == "ok":
        return translate("Doctor", "The reader service answers"), ""
    return translate("Doctor", "The reader service does not answer"), reason_words(str(facts.get("answer", "")))


def _readers(_finding: Finding, facts: Facts) -> Said:
    if "reader" not in facts:
        return translate("Doctor", "No reader is plugged in"), translate(
            "Doctor", "Tokens that need none are not concerned"
        )
    card = {
        "yes": translate("Doctor", "A card is in it"),
        "no": translate("Doctor", "Empty"),
        "mute": translate("Doctor", "The card in it does not answer"),
    }
    title = translate("Doctor", "Reader {reader}").format(reader=_name(facts, "reader"))
    return title, card.get(str(facts.get("card")), "")


def _taken(finding: Finding, facts: Facts) -> Said:
    if finding.state == "ok":
        return translate("Doctor", "No other program keeps a reader for itself"), ""
    title = translate("Doctor", "Another program keeps {reader} for itself").format(reader=_name(facts, "reader"))
    return title, translate("Doctor", "Until it lets go, no other program reaches the card")


def _usb(finding: Finding, facts: Facts) -> Said:
    name = _name(facts, "name")
    if not name:
        return translate("Doctor", "No USB token of a known kind is plugged in"), ""
    if finding.state == "ok":
        return translate("Doctor", "{name} is plugged in, and its module is there").format(name=name), ""
    if facts.get("reason"):
        title = translate("Doctor", "{name} is plugged in, but its module does not see it").format(name=name)
        return title, ""
    title = translate("Doctor", "{name} is plugged in, and no module for it is ready").format(name=name)
    return title, translate("Doctor", "It cannot be shown without one")


def _access(finding: Finding, facts: Facts) -> Said:
    name = _name(facts, "name")
    if finding.state == "ok":
        return translate("Doctor", "You may use {name}").format(name=name), ""
    title = translate("Doctor", "The system does not let you use {name}").format(name=name)
    return title, translate("Doctor", "Its module reaches the device with your own rights")


def _clock(finding: Finding, facts: Facts) -> Said:
    now = translate("Doctor", "It says {clock} (UTC)").format(clock=_name(facts, "clock"))
    if finding.state == "ok":
        return translate("Doctor", "The clock is plausible"), now
    if facts.get("wrong") == "behind":
        return translate("Doctor", "The clock is behind"), translate(
            "Doctor", "It says {clock}, but {known} has passed already (UTC)"
        ).format(clock=_name(facts, "clock"), known=_name(facts, "not-before"))
    return translate("Doctor", "The clock may be ahead"), now


def _time_service(finding: Finding, facts: Facts) -> Said:
    service = _name(facts, "service")
    if finding.state == "ok":
        return translate("Doctor", "The clock is kept right by {service}").format(service=service), ""
    return translate("Doctor", "The clock has not been set from the network yet"), service


def _keyring(finding: Finding, _facts: Facts) -> Said:
    if finding.state == "ok":
        return translate("Doctor", "The system's keyring is there"), ""
    return translate("Doctor", "The system has no keyring"), translate(
        "Doctor", "PINs are never kept in it; tokens work without"
    )


def _room(finding: Finding, facts: Facts) -> Said:
    free = translate("Doctor", "{count} MB free").format(count=facts.get("free-mb", "?"))
    if facts.get("reason"):
        return translate("Doctor", "This program's folder cannot be written to"), translate(
            "Doctor", "A try that cannot be written down is not made"
        )
    if finding.state == "ok":
        return translate("Doctor", "There is room for this program's files"), free
    return translate("Doctor", "The disk is almost full"), free


def _own_files(finding: Finding, facts: Facts) -> Said:
    if finding.state == "ok":
        return translate("Doctor", "Nobody else can read or change this program's files"), ""
    return translate("Doctor", "This program's files are not protected"), reason_words(str(facts.get("reason", "")))


SAID: dict[str, Callable[[Finding, Facts], Said]] = {
    "modules": _modules,
    "module": _module,
    "module-duplicates": _duplicates,
    "token-shared": _shared,
    "reader-service": _service,
    "readers": _readers,
    "reader-taken": _taken,
    "usb-token": _usb,
    "usb-access": _access,
    "clock": _clock,
    "clock-service": _time_service,
    "keyring": _keyring,
    "disk-space": _room,
    "own-files": _own_files,
}
