"""Locking the screen, going to sleep and ending the program: kept PINs are gone, and the screen says so."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection
from shiboken6 import delete

from tests.beds import desktop
from tests.beds.desktop import SessionBus
from tests.ui import sample
from tokenmgr.model.pin import Pin
from tokenmgr.session.cache import PinCache
from tokenmgr.ui.leaving import Leaving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tokenmgr.ui.screen import Screen

LOGIND = "/org/freedesktop/login1"
LOCKED = ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "(b)")
LOCKED_IN_GNOME = ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "(b)")
SLEEPS = (LOGIND, "org.freedesktop.login1.Manager", "PrepareForSleep", "(b)")
SESSION = (f"{LOGIND}/session/_32", "org.freedesktop.login1.Session", "Lock", "")


class Bed(NamedTuple):
    bus: SessionBus
    cache: PinCache
    looks: list[bool]

    def say(self, signal: tuple[str, str, str, str], *words: Any) -> None:
        path, interface, name, signature = signal
        self.bus.parts("signal", path=path, interface=interface, name=name, signature=signature, words=list(words))

    @property
    def kept(self) -> bool:
        return self.cache.get(sample.full().tokens[0].token) is not None


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SessionBus]:
    if why := desktop.available():
        pytest.skip(why)
    with SessionBus(tmp_path_factory.mktemp("bus")) as made:
        yield made


@pytest.fixture
def bed(screen: Screen, bus: SessionBus) -> Iterator[Bed]:
    cache = PinCache(30)
    cache.keep(sample.full().tokens[0].token, Pin("12345678"))
    looks: list[bool] = []
    screen.desk = SimpleNamespace(cache=cache, inventory=SimpleNamespace(sessions=[]))  # type: ignore[assignment]
    screen.look_wanted.connect(lambda: looks.append(True))
    connection = QDBusConnection.connectToBus(bus.address, "leaving")
    leaving = Leaving(screen, connection, connection)
    yield Bed(bus, cache, looks)
    delete(leaving)

    QDBusConnection.disconnectFromBus("leaving")


@pytest.mark.parametrize(
    ("signal", "words"), [(LOCKED, [True]), (LOCKED_IN_GNOME, [True]), (SLEEPS, [True]), (SESSION, [])]
)
def test_leaving_forgets_and_looks_again(
    bed: Bed, signal: tuple[str, str, str, str], words: list[bool], qtbot: QtBot
) -> None:
    assert bed.kept
    bed.say(signal, *words)
    qtbot.waitUntil(lambda: bool(bed.looks))
    assert not bed.kept


@pytest.mark.parametrize("signal", [LOCKED, SLEEPS])
def test_coming_back_forgets_nothing(bed: Bed, signal: tuple[str, str, str, str], qtbot: QtBot) -> None:
    bed.say(signal, False)
    qtbot.wait(100)
    assert bed.kept
    assert bed.looks == []


def test_end_of_the_program_forgets_without_waiting(bed: Bed) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    application.aboutToQuit.emit()
    assert not bed.kept


def test_nothing_is_heard_where_there_is_no_bus(screen: Screen) -> None:
    nowhere = QDBusConnection("a connection that nobody made")
    Leaving(screen, nowhere, nowhere).forget()  # and no desk yet: nothing to forget
