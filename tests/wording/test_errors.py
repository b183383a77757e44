"""Every error is told in every language, with its facts, with what became of the try, and with a next step."""

from __future__ import annotations

import pytest

from tests.wording.known import OTHER, TOKEN, TWELVE, built, example, kinds
from tokenmgr.model import errors
from tokenmgr.model.errors import (
    FileUnreadable,
    KeyMissing,
    LastTry,
    LedgerUnwritable,
    ModuleCrashed,
    ModuleError,
    ModuleFault,
    ModuleGarbled,
    ModuleHung,
    ModuleUnfit,
    ModuleUntrusted,
    PinLocked,
    PinRefused,
    TokenAmbiguous,
    TokenError,
    TokenGone,
    TokenNotFound,
    TokenSwapped,
    WrongPin,
)
from tokenmgr.model.last_fault import LastFault
from tokenmgr.model.pin import Certainty, PinKind, TriesLeft, Why
from tokenmgr.wording.catalogues import words_in
from tokenmgr.wording.errors import chosen, fault_words, words
from tokenmgr.wording.language import Language

KEYS = sorted(words_in(Language.ZH_HANS))
HANS, EN = Language.ZH_HANS, Language.EN
#: Marks of Python that no person should meet.
PYTHON = ("{", "}", "None", "TokenId", "TriesLeft", "PinKind", "Why.", "Certainty.", "(Pin", "object at", "()", "''")
NOTHING_SENT = {
    HANS: "没有向令牌发送任何密码",
    Language.ZH_HANT: "沒有向令牌發送任何密碼",
    EN: "Nothing was sent to the token",
}
NO_TRY = {HANS: "未消耗次数", Language.ZH_HANT: "沒有消耗次數", EN: "no try was used"}
PERHAPS = {HANS: "可能已计数", Language.ZH_HANT: "可能已計數", EN: "may have been counted"}
LOOK = {HANS: "请先查看令牌密码状态", Language.ZH_HANT: "請先查看令牌密碼狀態", EN: "Look at the PIN status"}


def tries(count: int | None, certainty: Certainty) -> TriesLeft:
    return TriesLeft(count, certainty, Why.LEDGER, 15)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", list(kinds()))
def test_every_kind_of_error_has_words_of_its_own(kind: type[TokenError], language: Language) -> None:
    assert kind.code in words_in(language)


def test_every_kind_of_error_has_a_code_of_its_own() -> None:
    codes = [kind.code for kind in kinds()]
    assert len(codes) == len(set(codes)) > 30


def test_every_code_in_the_catalogue_is_an_errors() -> None:
    assert {key.partition(".")[0] for key in KEYS} == {kind.code for kind in kinds()}


@pytest.mark.parametrize("key", KEYS)
def test_every_entry_can_be_reached(key: str) -> None:
    assert chosen(example(key), words_in(HANS)) == key


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", KEYS)
def test_every_entry_is_filled_with_facts_and_not_with_python(key: str, language: Language) -> None:
    for part in words(example(key), language):
        assert part.strip() == part != ""
        assert not [mark for mark in PYTHON if mark in part]
        assert "  " not in part


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", list(kinds()))
def test_facts_that_are_missing_leave_no_trace(kind: type[TokenError], language: Language) -> None:
    error = built(kind)
    for name, value in vars(error).items():
        if name in {"token", "limit"} or value is OTHER:
            setattr(error, name, None)
        elif name in {"during", "reason", "wanted", "key"}:
            setattr(error, name, "")
    text = "".join(words(error, language))
    assert not [mark for mark in PYTHON if mark in text]
    assert "  " not in text


def test_a_new_kind_of_error_is_told_like_its_parent() -> None:
    class ModuleTired(ModuleHung):
        code = "module-tired"

    assert words(ModuleTired("/x/a.so"), HANS) == words(ModuleHung("/x/a.so"), HANS)


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (TWELVE, "还剩 12 次（精确）"),
        (tries(12, Certainty.AT_MOST), "最多还剩 12 次"),
        (tries(None, Certainty.UNKNOWN), "还剩多少次未知"),
        (tries(1, Certainty.EXACT), "还剩 1 次（精确），再输错一次就会锁定"),
        (tries(1, Certainty.AT_MOST), "最多还剩 1 次，再输错一次很可能锁定"),
        (tries(0, Certainty.EXACT), "已没有剩余次数"),
    ],
)
def test_a_wrong_pin_says_what_is_left_and_how_sure_that_is(left: TriesLeft, said: str) -> None:
    assert said in words(WrongPin(TOKEN, PinKind.USER, left), HANS).text


