"""A PIN that was refused once is refused here for as long as it is certainly wrong, and no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.rig import HK, HK_PIN, SHIM_PIN, SHIM_SO, Rig, behind, practice, truly_left, wrong, yes
from tokenmgr.model.errors import PinRefused, WrongPin
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.providers.practice.provider import PracticeProvider

if TYPE_CHECKING:
    from pathlib import Path

    from tests.beds.shim import Shim
    from tokenmgr.session.session import TokenSession

WISH = "Wish!2026a"


def missed(session: TokenSession, pin: str) -> None:
    with pytest.raises(WrongPin):
        session.login(Pin(pin))
    stopped(session, pin)


def stopped(session: TokenSession, pin: str) -> None:
    with pytest.raises(PinRefused) as refused:
        session.login(Pin(pin))
    assert refused.value.rule == "refused-before"


def test_the_command_line_makes_it_the_right_one(home: Path) -> None:
    with practice(home) as window, practice(home) as command:
        session = window.session(HK)
        missed(session, WISH)
        other = command.session(HK)
        other.change_pin(PinKind.USER, Pin(HK_PIN), Pin(WISH))
        other.login(Pin(WISH))
        session.login(Pin(WISH))
        assert truly_left(home, HK) == 15


def test_another_users_program_makes_it_the_right_one(home: Path) -> None:
    """Our ledger does not know of it; the token's counter shows that somebody was right."""
    strangers = Rig(home / "elsewhere", PracticeProvider(home / "practice"))
    with practice(home) as window, strangers:
        session = window.session(HK)
        missed(session, WISH)
        strangers.session(HK).change_pin(PinKind.USER, Pin(HK_PIN), Pin(WISH))
        session.login(Pin(WISH))
        assert truly_left(home, HK) == 15


def test_unlocked_elsewhere_with_what_was_wrong_before(own_shim: Shim, tmp_path: Path) -> None:
    """This token has no counter; its flags tell."""
    own_shim.set(flags="soft")
    with behind(own_shim, tmp_path / "home") as rig:
        session = rig.session()
        missed(session, "246813")
        with behind(own_shim, tmp_path / "portal") as portal:
            portal.session().set_pin(Pin(SHIM_SO), Pin("246813"), yes)
        rig.inventory.providers[0].close()  # SoftHSM notices another process's change only when it starts
        session.login(Pin("246813"))
        assert own_shim.tries_left("user") == 15


def test_plugged_in_again_it_may_be_tried_again(rig: Rig, home: Path) -> None:
    bench = rig.inventory.providers[0]
    missed(rig.session(HK), WISH)
    bench.pull(HK)  # type: ignore[attr-defined]
    rig.inventory.refresh()
    bench.plug(HK)  # type: ignore[attr-defined]
    missed(rig.session(HK), WISH)
    assert truly_left(home, HK) == 13


@pytest.mark.parametrize("flags", ["late", "soft"])
def test_a_right_pin_of_ours_makes_no_wrong_one_right(shim: Shim, tmp_path: Path, flags: str) -> None:
    """All tries are back, and the ledger knows why."""
    shim.set(flags=flags)
    with behind(shim, tmp_path / "home") as rig:
        session = rig.session()
        for number in range(4):
            missed(session, wrong(number).text())
        session.login(Pin(SHIM_PIN))
        for number in range(4):
            stopped(session, wrong(number).text())
        missed(session, wrong(4).text())
        for number in range(5):
            stopped(session, wrong(number).text())
        assert shim.tries_left("user") == 14
