"""What the doctor says of browsers, on profiles made for the test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tokenmgr.actions.checks.browsers import check_browsers
from tokenmgr.actions.repairs.browser import browser_entry
from tokenmgr.actions.undoing import undo
from tokenmgr.browsers import found
from tokenmgr.browsers.kinds import Browser, BrowserProfile, Packaging
from tokenmgr.ca.shelf import Shelf
from tokenmgr.changes.record import Changes
from tokenmgr.model.module import ModuleState, ModuleStatus

RESOURCES = Path(__file__).parents[3] / "resources"
ISSUERS = Shelf(RESOURCES / "ca", RESOURCES / "nowhere").profiles


@pytest.fixture
def module(tmp_path: Path) -> ModuleStatus:
    """SafeNet's, as HK Post's issuer profile knows it by name."""
    hk = next(issuer for issuer in ISSUERS if issuer.firefox_name == "e-Cert Token")
    path = tmp_path / hk.modules.every[0]
    path.write_bytes(b"")
    return ModuleStatus(str(path), "safenet", "SafeNet", "catalogue", ModuleState.READY)


@pytest.fixture
def profile(tmp_path: Path) -> BrowserProfile:
    folder = tmp_path / "abc.default-esr"
    folder.mkdir()
    (folder / "pkcs11.txt").write_bytes(b"library=\nname=NSS Internal PKCS #11 Module\nparameters=\n\n")
    return BrowserProfile(Browser.FIREFOX, Packaging.SYSTEM, "default-esr", folder)


def test_it_does_not_know_the_module_yet(profile: BrowserProfile, module: ModuleStatus, tmp_path: Path) -> None:
    before = profile.list_file.read_bytes()
    [finding] = check_browsers([profile], [module], ISSUERS)
    assert (finding.state, finding.next_step) == ("warn", "register-in-browser")
    assert dict(finding.facts)["name"] == "e-Cert Token"
    repair = browser_entry(finding, [profile])
    changes = Changes(tmp_path / "changes")
    number = changes.apply(repair.kind, repair.what, repair.edits)
    [after] = check_browsers([profile], [module], ISSUERS)
    assert (after.state, dict(after.facts)["name"]) == ("ok", "e-Cert Token")
    undo(changes, number, lambda: [profile])
    assert profile.list_file.read_bytes() == before


def test_what_others_added_since_stays(profile: BrowserProfile, module: ModuleStatus, tmp_path: Path) -> None:
    [finding] = check_browsers([profile], [module], ISSUERS)
    repair = browser_entry(finding, [profile])
    changes = Changes(tmp_path / "changes")
    number = changes.apply(repair.kind, repair.what, repair.edits)
    other = b"library=/opt/other.so\nname=Other\n\n"
    profile.list_file.write_bytes(profile.list_file.read_bytes() + other)
    undo(changes, number, lambda: [profile])
    left = profile.list_file.read_bytes()
    assert other in left
    assert b"e-Cert Token" not in left
    assert changes.standing() == []


def test_a_registered_module_that_is_gone(profile: BrowserProfile, module: ModuleStatus) -> None:
    listed = profile.list_file.read_bytes()
    profile.list_file.write_bytes(listed + b"library=/gone/lib.so\nname=Old Token\n\n")
    states = {dict(each.facts)["name"]: each.facts[-1] for each in check_browsers([profile], [], ISSUERS)}
    assert states == {"Old Token": ("reason", "gone")}


def test_a_module_by_its_name_alone_is_found_by_the_browser(profile: BrowserProfile) -> None:
    listed = profile.list_file.read_bytes()
    profile.list_file.write_bytes(listed + b"library=opensc-pkcs11.so\nname=OpenSC\n\n")
    [finding] = check_browsers([profile], [], ISSUERS)
    assert (finding.state, finding.facts[-1]) == ("ok", ("name", "OpenSC"))


def test_one_that_is_shut_in(profile: BrowserProfile, module: ModuleStatus) -> None:
    shut_in = profile._replace(packaging=Packaging.SNAP)
    [finding] = check_browsers([shut_in], [module], ISSUERS)
    assert (finding.next_step, finding.repair) == ("use-other-browser", "")


def test_one_that_is_open(profile: BrowserProfile, module: ModuleStatus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tokenmgr.browsers.running.is_running", lambda _profile: True)
    [finding] = check_browsers([profile], [module], ISSUERS)
    assert (finding.next_step, finding.repair) == ("close-browser", "")


def test_a_module_that_no_issuer_names_is_nobodys_wish(profile: BrowserProfile, module: ModuleStatus) -> None:
    unknown = module._replace(path="/usr/lib/other.so")
    assert [*check_browsers([profile], [unknown], ISSUERS)] == []


def test_no_browser_at_all(tmp_path: Path) -> None:
    [finding] = check_browsers(found.profiles(found.here(tmp_path, {})), [], ISSUERS)
    assert (finding.state, finding.facts) == ("skipped", (("reason", "no-browser"),))
