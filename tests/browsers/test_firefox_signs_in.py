"""A real Firefox loads what was registered, signs in with the card, and its profile is afterwards what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.beds import marionette, pcsc
from tests.beds.client_page import GREETING
from tests.beds.marionette import Firefox
from tests.browsers.lists import FIREFOX_MADE
from tokenmgr.browsers import found
from tokenmgr.browsers.plans import plan_register, plan_remove, registered
from tokenmgr.browsers.running import is_running
from tokenmgr.changes.record import Changes
from tokenmgr.model.browser_errors import BrowserRunning

if TYPE_CHECKING:
    from pathlib import Path

    from tests.beds.client_page import ClientPage
    from tests.beds.pcsc import PcscBed, VirtualCard
    from tokenmgr.browsers.kinds import BrowserProfile

NAME, PIN = "e-Cert Token", "123456"
INI = "[Profile0]\nName=default-esr\nIsRelative=1\nPath=ab12.default-esr\nDefault=1\n"

pytestmark = pytest.mark.skipif(bool(marionette.available()), reason=marionette.available() or "it can")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A user with one profile that was never opened."""
    root = tmp_path / "user/.mozilla/firefox"
    (root / "ab12.default-esr").mkdir(parents=True)
    (root / "profiles.ini").write_text(INI)
    return tmp_path / "user"


def profile_of(home: Path) -> BrowserProfile:
    return found.find(found.profiles(found.here(home, {})), "firefox")


@pytest.mark.parametrize("opened_before", [True, False], ids=["used profile", "new profile"])
def test_signs_in_and_is_as_before(
    home: Path, tmp_path: Path, readers: PcscBed, card: VirtualCard, page: ClientPage, opened_before: bool
) -> None:
    profile, library = profile_of(home), str(pcsc.opensc_module())
    changes = Changes(tmp_path / "changes")
    if opened_before:
        profile.list_file.write_bytes(FIREFOX_MADE.replace(b"FOLDER", str(profile.folder).encode()))
    before = profile.list_file.read_bytes() if opened_before else None
    number = changes.apply("browser", {}, [plan_register(profile, NAME, library)])
    written = profile.list_file.read_bytes()

    with Firefox(profile.folder, home, readers.env()) as firefox:
        assert is_running(profile)
        with pytest.raises(BrowserRunning):
            plan_remove(profile, NAME, library)
        assert firefox.modules()[NAME] == (library, ["Card 1 slot 9A"])
        assert firefox.visit(page.address, PIN, GREETING) == f"{GREETING}Card 1 slot 9A"
        assert "Card 1 slot 9A" in firefox.asked()

    assert page.guests[0] == "Card 1 slot 9A"
    assert (card.verifies(), card.wrong_pins()) == (1, 0)
    assert profile.list_file.read_bytes() == written
    assert not is_running(profile)
    changes.undo(number)
    assert (profile.list_file.read_bytes() if profile.list_file.exists() else None) == before


def parts(listing: bytes) -> dict[str, str]:
    """Of its first entry, without the abilities, of which newer versions may have more."""
    lines = listing.decode().partition("\n\n")[0].splitlines()
    return {key: value.partition("slotParams")[0] for key, _, value in (line.partition("=") for line in lines)}


def test_a_new_list_is_what_firefox_would_make(home: Path) -> None:
    """Also where the folder's name has to be written in another way."""
    folder = home / ".mozilla/firefox/it's new"
    folder.mkdir()
    profile = profile_of(home)._replace(folder=folder)
    plan = plan_register(profile, NAME, "/nowhere/module.so")
    with Firefox(profile.folder, home, {}):
        pass
    made = profile.list_file.read_bytes()
    assert parts(plan.after or b"") == parts(made)
    assert registered(profile) == []
    used = plan_register(profile, NAME, "/nowhere/module.so")
    assert used.after == made + b"library=/nowhere/module.so\nname=e-Cert Token\n\n"
