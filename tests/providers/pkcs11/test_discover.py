"""Modules are found where the lists say, each file once, and nowhere that a stranger could plant one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tokenmgr.providers.pkcs11.catalogue import Catalogue, System
from tokenmgr.providers.pkcs11.discover import discover
from tokenmgr.providers.pkcs11.header import Machine
from tokenmgr.providers.pkcs11.p11kit import Folders

SHIPPED = Path(__file__).parents[3] / "resources" / "modules"
SOURCE = Path(__file__).parents[3] / "src"
SOFTHSM = Path("/usr/lib/softhsm/libsofthsm2.so")
pytestmark = pytest.mark.skipif(not SOFTHSM.exists(), reason="SoftHSM is not installed")


class Bench:
    """A small system of its own: a root, a list that points into it, and p11-kit's folders."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.system = System(Machine.here(), {"multiarch": ("here-linux-gnu", "other-linux-gnu")})
        (root / "list").mkdir()
        self.folders = Folders(root / "home", (root / "etc",), root / "conf", (root / "p11",))
        for folder in ("home", "etc", "p11"):
            (root / folder).mkdir()

    def vendor(self, name: str, *libraries: list[str], never: str = "") -> None:
        text = f'id = "{name}"\nname = {{ en = "{name}", zh-Hans = "甲", zh-Hant = "甲" }}\n'
        text += f'never = ["{never}"]\n' if never else ""
        for files in libraries:
            held = ", ".join(f'"{self.root}/{file}"' for file in files)
            text += f"[[library]]\ncertain = true\nlinux = [{held}]\n"
        (self.root / "list" / f"{name}.toml").write_text(text)

    def library(self, place: str) -> Path:
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(SOFTHSM, path)
        return path

    def configure(self, module: str | Path, folder: str = "etc", name: str = "x.module") -> None:
        (self.root / folder / name).write_text(f"module: {module}\n")

    def found(self, **more: object) -> list[tuple[str, str, str]]:
        catalogue = Catalogue(self.root / "list")
        modules = discover(catalogue, self.system, folders=self.folders, **more)  # type: ignore[arg-type]
        assert catalogue.broken == ()
        assert all(Path(module.path).is_absolute() for module in modules)
        return [(module.path.removeprefix(f"{self.root}/"), module.vendor, module.origin) for module in modules]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_nothing_installed_nothing_found(bench: Bench) -> None:
    bench.vendor("acme", ["usr/libacme.so"])
    assert bench.found() == []


def test_first_name_that_is_there(bench: Bench) -> None:
    bench.vendor("acme", ["usr/libacme.so", "usr/libacme.so.9", "usr/libacme.so.8"])
    bench.library("usr/libacme.so.8")
    bench.library("usr/libacme.so.9")
    assert bench.found() == [("usr/libacme.so.9", "acme", "catalogue")]


def test_build_that_fits_goes_before_one_that_does_not(bench: Bench) -> None:
    bench.vendor("acme", ["lib32/libacme.so", "lib64/libacme.so"])
    narrow = bench.library("lib32/libacme.so")
    content = bytearray(narrow.read_bytes())
    content[18] ^= 0xFF  # another CPU
    narrow.write_bytes(content)
    # alone, it is shown, so that the user can be told why it does not fit
    assert bench.found() == [("lib32/libacme.so", "acme", "catalogue")]
    bench.library("lib64/libacme.so")
    assert bench.found() == [("lib64/libacme.so", "acme", "catalogue")]


def test_two_libraries_of_one_vendor_are_two(bench: Bench) -> None:
    bench.vendor("acme", ["usr/libold.so"], ["usr/libnew.so"])
    bench.library("usr/libold.so")
    bench.library("usr/libnew.so")
    assert len(bench.found()) == 2


def test_placeholders_lead_to_every_place(bench: Bench) -> None:
    bench.vendor("acme", ["usr/{multiarch}/libacme.so"])
    bench.library("usr/other-linux-gnu/libacme.so")
    assert bench.found() == [("usr/other-linux-gnu/libacme.so", "acme", "catalogue")]


def test_several_names_of_one_file_are_one_module(bench: Bench) -> None:
    bench.vendor("acme", ["usr/libacme.so"], ["usr/libother.so"])
    real = bench.library("usr/real/libacme.so.2.1")
    (bench.root / "usr/libacme.so").symlink_to(real)
    (bench.root / "usr/libother.so").symlink_to("libacme.so")
    os.link(real, bench.root / "hard.so")
    bench.configure(bench.root / "usr/libother.so")
    found = bench.found(added=[str(bench.root / "hard.so"), str(real)])
    assert found == [("usr/real/libacme.so.2.1", "acme", "catalogue")]


def test_listed_path_is_kept_beside_the_real_one(bench: Bench) -> None:
    bench.vendor("acme", ["usr/libacme.so"])
    real = bench.library("opt/acme/libacme.so.2.1")
    link = bench.root / "usr/libacme.so"
    link.parent.mkdir()
    link.symlink_to(real)
    (module,) = discover(Catalogue(bench.root / "list"), bench.system)
    assert (module.path, module.listed, module.certain) == (str(real), str(link), True)
    assert module.name["zh-Hant"] == "甲"


