"""Modules in browsers: what is offered, and that taking out goes back exactly or takes only our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browsers.lists import FIREFOX_MADE
from tests.browsers.test_running import held
from tests.browsers.users import profile
from tests.ground.tree import ROOT
from tokenmgr.actions import browsers
from tokenmgr.actions.browsers import REGISTERED, REMOVED, Offer, lasting, look, offers, register, remove, take_back
from tokenmgr.browsers.kinds import Packaging
from tokenmgr.browsers.module_list import Entry
from tokenmgr.browsers.ways import Way
from tokenmgr.ca.shelf import Shelf
from tokenmgr.changes.record import Changes
from tokenmgr.model.browser_errors import BrowserLacksModule, BrowserRunning, BrowserSandboxed
from tokenmgr.model.computer_errors import ChangedSince
from tokenmgr.model.module import ModuleState, ModuleStatus

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.browsers.kinds import BrowserProfile

ISSUERS = Shelf(ROOT / "resources" / "ca").profiles
NAME, SAFENET, OPENSC = "e-Cert Token", "/usr/lib/libeToken.so", "/usr/lib/opensc-pkcs11.so"
OURS = b"library=/usr/lib/libeToken.so\nname=e-Cert Token\n\n"
OTHER = b"library=/usr/lib/other.so\nname=Other\n\n"


def module(path: str, state: ModuleState = ModuleState.READY, name: str = "") -> ModuleStatus:
    return ModuleStatus(path, "vendor", name, "catalogue", state)


@pytest.fixture
def firefox(tmp_path: Path) -> BrowserProfile:
    return profile(tmp_path / "firefox")


@pytest.fixture
def changes(tmp_path: Path) -> Changes:
    return Changes(tmp_path / "changes")


def test_an_issuers_module_has_the_issuers_name_and_comes_first() -> None:
    found = offers([module(OPENSC, name="OpenSC"), module(SAFENET, name="SafeNet")], ISSUERS)
    assert found == [Offer(NAME, SAFENET, "hkpost-safenet"), Offer("OpenSC", OPENSC)]


@pytest.mark.parametrize("state", [state for state in ModuleState if state is not ModuleState.READY])
def test_only_a_module_that_answers_is_offered(state: ModuleState) -> None:
    assert offers([module(SAFENET, state)], ISSUERS) == []


def test_the_name_that_outlives_an_update_of_the_driver(tmp_path: Path) -> None:
    real = tmp_path / "libeToken.so.10.8.1050"
    real.touch()
    assert lasting(str(real)) == str(real)
    (tmp_path / "libeToken.so").symlink_to(real.name)
    assert lasting(str(real)) == str(tmp_path / "libeToken.so")
    assert offers([module(str(real))], ISSUERS) == [Offer(NAME, str(tmp_path / "libeToken.so"), "hkpost-safenet")]
    (tmp_path / "libeToken.so").unlink()
    (tmp_path / "libeToken.so").touch()
    assert lasting(str(real)) == str(real)


def test_how_it_stands_everywhere(tmp_path: Path, firefox: BrowserProfile) -> None:
    snap = profile(tmp_path / "snap", Packaging.SNAP, FIREFOX_MADE + OURS)
    broken = profile(tmp_path / "broken", listing=None)
    broken.list_file.mkdir()
    with held(firefox.folder / ".parentlock", "lock"):
        rows = look([firefox, snap, broken], [module(SAFENET)], ISSUERS)
    offer = Offer(NAME, SAFENET, "hkpost-safenet")
    assert rows == [
        (firefox, (), True, Way.DIRECT, (offer,), ""),
        (snap, (Entry(NAME, SAFENET),), False, Way.SNAP_REPLACE, (), ""),
        (broken, (), False, Way.DIRECT, (offer,), "not-a-file"),
    ]


def test_registered_and_undone_to_the_byte(firefox: BrowserProfile, changes: Changes) -> None:
    number = register(changes, firefox, NAME, SAFENET)
    assert firefox.list_file.read_bytes() == FIREFOX_MADE + OURS
    made = changes.find(number)
    assert (made.kind, dict(made.what)["browser"], dict(made.what)["name"]) == (REGISTERED, "Firefox", NAME)
    remove(changes, firefox, NAME, SAFENET)
    assert firefox.list_file.read_bytes() == FIREFOX_MADE
    assert changes.standing() == []


def test_a_list_that_we_made_is_gone_again(tmp_path: Path, changes: Changes) -> None:
    new = profile(tmp_path / "new", listing=None)
    register(changes, new, NAME, SAFENET)
    remove(changes, new, NAME, SAFENET)
    assert not new.list_file.exists()


def test_what_is_registered_so_already_is_no_change(firefox: BrowserProfile, changes: Changes) -> None:
    register(changes, firefox, NAME, SAFENET)
    assert register(changes, firefox, NAME, SAFENET) == ""
    assert len(changes.all()) == 1


def test_what_others_changed_since_stays(firefox: BrowserProfile, changes: Changes) -> None:
    register(changes, firefox, NAME, SAFENET)
    firefox.list_file.write_bytes(FIREFOX_MADE + OTHER + OURS + OTHER)
    remove(changes, firefox, NAME, SAFENET)
    assert firefox.list_file.read_bytes() == FIREFOX_MADE + OTHER + OTHER
    assert changes.standing() == []


def test_what_others_took_out_needs_nothing(firefox: BrowserProfile, changes: Changes) -> None:
    number = register(changes, firefox, NAME, SAFENET)
    firefox.list_file.write_bytes(FIREFOX_MADE + OTHER)
    take_back(changes, changes.find(number), [firefox])
    assert firefox.list_file.read_bytes() == FIREFOX_MADE + OTHER
    assert changes.standing() == []


def test_a_profile_that_is_gone_needs_nothing(firefox: BrowserProfile, changes: Changes) -> None:
    number = register(changes, firefox, NAME, SAFENET)
    firefox.list_file.unlink()
    firefox.folder.rmdir()
    take_back(changes, changes.find(number), [])
    assert changes.standing() == []


def test_what_somebody_else_registered_can_be_put_back(firefox: BrowserProfile, changes: Changes) -> None:
    firefox.list_file.write_bytes(FIREFOX_MADE + OTHER)
    remove(changes, firefox, "Other", "/usr/lib/other.so")
    assert firefox.list_file.read_bytes() == FIREFOX_MADE
    (made,) = changes.standing()
    assert made.kind == REMOVED
    take_back(changes, made, [firefox])
    assert firefox.list_file.read_bytes() == FIREFOX_MADE + OTHER


def test_putting_back_does_not_overwrite(firefox: BrowserProfile, changes: Changes) -> None:
    firefox.list_file.write_bytes(FIREFOX_MADE + OTHER)
    remove(changes, firefox, "Other", "/usr/lib/other.so")
    firefox.list_file.write_bytes(FIREFOX_MADE + OURS)
    with pytest.raises(ChangedSince):
        take_back(changes, changes.standing()[0], [firefox])
    assert firefox.list_file.read_bytes() == FIREFOX_MADE + OURS


def test_nothing_happens_while_it_is_open(firefox: BrowserProfile, changes: Changes) -> None:
    number = register(changes, firefox, NAME, SAFENET)
    with held(firefox.folder / ".parentlock", "lock"):
        with pytest.raises(BrowserRunning):
            register(changes, firefox, "Other", "/usr/lib/other.so")
        with pytest.raises(BrowserRunning):
            remove(changes, firefox, NAME, SAFENET)
        with pytest.raises(BrowserRunning):
            take_back(changes, changes.find(number), [firefox])
    assert firefox.list_file.read_bytes() == FIREFOX_MADE + OURS
    assert [each.id for each in changes.standing()] == [number]


def test_what_is_refused_leaves_no_change(tmp_path: Path, firefox: BrowserProfile, changes: Changes) -> None:
    with pytest.raises(BrowserSandboxed):
        register(changes, profile(tmp_path / "snap", Packaging.SNAP), NAME, SAFENET)
    with pytest.raises(BrowserLacksModule):
        remove(changes, firefox, NAME, SAFENET)
    assert changes.all() == []


def test_here_is_this_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".pki/nssdb").mkdir(parents=True)
    assert [each.id for each in browsers.here()] == [each.id for each in browsers.here(tmp_path)] == ["chromium:nssdb"]
