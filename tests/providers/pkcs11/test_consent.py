"""What the user agreed to is kept, and nothing that happens to the record grants more."""

from __future__ import annotations

import hashlib
import json
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tokenmgr.model.errors import FileUnreadable, ModuleUnfit, ModuleUntrusted
from tokenmgr.providers.pkcs11.consent import Consent, Consents, sha256_of

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    tmp_path.chmod(0o700)
    return tmp_path / "state" / "modules.json"


@pytest.fixture
def consents(file: Path) -> Consents:
    return Consents(file, now=lambda: DAY)


@pytest.fixture
def module(tmp_path: Path) -> str:
    path = tmp_path / "vendor.so"
    path.write_bytes(b"library")
    path.chmod(0o644)
    return str(path)


def refusal(consents: Consents, module: str) -> str:
    with pytest.raises(ModuleUntrusted) as caught:
        consents.check(module)
    return caught.value.reason


def test_nothing_is_agreed_to_at_first(consents: Consents, module: str, file: Path) -> None:
    assert refusal(consents, module) == "no-consent"
    assert not consents.is_disabled(module)
    assert consents.all() == ()
    assert consents.warning == ""
    assert not file.parent.exists()


def test_agreement_is_to_the_file_as_it_is(consents: Consents, module: str, file: Path) -> None:
    given = consents.add(module)
    assert given == Consent(module, hashlib.sha256(b"library").hexdigest(), "2026-11-20")
    consents.check(module)
    Consents(file).check(module)
    assert consents.all() == (given,)


def test_changed_file_needs_a_new_agreement(consents: Consents, module: str) -> None:
    consents.add(module)
    Path(module).write_bytes(b"libRary")
    assert refusal(consents, module) == "changed"
    consents.add(module)
    consents.check(module)


def test_file_that_is_gone_is_unreadable(consents: Consents, module: str) -> None:
    consents.add(module)
    Path(module).unlink()
    with pytest.raises(ModuleUnfit) as caught:
        consents.check(module)
    assert caught.value.reason == "unreadable"
    assert consents.remove(module)


def test_removed_agreement_is_gone(consents: Consents, module: str) -> None:
    consents.add(module)
    assert consents.remove(module)
    assert not consents.remove(module)
    assert refusal(consents, module) == "no-consent"


def test_switched_off_and_on_again(consents: Consents, module: str) -> None:
    consents.add(module)
    consents.disable(module)
    assert consents.is_disabled(module)
    assert refusal(consents, module) == "disabled"
    consents.enable(module)
    consents.check(module)


def test_a_listed_module_can_be_switched_off_and_enabling_it_agrees_to_nothing(consents: Consents, module: str) -> None:
    consents.disable(module)
    assert consents.is_disabled(module)
    consents.enable(module)
    assert not consents.is_disabled(module)
    assert consents.all() == ()
    assert refusal(consents, module) == "no-consent"
    consents.disable(module)
    assert refusal(consents, module) == "no-consent"


def test_agreement_follows_links_to_the_real_file(consents: Consents, module: str, tmp_path: Path) -> None:
    link = tmp_path / "link.so"
    link.symlink_to(module)
    assert consents.add(str(link)).path == module
    consents.check(str(link))
    link.unlink()
    other = tmp_path / "other.so"
    other.write_bytes(b"library")
    link.symlink_to(other)
    assert refusal(consents, str(link)) == "no-consent"


def test_loose_file_cannot_be_agreed_to(consents: Consents, module: str, file: Path) -> None:
    Path(module).chmod(0o666)
    with pytest.raises(ModuleUntrusted):
        consents.add(module)
    assert not file.exists()


def test_record_is_private(consents: Consents, module: str, file: Path) -> None:
    old = os.umask(0)
    try:
        consents.add(module)
    finally:
        os.umask(old)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert sorted(path.name for path in file.parent.iterdir()) == ["modules.json", "modules.json.lock"]


