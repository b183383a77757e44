"""A module that fails around a PIN: before it reached the token nothing is counted, after it a try is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.session.rig import SHIM_PIN, behind, words, wrong
from tokenmgr.model.errors import ModuleCrashed, ModuleFault, ModuleHung, TokenError, TokenGone, TokenSwapped, WrongPin
from tokenmgr.model.pin import Pin, PinKind

if TYPE_CHECKING:
    from pathlib import Path

    from tests.beds.shim import Shim
    from tests.session.rig import Rig

#: Of the 15 to 60 seconds that a module is given in earnest.
PATIENCE = 0.02


def after_looking(shim: Shim, home: Path, fault: str) -> Rig:
    """A rig whose module looks well until the fault's call."""
    shim.set(fault=fault)
    return behind(shim, home, patience=PATIENCE)


#: Fault, error, what the ledger says, tries truly left of 15, tries shown.
FAULTS = {
    "dies before the PIN": ("C_OpenSession:segv", ModuleCrashed, None, 15, 15),
    "dies at the PIN": ("C_Login:segv", ModuleCrashed, "lost", 15, 14),
    "aborts at the PIN": ("C_Login:abort", ModuleCrashed, "lost", 15, 14),
    "exits at the PIN": ("C_Login:exit", ModuleCrashed, "lost", 15, 14),
    "dies after the PIN": ("C_Login:kill_after", ModuleCrashed, "lost", 14, 14),
    "hangs at the PIN": ("C_Login:hang", ModuleHung, "lost", 15, 14),
    "hangs after the PIN": ("C_Login:hang_after", ModuleHung, "lost", 14, 14),
    "device error at the PIN": ("C_Login:rv=0x30", ModuleFault, "lost", 15, 14),
    "device error after it": ("C_Login:rv_after=0x30", ModuleFault, "lost", 14, 14),
    "removed at the PIN": ("C_Login:rv=0x32", TokenGone, "lost", 15, 14),
}


@pytest.mark.parametrize(("fault", "error", "word", "left", "shown"), FAULTS.values(), ids=FAULTS.keys())
def test_never_more_than_are_left(
    shim: Shim, tmp_path: Path, fault: str, error: type[TokenError], word: str | None, left: int, shown: int
) -> None:
    home = tmp_path / "home"
    began = time.monotonic()
    with after_looking(shim, home, fault) as rig:
        session = rig.session()
        if word is None:  # looking opens a session, too
            shim_calls = shim.calls("C_Login")
            with pytest.raises(error):
                session.certificates()
            assert shim_calls == 0
            return
        with pytest.raises(error) as failed:
            session.login(wrong())
        assert failed.value.no_try_used is not True
        assert words(rig, session.token.id) == [word]
        assert shim.calls("C_Login") == 1  # nothing repeats a PIN by itself
    assert time.monotonic() - began < 10
    shim.set(fault=None)
    with behind(shim, home) as rig:
        assert shim.tries_left("user") == left
        assert rig.session().tries().at_most == shown


def test_what_fails_before_the_pin_is_no_miss(shim: Shim, tmp_path: Path) -> None:
    """The third session of this run is the one that the login opens; all of it is before the PIN."""
    shim.set(safenet=1, manufacturer="SafeNet, Inc.")
    for number in range(1, 6):
        home = tmp_path / f"home{number}"
        shim.set(fault=f"C_GetTokenInfo:segv@{number}+", trace=tmp_path / f"trace{number}")
        with behind(shim, home, patience=PATIENCE) as rig:
            with pytest.raises((ModuleCrashed, TokenError)):
                rig.session().login(wrong())
            events = [row for row in all_lines(rig) if row != "void"]
        assert events == []
    assert shim.tries_left("user") == 15


def all_lines(rig: Rig) -> list[str]:
    if not (rig.home / "ledger.sqlite").exists():
        return []
    found, _number = rig.ledger._run("SELECT what FROM event", ())
    return [str(row[0]) for row in found]


@pytest.mark.parametrize("count", range(1, 9))
def test_whatever_call_fails_the_number_shown_is_true(shim: Shim, tmp_path: Path, count: int) -> None:
    """The n-th look at the token's state fails with a device error, wherever in the try that is."""
    home = tmp_path / "home"
    shim.set(fault=f"C_GetSessionInfo:rv=0x30@{count}")
    with behind(shim, home) as rig, pytest.raises(TokenError) as failed:
        rig.session().login(wrong())
    true = shim.tries_left("user")
    shim.set(fault=None)
    with behind(shim, home) as rig:
        shown = rig.session().tries().at_most
    assert shown is not None
    assert true - 1 <= shown <= true
    assert true == 15 or isinstance(failed.value, WrongPin) or failed.value.no_try_used is not True


def test_the_answer_lost_after_a_change(own_shim: Shim, tmp_path: Path) -> None:
    """Done on the token, never heard of: counted as a try, the new PIN works, nothing is tried by itself."""
    home = tmp_path / "home"
    own_shim.set(fault="C_SetPIN:kill_after")
    with behind(own_shim, home) as rig:
        session = rig.session()
        with pytest.raises(ModuleCrashed):
            session.change_pin(PinKind.USER, Pin(SHIM_PIN), Pin("246813"))
        assert words(rig, session.token.id) == ["lost"]
    assert (own_shim.calls("C_SetPIN"), own_shim.calls("C_Login")) == (1, 0)
    own_shim.set(fault=None)
    with behind(own_shim, home) as rig:
        rig.session().login(Pin("246813"))
        assert rig.session().tries().at_most == 15


def test_swapped_between_prompt_and_pin(shim: Shim, tmp_path: Path) -> None:
    """The module shows another serial number once the session is open."""
    with behind(shim, tmp_path / "home") as rig:
        session = rig.session()
        rig.inventory.providers[0].close()
        rig.inventory.providers[0].host._env["SHIM_SERIAL"] = "ANOTHER"  # type: ignore[attr-defined]
        with pytest.raises((TokenGone, TokenSwapped)):
            session.login(Pin(SHIM_PIN))
        assert words(rig, session.token.id) == []
    assert (shim.calls("C_Login"), shim.tries_left("user")) == (0, 15)


def test_pulled_between_prompt_and_pin(shim: Shim, tmp_path: Path) -> None:
    with behind(shim, tmp_path / "home") as rig:
        session = rig.session()
        shim.pull()
        with pytest.raises(TokenGone):
            session.login(wrong())
        assert words(rig, session.token.id) == []
        shim.plug()
        with pytest.raises(WrongPin):
            rig.session().login(wrong())
    assert (shim.calls("C_Login"), shim.tries_left("user")) == (1, 14)


def test_a_former_insertion_is_sent_nothing(shim: Shim, tmp_path: Path) -> None:
    """The same token, put in again while the prompt was open: the PIN was typed for the insertion before."""
    with behind(shim, tmp_path / "home") as rig:
        session = rig.session()
        shim.pull()
        rig.inventory.refresh()
        shim.plug()
        assert rig.session() is not session
        with pytest.raises(TokenGone) as refused:
            session.login(Pin(SHIM_PIN))
        assert refused.value.no_try_used is True
    assert shim.calls("C_Login") == 0
