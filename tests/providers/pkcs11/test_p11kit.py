"""p11-kit's configuration is read as p11-kit reads it, but believed only as far as nobody else can write it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tokenmgr.providers.pkcs11.catalogue import System
from tokenmgr.providers.pkcs11.header import Machine
from tokenmgr.providers.pkcs11.p11kit import MOST_FILES, Folders, Listed, listed

posix = pytest.mark.skipif(os.name == "nt", reason="p11-kit is not used on Windows")
pytestmark = posix


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    made = Folders(
        user=tmp_path / "home",
        system=(tmp_path / "etc", tmp_path / "share"),
        conf=tmp_path / "pkcs11.conf",
        modules=(tmp_path / "lib64", tmp_path / "lib"),
    )
    for folder in (made.user, *made.system, *made.modules):
        folder.mkdir()
    return made


def put(folder: Path, text: str, name: str = "vendor.module") -> Path:
    path = folder / name
    path.write_text(text)
    return path


def only(folders: Folders) -> Listed:
    (module,) = listed(folders)
    return module


def test_absolute_module_of_the_system(folders: Folders) -> None:
    put(folders.system[1], "# a comment\n\n  module:  /usr/lib/libvendor.so  \npriority: 7\n")
    assert only(folders) == Listed("vendor", "/usr/lib/libvendor.so", "p11-kit", 7)


def test_relative_name_resolves_in_p11_kit_s_own_folder_only(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    planted = tmp_path / "planted"
    planted.mkdir()
    (planted / "libvendor.so").touch()
    monkeypatch.chdir(planted)
    monkeypatch.setenv("LD_LIBRARY_PATH", str(planted))
    put(folders.system[0], "module: libvendor.so\n")
    assert only(folders).path == str(folders.modules[0] / "libvendor.so")
    (folders.modules[1] / "libvendor.so").touch()
    assert only(folders).path == str(folders.modules[1] / "libvendor.so")


@pytest.mark.parametrize("module", ["../libvendor.so", "sub/libvendor.so", "..", "./libvendor.so", "~/libvendor.so"])
def test_relative_path_is_refused(folders: Folders, module: str) -> None:
    put(folders.system[0], f"module: {module}\n")
    assert (only(folders).path, only(folders).refused) == ("", "relative")


def test_remote_module_is_refused(folders: Folders) -> None:
    put(folders.system[0], "remote: |ssh host p11-kit remote /lib/x.so\nmodule: /lib/x.so\n")
    assert (only(folders).path, only(folders).refused) == ("", "remote")


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ("disable-in: p11-kit-proxy", ""),
        ("disable-in: seahorse, tokenmgr", "not-for-us"),
        ("disable-in: seahorse tokenmgr-cli", "not-for-us"),
        ("enable-in: tokenmgr", ""),
        ("enable-in: seahorse,ssh", "not-for-us"),
        ("enable-in: tokenmgr\ndisable-in: tokenmgr", ""),
        ("enable-in:", "not-for-us"),
        ("trust-policy: yes", "trust-policy"),
        ("trust-policy: no", ""),
    ],
)
def test_who_a_module_is_for(folders: Folders, said: str, refused: str) -> None:
    put(folders.system[0], f"module: /usr/lib/x.so\n{said}\n")
    assert only(folders).refused == refused


def test_user_s_own_module_is_not_a_listed_place(folders: Folders) -> None:
    put(folders.user, "module: /opt/me/evil.so\n")
    assert only(folders).origin == "user"


def test_user_s_file_that_bends_a_system_module_is_the_user_s(folders: Folders) -> None:
    put(folders.system[1], "module: /usr/lib/good.so\n")
    put(folders.user, "module: /opt/me/evil.so\n")
    assert (only(folders).path, only(folders).origin) == ("/opt/me/evil.so", "user")


def test_user_s_file_that_only_sets_a_priority_leaves_the_module_the_system_s(folders: Folders) -> None:
    put(folders.system[1], "module: /usr/lib/good.so\npriority: 1\n")
    put(folders.user, "priority: 9\n")
    assert only(folders) == Listed("vendor", "/usr/lib/good.so", "p11-kit", 9)


def test_blank_module_switches_a_system_module_off(folders: Folders) -> None:
    put(folders.system[1], "module: /usr/lib/good.so\n")
    put(folders.system[0], "module:\n")
    assert listed(folders) == []


def test_etc_wins_over_share(folders: Folders) -> None:
    put(folders.system[1], "module: /usr/lib/share.so\n")
    put(folders.system[0], "module: /usr/lib/etc.so\n")
    assert only(folders).path == "/usr/lib/etc.so"


def test_administrator_can_forbid_the_user_s_modules(folders: Folders) -> None:
    put(folders.user, "module: /opt/me/mine.so\n")
    folders.conf.write_text("user-config: none\n")
    assert listed(folders) == []


def test_higher_priority_comes_first_then_the_name(folders: Folders) -> None:
    for name, priority in (("b", "1"), ("a", "1"), ("c", "20"), ("d", "-3"), ("e", "lots")):
        put(folders.system[0], f"module: /usr/lib/{name}.so\npriority: {priority}\n", f"{name}.module")
    assert [module.name for module in listed(folders)] == ["c", "a", "b", "e", "d"]


@pytest.mark.parametrize("name", ["vendor.conf", ".vendor.module", "ven dor.module", "vendor.module~", ".module"])
def test_other_files_are_ignored(folders: Folders, name: str) -> None:
    put(folders.system[0], "module: /usr/lib/x.so\n", name)
    assert listed(folders) == []


@pytest.mark.parametrize(
    "content", [b"module /usr/lib/x.so\n", b"module: /usr/lib/\xff.so\n", b"module: /x.so\n" + b"#" * 70_000]
)
def test_broken_file_lists_nothing(folders: Folders, content: bytes) -> None:
    (folders.system[0] / "vendor.module").write_bytes(content)
    assert listed(folders) == []


def test_file_that_others_can_write_is_not_believed(folders: Folders) -> None:
    path = put(folders.system[0], "module: /usr/lib/x.so\n")
    assert only(folders).path
    path.chmod(0o666)
    assert listed(folders) == []
    path.chmod(0o644)
    folders.system[0].chmod(0o777)
    assert listed(folders) == []


def test_a_pipe_does_not_make_us_wait(folders: Folders) -> None:
    os.mkfifo(folders.system[0] / "vendor.module")
    os.mkfifo(folders.user / "vendor.module")
    assert listed(folders) == []


def test_no_folder_at_all(tmp_path: Path) -> None:
    nowhere = Folders(tmp_path / "a", (tmp_path / "b",), tmp_path / "c", ())
    assert listed(nowhere) == []
    (tmp_path / "b").mkdir()
    put(tmp_path / "b", "module: libx.so\n")
    assert only(nowhere).refused == "relative"


def test_a_flood_of_files_is_bounded(folders: Folders) -> None:
    for number in range(MOST_FILES + 5):
        put(folders.system[0], "module: /usr/lib/x.so\n", f"m{number:04}.module")
    assert len(listed(folders)) == MOST_FILES


def test_this_system_s_own_folders(tmp_path: Path) -> None:
    system = System(Machine("linux", 64, "x86_64"), {"multiarch": ("x86_64-linux-gnu",)})
    here = Folders.here(system, tmp_path)
    assert here.user == tmp_path / ".config/pkcs11/modules"
    assert here.modules[0] == Path("/usr/lib/x86_64-linux-gnu/pkcs11")
    assert here.system == (Path("/etc/pkcs11/modules"), Path("/usr/share/p11-kit/modules"))
