"""The window says what the catalogue says, in its own language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tokenmgr.actions.checks.finding import Finding
from tokenmgr.ui.panels.doctor.finding_words import LOOKS, check_words, finding_words, state_words
from tokenmgr.wording import findings
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("language", Language)
def test_in_the_language_of_the_window(dressed: Callable[..., None], language: Language) -> None:
    dressed(language)
    finding = Finding("keyring", "warn", (), (), "install-keyring")
    assert finding_words(finding) == findings.finding_words(finding, language)
    assert check_words("keyring") == findings.check_words("keyring", language)
    assert {state_words(state) for state in LOOKS} == {findings.state_words(state, language) for state in LOOKS}
