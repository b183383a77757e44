"""Nothing is deleted that was not chosen, named and opened with a right PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QListWidget, QPushButton

from tests.practising import PIN
from tests.ui import sample
from tests.ui.at_work import HK, NETCA, AtWork
from tokenmgr.model.errors import TokenFull
from tokenmgr.session.session import TokenSession
from tokenmgr.ui.dialogs.delete import _with_key

if TYPE_CHECKING:
    import pytest

TAIL_HK, TAIL_NETCA = "Type the end of the serial number: 8F21", "Type the end of the serial number: 6D90"


def tick(work: AtWork, *numbers: int) -> None:
    choice = work.seen(QListWidget, "What is deleted")
    for number in numbers:
        area = choice.visualItemRect(choice.item(number))
        QTest.mouseClick(choice.viewport(), Qt.MouseButton.LeftButton, pos=area.center())


def left(work: AtWork, serial: str) -> tuple[int, int]:
    """Certificates and keys on the token itself."""
    session = work.screen.session(work.token(serial))
    found: list[tuple[int, int]] = []
    work.screen.bridge.run(lambda: found.append((len(session.certificates()), len(session.private_keys()))))
    work.until(lambda: found)
    return found[0]


def test_one_thing_after_another_is_asked_for(work: AtWork) -> None:
    work.run("delete", HK)
    assert "Choose what to delete" in work.words()
    tick(work, 0)
    assert "Type the number's end" in work.words()
    work.type(TAIL_HK, "8f2")
    assert not work.seen(QPushButton, "Delete").isEnabled()
    work.type(TAIL_HK, "8f21")
    assert "Type the PIN" in work.words()
    work.type("PIN", PIN[HK])
    assert work.seen(QPushButton, "Delete").isEnabled()
    tick(work, 0)
    assert not work.seen(QPushButton, "Delete").isEnabled()


def test_certificates_and_keys_go_with_one_pin(work: AtWork) -> None:
    before = left(work, NETCA)
    assert before[0] == 2
    work.run("delete", NETCA)
    tick(work, 0, 1)
    work.type(TAIL_NETCA, "6D90")
    work.type("PIN", PIN[NETCA])
    work.press("Delete")
    work.settled()
    assert work.sheet is None
    assert left(work, NETCA) == (0, 0)


def test_the_key_stays_where_that_is_wanted(work: AtWork) -> None:
    work.run("delete", HK)
    tick(work, 0)
    work.seen(QCheckBox, "Delete their private keys too").setChecked(False)
    work.type(TAIL_HK, "8F21")
    work.type("PIN", PIN[HK])
    work.press("Delete")
    work.settled()
    session = work.screen.session(work.token(HK))
    kept: list[int] = []
    work.screen.bridge.run(lambda: kept.append(len(session.certificates())))
    work.until(lambda: kept)
    assert kept == [0]
    assert left(work, HK)[1] == 1


def test_a_wrong_pin_deletes_nothing_and_is_one_try(work: AtWork) -> None:
    work.run("delete", HK)
    tick(work, 0)
    work.type(TAIL_HK, "8F21")
    work.type("PIN", "87654321")
    work.press("Delete")
    work.settled()
    assert "Wrong PIN, 14 tries left (exact)" in work.words()
    assert work.tries(HK) == 14
    assert left(work, HK)[0] == 1
    assert work.field("PIN").text() == ""


def test_a_kept_pin_does_not_stand_in_for_the_one_that_is_typed(work: AtWork) -> None:
    work.desk.cache.minutes = 30
    work.run("log-on", NETCA)
    work.type("PIN", PIN[NETCA])
    work.press("Log on")
    work.settled()
    work.run("delete", NETCA)
    tick(work, 0)
    work.type(TAIL_NETCA, "6D90")
    work.type("PIN", "nonsense9")
    work.press("Delete")
    work.settled()
    assert "Wrong PIN" in work.words()
    assert left(work, NETCA)[0] == 2


def test_those_that_went_before_it_stopped_are_told_and_not_there_any_more(
    work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, calls = TokenSession.delete, list[str]()

    def once(session: TokenSession, kind: str, key_id: bytes, der: bytes = b"") -> int:
        calls.append(kind)
        if calls.count("certificate") > 1:
            raise TokenFull(session.token.id)
        return whole(session, kind, key_id, der)

    monkeypatch.setattr(TokenSession, "delete", once)
    work.run("delete", NETCA)
    tick(work, 0, 1)
    work.type(TAIL_NETCA, "6D90")
    work.type("PIN", PIN[NETCA])
    work.press("Delete")
    work.settled()
    assert "1 certificate deleted. " in work.words()
    assert work.seen(QListWidget, "What is deleted").count() == 1
    assert left(work, NETCA)[0] == 1


def test_one_certificate_is_chosen_already(work: AtWork) -> None:
    shown = work.screen.glance.token(work.token(NETCA))
    assert shown is not None
    first = shown.certificates[0]
    work.screen.errands.run("delete", shown.id, first)
    assert work.seen(QListWidget, "What is deleted").count() == 1
    assert "Choose what to delete" not in work.words()
    assert not work.seen(QCheckBox, "Delete their private keys too").isChecked()


def test_an_empty_token_says_so(work: AtWork) -> None:
    glance = work.screen.glance
    shown = glance.token(work.token(HK))
    assert shown is not None
    work.screen.show(glance._replace(tokens=(shown._replace(certificates=()),)))
    work.run("delete", HK)
    assert "there is nothing to delete" in work.words()


def test_a_key_that_another_certificate_uses_stays() -> None:
    one = sample.certificate(sample.HK, "one", 10)
    two = one._replace(label="two", facts=one.facts._replace(sha256="2" * 64))
    issuer = one._replace(label="ca", facts=one.facts._replace(is_ca=True))
    assert _with_key([one], [one, two]) == set()
    assert _with_key([one, two], [one, two]) == {id(two)}
    assert _with_key([one], [one, issuer]) == {id(one)}
    assert _with_key([issuer], [issuer]) == set()
