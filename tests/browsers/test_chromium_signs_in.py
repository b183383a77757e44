"""A real Chromium loads what was registered in its database, signs in with the card, and all is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.beds import desktop as desktop_bed, devtools, pcsc
from tests.beds.client_page import GREETING
from tests.beds.desktop import Desktop
from tests.beds.devtools import Chromium
from tokenmgr.browsers import found
from tokenmgr.browsers.plans import plan_register, plan_remove
from tokenmgr.browsers.running import is_running
from tokenmgr.changes.record import Changes
from tokenmgr.model.browser_errors import BrowserRunning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.beds.client_page import ClientPage
    from tests.beds.pcsc import PcscBed, VirtualCard
    from tokenmgr.browsers.kinds import BrowserProfile

NAME, PIN = "e-Cert Token", "123456"
WHY = devtools.available() or desktop_bed.available()

pytestmark = pytest.mark.skipif(bool(WHY), reason=WHY or "it can")


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with Desktop(tmp_path / "desktop") as shown:
        yield shown


def profile_of(home: Path) -> BrowserProfile:
    return found.find(found.profiles(found.here(home, {})), "chromium")


def test_signs_in_and_is_as_before(
    tmp_path: Path, desktop: Desktop, readers: PcscBed, card: VirtualCard, page: ClientPage
) -> None:
    home, library = tmp_path / "user", str(pcsc.opensc_module())
    chromium = Chromium(desktop, home, readers.env())
    chromium.choose_certificates_for(page.address)
    profile = profile_of(home)
    assert profile.folder == home / ".pki/nssdb"
    changes = Changes(tmp_path / "changes")
    number = changes.apply("browser", {}, [plan_register(profile, NAME, library)])
    written = profile.list_file.read_bytes()

    with chromium:
        assert chromium.visit(page.address, PIN, GREETING) == f"{GREETING}Card 1 slot 9A"
        assert is_running(profile)
        with pytest.raises(BrowserRunning):
            plan_remove(profile, NAME, library)

    assert page.guests[0] == "Card 1 slot 9A"
    assert (card.verifies(), card.wrong_pins()) == (1, 0)
    assert profile.list_file.read_bytes() == written
    assert not is_running(profile)
    changes.undo(number)
    assert not profile.list_file.exists()


def test_the_database_that_chromium_makes_itself(tmp_path: Path, desktop: Desktop, page: ClientPage) -> None:
    """The newer place, where there is none at the old one; and after our visit it is to the byte what it was."""
    home = tmp_path / "user"
    (home / ".config/chromium").mkdir(parents=True)
    with Chromium(desktop, home, {}) as chromium:
        chromium.visit(page.address, "", "127.0.0.1")
    profile = profile_of(home)
    assert profile.folder == home / ".local/share/pki/nssdb"
    before = profile.list_file.read_bytes()
    changes = Changes(tmp_path / "changes")
    changes.undo(changes.apply("browser", {}, [plan_register(profile, NAME, "/nowhere/module.so")]))
    assert profile.list_file.read_bytes() == before