def test_a_wrong_pin_names_the_token_and_the_pin() -> None:
    assert words(WrongPin(TOKEN, PinKind.SO, TWELVE), HANS).title == "管理员密码不正确"
    assert "令牌（尾号 B3C4）" in words(WrongPin(TOKEN, PinKind.SO, TWELVE), HANS).text
    assert "The token (serial number ending in B3C4)" in words(WrongPin(TOKEN, PinKind.SO, TWELVE), EN).text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "error",
    [
        PinRefused(TOKEN, PinKind.USER, "too-short", 8),
        PinRefused(TOKEN, PinKind.USER, "full-width"),
        PinRefused(TOKEN, PinKind.USER, "refused-before"),
        PinRefused(TOKEN, PinKind.SO, "min-length", 8, new=True),
        PinRefused(TOKEN, PinKind.USER, "a rule of tomorrow"),
        PinLocked(TOKEN, PinKind.USER, tries(0, Certainty.EXACT), sent=False),
        LastTry(TOKEN, PinKind.USER, tries(1, Certainty.AT_MOST)),
        TokenSwapped(TOKEN, OTHER),
        LedgerUnwritable("disk full"),
    ],
)
def test_what_was_stopped_before_the_token_used_no_try(error: TokenError, language: Language) -> None:
    text = words(error, language).text
    assert NOTHING_SENT[language] in text
    assert NO_TRY[language] in text
    assert PERHAPS[language] not in text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", [ModuleCrashed, ModuleHung, errors.ModuleGarbled, TokenGone, errors.ModuleFault])
def test_a_module_that_failed_with_a_pin_leaves_a_doubt(kind: type[TokenError], language: Language) -> None:
    error = built(kind)
    error.no_try_used = False
    said = words(error, language)
    assert PERHAPS[language] in said.text
    assert said.next_step.startswith(LOOK[language])
    assert NO_TRY[language] not in said.text


@pytest.mark.parametrize("language", Language)
def test_a_module_that_failed_without_a_pin_says_nothing_of_tries(language: Language) -> None:
    text = "".join(words(ModuleCrashed("/x/a.so", "certificates"), language))
    assert not [note for note in (NO_TRY, PERHAPS, LOOK) if note[language] in text]


@pytest.mark.parametrize("language", Language)
def test_a_module_that_failed_before_the_pin_says_so(language: Language) -> None:
    error = ModuleCrashed("/x/a.so", "login")
    error.no_try_used = True
    assert NOTHING_SENT[language] in words(error, language).text


@pytest.mark.parametrize("language", Language)
def test_what_the_token_itself_refused_was_sent_and_still_used_no_try(language: Language) -> None:
    text = words(PinRefused(TOKEN, PinKind.USER, "token-rules", new=True), language).text
    assert NO_TRY[language] in text
    assert NOTHING_SENT[language] not in text


@pytest.mark.parametrize("language", Language)
def test_a_pin_that_was_sent_and_found_locked_leaves_no_doubt(language: Language) -> None:
    text = "".join(words(PinLocked(TOKEN, PinKind.USER, tries(0, Certainty.EXACT), sent=True), language))
    assert not [note for note in (NO_TRY, PERHAPS, LOOK) if note[language] in text]


@pytest.mark.parametrize("language", Language)
def test_what_stays_on_the_token_is_named_and_comes_first_in_what_to_do(language: Language) -> None:
    error = errors.TokenFull(TOKEN)
    error.left_on_token = ("My key", "a\nb")
    plain, said = words(errors.TokenFull(TOKEN), language), words(error, language)
    assert said.text.startswith(plain.text)
    assert "My key" in said.text
    assert "a\\u000ab" in said.text
    assert said.next_step.endswith(plain.next_step)
    assert said.next_step != plain.next_step