class TestDamage:
    @pytest.fixture
    def good(self, consents: Consents, module: str, file: Path) -> bytes:
        consents.add(module)
        return file.read_bytes()

    def moved(self, file: Path) -> list[bytes]:
        return [path.read_bytes() for path in file.parent.glob("modules.json.damaged-*")]

    def test_truncated_anywhere_grants_nothing_and_is_kept(
        self, good: bytes, consents: Consents, module: str, file: Path
    ) -> None:
        for length in range(len(good) - 1):
            file.write_bytes(good[:length])
            assert refusal(consents, module) == "no-consent"
            assert consents.warning == "damaged"
            assert self.moved(file) == [good[:length]]
            assert not file.exists()
            for path in file.parent.glob("*.damaged-*"):
                path.unlink()

    @pytest.mark.parametrize(
        "bend",
        [
            lambda held: held["modules"][0].update(sha256="0" * 63),
            lambda held: held["modules"][0].update(sha256=7),
            lambda held: held["modules"][0].update(path="vendor.so"),
            lambda held: held["modules"][0].update(disabled="no"),
            lambda held: held["modules"][0].update(extra=1),
            lambda held: held["modules"][0].pop("date"),
            lambda held: held["modules"].append(held["modules"][0]),
            lambda held: held["modules"].append("vendor.so"),
            lambda held: held.update(modules={}),
            lambda held: held.update(version=0),
            lambda held: held.update(version="1"),
            lambda held: held.update(more=[]),
        ],
    )
    def test_one_wrong_value_spoils_the_record(
        self, good: bytes, consents: Consents, module: str, file: Path, bend: Callable[[dict[str, Any]], object]
    ) -> None:
        held = json.loads(good)
        bend(held)
        file.write_text(json.dumps(held))
        assert refusal(consents, module) == "no-consent"
        assert consents.warning == "damaged"
        assert len(self.moved(file)) == 1

    @pytest.mark.parametrize("content", [b"[" * 100_000, b"null", b"\xff", b"[]"])
    def test_nonsense(self, good: bytes, consents: Consents, module: str, file: Path, content: bytes) -> None:
        file.write_bytes(content)
        assert refusal(consents, module) == "no-consent"
        assert self.moved(file) == [content]

    def test_new_agreement_after_damage_does_not_overwrite_what_was_there(
        self, good: bytes, consents: Consents, module: str, file: Path
    ) -> None:
        file.write_bytes(good[:-5])
        consents.add(module)
        assert consents.warning == "damaged"
        assert self.moved(file) == [good[:-5]]
        consents.check(module)
        assert consents.warning == ""

    def test_record_that_others_can_write_is_not_believed(
        self, good: bytes, consents: Consents, module: str, file: Path
    ) -> None:
        file.chmod(0o666)
        assert refusal(consents, module) == "no-consent"
        assert consents.warning == "damaged"
        assert self.moved(file) == [good]

    def test_record_in_a_folder_that_others_can_write(
        self, good: bytes, consents: Consents, module: str, file: Path
    ) -> None:
        file.parent.chmod(0o777)
        assert refusal(consents, module) == "no-consent"
        assert consents.warning == "writable"
        with pytest.raises(FileUnreadable) as caught:
            consents.add(module)
        assert caught.value.reason == "writable"
        assert file.read_bytes() == good

    def test_record_is_not_begun_in_a_folder_that_others_can_write(
        self, consents: Consents, module: str, file: Path
    ) -> None:
        file.parent.mkdir()
        file.parent.chmod(0o777)
        with pytest.raises(FileUnreadable) as caught:
            consents.add(module)
        assert caught.value.reason == "writable"
        assert [path.name for path in file.parent.iterdir()] == ["modules.json.lock"]

    def test_record_too_large_to_be_ours(self, good: bytes, consents: Consents, module: str, file: Path) -> None:
        file.write_bytes(good.ljust(1024 * 1024 + 1))
        assert refusal(consents, module) == "no-consent"
        assert len(self.moved(file)) == 1

    def test_newer_record_is_neither_believed_nor_overwritten(
        self, good: bytes, consents: Consents, module: str, file: Path
    ) -> None:
        newer = good.replace(b'"version": 1', b'"version": 2')
        file.write_bytes(newer)
        assert refusal(consents, module) == "no-consent"
        assert consents.warning == "newer-version"
        with pytest.raises(FileUnreadable):
            consents.disable(module)
        assert file.read_bytes() == newer

    def test_record_that_cannot_be_read_is_not_overwritten(
        self, good: bytes, consents: Consents, module: str, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(path: str) -> None:
            raise ModuleUnfit(path, "unreadable", "EACCES")

        monkeypatch.setattr("tokenmgr.providers.pkcs11.consent.open_regular", fail)
        assert consents.all() == ()
        assert consents.warning == "unreadable"
        with pytest.raises(FileUnreadable):
            consents.remove(module)
        assert file.read_bytes() == good

    def test_disk_full_leaves_the_old_record(
        self, good: bytes, consents: Consents, module: str, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_handle: int) -> None:
            raise OSError(28, "no space")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(FileUnreadable) as caught:
            consents.remove(module)
        assert caught.value.reason == "ENOSPC"
        assert file.read_bytes() == good
        assert sorted(path.name for path in file.parent.iterdir()) == ["modules.json", "modules.json.lock"]


def test_many_windows_at_once_lose_nothing(file: Path, tmp_path: Path) -> None:
    modules = []
    for number in range(24):
        path = tmp_path / f"m{number:02}.so"
        path.write_bytes(b"%d" % number)
        path.chmod(0o644)
        modules.append(str(path))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda path: Consents(file).add(path), modules))
    assert [entry.path for entry in Consents(file).all()] == modules


def test_hash_of_a_pipe_does_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.so")
    with pytest.raises(ModuleUnfit):
        sha256_of(str(tmp_path / "pipe.so"))
