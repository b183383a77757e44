"""What the doctor found, in words. Names from outside are made visible; evidence is shown elsewhere, as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.module import ModuleState
from tokenmgr.wording.catalogues import doctor_in
from tokenmgr.wording.terms import term
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tokenmgr.actions.checks.finding import Finding
    from tokenmgr.wording.language import Language

LONGEST = 80
#: Facts whose value decides which sentence is said.
TURNS = ("reason", "wrong", "card")
#: Facts that are codes with words of their own.
CODED = ("reason", "answer")


class FindingWords(NamedTuple):
    """What was found, more of it, and what to do; the last two may be empty."""

    title: str
    text: str
    step: str


class _Facts(dict[str, str]):
    """A fact that nobody told leaves a gap, not an error."""

    def __missing__(self, _name: str) -> str:
        return ""


def finding_words(finding: Finding, language: Language) -> FindingWords:
    """The words for one finding; what could not be looked at says so."""
    said = doctor_in(language)
    facts = _Facts({name: _spoken(name, value, language) for name, value in finding.facts})
    if finding.check == "module":
        facts |= _of_module(facts, language)
    title, text = said.SAID[_form(finding, said.SAID)]
    facts["what"] = check_words(finding.check, language)
    step = step_words(finding.next_step, language)
    return FindingWords(title.format_map(facts), text.format_map(facts).strip(), step)


def _form(finding: Finding, known: Mapping[str, object]) -> str:
    """The most fitting entry: by what turns the sentence, then by how it stands, then the check's own."""
    facts = dict(finding.facts)
    unseen = finding.state == "skipped" and finding.check != "module"
    if unseen or facts.get("reason") == "no-answer" or finding.check not in known:
        return "not-looked-at"
    if finding.check == "usb-token" and facts.get("count") == 0:
        return "usb-token.none"
    turned = [f"{finding.check}.{facts[name]}" for name in TURNS if name in facts]
    forms = (*turned, f"{finding.check}.{finding.state}", finding.check)
    return next(form for form in forms if form in known)


def _spoken(name: str, value: str | int, language: Language) -> str:
    return reason_words(str(value), language) if name in CODED else visible(str(value), LONGEST)


def _of_module(facts: Mapping[str, str], language: Language) -> dict[str, str]:
    parts = doctor_in(language).PARTS
    told = [name for name in ("version", "tokens") if facts.get(name)]
    told += [name for name in ("crashes", "hangs") if facts.get(name, "0") != "0"]
    return {
        "name": facts.get("name") or facts.get("vendor") or parts["a-module"],
        "state": term(ModuleState(facts["state"]), language),
        "more": parts["between"].join(parts[name].format_map(facts) for name in told),
    }


def check_words(check: str, language: Language) -> str:
    """What is looked at."""
    return doctor_in(language).CHECKS.get(check, check)


def state_words(state: str, language: Language) -> str:
    """For whoever cannot see the shape."""
    return doctor_in(language).STATES[state]


def step_words(step: str, language: Language) -> str:
    """One sentence; nothing for a step that nobody knows."""
    return doctor_in(language).STEPS.get(step, "")


def reason_words(reason: str, language: Language) -> str:
    """Why; a code that has no words here is shown as it is."""
    return doctor_in(language).REASONS.get(reason, reason)


def repair_words(repair: str, about: str, language: Language) -> tuple[str, str]:
    """What a repair is called, and what it does."""
    title, text = doctor_in(language).REPAIRS[repair]
    return title.format(about=visible(about, LONGEST)), text


def change_words(kind: str, what: Mapping[str, str], language: Language) -> str:
    """One change on the computer, as a sentence; a kind that a newer version made is shown by its code."""
    shown = _Facts({name: visible(value, LONGEST) for name, value in what.items()})
    return doctor_in(language).CHANGES.get(kind, kind).format_map(shown)
