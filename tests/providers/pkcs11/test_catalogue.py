"""The list of vendors is read whole, or the file and the key that are wrong are named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tokenmgr.model.errors import ProfileBroken
from tokenmgr.providers.pkcs11.catalogue import LANGUAGES, Catalogue, System, load, stem
from tokenmgr.providers.pkcs11.header import Machine

if TYPE_CHECKING:
    from collections.abc import Callable

SHIPPED = Path(__file__).parents[3] / "resources" / "modules"
LINUX = System(Machine("linux", 64, "x86_64"), {"multiarch": ("x86_64-linux-gnu", "i386-linux-gnu")})
WINDOWS = System(
    Machine("windows", 64, "x86_64"),
    {"system32": (r"C:\Windows\System32", r"C:\Windows\SysWOW64"), "programfiles": (r"C:\Program Files",)},
)
MAC = System(Machine("macos", 64, "arm64"), {"frameworks": ("/Library/Frameworks",)})

GOOD = """
id = "vendor"
name = { en = "Vendor", zh-Hans = "厂商", zh-Hant = "廠商" }
never = ["Proxy"]

[[library]]
certain = true
linux = ["/usr/lib/{multiarch}/libvendor.so", "/opt/vendor/libvendor.so"]
windows = ["{system32}/vendor.dll", "C:/Vendor/vendor.dll"]

