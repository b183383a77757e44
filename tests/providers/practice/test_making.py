"""Tokens as they leave their issuer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cryptography import x509

from tests.providers.practice.known import CLII, HK, NET
from tokenmgr.model.pin import Pin
from tokenmgr.providers.practice import making
from tokenmgr.providers.practice.making import ISSUER_NAME, make_token_folder
from tokenmgr.providers.practice.sealing import wrapping_key_if_right
from tokenmgr.providers.practice.specs import NETCA, SPECS
from tokenmgr.providers.practice.token_file import read_state

if TYPE_CHECKING:
    from pathlib import Path

TOKENS = pytest.mark.parametrize("serial", [HK.serial, CLII.serial, NET.serial])


@TOKENS
def test_its_certificates_are_of_its_own_issuer(made: Path, serial: str) -> None:
    root = x509.load_der_x509_certificate((made / serial / ISSUER_NAME).read_bytes())
    certificates = read_state(made / serial).certificates
    assert len(certificates) == len(SPECS[serial].certificates)
    for each in certificates:
        x509.load_der_x509_certificate(each.der).verify_directly_issued_by(root)


@TOKENS
def test_its_pins_are_the_published_ones_with_all_their_tries(made: Path, serial: str) -> None:
    secrets = read_state(made / serial).secrets
    assert set(secrets) == set(SPECS[serial].pins)
    for kind, spec in SPECS[serial].pins.items():
        assert wrapping_key_if_right(secrets[kind], Pin(spec.initial))
        assert (secrets[kind].left, secrets[kind].must_change) == (spec.limit, spec.must_change)


def test_the_two_netca_keys_do_one_thing_each(made: Path) -> None:
    refs = [key.ref for key in read_state(made / NET.serial).keys]
    assert [(ref.id, ref.signs, ref.decrypts) for ref in refs] == [(b"\x01", True, False), (b"\x02", False, True)]


def test_no_two_tokens_of_a_kind_share_a_key(made: Path, tmp_path: Path) -> None:
    make_token_folder(tmp_path, NETCA)
    assert [path.name for path in tmp_path.iterdir()] == [NET.serial]
    here, there = (read_state(shelf / NET.serial).certificates for shelf in (tmp_path, made))
    assert not {each.der for each in here} & {each.der for each in there}


def test_a_token_half_made_is_never_met(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(making, "write_state", full)
        with pytest.raises(OSError, match="No space"):
            make_token_folder(tmp_path, NETCA)
    assert not (tmp_path / NET.serial).exists()
    make_token_folder(tmp_path, NETCA)
    assert read_state(tmp_path / NET.serial).plugged
