"""Checks a new PIN against what its issuer and its token ask for, before the token sees it.

Pure functions; a finding says which rule and whether it is kept, never what was typed.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tokenmgr.ca.pins import Demands
    from tokenmgr.ca.profile import Profile
    from tokenmgr.model.pin import PinPolicy

CLASSES = ("upper", "lower", "digit", "special")

#: The names a token may give to a class of characters.
CLASS_OF = {
    "upper": "upper",
    "upper_case": "upper",
    "lower": "lower",
    "lower_case": "lower",
    "digit": "digit",
    "digits": "digit",
    "numbers": "digit",
    "special": "special",
}


class Finding(NamedTuple):
    """One rule, whether it must be kept, and whether it is."""

    code: str
    enforced: bool
    ok: bool
    #: The number or the characters in the rule, for the words about it.
    value: int | str | None = None


def classes_of(text: str) -> frozenset[str]:
    """Which of the four classes of characters occur."""
    return frozenset(_class_of(char) for char in text)


def looks_initial(profile: Profile, text: str) -> bool:
    """Whether this is, or has the shape of, the PIN a token of this issuer comes with."""
    initial = profile.pin.initial
    if initial is None:
        return False
    return text in initial.literals or (initial.shape is not None and initial.shape.fits(text))


def check_new(text: str, profile: Profile | None = None, policy: PinPolicy | None = None) -> list[Finding]:
    """Every rule that applies to a new PIN, enforced ones first."""
    findings: list[Finding] = []
    if policy is not None:
        findings += _by_policy(text, policy)
    if profile is not None:
        initial = looks_initial(profile, text)
        findings += _by_demands(text, profile.pin.enforced, initial=initial, enforced=True)
        findings += _by_demands(text, profile.pin.recommended, initial=initial, enforced=False)
    return list(dict.fromkeys(findings))


def refusals(findings: list[Finding]) -> list[Finding]:
    """The findings for which a PIN must not be sent."""
    return [finding for finding in findings if finding.enforced and not finding.ok]


def _class_of(char: str) -> str:
    if char.isdigit():
        return "digit"
    if char.isupper():
        return "upper"
    return "lower" if char.islower() else "special"


def _by_demands(text: str, demands: Demands, *, initial: bool, enforced: bool) -> Iterator[Finding]:
    found = classes_of(text)
    if demands.min_length is not None:
        yield Finding("min-length", enforced, len(text) >= demands.min_length, demands.min_length)
    if demands.max_length is not None:
        yield Finding("max-length", enforced, len(text) <= demands.max_length, demands.max_length)
    for name in CLASSES:
        if getattr(demands, name):
            examples = demands.special_examples or demands.allowed_specials
            yield Finding(name, enforced, name in found, examples if name == "special" and examples else None)
    if demands.min_classes is not None:
        yield Finding("classes", enforced, len(found) >= demands.min_classes, demands.min_classes)
    if demands.allowed_specials:
        strange = {char for char in text if _class_of(char) == "special"} - set(demands.allowed_specials)
        yield Finding("allowed-specials", enforced, not strange, demands.allowed_specials)
    if demands.not_initial:
        yield Finding("not-initial", enforced, not initial)


def _by_policy(text: str, policy: PinPolicy) -> Iterator[Finding]:
    # A token counts bytes.
    size = len(text.encode("utf-8", "replace"))
    found = classes_of(text)
    if policy.min_length is not None:
        yield Finding("min-length", True, size >= policy.min_length, policy.min_length)
    if policy.max_length is not None:
        yield Finding("max-length", True, size <= policy.max_length, policy.max_length)
    for name, wish in policy.classes:
        yield from _by_wish(CLASS_OF.get(name, ""), wish, found)
    if policy.min_classes is not None:
        yield Finding("classes", True, len(found) >= policy.min_classes, policy.min_classes)
    if policy.max_repeated:
        longest = max((len(list(run)) for _, run in groupby(text)), default=0)
        yield Finding("not-repeated", True, longest <= policy.max_repeated, policy.max_repeated)


def _by_wish(name: str, wish: str, found: frozenset[str]) -> Iterator[Finding]:
    if name and wish == "required":
        yield Finding(name, True, name in found)
    elif name and wish == "forbidden":
        yield Finding(f"no-{name}", True, name not in found)
