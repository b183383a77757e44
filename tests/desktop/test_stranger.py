"""A stranger's walk, with real tokens behind it: by keyboard alone, by mouse alone, and while things go wrong.

PICTURES_FOLDER=/tmp/walk keeps a picture of every step.
"""

from __future__ import annotations

import time
from itertools import cycle
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.acceptance.vendor import token_of_the_vendor
from tests.beds import pcsc, shim as shim_bed
from tests.beds.pcsc import PcscBed, VirtualCard, opensc_module
from tests.beds.shim import Shim
from tests.beds.softhsm import SoftHsm
from tests.desktop.stranger import (
    BOX,
    BUTTON,
    CLOCKED,
    DIALOG,
    FIELD,
    PAGES,
    PLACE,
    Album,
    Eyes,
    Hands,
    Keyboard,
    Mouse,
    Program,
    card_of,
    stalls,
    with_settings_inside,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.beds.desktop import Desktop

CURRENT, NEW, AGAIN, PUK = "当前密码", "新密码", "确认新密码", "PUK 解锁码"
CHANGE, UNLOCK = "更改密码", "解锁"
PIN, OWN, NEXT, LAST = "123456", "83920175", "72819364", "61728350"
LIMIT, FEW = 15, 3
#: How long the window is asked, how often, and what nobody waits for.
SECONDS, PACE, ANSWER, STALL = 20.0, 0.3, 3.0, 1000.0


@pytest.fixture(scope="module")
def readers() -> Iterator[PcscBed]:
    """Two readers of this file's own."""
    if why := pcsc.available():
        pytest.skip(why)
    with PcscBed() as made:
        yield made


@pytest.fixture
def bed(readers: PcscBed) -> Iterator[PcscBed]:
    """Empty before and after."""
    yield readers
    readers.clear()


@pytest.fixture
def card(bed: PcscBed) -> VirtualCard:
    """In the reader."""
    made = bed.card(card_of(0))
    made.plug()
    return made


@pytest.fixture
def program(desk: Desktop, bed: PcscBed, tmp_path: Path) -> Iterator[Program]:
    """Over OpenSC, not started yet."""
    env = {name: bed.env()[name] for name in ("PCSCLITE_CSOCK_NAME", "OPENSC_CONF")}
    module = opensc_module()
    assert module is not None
    made = Program(desk, tmp_path / "home", [module], env)
    yield made
    made.end()


class Walk(NamedTuple):
    """Who walks, what is kept of it, and the card that is counted behind their back."""

    eyes: Eyes
    hands: Hands
    album: Album
    card: VirtualCard

    def counts(self, left: int, lost: int, step: str = "") -> None:
        """On the card itself: what is left, and every wrong PIN that ever reached it."""
        assert (self.card.tries_left(), self.card.wrong_pins()) == (left, lost)
        if step:
            self.album.step(step)

    def open_change(self) -> None:
        self.hands.visit("密码")
        self.hands.press(BUTTON, f"{CHANGE}...")
        self.eyes.see(AGAIN)

    def fill(self, current: str, new: str) -> None:
        for name, text in ((CURRENT, current), (NEW, new), (AGAIN, new)):
            self.hands.type(name, text)


def looks_around(walk: Walk) -> None:
    walk.eyes.see("CHAN Tai Man", f"剩余 {LIMIT} 次，精确")  # of how many no card but the issuer's own promises
    walk.counts(LIMIT, 0, "home")
    walk.hands.visit("证书")
    walk.eyes.see("共 3 张", "RSA 2048，私钥在令牌内", "Hongkong Post e-Cert CA 1 - 15", "复制 PEM")
    walk.counts(LIMIT, 0, "certificate")


def changes_with_one_mistake(walk: Walk) -> None:
    walk.open_change()
    walk.album.step("change")
    walk.fill("100001", OWN)
    walk.counts(LIMIT, 0, "typed")
    walk.hands.send(CHANGE)
    walk.eyes.see(f"密码不正确，还剩 {LIMIT - 1} 次（精确）")
    walk.counts(LIMIT - 1, 1, "mistake")
    assert walk.eyes.focused() == (FIELD, CURRENT)
    walk.hands.type(CURRENT, PIN)
    walk.hands.send(CHANGE)
    walk.eyes.see_no(DIALOG)
    walk.eyes.see("密码已更改", f"剩余 {LIMIT} 次，精确")
    walk.counts(LIMIT, 1, "changed")
    walk.hands.press(BUTTON, "关闭这条消息")


def mistypes(walk: Walk, lefts: range, lost: int) -> int:
    """One wrong PIN for each number of tries that is to be left; what was lost by then."""
    for left in lefts:
        walk.hands.type(CURRENT, f"2000{left:02d}")
        walk.hands.send(CHANGE)
        walk.eyes.see(f"密码不正确，还剩 {left} 次（精确）")
        lost += 1
        walk.counts(left, lost)
    return lost


def is_warned(walk: Walk) -> None:
    """Few are left: it says so where everything begins."""
    walk.album.step("few")
    walk.hands.press(BUTTON, "取消")
    walk.eyes.see_no(DIALOG)
    walk.hands.visit("首页")
    walk.eyes.see("剩余次数不多", f"剩余 {FEW} 次，精确")
    if isinstance(walk.hands, Keyboard):
        walk.hands.passed.clear()
        walk.hands.reach(BUTTON, "查看记录")  # stands above the cards, so it comes before them
        assert "为什么是这个次数" not in [name for _role, name in walk.hands.passed]
    walk.album.step("few-at-home")


def locks(walk: Walk) -> None:
    walk.open_change()
    for name in (NEW, AGAIN):
        walk.hands.type(name, NEXT)
    lost = mistypes(walk, range(LIMIT - 1, FEW - 1, -1), 1)
    is_warned(walk)
    walk.open_change()
    for name in (NEW, AGAIN):
        walk.hands.type(name, NEXT)
    lost = mistypes(walk, range(FEW - 1, 0, -1), lost)
    walk.album.step("one-left")
    walk.hands.type(CURRENT, "200099")
    walk.hands.send(CHANGE)
    walk.eyes.see("这是最后一次机会", "没有消耗次数")
    walk.counts(1, lost, "last-try")
    assert not walk.eyes.can_press(BUTTON, "用掉最后一次")
    walk.hands.type(f"如要继续，请输入序列号尾号 {walk.card.spec.guid[-4:]}", walk.card.spec.guid[-4:], "text")
    walk.counts(1, lost, "last-try-word")
    walk.hands.send("用掉最后一次")
    walk.eyes.see("这个令牌锁定了", "2921 6633")
    walk.counts(0, lost + 1, "locked")
    assert lost + 1 == LIMIT + 1  # one long ago, and fifteen in a row


def unblocks(walk: Walk) -> None:
    walk.hands.press(BUTTON, "现在还能做什么")
    walk.eyes.see_no(DIALOG)
    walk.eyes.see("现在仍可以", "查看和导出证书")
    walk.album.step("what-still-works")
    walk.hands.press(BUTTON, f"{UNLOCK}...")
    for name, text in ((PUK, "87654321"), (NEW, LAST), (AGAIN, LAST)):
        walk.hands.type(name, text)
    walk.album.step("puk")
    walk.hands.send(UNLOCK)
    walk.eyes.see_no(DIALOG)
    walk.eyes.see("令牌已解锁，新密码已生效", f"剩余 {LIMIT} 次，精确")
    walk.counts(LIMIT, LIMIT + 1, "unlocked")
    assert walk.card.tries_left("puk") == walk.card.spec.puk_tries


@pytest.mark.timeout(240)
@pytest.mark.parametrize("made", [Keyboard, Mouse])
def test_whole_way(made: type[Keyboard | Mouse], program: Program, card: VirtualCard, record_property: Any) -> None:
    began = time.monotonic()
    eyes = program.start()
    hands = made(program.desk, eyes)
    walk = Walk(eyes, hands, Album(program.desk, hands.name), card)
    looks_around(walk)
    changes_with_one_mistake(walk)
    locks(walk)
    unblocks(walk)
    figures = {"steps": walk.album.steps, "lost": card.wrong_pins(), "seconds": round(time.monotonic() - began, 1)}
    record_property(hands.name, figures)


def test_first_start_by_keyboard(program: Program, card: VirtualCard) -> None:
    eyes = program.start(welcomed=False)
    hands = Keyboard(program.desk, eyes)
    album = Album(program.desk, "welcome")
    eyes.see("欢迎使用 tokenmgr", "请先同意")
    album.step("welcome")
    assert not eyes.can_press(BUTTON, "开始使用")
    hands.press(BOX, "我同意用户协议和隐私政策")
    hands.press(BUTTON, "开始使用")
    eyes.see_no(DIALOG)
    eyes.see("CHAN Tai Man")
    album.step("begun")
    eyes.must(lambda: program.settings()["welcomed"], "kept")
    assert card.verifies() == 0


def test_card_pulled_while_its_pin_is_typed(program: Program, card: VirtualCard, bed: PcscBed) -> None:
    other = bed.card(card_of(1))
    eyes = program.start()
    eyes.see("CHAN Tai Man")
    walk = Walk(eyes, Keyboard(program.desk, eyes), Album(program.desk, "pulled"), card)
    walk.open_change()
    walk.fill("100001", OWN)
    card.pull()
    eyes.see("令牌已拔出", "没有发送任何密码")
    assert not eyes.can_press(BUTTON, CHANGE)
    program.desk.tool("key", "Return")
    walk.album.step("pulled")
    card.plug()
    eyes.see("令牌已重新插入", "请重新输入密码")
    assert not eyes.can_press(BUTTON, CHANGE)  # what was typed for the insertion before is gone
    assert eyes.focused() == (FIELD, CURRENT)
    walk.album.step("plugged-again")
    walk.fill("100001", OWN)
    card.swap(other)
    eyes.see("令牌已拔出")
    program.desk.tool("key", "Return")
    walk.album.step("swapped")
    program.desk.tool("key", "Escape")
    eyes.see_no(DIALOG)
    eyes.see(f"·{other.spec.guid[-4:]}")
    walk.album.step("other-card")
    for each in (card, other):
        assert (each.verifies(), each.wrong_pins(), each.tries_left()) == (0, 0, LIMIT)


def test_keyboard_stays_in_a_sheet_that_turns(program: Program, bed: PcscBed) -> None:
    """One try, and it is wrong: whatever the sheet shows then, Tab goes around in it and Escape closes it."""
    card = bed.card(card_of(2, tries=1))
    card.plug()
    eyes = program.start()
    eyes.see("CHAN Tai Man")
    hands = Keyboard(program.desk, eyes)
    walk = Walk(eyes, hands, Album(program.desk, "turned"), card)
    walk.open_change()
    walk.fill("200001", OWN)
    hands.send(CHANGE)
    hands.type(f"如要继续，请输入序列号尾号 {card.spec.guid[-4:]}", card.spec.guid[-4:], "text")
    walk.counts(1, 0)
    hands.send("用掉最后一次")
    eyes.see("这个令牌锁定了")
    walk.counts(0, 1, "locked")
    hands.passed.clear()
    hands.reach(BUTTON, "关闭")
    hands.reach(BUTTON, "现在还能做什么")
    behind = [name for role, name in hands.passed if role == PLACE or name in {"快捷键与帮助", f"{UNLOCK}..."}]
    assert not behind
    program.desk.tool("key", "Escape")
    eyes.see_no(DIALOG)


class Answers:
    """Asks the window again and again to open a page, and takes the time."""

    def __init__(self, eyes: Eyes) -> None:
        self._eyes = eyes
        self.took: list[float] = []

    def ask(self, page: str) -> None:
        began = time.monotonic()
        shown = next(row["name"] for row in self._eyes.pages() if row["name"].startswith(page))
        self._eyes.ask("press", role=PLACE, name=shown, within="页面")
        self._eyes.must(lambda: (self._eyes.page() or "").startswith(page), f"{page} opens")
        self.took.append(time.monotonic() - began)
        if page == PAGES[0]:
            self._eyes.ask("press", role=BUTTON, name="重新查看")
        time.sleep(max(0.0, PACE - (time.monotonic() - began)))  # a person's pace, no wait for anything


def bad_module(folder: Path, name: str, fault: str) -> tuple[Shim, Path]:
    hsm = SoftHsm(folder / name)
    hsm.add_token(name, PIN, "87654321")
    made = Shim(hsm, folder / f"{name}-shim", fault=fault)
    return made, with_settings_inside(made, folder, name)


@pytest.mark.timeout(180)
def test_window_answers_while_modules_crash_and_hang(
    program: Program, card: VirtualCard, tmp_path: Path, record_property: Any
) -> None:
    if why := shim_bed.available():
        pytest.skip(why)
    shim_bed.build(tmp_path)
    crashes, crashing = bad_module(tmp_path, "crashing", "C_GetTokenInfo:segv")
    hangs, hanging = bad_module(tmp_path, "hanging", "C_GetTokenInfo:hang")
    vendor = with_settings_inside(token_of_the_vendor(tmp_path), tmp_path, "vendor")
    late = tmp_path / "stalls"
    program.modules = [*program.modules, vendor, crashing, hanging]
    program.env, program.door = {**program.env, "STALLS": str(late)}, ("-c", CLOCKED)
    eyes = program.start()
    album = Album(program.desk, "answers")
    eyes.see("CHAN Tai Man", "e-Cert")
    answers, began = Answers(eyes), time.monotonic()
    for page in cycle(PAGES):
        answers.ask(page)
        if time.monotonic() - began > SECONDS:
            break
    gaps = stalls(late, began)
    answers.ask(PAGES[0])
    eyes.see("CHAN Tai Man", "e-Cert")
    album.step("home")
    assert crashes.calls("C_GetTokenInfo") > 1
    assert hangs.calls("C_GetTokenInfo") >= 1
    assert (card.verifies(), card.tries_left()) == (0, LIMIT)
    figures = {"asked": len(answers.took), "longest": round(max(answers.took) * 1000), "stalls": gaps[:5]}
    record_property("answers", figures)
    assert max(answers.took) < ANSWER
    assert not gaps or gaps[0] < STALL
