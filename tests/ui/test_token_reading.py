"""Read once for what a Glance shows, again when it shows something else, and never in the midst of a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import practising
from tests.ui.at_work import CLII, HK, AtWork
from tokenmgr.model.errors import NotSupported
from tokenmgr.ui.token_reading import Readings, TokenReading, read_token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.pin import PinKind


@pytest.fixture
def work(tmp_path: Path, dressed: Callable[..., None]) -> Iterator[AtWork]:
    dressed()
    made = AtWork(practising.make(tmp_path))
    yield made
    made.close()


def shown(work: AtWork) -> TokenGlance:
    found = work.screen.glance.token(work.token(CLII))
    assert found is not None
    return found


def test_keys_rules_and_the_administrator_are_read(work: AtWork) -> None:
    readings = Readings(work.screen)
    readings.want(shown(work))
    work.until(lambda: readings.known(work.token(CLII)))
    known = readings.known(work.token(CLII))
    assert known is not None
    assert known.officer_tries is not None
    assert known.officer_tries.at_most == 10
    assert known.policy is not None


def test_only_when_something_changed(work: AtWork) -> None:
    readings = Readings(work.screen)
    arrived: list[object] = []
    readings.arrived.connect(arrived.append)
    readings.want(shown(work))
    readings.want(shown(work))
    work.until(lambda: arrived)
    readings.want(shown(work))
    assert len(arrived) == 1
    readings.want(shown(work)._replace(alias="other"))
    work.until(lambda: len(arrived) == 2)


def test_a_token_in_the_midst_of_a_dialog_is_left_alone(work: AtWork) -> None:
    readings = Readings(work.screen)
    work.run("rename", HK)
    readings.want(shown(work))
    assert not readings._asked


class Mute:
    """A session that answers nothing but one question."""

    def private_keys(self) -> list[object]:
        return []

    def data_objects(self) -> list[object]:
        raise NotSupported("store")

    policy = data_objects

    def reading(self, _kind: PinKind) -> object:
        raise NotSupported("pin")


def test_what_is_not_answered_is_not_said() -> None:
    asked: Callable[..., TokenReading] = read_token
    assert asked(Mute()) == TokenReading(keys=())