[[library]]
certain = false
macos = ["{frameworks}/vendor.framework/libvendor.dylib"]
"""


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    def write(text: str, name: str = "vendor.toml") -> Path:
        path = tmp_path / name
        path.write_text(text)
        return path

    return write


def test_good_file_is_read_whole(written: Callable[..., Path]) -> None:
    vendor = load(written(GOOD))
    assert vendor.id == "vendor"
    assert dict(vendor.name) == {"en": "Vendor", "zh-Hans": "厂商", "zh-Hant": "廠商"}
    assert [library.certain for library in vendor.libraries] == [True, False]
    assert vendor.libraries[0].files["windows"] == ("{system32}/vendor.dll", "C:/Vendor/vendor.dll")
    assert "windows" not in vendor.libraries[1].files
    assert vendor.never == ("proxy",)


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ('id = "vendor"', 'id = "other"', "id", "not-the-file-name"),
        ('id = "vendor"', 'id = "vendor"\ncolour = 1', "colour", "unknown-key"),
        (', zh-Hant = "廠商"', "", "name.zh-Hant", "not-text"),
        ('en = "Vendor"', 'en = " "', "name.en", "not-text"),
        ('en = "Vendor"', 'en = "Vendor", fr = "Vendeur"', "name.fr", "unknown-key"),
        ('name = { en = "Vendor", zh-Hans = "厂商", zh-Hant = "廠商" }', 'name = "Vendor"', "name", "not-a-table"),
        ('never = ["Proxy"]', 'never = "Proxy"', "never", "not-a-list"),
        ("certain = true", "certain = 1", "library[0].certain", "not-true-or-false"),
        ("certain = false\n", "", "library[1].certain", "not-true-or-false"),
        ("certain = true", "certain = true\nbeos = []", "library[0].beos", "unknown-key"),
        ("{multiarch}", "{home}", "library[0].linux[0]", "unknown-placeholder"),
        ("{multiarch}", "{multiarch}{multiarch}", "library[0].linux[0]", "unknown-placeholder"),
        ("/opt/vendor/", "", "library[0].linux[1]", "not-absolute"),
        ("/opt/vendor/", "/opt/../", "library[0].linux[1]", "not-absolute"),
        ("/opt/vendor/", "/opt\\\\vendor/", "library[0].linux[1]", "not-absolute"),
        ("C:/Vendor/vendor.dll", "vendor.dll", "library[0].windows[1]", "not-absolute"),
        ('"C:/Vendor/vendor.dll"', "7", "library[0].windows[1]", "not-text"),
        ("[[library]]\ncertain = true", "[library]\ncertain = true", "", "not-toml"),
        (GOOD, 'id = "vendor', "", "not-toml"),
        (GOOD, "#" * 70_000, "", "too-large"),
        (GOOD, "a = " + "[" * 20_000, "", "not-toml"),
    ],
)
def test_wrong_file_is_refused_by_file_and_key(
    written: Callable[..., Path], old: str, new: str, key: str, reason: str
) -> None:
    assert old in GOOD
    path = written(GOOD.replace(old, new, 1))
    with pytest.raises(ProfileBroken) as caught:
        load(path)
    assert (caught.value.path, caught.value.key, caught.value.reason) == (str(path), key, reason)


def test_one_broken_file_does_not_hide_the_others(written: Callable[..., Path], tmp_path: Path) -> None:
    written(GOOD)
    broken = written("oops", "another.toml")
    catalogue = Catalogue(tmp_path)
    assert [vendor.id for vendor in catalogue.vendors] == ["vendor"]
    assert [error.path for error in catalogue.broken] == [str(broken)]


def test_nothing_is_read_before_somebody_asks_and_then_once(written: Callable[..., Path], tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path)
    path = written(GOOD)
    assert catalogue.vendors
    path.unlink()
    assert catalogue.bars("/usr/lib/proxy.so")
    assert catalogue.vendors


def test_placeholders_expand_to_every_place_of_this_system() -> None:
    pattern = "/usr/lib/{multiarch}/libx.so"
    assert list(LINUX.expand(pattern)) == ["/usr/lib/x86_64-linux-gnu/libx.so", "/usr/lib/i386-linux-gnu/libx.so"]
    assert list(WINDOWS.expand(pattern)) == []
    assert list(WINDOWS.expand("{system32}/x.dll")) == [r"C:\Windows\System32/x.dll", r"C:\Windows\SysWOW64/x.dll"]
    assert list(MAC.expand("/usr/local/lib/libx.dylib")) == ["/usr/local/lib/libx.dylib"]


def test_this_computer_s_places_are_absolute() -> None:
    here = System.here()
    assert here.machine == Machine.here()
    for pattern in ("/usr/lib/{multiarch}/x.so", "{system32}/x.dll", "{frameworks}/x.dylib"):
        assert all(Path(path).is_absolute() for path in here.expand(pattern))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/usr/lib/libeToken.so.10", "libetoken"),
        ("/usr/lib/libeToken.so", "libetoken"),
        (r"C:\Windows\System32\eTPKCS11.dll", "etpkcs11"),
        ("/usr/lib/libp11-kit.so.0.3.0", "libp11-kit"),
        ("/usr/local/lib/libcastle.1.0.0.dylib", "libcastle"),
        ("/usr/lib/libcastle_v2.so.1.0.0", "libcastle_v2"),
        ("/opt/soft.so.d/libsofthsm2.so", "libsofthsm2"),
    ],
)
def test_one_library_has_one_stem(path: str, expected: str) -> None:
    assert stem(path) == expected


class TestShipped:
    """The program's own list."""

    catalogue = Catalogue(SHIPPED)

    def test_every_family_that_is_promised_is_there_and_whole(self) -> None:
        promised = {"safenet", "feitian", "watchdata", "longmai", "haitai", "bjca", "netca"}
        promised |= {"opensc", "softhsm", "opencryptoki", "yubikey", "p11-kit"}
        assert self.catalogue.broken == ()
        assert promised <= {vendor.id for vendor in self.catalogue.vendors}
        assert all(set(vendor.name) == set(LANGUAGES) for vendor in self.catalogue.vendors)

    @pytest.mark.parametrize(
        ("vendor", "system", "path"),
        [
            ("safenet", LINUX, "/usr/lib/libeToken.so.10"),
            ("safenet", LINUX, "/usr/lib/libeToken.so.8"),
            ("safenet", WINDOWS, r"C:\Windows\System32/eTPKCS11.dll"),
            ("safenet", MAC, "/Library/Frameworks/eToken.framework/Versions/Current/libeToken.dylib"),
            ("feitian", WINDOWS, r"C:\Windows\System32/eps2003csp11.dll"),
            ("feitian", LINUX, "/usr/lib/libcastle.so.1.0.0"),
            ("opensc", LINUX, "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so"),
            ("softhsm", LINUX, "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
        ],
    )
    def test_public_names_are_looked_for(self, vendor: str, system: System, path: str) -> None:
        entry = next(entry for entry in self.catalogue.vendors if entry.id == vendor)
        patterns = [file for library in entry.libraries for file in library.files.get(system.machine.system, ())]
        assert path in [expanded for pattern in patterns for expanded in system.expand(pattern)]

    def test_what_only_hands_on_other_modules_is_never_loaded(self) -> None:
        for name in ("p11-kit-proxy.so", "p11-kit-client.so", "p11-kit-trust.so", "libp11-kit.so.0", "pkcs11-spy.so"):
            assert self.catalogue.bars(f"/usr/lib/{name}")
        assert not self.catalogue.bars("/usr/lib/opensc-pkcs11.so")

    def test_no_name_leads_to_two_libraries(self) -> None:
        """Otherwise what p11-kit lists could be counted to the wrong vendor."""
        for system in ("linux", "windows", "macos"):
            owners: dict[str, str] = {}
            for vendor in self.catalogue.vendors:
                for place, library in enumerate(vendor.libraries):
                    for file in library.files.get(system, ()):
                        owner = f"{vendor.id}[{place}]"
                        if (known := owners.setdefault(stem(file), owner)) != owner:
                            assert stem(file) == "wdpkcs", (file, known, owner)
