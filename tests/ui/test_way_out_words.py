"""The issuer's words about a locked token, in order; nothing is made up where it says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import sample
from tokenmgr.ui.way_out_words import afterword, help_lines, steps_of, what_happened
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", ["hkpost-safenet", "clii-bjca", "netca", "esigntrust"])
def test_every_issuer_has_help(dressed: Callable[..., None], language: Language, name: str) -> None:
    dressed(language)
    lines = help_lines(sample.profile(name))
    assert lines[0].icon == ""
    assert any(each.big for each in lines)
    assert all(each.text for each in lines)
    assert not any(each.icon and not each.name for each in lines)


def test_nearest_help_first(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    lines = help_lines(sample.profile("esigntrust"))
    titles = [each.text for each in lines if not each.icon]
    assert titles == ["Enquiries, support and complaints", "Registration Authority office"]
    assert any(each.name == "Hours" and "Mon-Thu 09:00-17:45" in each.text for each in lines)


def test_revoking_is_for_those_who_cannot_unlock(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    hk, clii = sample.full().tokens[:2]
    assert afterword(hk).startswith("Revoke: If the token or its password is lost")
    assert afterword(clii) == ""
    assert len(steps_of(hk)) == 4
    assert len(steps_of(clii)) == 4


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            Language.ZH_HANS,
            "15 次机会已全部用完。其中 3 次来自其他程序。香港邮政不提供解锁，下一步是吊销旧证书并重新申请。",
        ),
        (
            Language.EN,
            (
                "All 15 tries have been used. 3 of the wrong PINs came from other programs. "
                "Hongkong Post offers no unlocking, so the certificate is revoked and applied for anew."
            ),
        ),
    ],
)
def test_sentences_follow_each_other(dressed: Callable[..., None], language: Language, expected: str) -> None:
    dressed(language)
    glance = sample.locked()
    assert what_happened(glance.tokens[0], glance) == expected
