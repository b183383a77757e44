"""Importing at the window, onto a practice token that counts."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.practising import PIN
from tests.ui import sample
from tests.ui.at_work import HK, AtWork
from tests.ui.panels.certificates import real
from tokenmgr.ui.dialogs import bring_in
from tokenmgr.ui.dialogs.bring_in import BringInSheet
from tokenmgr.ui.screen import Message

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.model.token import TokenId

#: Of the screenless platform, about windows and menus of their own.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PASSWORD = "file password"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A key with its certificate, under a password."""
    made = real.certificate(sample.HK, "Brought", 500, own="brought")
    leaf = x509.load_der_x509_certificate(made.facts.der)
    data = serialize_key_and_certificates(
        b"Brought", real.key("brought"), leaf, None, BestAvailableEncryption(PASSWORD.encode())
    )
    path = tmp_path / "mine.p12"
    path.write_bytes(data)
    return path


def choose(work: AtWork, path: Path) -> None:
    work.press("Choose a file...")
    [dialog] = [each for each in work.window.findChildren(QFileDialog) if each.isVisible()]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    work.settled()


def names(work: AtWork) -> list[str]:
    [token] = [each for each in work.screen.glance.tokens if each.id.serial == HK]
    return [each.facts.name for each in token.certificates]


def test_nothing_is_chosen_yet(work: AtWork) -> None:
    work.run("import", HK)
    assert not work.seen(QPushButton, "Import").isEnabled()
    assert "Choose a file first" in work.words()


def test_a_file_password_is_no_try_of_the_token(work: AtWork, bundle: Path) -> None:
    work.run("import", HK)
    choose(work, bundle)
    assert "Type the file's password" in work.words()
    work.type("Password of the file", "wrong")
    work.press("Open the file")
    work.settled()
    work.until(lambda: "The file does not open with this password" in work.words())
    assert work.field("Password of the file").text() == ""
    assert work.window.focusWidget() is work.field("Password of the file")
    assert work.tries(HK) == 15


def test_key_and_certificate_arrive(work: AtWork, bundle: Path) -> None:
    work.run("import", HK)
    choose(work, bundle)
    work.type("Password of the file", PASSWORD)
    work.press("Open the file")
    work.settled()
    work.until(lambda: "Brought" in work.words())
    assert "1 certificate and their private key" in work.words()
    assert work.field("Name on the token").text() == "Brought"
    work.press("Import")
    work.until(lambda: not isinstance(work.sheet, BringInSheet))
    assert work.sheet is not None, "the token asks for its PIN"
    work.type("PIN", PIN[HK])
    work.sheet.action.click()
    work.until(lambda: work.sheet is None)
    assert isinstance(work.said[-1], Message)
    assert work.said[-1].fact == "Imported"
    work.until(lambda: "Brought" in names(work))
    assert work.tries(HK) == 15


def test_a_certificate_alone(work: AtWork, tmp_path: Path) -> None:
    path = tmp_path / "alone.pem"
    path.write_bytes(real.issuer().der)
    work.run("import", HK)
    choose(work, path)
    work.until(lambda: "1 certificate, no private key" in work.words())
    assert work.seen(QPushButton, "Import").isEnabled()


class Slow:
    """A disk that keeps one file until it is let go."""

    def __init__(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go, self.came = threading.Event(), threading.Event()
        self._name, self._real = name, bring_in.content
        monkeypatch.setattr(bring_in, "content", self._content)

    def _content(self, token: TokenId, path: Path, password: str) -> bring_in.Content:
        found = self._real(token, path, password)
        if path.name == self._name and not self.go.is_set():
            self.go.wait(10)
            self.came.set()
        return found

    def let_go(self) -> None:
        self.go.set()
        self.came.wait(10)
        QTest.qWait(50)


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    path = tmp_path / "slow.pem"
    path.write_bytes(real.issuer().der)
    return path


def test_what_is_shown_and_imported_is_the_file_chosen_last(
    work: AtWork, slow: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = tmp_path / "quick.pem"
    quick.write_bytes(real.certificate(sample.HK, "Quick", 500, own="quick").facts.der)
    disk = Slow(slow.name, monkeypatch)
    sheet = work.run("import", HK)
    assert isinstance(sheet, BringInSheet)
    sheet.take(slow)
    sheet.take(quick)
    work.until(lambda: "Quick" in work.words())
    disk.let_go()
    assert work.field("Name on the token").text() == "Quick"
    before = names(work)
    work.press("Import")
    work.until(lambda: not isinstance(work.sheet, BringInSheet))
    work.type("PIN", PIN[HK])
    work.press("OK")
    work.until(lambda: work.sheet is None and names(work) != before)
    assert sorted(names(work)) == sorted([*before, "Quick"])


def test_a_file_that_waits_for_its_password_does_not_show_what_is_in_another(
    work: AtWork, slow: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Slow(slow.name, monkeypatch)
    sheet = work.run("import", HK)
    assert isinstance(sheet, BringInSheet)
    sheet.take(slow)
    sheet.take(bundle)
    assert not sheet.working
    disk.let_go()
    assert "Type the file's password" in work.words()
    assert "In the file" not in work.words()


def test_another_password_typed_during_a_look_is_not_taken_for_the_right_one(
    work: AtWork, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Slow(bundle.name, monkeypatch)
    work.run("import", HK)
    choose(work, bundle)
    work.type("Password of the file", PASSWORD)
    work.press("Open the file")
    work.type("Password of the file", "other")
    disk.let_go()
    assert "In the file" not in work.words()
    assert work.seen(QPushButton, "Open the file").isEnabled()


def test_a_file_that_comes_with_the_wish_is_looked_into_at_once(work: AtWork, tmp_path: Path) -> None:
    path = tmp_path / "alone.pem"
    path.write_bytes(real.issuer().der)
    work.screen.errands.run("import", None, path)
    work.until(lambda: "1 certificate, no private key" in work.words())
    assert "alone.pem" in work.words()


def test_a_file_with_nothing_in_it(work: AtWork, tmp_path: Path) -> None:
    path = tmp_path / "nothing.cer"
    path.write_bytes(b"nothing")
    work.run("import", HK)
    choose(work, path)
    work.until(lambda: "nothing.cer" in work.words())
    assert not work.seen(QPushButton, "Open the file").isEnabled()
