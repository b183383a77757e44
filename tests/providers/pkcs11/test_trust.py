"""Only root and this user can have written what is loaded, or put anything else in its place."""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import stat
import struct
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tokenmgr.model.errors import ModuleUnfit, ModuleUntrusted
from tokenmgr.providers.pkcs11 import catalogue, trust
from tokenmgr.providers.pkcs11.header import Machine
from tokenmgr.providers.pkcs11.trust import Account, Fingerprint, check_safe, may_load

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.providers.pkcs11.trust import Origin

SOFTHSM = Path("/usr/lib/softhsm/libsofthsm2.so")
STRANGER = 4242
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
with_softhsm = pytest.mark.skipif(not SOFTHSM.exists(), reason="SoftHSM is not installed")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    tmp_path.chmod(0o755)
    return tmp_path


@pytest.fixture
def module(home: Path) -> Path:
    folder = home / "vendor" / "lib"
    folder.mkdir(parents=True)
    path = folder / "module.so"
    path.write_bytes(b"x")
    path.chmod(0o644)
    return path


def refusal(path: Path | str, me: Account | None = None) -> tuple[str, str]:
    with pytest.raises(ModuleUntrusted) as caught:
        check_safe(str(path), me)
    assert caught.value.module == str(path)
    return caught.value.reason, caught.value.where


class TestWritableByOthers:
    def test_safe_file_gives_its_real_path(self, module: Path) -> None:
        assert check_safe(str(module)) == str(module)

    @pytest.mark.parametrize("mode", [0o646, 0o666, 0o777, 0o602])
    def test_file(self, module: Path, mode: int) -> None:
        module.chmod(mode)
        assert refusal(module) == ("writable", str(module))

    @pytest.mark.parametrize("above", [0, 1, 2])
    def test_any_folder_above(self, module: Path, above: int) -> None:
        folder = module.parents[above]
        folder.chmod(0o757)
        assert refusal(module) == ("writable", str(folder))
        folder.chmod(0o755)
        assert check_safe(str(module))

    def test_sticky_folder_is_no_home_for_a_module(self, module: Path) -> None:
        module.parent.chmod(0o1777)
        assert refusal(module) == ("writable", str(module.parent))

    def test_sticky_folder_above_holds_what_is_ours(self, module: Path) -> None:
        module.parents[1].chmod(0o1777)
        assert check_safe(str(module)) == str(module)

    @as_root
    def test_sticky_folder_above_does_not_hold_what_is_another_s(self, module: Path) -> None:
        module.parents[1].chmod(0o1777)
        os.chown(module.parent, STRANGER, 0)
        assert refusal(module)[0] == "writable"

    @as_root
    @pytest.mark.parametrize("above", [0, 1])
    def test_another_s_folder(self, module: Path, above: int) -> None:
        folder = module.parents[above]
        os.chown(folder, STRANGER, 0)
        assert refusal(module) == ("owner", str(folder))

    @as_root
    def test_another_s_file(self, module: Path) -> None:
        os.chown(module, STRANGER, 0)
        assert refusal(module) == ("owner", str(module))
        assert check_safe(str(module), Account(STRANGER, STRANGER, "stranger")) == str(module)


