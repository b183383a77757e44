"""Whoever looks, in a thread of its own: on real practice tokens, and beside a module that never answers."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests import practising
from tests.practising import CLII, HK, NETCA
from tests.ui import sample
from tokenmgr import app
from tokenmgr.actions.glance import Glance, take
from tokenmgr.cli.wishes import Wishes
from tokenmgr.model.errors import ModuleUnfit, TokenBusy
from tokenmgr.providers.practice.provider import PracticeProvider
from tokenmgr.providers.practice.shelf import Shelf
from tokenmgr.session.waiting import Waiting
from tokenmgr.session.watch import Watch
from tokenmgr.ui import looking
from tokenmgr.ui.looking import HOUR, MINUTE, PRACTICE_PACE, Looker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tokenmgr.model.certificate import Certificate
    from tokenmgr.model.token import Token, TokenId
    from tokenmgr.session.desk import Desk
    from tokenmgr.ui.screen import Screen

ALL = {HK, CLII, NETCA}


class Hanging(PracticeProvider):
    """A module that says nothing of its tokens until it is let go."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.name = "hanging"
        self.go = threading.Event()
        self.asked = threading.Event()

    def tokens(self) -> Sequence[Token]:
        self.asked.set()
        self.go.wait(30)
        return [each._replace(id=each.id._replace(serial="H" + each.id.serial)) for each in super().tokens()]


