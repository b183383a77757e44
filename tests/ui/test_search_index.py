"""What the search finds, and what it leaves out because it would be in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import sample
from tokenmgr.model.token import Ability
from tokenmgr.ui.errands import ERRANDS
from tokenmgr.ui.search_index import MOST, NEEDS, hits, sensible
from tokenmgr.ui.search_words import SYNONYMS
from tokenmgr.ui.settings_sections import SECTIONS

if TYPE_CHECKING:
    from tokenmgr.ui.screen import Screen


def texts(screen: Screen, query: str) -> list[str]:
    return [f"{hit.text}|{hit.about}" for hit in hits(screen, query)]


def test_before_anything_is_typed_it_offers_what_is_done_most(screen: Screen) -> None:
    assert texts(screen, "  ")[0] == "更改密码...|我的电子证书 ·8F21"


@pytest.mark.parametrize("query", ["口令", "密码", "PIN", "password", "设备密码", "passcode", "改密"])
def test_changing_the_pin_is_found_under_all_its_names(query: str, screen: Screen) -> None:
    assert any(text.startswith("更改密码...") for text in texts(screen, query))


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("renew", "如何续期"),
        ("续期", "如何续期"),
        ("语言", "通用"),
        ("驱动", "模块"),
        ("隐私", "隐私"),
        ("快捷键", "键盘快捷键"),
        ("升级", "关于"),
    ],
)
def test_other_words_for_other_things(query: str, wanted: str, screen: Screen) -> None:
    assert any(text.startswith(wanted) for text in texts(screen, query))


def test_every_word_has_to_fit_and_the_token_counts_too(screen: Screen) -> None:
    assert texts(screen, "更改密码 工程") == ["更改密码...|工程投标证书 ·03C7"]
    assert texts(screen, "更改密码 没有这个") == []


def test_the_chosen_token_comes_first(screen: Screen) -> None:
    screen.choose(sample.NETCA)
    found = [text for text in texts(screen, "更改密码") if text.startswith("更改密码")]
    assert found[0].endswith("B6D0")


@pytest.mark.parametrize("query", ["陈大文", "chan tai", "Hongkong Post e-Cert", "4C1FA093AA10"])
def test_certificates_by_name_issuer_and_serial_number(query: str, screen: Screen) -> None:
    assert any("陈大文" in text for text in texts(screen, query))


def test_certificates_of_tokens_that_are_out_are_found(screen: Screen) -> None:
    assert any("(old)" in text for text in texts(screen, "eSignTrust"))


def test_a_certificate_leads_to_itself(screen: Screen) -> None:
    went: list[tuple[str, object]] = []
    screen.page_wanted.connect(lambda page, about: went.append((page, about)))
    next(hit for hit in hits(screen, "陈大文") if "陈大文" in hit.text).run()
    assert went == [("certificates", sample.full().tokens[0].certificates[0])]


def test_what_a_token_cannot_do_is_not_offered(screen: Screen) -> None:
    glance = sample.full()
    first = glance.tokens[0]._replace(token=glance.tokens[0].token._replace(abilities=frozenset({Ability.SIGN})))
    screen.show(glance._replace(tokens=(first,)))
    offered = "\n".join(texts(screen, "8F21"))
    assert "令牌真的能用吗" in offered
    assert not [word for word in ("更改密码", "解锁...", "初始化", "导入", "删除内容") if word in offered]


def test_only_an_unlocked_token_is_locked(screen: Screen) -> None:
    unlocked, locked = sample.full().tokens[0], sample.full().tokens[1]
    assert sensible("lock", unlocked)
    assert not sensible("log-on", unlocked)
    assert sensible("log-on", locked)
    assert not sensible("lock", locked)
    assert sensible("way-out", sample.locked().tokens[0])
    assert not sensible("way-out", unlocked)


def test_without_a_token_nothing_is_about_one(screen: Screen) -> None:
    screen.show(sample.empty())
    about_tokens = {name for name, errand in ERRANDS.items() if errand.token}
    assert not [hit for hit in hits(screen, "密码") if hit.about and hit.about != "设置" and "证书" not in hit.about]
    assert about_tokens


def test_never_more_than_can_be_read(screen: Screen) -> None:
    glance = sample.full()
    many = tuple(sample.certificate(sample.HK, f"Name {number}", 100) for number in range(1000))
    screen.show(glance._replace(tokens=(glance.tokens[0]._replace(certificates=many),)))
    assert len(hits(screen, "name")) == MOST


def test_the_words_are_of_things_that_exist() -> None:
    found = {name for name, errand in ERRANDS.items() if errand.found}
    assert SYNONYMS.keys() <= ERRANDS.keys()
    assert NEEDS.keys() <= ERRANDS.keys()
    assert found - SYNONYMS.keys() <= set()
    assert all(section.words for section in SECTIONS.values())