@as_root
class TestGroups:
    """Who else is in a group decides whether its right to write counts as others'."""

    me = Account(STRANGER, 4300, "stranger")

    @pytest.fixture
    def people(self, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
        """Accounts and groups as a test wants them."""

        def set_up(*, group: str = "stranger", members: tuple[str, ...] = (), primary: tuple[str, ...] = ()) -> None:
            entry = grp.struct_group((group, "x", 4300, list(members)))
            users = [pwd.struct_passwd((name, "x", 0, 4300, "", "", "")) for name in primary]
            monkeypatch.setattr(grp, "getgrgid", {4300: entry}.__getitem__)
            monkeypatch.setattr(pwd, "getpwall", lambda: users)

        return set_up

    @pytest.fixture
    def shared(self, module: Path) -> Path:
        os.chown(module.parent, STRANGER, 4300)
        module.parent.chmod(0o775)
        return module

    def test_root_s_group_may_write(self, module: Path) -> None:
        os.chown(module.parent, 0, 0)
        module.parent.chmod(0o775)
        assert check_safe(str(module)) == str(module)

    def test_private_group_may_write(self, shared: Path, people: Callable[..., None]) -> None:
        people(primary=("stranger",), members=("stranger",))
        assert check_safe(str(shared), self.me) == str(shared)

    def test_group_with_another_member(self, shared: Path, people: Callable[..., None]) -> None:
        people(primary=("stranger",), members=("stranger", "mallory"))
        assert refusal(shared, self.me) == ("writable", str(shared.parent))

    def test_group_that_is_another_s_primary(self, shared: Path, people: Callable[..., None]) -> None:
        people(primary=("stranger", "mallory"))
        assert refusal(shared, self.me) == ("writable", str(shared.parent))

    def test_group_named_otherwise_may_hold_people_no_list_shows(
        self, shared: Path, people: Callable[..., None]
    ) -> None:
        people(group="users", primary=("stranger",))
        assert refusal(shared, self.me) == ("writable", str(shared.parent))

    def test_empty_group_that_is_not_ours(self, shared: Path, people: Callable[..., None]) -> None:
        people()
        assert refusal(shared, Account(STRANGER, 77, "stranger")) == ("writable", str(shared.parent))

    def test_group_without_a_name(self, shared: Path, people: Callable[..., None]) -> None:
        people()
        shared.parent.chmod(0o755)
        os.chown(shared, STRANGER, 4999)
        shared.chmod(0o664)
        assert refusal(shared, self.me) == ("writable", str(shared))

    def test_access_list_behind_root_s_group(self, module: Path) -> None:
        if not shutil.which("setfacl"):
            os.setxattr(module.parent, "system.posix_acl_access", access_list(STRANGER))
        else:
            subprocess.run(["setfacl", "-m", f"u:{STRANGER}:rwx", module.parent], check=True)
        assert module.parent.stat().st_mode & stat.S_IWGRP
        assert refusal(module) == ("writable", str(module.parent))


def access_list(uid: int) -> bytes:
    """POSIX: owner, one named user who may write, group, mask, others."""
    nobody = 0xFFFFFFFF
    entries = ((0x01, 7, nobody), (0x02, 7, uid), (0x04, 5, nobody), (0x10, 7, nobody), (0x20, 5, nobody))
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


class TestSymbolicLinks:
    def test_chain_is_followed_to_the_real_file(self, home: Path, module: Path) -> None:
        (home / "one.so").symlink_to("two.so")
        (home / "two.so").symlink_to(home / "short" / "module.so")
        (home / "short").symlink_to("vendor/../vendor/lib")
        assert check_safe(str(home / "one.so")) == str(module)

    def test_folder_of_a_link_on_the_way(self, home: Path, module: Path) -> None:
        loose = home / "loose"
        loose.mkdir()
        (loose / "hop.so").symlink_to(module)
        (home / "start.so").symlink_to(loose / "hop.so")
        assert check_safe(str(home / "start.so")) == str(module)
        loose.chmod(0o777)
        assert refusal(home / "start.so") == ("writable", str(loose))
        loose.chmod(0o1777)
        assert refusal(home / "start.so") == ("writable", str(loose))

    def test_folder_that_a_linked_folder_leads_through(self, home: Path, module: Path) -> None:
        loose = home / "loose"
        loose.mkdir()
        (loose / "inner").symlink_to(module.parent)
        (home / "outer").symlink_to(loose / "inner")
        loose.chmod(0o777)
        assert refusal(home / "outer" / "module.so") == ("writable", str(loose))

    def test_real_file_in_a_loose_folder(self, home: Path, module: Path) -> None:
        (home / "link.so").symlink_to(module)
        module.parent.chmod(0o777)
        assert refusal(home / "link.so") == ("writable", str(module.parent))

    def test_folders_left_again_by_two_dots_count_too(self, home: Path, module: Path) -> None:
        (home / "aside").mkdir()
        winding = f"{home}/aside/../vendor/lib/module.so"
        assert check_safe(winding) == str(module)

    def test_two_dots_leave_the_real_folder_not_the_name(self, home: Path, module: Path) -> None:
        (home / "jump").symlink_to(module.parent)
        assert check_safe(f"{home}/jump/../lib/module.so") == str(module)

    def test_circle_is_refused(self, home: Path) -> None:
        (home / "a.so").symlink_to("b.so")
        (home / "b.so").symlink_to("a.so")
        assert refusal(home / "a.so")[0] == "links"


class TestPaths:
    @pytest.mark.parametrize("path", ["module.so", "./module.so", "lib/module.so", "", "~/module.so"])
    def test_relative_path(self, path: str, module: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(module.parent)
        assert refusal(path) == ("not-absolute", path)

    def test_path_with_a_nul(self, module: Path) -> None:
        assert refusal(f"{module}\0.so")[0] == "not-absolute"

    def test_folder_and_pipe(self, module: Path) -> None:
        assert refusal(module.parent) == ("not-a-file", str(module.parent))
        os.mkfifo(module.parent / "pipe.so")
        assert refusal(module.parent / "pipe.so")[0] == "not-a-file"

    @pytest.mark.parametrize("name", ["none.so", "module.so/deeper", "n" * 300])
    def test_file_that_is_not_there(self, module: Path, name: str) -> None:
        with pytest.raises(ModuleUnfit) as caught:
            check_safe(str(module.parent / name))
        assert caught.value.reason == "unreadable"

    @with_softhsm
    def test_system_s_own_module_is_safe(self) -> None:
        assert check_safe(str(SOFTHSM)) == os.path.realpath(SOFTHSM)


class Agreed:
    """What the user agreed to, as a test wants it."""

    def __init__(self, *paths: str, disabled: tuple[str, ...] = ()) -> None:
        self.paths = paths
        self.off = disabled
        self.asked: list[str] = []

    def check(self, path: str) -> None:
        self.asked.append(path)
        if path not in self.paths:
            raise ModuleUntrusted(path, "no-consent", path)

    def is_disabled(self, path: str) -> bool:
        return path in self.off


@with_softhsm
class TestTheGate:
    @pytest.fixture
    def library(self, module: Path) -> Path:
        shutil.copyfile(SOFTHSM, module)
        return module

    @pytest.mark.parametrize("origin", ["catalogue", "p11-kit"])
    def test_listed_module_needs_no_consent(self, library: Path, origin: Origin) -> None:
        cleared = may_load(str(library), origin, Agreed())
        assert cleared.path == str(library)
        assert cleared.fingerprint == Fingerprint.of(str(library))

    def test_listed_module_where_anybody_could_write_needs_consent(
        self, library: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(trust, "_is_protected", lambda _real: False)
        with pytest.raises(ModuleUntrusted) as caught:
            may_load(str(library), "catalogue", Agreed())
        assert caught.value.reason == "no-consent"

    def test_user_s_module_needs_consent(self, library: Path) -> None:
        with pytest.raises(ModuleUntrusted) as caught:
            may_load(str(library), "user", Agreed())
        assert caught.value.reason == "no-consent"
        assert may_load(str(library), "user", Agreed(str(library))).path == str(library)

    def test_consent_is_asked_about_the_real_file(self, home: Path, library: Path) -> None:
        (home / "link.so").symlink_to(library)
        agreed = Agreed(str(library))
        assert may_load(str(home / "link.so"), "user", agreed).path == str(library)
        assert agreed.asked == [str(library)]

    @pytest.mark.parametrize("origin", ["catalogue", "p11-kit", "user"])
    def test_neither_list_nor_consent_excuses_a_loose_file(self, library: Path, origin: Origin) -> None:
        library.chmod(0o666)
        with pytest.raises(ModuleUntrusted) as caught:
            may_load(str(library), origin, Agreed(str(library)))
        assert caught.value.reason == "writable"

    @pytest.mark.parametrize("origin", ["catalogue", "p11-kit", "user"])
    def test_switched_off_is_off_whoever_lists_it(self, library: Path, origin: Origin) -> None:
        with pytest.raises(ModuleUntrusted) as caught:
            may_load(str(library), origin, Agreed(str(library), disabled=(str(library),)))
        assert caught.value.reason == "disabled"

    def test_unfit_file_is_said_to_be_unfit(self, library: Path) -> None:
        with pytest.raises(ModuleUnfit) as caught:
            may_load(str(library), "catalogue", Agreed(), machine=Machine("linux", 32, "x86"))
        assert (caught.value.reason, caught.value.found, caught.value.needed) == ("other-bits", "64", "32")

    def test_file_swapped_during_the_look_is_noticed(self, library: Path) -> None:
        class Swapping(Agreed):
            def check(self, path: str) -> None:
                super().check(path)
                beside = library.with_name("new.so")
                shutil.copyfile(SOFTHSM, beside)
                beside.replace(library)

        with pytest.raises(ModuleUntrusted) as caught:
            may_load(str(library), "user", Swapping(str(library)))
        assert caught.value.reason == "changed"

    def test_fingerprint_differs_for_a_new_file_and_for_new_content(self, library: Path) -> None:
        before = Fingerprint.of(str(library))
        with library.open("ab") as file:
            file.write(b"\0")
        assert Fingerprint.of(str(library)) != before
        with pytest.raises(ModuleUnfit):
            Fingerprint.of(str(library.with_name("gone.so")))


def test_on_windows_only_the_system_s_folders_excuse_from_consent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "windows_places", lambda: {"programfiles": (r"C:\Program Files",)})
    assert trust._is_protected(r"D:\anything.dll")
    monkeypatch.setattr(sys, "platform", "win32")
    assert trust._is_protected(r"c:\program files\Acme\p11.dll")
    assert not trust._is_protected(r"C:\Program Files Too\p11.dll")
    assert not trust._is_protected(r"C:\SoftHSM2\lib\softhsm2-x64.dll")


def test_account_without_a_name_owns_no_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 987_654)
    here = Account.here()
    assert here.uid == 987_654
    assert not here.is_alone_in(100)