class Bed:
    """A screen, and who looks for it."""

    def __init__(self, screen: Screen, home: Path, qtbot: QtBot) -> None:
        self.screen, self.home, self._qtbot = screen, home, qtbot
        self.glances: list[Glance] = []
        self.afresh: list[bool] = []
        self.threads: set[str] = set()
        self.hanging: Hanging | None = None
        screen.show(Glance(sample.NOW, loading=True))
        screen.glanced.connect(self.glances.append)
        self.looker: Looker | None = None

    def start(self, *, practising: bool = True) -> Looker:
        self.looker = Looker(self.screen, self._build, self._take, practising=practising)
        self.looker.start()
        return self.looker

    def _build(self) -> Desk:
        self.threads.add(threading.current_thread().name)
        desk = app.build(Wishes(home=str(self.home), practice=True))  # no module of this computer
        desk.inventory.providers = () if self.hanging is None else (self.hanging,)
        return desk._replace(watch=lambda: Watch(()))  # nor its readers: only what is said here wakes it

    def _take(self, desk: Desk, _values: Any, afresh: bool) -> Glance:
        self.threads.add(threading.current_thread().name)
        self.afresh.append(afresh)
        return take(desk, desk.known(), desk.history(), afresh=afresh)

    def hang(self) -> Hanging:
        self.hanging = Hanging(self.home / "practice")
        return self.hanging

    def serials(self) -> set[str]:
        return {each.id.serial for each in self.screen.glance.tokens}

    def faults(self) -> set[type]:
        return {type(each.overview.fault) for each in self.screen.glance.tokens}

    def until(self, fits: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(fits, timeout=10_000)

    def until_seen(self, serials: set[str]) -> None:
        self.until(lambda: not self.screen.glance.loading and self.serials() == serials)


@pytest.fixture
def bed(screen: Screen, made_home: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Bed]:
    made = Bed(screen, practising.copied(made_home, tmp_path / "home"), qtbot)
    yield made
    if made.hanging is not None:
        made.hanging.go.set()
    if made.looker is not None:
        made.looker.stop()


def test_the_first_glance_comes_by_itself_from_a_thread_of_its_own(bed: Bed) -> None:
    bed.start()
    bed.until_seen(ALL)
    assert bed.threads == {"looker"}
    assert bed.screen.desk is not None
    assert bed.afresh[0] is False


def test_the_desk_does_what_was_chosen_before_and_after_it_came(bed: Bed) -> None:
    bed.screen.choices.choose(pin_cache_minutes=60)
    bed.start()
    bed.until_seen(ALL)
    assert bed.screen.desk is not None
    assert bed.screen.desk.cache.minutes == 60
    bed.screen.choices.choose(pin_cache_minutes=0)
    assert bed.screen.desk.cache.minutes == 0


def test_looking_again_sees_what_changed_and_reads_afresh(bed: Bed) -> None:
    bed.start()
    bed.until_seen(ALL)
    Shelf(bed.home / "practice").pull(HK)
    bed.screen.look_again()
    bed.until_seen(ALL - {HK})
    assert True in bed.afresh


def test_practice_tokens_come_and_go_as_the_person_likes(bed: Bed) -> None:
    bed.start(practising=False)
    bed.until_seen(set())
    bed.screen.practise(True)
    bed.until_seen(ALL)
    bed.screen.practise(False)
    bed.until_seen(set())
    bed.screen.practise(True)
    bed.until_seen(ALL)
    assert bed.screen.desk is not None
    assert [each.name for each in bed.screen.desk.inventory.providers] == ["practice"]


def test_practice_tokens_pulled_elsewhere_are_missed_soon(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "PRACTICE_PACE", 0.05)
    bed.start()
    bed.until_seen(ALL)
    Shelf(bed.home / "practice").pull(NETCA)
    bed.until_seen(ALL - {NETCA})
    assert set(bed.afresh) == {False}, "nobody asked for it"


def test_what_another_process_waits_for_is_left_alone_until_that_is_over(
    bed: Bed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "BUSY_PACE", 0.05)
    monkeypatch.setattr(looking, "PRACTICE_PACE", HOUR)
    bed.start()
    bed.until_seen(ALL)
    tokens = [each.token for each in bed.screen.glance.tokens]
    with Waiting(bed.home / "waiting").claim(tokens[0], tokens[1:]):
        bed.screen.look_again()
        bed.until(lambda: bed.faults() == {TokenBusy})
        assert bed.serials() == ALL
    bed.until(lambda: bed.faults() == {type(None)})


def test_a_module_that_does_not_answer_keeps_no_others_from_the_screen(
    bed: Bed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "PATIENCE", 0.1)
    monkeypatch.setattr(looking, "PRACTICE_PACE", HOUR)  # an answer that comes late is shown at once
    hanging = bed.hang()
    bed.start()
    bed.until_seen(ALL)
    hanging.go.set()
    bed.until(lambda: len(bed.serials()) == 2 * len(ALL))


def test_it_ends_within_moments(bed: Bed) -> None:
    looker = bed.start()
    bed.until_seen(ALL)
    begun = time.monotonic()
    looker.stop()
    assert time.monotonic() - begun < 1.5
    assert not any(
        thread.name == "looker" for thread in threading.enumerate() if thread.is_alive() and _is(thread, looker)
    )


def _is(thread: threading.Thread, looker: Looker) -> bool:
    return thread is looker._thread and not looker._ended.is_set()


def test_it_ends_while_a_module_hangs(bed: Bed) -> None:
    hanging = bed.hang()
    looker = bed.start()
    assert hanging.asked.wait(10)
    begun = time.monotonic()
    looker.stop(2.0)
    assert time.monotonic() - begun < 2.5
    assert bed.glances == []


def test_it_ends_while_a_module_hangs_over_certificates(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, go = threading.Event(), threading.Event()

    def certificates(_provider: PracticeProvider, _token: TokenId) -> tuple[Certificate, ...]:
        asked.set()
        go.wait(10)
        return ()

    monkeypatch.setattr(PracticeProvider, "certificates", certificates)
    looker = bed.start()
    assert asked.wait(10)
    begun = time.monotonic()
    looker.stop(0.2)
    assert time.monotonic() - begun < 1.0
    go.set()


def test_a_module_that_cannot_be_used_is_said_in_words(bed: Bed, qtbot: QtBot) -> None:
    def build() -> Desk:
        raise ModuleUnfit("/nowhere/module.so", "missing")

    bed.looker = Looker(bed.screen, build, bed._take, practising=True)
    with qtbot.waitSignal(bed.screen.said) as told, qtbot.assertNotEmitted(bed.screen.bridge.stumbled):
        bed.looker.start()
    assert told.args[0].tone == "bad"
    assert "module.so" in "".join(told.args[0][1:3])
    assert not bed.screen.glance.loading


def test_it_may_be_stopped_before_it_has_begun(bed: Bed) -> None:
    looker = Looker(bed.screen, bed._build, bed._take, practising=True)
    begun = time.monotonic()
    looker.stop()
    assert time.monotonic() - begun < 0.5


def test_a_fault_of_the_program_is_told_and_the_thread_ends(bed: Bed, qtbot: QtBot) -> None:
    def fall() -> Desk:
        raise ValueError("fault")

    looker = Looker(bed.screen, fall, bed._take, practising=True)
    with qtbot.waitSignal(bed.screen.bridge.stumbled) as told:
        looker.start()
    assert isinstance(told.args[0], ValueError)
    begun = time.monotonic()
    looker.stop()
    assert time.monotonic() - begun < 1.0


def test_a_look_that_fell_is_told_and_the_next_one_is_taken(bed: Bed, qtbot: QtBot) -> None:
    falls = [True]

    def take_or_fall(desk: Desk, values: Any, afresh: bool) -> Glance:
        if falls.pop() if falls else False:
            raise ValueError("fault")
        return bed._take(desk, values, afresh)

    bed.looker = Looker(bed.screen, bed._build, take_or_fall, practising=True)
    with qtbot.waitSignal(bed.screen.bridge.stumbled) as told:
        bed.looker.start()
    assert isinstance(told.args[0], ValueError)
    bed.screen.look_again()
    bed.until_seen(ALL)


def test_how_long_it_sleeps(screen: Screen) -> None:
    looker = Looker(screen, lambda: None, lambda *_given: None, practising=False)  # type: ignore[arg-type, return-value]
    hk, clii, _netca, practice = sample.tokens_here()
    glance = sample.full()
    assert looker._pace(glance) == PRACTICE_PACE
    assert looker._pace(glance._replace(tokens=(hk, clii))) == MINUTE, "minutes are counted down"
    assert looker._pace(glance._replace(tokens=(clii,))) == HOUR
    assert looker._pace(sample.empty()) == HOUR
    assert looker._pace(glance._replace(tokens=(practice,))) == PRACTICE_PACE
