"""A key with its certificates goes onto a token whole or not at all, under its own name."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates

from tests.actions.conftest import Answers
from tests.practising import HK, PIN
from tests.x509.issued import issue, key
from tokenmgr.actions.bring_in import bring_in
from tokenmgr.actions.files import as_pem
from tokenmgr.model.errors import FileUnreadable, NotSupported, TokenFull
from tokenmgr.model.pin import Pin
from tokenmgr.session.session import TokenSession
from tokenmgr.x509.key import key_id, spki_of

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.session.desk import Desk

PASSWORD = "of the file"
MINE, AUTHORITY, STRANGER = (issue(f"CN={name}", "CN=Authority") for name in ("Mine", "Authority", "Stranger"))


@pytest.fixture
def session(desk: Desk) -> TokenSession:
    """Open, so that its keys show."""
    session = desk.inventory.find(HK)
    session.login(Pin(PIN[HK]))
    return session


def pkcs12(folder: Path, *ders: bytes) -> Path:
    """The key of MINE, with these certificates; the file does not say which of them is the key's own."""
    certificates = map(x509.load_der_x509_certificate, ders)
    encryption = BestAvailableEncryption(PASSWORD.encode())
    file = folder / "key.p12"
    file.write_bytes(serialize_key_and_certificates(b"n", key("CN=Mine"), None, certificates, encryption))
    return file


def put(session: TokenSession, file: Path, label: str = "") -> None:
    bring_in(session, file, label, lambda: PASSWORD, Answers(PIN[HK]))


def contents(session: TokenSession) -> tuple[set[bytes], set[bytes]]:
    """Ids of the keys, DERs of the certificates."""
    return {each.id for each in session.private_keys()}, {each.facts.der for each in session.certificates()}


def own_id(der: bytes) -> bytes:
    return key_id(spki_of(der) or b"")


def full_at(monkeypatch: pytest.MonkeyPatch, doomed: bytes) -> None:
    """No room for this certificate."""
    real = TokenSession.import_certificate

    def import_certificate(self: TokenSession, der: bytes, id_: bytes, label: str) -> None:
        if der == doomed:
            raise TokenFull(self.token.id)
        real(self, der, id_, label)

    monkeypatch.setattr(TokenSession, "import_certificate", import_certificate)


@pytest.mark.parametrize("doomed", [MINE, AUTHORITY], ids=["the first", "the second"])
def test_half_an_import_leaves_nothing(
    session: TokenSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, doomed: bytes
) -> None:
    before = contents(session)
    full_at(monkeypatch, doomed)
    with pytest.raises(TokenFull) as told:
        put(session, pkcs12(tmp_path, MINE, AUTHORITY))
    assert contents(session) == before
    assert told.value.left_on_token == ()
    monkeypatch.undo()
    put(session, pkcs12(tmp_path, MINE, AUTHORITY))  # no dead end
    assert contents(session) == (before[0] | {own_id(MINE)}, before[1] | {MINE, AUTHORITY})


def test_what_was_there_before_stays(session: TokenSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.pem").write_bytes(as_pem(MINE, "CERTIFICATE"))
    put(session, tmp_path / "mine.pem")
    before = contents(session)
    full_at(monkeypatch, AUTHORITY)
    with pytest.raises(TokenFull):
        put(session, pkcs12(tmp_path, MINE, AUTHORITY))
    assert contents(session) == before


def test_a_key_that_was_there_before_stays(session: TokenSession, tmp_path: Path) -> None:
    put(session, pkcs12(tmp_path, MINE))
    before = contents(session)
    with pytest.raises(NotSupported, match="second-key-with-this-id"):
        put(session, pkcs12(tmp_path, MINE))
    assert contents(session) == before


def test_what_cannot_be_deleted_again_is_named(
    session: TokenSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full_at(monkeypatch, AUTHORITY)

    def gone(self: TokenSession, *_: object) -> int:
        raise NotSupported("delete")

    monkeypatch.setattr(TokenSession, "delete", gone)
    with pytest.raises(TokenFull) as told:
        put(session, pkcs12(tmp_path, MINE, AUTHORITY), "My key")
    assert told.value.left_on_token == ("My key",)


def test_the_key_goes_by_its_own_certificate_whichever_comes_first(session: TokenSession, tmp_path: Path) -> None:
    put(session, pkcs12(tmp_path, STRANGER, MINE))
    [imported] = [each for each in session.private_keys() if each.id == own_id(MINE)]
    assert imported.label == "Mine"
    owns = {each.facts.der: each.has_private_key for each in session.certificates()}
    assert (owns[MINE], owns[STRANGER]) == (True, False)


def test_a_key_among_strangers_is_not_given_a_strangers_name(session: TokenSession, tmp_path: Path) -> None:
    before = contents(session)
    with pytest.raises(FileUnreadable) as told:
        put(session, pkcs12(tmp_path, STRANGER, AUTHORITY))
    assert told.value.reason == "no-certificate-of-its-key"
    assert contents(session) == before


def test_a_kind_of_key_that_is_not_known(session: TokenSession, tmp_path: Path) -> None:
    made, file = tmp_path / "sm2.pem", tmp_path / "sm2.p12"
    both = ("-keyout", made, "-out", tmp_path / "certificate")
    openssl("req", "-x509", "-newkey", "sm2", "-nodes", "-sm3", "-subj", "/CN=a", *both)
    both = ("-inkey", made, "-in", tmp_path / "certificate")
    openssl("pkcs12", "-export", "-passout", f"pass:{PASSWORD}", *both, "-out", file)
    with pytest.raises(FileUnreadable) as told:
        put(session, file)
    assert told.value.reason == "kind-of-key"


def openssl(*arguments: str | Path) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)
