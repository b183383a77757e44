from __future__ import annotations

import pytest

from tests.ca.files import NAMES, shipped
from tokenmgr.ca.errand import UnlockWay
from tokenmgr.ca.way_out import way_out


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_there_is_always_a_next_step_and_somebody_to_ask(name: str, language: str) -> None:
    out = way_out(shipped(name), language)
    assert out.steps
    assert out.contacts
    assert str(out).splitlines() == list(out.lines())
    assert out.profile == name


@pytest.mark.parametrize(
    ("name", "language", "words"),
    [
        (
            "hkpost-safenet",
            "en",
            ["cannot be unlocked", "revoke", "new e-Cert", "fee", "2921 6633", "enquiry@eCert.gov.hk"],
        ),
        ("hkpost-safenet", "zh_HK", ["撤銷", "重新申請", "表格上訂明的年費", "2921 6633"]),
        ("hkpost-safenet", "zh_CN", ["撤销", "重新申请", "表格上订明的年费", "2921 6633"]),
        ("clii-bjca", "en", ["http://ca.clii.com.cn/xtxuserweb", "010-68396268", "authorisation code", "BJCA says"]),
        ("clii-bjca", "zh", ["解锁授权码", "http://ca.clii.com.cn/xtxuserweb", "010-68396268"]),
        ("netca", "zh", ["忘记密码", "020-89524338", "400-830-1330"]),
        ("esigntrust", "zh-MO", ["+853 2833 0338", "星期一至星期四 09:00-17:45", "馬交石炮台馬路"]),
        ("esigntrust", "en", ["Fri 09:00-13:00, 14:30-17:30", "helpdesk@esigntrust.com"]),
    ],
)
def test_the_way_out_names_what_a_person_needs(name: str, language: str, words: list[str]) -> None:
    said = str(way_out(shipped(name), language))
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize(
    ("name", "possible"),
    [("hkpost-safenet", False), ("clii-bjca", True), ("netca", True), ("esigntrust", None)],
)
def test_whether_unlocking_is_possible(name: str, possible: bool | None) -> None:
    assert way_out(shipped(name), "en").possible is possible


def test_steps_are_counted_and_no_address_is_made_up() -> None:
    out = way_out(shipped("hkpost-safenet"), "en")
    assert out.ways == (UnlockWay.NONE,)
    assert out.link == ""
    assert [line[:2] for line in out.lines()[:3]] == ["1.", "2.", "3."]
    assert way_out(shipped("esigntrust"), "en").lines()[0].startswith("No way")


def test_sales_cannot_unlock() -> None:
    assert "sales@" not in str(way_out(shipped("esigntrust"), "en"))
    assert way_out(shipped("esigntrust"), "en").contacts[0].startswith("Enquiries, support and complaints: +853")


def test_the_portal_is_named_only_where_it_unlocks() -> None:
    profile = shipped("clii-bjca")
    assert way_out(profile, "en").link == "http://ca.clii.com.cn/xtxuserweb"
    by_phone = profile._replace(unlock=profile.unlock._replace(ways=(UnlockWay.PHONE,)))
    assert way_out(by_phone, "en").link == ""
