from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.ca.files import NAMES, SHIPPED, at, dotted, raw, shipped, steps, write
from tokenmgr.ca.errand import UnlockWay, Way
from tokenmgr.ca.profile import Family, LinkKind, load
from tokenmgr.model.errors import ProfileBroken

if TYPE_CHECKING:
    from pathlib import Path

#: Every other key is needed wherever its table stands.
OPTIONAL_KEYS = """
    short apply renew revoke modules firefox_name links warnings classes apply.note renew.note revoke.note unlock.fee
    recognise.issuers recognise.tokens recognise.not_tokens modules.windows modules.linux modules.macos
    links.site links.portal links.service links.downloads links.guide
    recognise.tokens.manufacturer recognise.tokens.model recognise.not_tokens.manufacturer
    pin.limit pin.any_token pin.consecutive pin.initial pin.enforced pin.recommended pin.note
    pin.initial.shape pin.initial.literals
    pin.enforced.not_initial pin.recommended.min_length pin.recommended.max_length pin.recommended.upper
    pin.recommended.lower pin.recommended.digit pin.recommended.special pin.recommended.special_examples
    pin.recommended.allowed_specials pin.recommended.not_initial
    contacts.phones contacts.fax contacts.emails contacts.address contacts.hours contacts.zone
"""
OPTIONAL = frozenset(OPTIONAL_KEYS.split())
STRANGERS: tuple[Any, ...] = ("\n", 1.5, 10**9, True, [], [[]], {}, "no such word, number or address \x1b[2J")


def refused(path: Path) -> ProfileBroken | None:
    try:
        load(path)
    except ProfileBroken as error:
        return error if error.path == str(path) else None
    return None


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_file_loads_and_bears_its_name(name: str) -> None:
    profile = shipped(name)
    assert profile.id == name
    assert profile.lead_days == (90, 60, 30, 14, 7, 1)
    assert profile.source.endswith(f"{name}.toml")


def test_no_file_is_shipped_untested() -> None:
    assert sorted(path.stem for path in SHIPPED.iterdir()) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_removed_key_is_missed_or_was_optional(name: str, tmp_path: Path) -> None:
    values = raw(name)
    before = load(write(tmp_path / "p.toml", values))
    for way in steps(values):
        if isinstance(way[-1], int):
            continue
        changed = copy.deepcopy(values)
        del at(changed, way[:-1])[way[-1]]
        error = refused(write(tmp_path / "p.toml", changed))
        if error is not None:
            assert (error.key, error.reason[:7]) == (dotted(way), "missing")
            continue
        assert re.sub(r"\[\d+\]", "", dotted(way)) in OPTIONAL, dotted(way)
        after = load(tmp_path / "p.toml")
        assert after != before or at(values, way) is False, dotted(way)


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_key_is_refused_at_every_level(name: str, tmp_path: Path) -> None:
    values = raw(name)
    for way in ((), *steps(values)):
        changed = copy.deepcopy(values)
        inner = at(changed, way)
        if isinstance(inner, dict):
            inner["surprise"] = 1
            error = refused(write(tmp_path / "p.toml", changed))
            assert error is not None
            assert (error.key, error.reason) == (dotted((*way, "surprise")), "unknown key")


@pytest.mark.parametrize("name", NAMES)
def test_a_value_of_the_wrong_kind_is_refused_by_key(name: str, tmp_path: Path) -> None:
    values = raw(name)
    for way in steps(values):
        for stranger in STRANGERS:
            if type(stranger) is type(at(values, way)) and isinstance(stranger, (dict, bool)):
                continue
            changed = copy.deepcopy(values)
            at(changed, way[:-1])[way[-1]] = stranger
            error = refused(write(tmp_path / "p.toml", changed))
            assert error is not None, (dotted(way), stranger)
            assert error.key.startswith(dotted(way)), (dotted(way), stranger, error.key)


