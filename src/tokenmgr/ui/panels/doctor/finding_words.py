"""What the doctor's findings say, in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.ui.words import language
from tokenmgr.wording import findings as said

if TYPE_CHECKING:
    from tokenmgr.actions.checks.finding import Finding
    from tokenmgr.wording.findings import FindingWords

LOOKS = {
    "ok": ("check-circle", "ok"),
    "warn": ("triangle", "warn"),
    "bad": ("octagon", "bad"),
    "skipped": ("minus", "text2"),
}


def finding_words(finding: Finding) -> FindingWords:
    """The words for one finding."""
    return said.finding_words(finding, language())


def check_words(check: str) -> str:
    """What is looked at."""
    return said.check_words(check, language())


def state_words(state: str) -> str:
    """For whoever cannot see the shape."""
    return said.state_words(state, language())