def test_a_locked_pin_shows_the_issuers_way_out() -> None:
    locked = PinLocked(TOKEN, PinKind.USER, tries(0, Certainty.EXACT), sent=False)
    assert words(locked, HANS, "1. 致电热线\n2. 等待审核").next_step == "1. 致电热线\n2. 等待审核"
    assert words(locked, HANS).next_step == "请不要再输入，并联系发证机构了解解锁办法。"


def test_the_administrators_lock_is_told_before_the_issuers_way_out() -> None:
    locked = PinLocked(TOKEN, PinKind.SO, tries(0, Certainty.EXACT), sent=False)
    said = words(locked, HANS, "热线 2921 6633").next_step
    assert said.startswith("请不要再输入；管理员密码锁定后")
    assert said.endswith("\n热线 2921 6633")


def test_the_miss_that_locks_shows_the_way_out_too() -> None:
    error = WrongPin(TOKEN, PinKind.USER, tries(0, Certainty.EXACT))
    assert words(error, HANS, "热线 2921 6633").next_step.endswith("\n热线 2921 6633")
    assert "热线" not in words(WrongPin(TOKEN, PinKind.USER, TWELVE), HANS, "热线 2921 6633").next_step


def test_a_refused_pin_says_which_rule_and_its_number() -> None:
    assert "至少 8 位" in words(PinRefused(TOKEN, PinKind.USER, "too-short", 8), HANS).text
    assert "at least 8 characters" in words(PinRefused(TOKEN, PinKind.USER, "min-length", 8, new=True), EN).text


def test_a_new_pin_is_called_new() -> None:
    assert words(PinRefused(TOKEN, PinKind.SO, "too-short", 8, new=True), HANS).title == "新管理员密码没有发送到令牌"


def test_a_module_is_called_by_its_file_and_what_it_was_doing() -> None:
    linux = words(ModuleCrashed("/usr/lib/libeToken.so", "login"), HANS).text
    windows = words(ModuleCrashed(r"C:\Windows\System32\eTPKCS11.dll"), EN).text
    assert "厂商模块 libeToken.so 在核对密码时意外停止" in linux
    assert "The vendor module eTPKCS11.dll stopped unexpectedly;" in windows


def test_the_wrong_bitness_is_said_in_numbers() -> None:
    text = words(ModuleUnfit("/x/a.so", "other-bits", "32", "64"), HANS).text
    assert "a.so 是 32 位的，本程序是 64 位的" in text


def test_what_others_wrote_is_made_visible() -> None:
    hostile = "a\u202e\nb{0}"
    for error in (
        TokenNotFound(hostile),
        KeyMissing(hostile),
        ModuleFault("/x/a.so", hostile, hostile),
        ModuleUnfit("/x/a.so", "unloadable", hostile),
        ModuleCrashed("/x/" + hostile),
        FileUnreadable(hostile, hostile),
        TokenAmbiguous(hostile, (hostile,)),
        errors.NotSupported(hostile),
        errors.ModuleUntrusted("/x/a.so", "owner", hostile),
        errors.ServiceDown(hostile),
    ):
        said = "".join(words(error, HANS))
        assert "\u202e" not in said
        assert "\n" not in said
        assert "a\\u202e\\u000ab{0}" in said


@pytest.mark.parametrize("kind", [ModuleCrashed, ModuleHung, ModuleFault, ModuleGarbled, ModuleUnfit, ModuleUntrusted])
@pytest.mark.parametrize("language", Language)
def test_last_fault_of_a_module_is_told_by_the_heading_of_its_error(
    kind: type[ModuleError], language: Language
) -> None:
    assert fault_words(LastFault(kind.code, "tokens"), language) == words_in(language)[kind.code][0]


def test_last_fault_tells_the_reason_that_was_given() -> None:
    fault = LastFault(ModuleFault.code, "FUNCTION_FAILED", reasoned=True)
    assert fault_words(fault, EN) == "The vendor module reports a fault (FUNCTION_FAILED)"
    assert fault_words(fault, HANS) == "厂商模块报告故障（FUNCTION_FAILED）"


def test_reason_of_a_last_fault_cannot_hide_what_it_is() -> None:
    assert "\u202e" not in fault_words(LastFault(ModuleFault.code, "a\u202eb", reasoned=True), EN)