@pytest.mark.parametrize(
    ("name", "way", "value", "reason"),
    [
        ("hkpost-safenet", ("pin", "limit"), 0, "from 1"),
        ("hkpost-safenet", ("pin", "limit"), 256, "from 1"),
        ("hkpost-safenet", ("pin", "initial", "shape"), "^.*$", "of the form"),
        ("hkpost-safenet", ("pin", "initial", "shape"), r"(\d+)+$", "of the form"),
        ("hkpost-safenet", ("pin", "initial", "shape"), r"^\d{8}", "of the form"),
        ("hkpost-safenet", ("pin", "initial", "shape"), r"^\d{8,6}$", "empty"),
        ("hkpost-safenet", ("pin", "initial", "shape"), r"^\d{0}$", "empty"),
        ("hkpost-safenet", ("pin", "recommended", "max_length"), 7, "less than min_length"),
        ("hkpost-safenet", ("pin", "recommended", "special_examples"), "a!", "special characters"),
        ("hkpost-safenet", ("modules", "windows", 0), r"C:\Windows\System32\eTPKCS11.dll", "without a folder"),
        ("hkpost-safenet", ("modules", "linux", 0), "../libeToken.so", "without a folder"),
        ("hkpost-safenet", ("family",), "SafeNet", "one of: safenet"),
        ("hkpost-safenet", ("id",), "../x", "small letters"),
        ("hkpost-safenet", ("unlock", "ways"), ["none", "puk"], "alone"),
        ("hkpost-safenet", ("recognise", "tokens", 0), {}, "fit every token"),
        ("clii-bjca", ("unlock", "ways"), ["portal", "portal"], "twice"),
        ("clii-bjca", ("renew", "ways"), ["magic"], "one of: none"),
        ("clii-bjca", ("links", "portal"), "javascript:alert(1)", "web address"),
        ("clii-bjca", ("links", "portal"), "http://ca.clii.com.cn/a b", "web address"),
        ("clii-bjca", ("lead_days",), [1, 7], "fall"),
        ("clii-bjca", ("lead_days",), [7, 7], "fall"),
        ("clii-bjca", ("name", "en"), "red \x1b[31m", "printable"),
        ("clii-bjca", ("name", "en"), "turned \u202e round", "printable"),
        ("clii-bjca", ("name", "en"), "x" * 601, "1 to 600"),
        ("esigntrust", ("contacts", 0, "phones", 0), "call us", "look like"),
        ("esigntrust", ("contacts", 0, "phones", 0), "+853 ", "look like"),
        ("esigntrust", ("contacts", 0, "phones", 0), "1" * 25, "look like"),
        ("esigntrust", ("contacts", 0, "emails", 0), "enquiry", "mail address"),
        ("esigntrust", ("contacts", 2, "hours", 0), "9 to 5", "look like"),
        ("esigntrust", ("contacts", 2, "hours", 0), "Fri-Mon 09:00-17:00", "forwards"),
        ("esigntrust", ("contacts", 2, "hours", 0), "Mon 09:00-13:00, 12:00-17:00", "forwards"),
        ("esigntrust", ("contacts", 2, "hours", 0), "Mon 17:00-09:00", "one day"),
        ("esigntrust", ("contacts", 2, "hours", 0), "Mon 09:60-10:00", "one day"),
        ("esigntrust", ("contacts", 2, "hours", 0), "Mon 09:00-24:01", "one day"),
        ("esigntrust", ("contacts", 2, "zone"), "../etc/passwd", "time zone"),
    ],
)
def test_a_wrong_value_is_refused_with_its_reason(
    name: str, way: tuple[str | int, ...], value: Any, reason: str, tmp_path: Path
) -> None:
    values = raw(name)
    at(values, way[:-1])[way[-1]] = value
    error = refused(write(tmp_path / "p.toml", values))
    assert error is not None
    assert error.key.startswith(dotted(way))
    assert reason in error.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"id = ", "is not TOML"),
        (b"id = 1\nid = 2\n", "is not TOML"),
        (b"id = '\xff'\n", "UTF-8"),
        (b"#" * 65537, "larger"),
        (b"a = " + b"[" * 5000, "nested"),
    ],
)
def test_what_is_no_profile_at_all_is_refused(content: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes(content)
    error = refused(path)
    assert error is not None
    assert reason in error.reason


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProfileBroken, match=r"gone\.toml"):
        load(tmp_path / "gone.toml")


def test_a_date_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text("id = 2030-01-01\n", encoding="utf-8")
    error = refused(path)
    assert error is not None
    assert (error.key, error.reason) == ("id", "must be text")


def test_what_the_manuals_say_of_hongkong_post() -> None:
    profile = shipped("hkpost-safenet")
    assert profile.family is Family.SAFENET
    assert profile.pin.limit == 15
    assert profile.firefox_name == "e-Cert Token"
    assert profile.modules.windows == ("eTPKCS11.dll",)
    assert profile.unlock.ways == (UnlockWay.NONE,)
    assert profile.unlock.possible is False
    wanted = profile.pin.recommended
    assert (wanted.min_length, wanted.special_examples) == (8, "!$#%")
    assert (wanted.upper, wanted.lower, wanted.digit, wanted.special) == (True, True, True, True)
    assert profile.contacts[0].phones == ("2921 6633",)
    assert profile.contacts[0].emails == ("enquiry@eCert.gov.hk",)


def test_what_the_manuals_say_of_light_industry() -> None:
    profile = shipped("clii-bjca")
    assert (profile.pin.limit, profile.pin.consecutive) == (10, True)
    assert profile.link(LinkKind.PORTAL) == "http://ca.clii.com.cn/xtxuserweb"
    assert profile.unlock.possible is True
    assert Way.PHONE in profile.renew.ways
    assert profile.contacts[0].phones == ("010-68396268",)


@pytest.mark.parametrize("name", ["esigntrust", "netca"])
def test_what_is_not_published_stays_absent(name: str) -> None:
    assert shipped(name).pin.limit is None


def test_an_address_that_is_not_there_is_empty() -> None:
    assert shipped("netca").link(LinkKind.PORTAL) == ""


@pytest.mark.parametrize("name", NAMES)
def test_each_language_is_written_in_its_own_script(name: str) -> None:
    simplified, traditional = (
        set("证锁请输电话续销发时经务联络须缴费热线码"),
        set("證鎖請輸電話續銷發時經務聯絡須繳費熱線碼"),
    )
    values = raw(name)
    texts = [at(values, way) for way in steps(values)]
    for text in (text for text in texts if isinstance(text, dict) and "zh-Hans" in text):
        assert not traditional & set(text["zh-Hans"]), text
        assert not simplified & set(text["zh-Hant"]), text
        assert text["en"] not in {text["zh-Hans"], text["zh-Hant"]}