def test_other_copy_of_a_listed_library_in_p11_kit_is_the_same_module(bench: Bench) -> None:
    bench.vendor("acme", ["usr/libacme.so", "usr/onepin-acme.so"])
    bench.library("usr/libacme.so")
    bench.configure(bench.library("opt/onepin-acme.so"))
    assert bench.found() == [("usr/libacme.so", "acme", "catalogue")]


def test_module_that_only_p11_kit_lists(bench: Bench) -> None:
    bench.vendor("acme", ["usr/libacme.so"])
    bench.library("p11/libelse.so")
    bench.configure("libelse.so")
    bench.configure(bench.library("opt/libacme.so.4"), name="y.module")
    assert bench.found() == [("p11/libelse.so", "", "p11-kit"), ("opt/libacme.so.4", "acme", "p11-kit")]


def test_refused_entries_of_p11_kit_are_left_out(bench: Bench) -> None:
    path = bench.library("opt/libelse.so")
    (bench.root / "etc/x.module").write_text(f"module: {path}\ndisable-in: tokenmgr\n")
    assert bench.found() == []


def test_user_s_own_configuration_stays_the_user_s(bench: Bench) -> None:
    bench.vendor("acme", ["usr/libacme.so"])
    bench.configure(bench.library("mine/libacme.so"), folder="home")
    assert bench.found() == [("mine/libacme.so", "acme", "user")]
    bench.library("usr/libacme.so")
    # and neither takes the listed one's place nor disappears behind it
    assert bench.found() == [("usr/libacme.so", "acme", "catalogue"), ("mine/libacme.so", "acme", "user")]


def test_what_hands_on_other_modules_is_left_out_under_any_name(bench: Bench) -> None:
    bench.vendor("kit", never="libkit")
    real = bench.library("usr/libkit.so.0.3")
    (bench.root / "usr/proxy.so").symlink_to(real)
    bench.configure(bench.root / "usr/proxy.so")
    assert bench.found(added=[str(real)]) == []


def test_modules_that_the_user_added(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.vendor("acme", ["usr/libacme.so"])
    monkeypatch.chdir(bench.library("planted/relative.so").parent)
    mine, theirs = bench.library("mine/a.so"), bench.library("mine/libacme.so.3")
    found = bench.found(added=[str(mine), str(theirs), str(bench.root / "gone.so"), "relative.so", f"{mine}\0"])
    assert found == [("mine/a.so", "", "user"), ("mine/libacme.so.3", "acme", "user")]


def test_other_roots_are_the_user_s_too(bench: Bench) -> None:
    bench.vendor("acme", ["usr/libacme.so"])
    bench.library(f"snap/{bench.root}/usr/libacme.so")
    found = bench.found(extra_roots=[str(bench.root / "snap")])
    assert [(vendor, origin) for _, vendor, origin in found] == [("acme", "user")]


def test_folders_and_pipes_are_no_modules(bench: Bench) -> None:
    bench.vendor("acme", ["usr/libacme.so"])
    (bench.root / "usr/libacme.so").mkdir(parents=True)
    os.mkfifo(bench.root / "pipe.so")
    assert bench.found(added=[str(bench.root / "pipe.so")]) == []


def test_this_computer_s_own_modules() -> None:
    catalogue, system = Catalogue(SHIPPED), System.here()
    modules = discover(catalogue, system, folders=Folders.here(system, Path("/nonexistent")))
    softhsm = [module for module in modules if module.vendor == "softhsm"]
    assert [(module.path, module.origin) for module in softhsm] == [(os.path.realpath(SOFTHSM), "catalogue")]
    assert len({module.vendor for module in modules}) == len(modules)
    assert not [module for module in modules if catalogue.bars(module.path)]


LOOK = """
import sys
sys.path.insert(0, {source!r})
from pathlib import Path
from tokenmgr.providers.pkcs11 import catalogue, discover, p11kit
system = catalogue.System.here()
folders = p11kit.Folders.here(system, Path("/nonexistent"))
for module in discover.discover(catalogue.Catalogue(Path({shipped!r})), system, folders=folders):
    print(module.path)
"""


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_planted_modules_are_not_even_looked_at(tmp_path: Path) -> None:
    planted = tmp_path / "planted"
    planted.mkdir()
    for name in ("libeToken.so", "libcastle.so.1.0.0", "opensc-pkcs11.so", "libsofthsm2.so", "eTPKCS11.dll"):
        shutil.copyfile(SOFTHSM, planted / name)
    environment = {"PATH": f"{planted}:{os.environ['PATH']}", "HOME": str(planted), "XDG_CONFIG_HOME": str(planted)}
    environment |= {"LD_LIBRARY_PATH": str(planted), "PKCS11_MODULE": str(planted / "libeToken.so")}
    trace = tmp_path / "trace"
    script = LOOK.format(source=str(SOURCE), shipped=str(SHIPPED))
    outer = ["strace", "-f", "-e", "trace=%file", "-o", str(trace), "-E", f"LD_LIBRARY_PATH={planted}"]
    run = subprocess.run(
        [*outer, sys.executable, "-I", "-S", "-c", script],
        cwd=planted,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    looked = [line for line in trace.read_text().splitlines() if "execve" not in line]
    modules = [line for line in looked if "eToken" in line or "softhsm" in line or "castle" in line]
    assert os.path.realpath(SOFTHSM) in run.stdout.splitlines()
    assert len(modules) > 5
    assert not [line for line in modules if str(planted) in line or '"/' not in line]
