"""The package: the same tree gives the same bytes, and its papers are in order. The whole proof is prove_same.py."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from installers import parts
from installers.licences import Part
from installers.linux import build, debian, floor, tree
from installers.product import PROGRAMS
from tokenmgr.settings import Settings, read

if TYPE_CHECKING:
    from pathlib import Path

linux = pytest.mark.skipif(sys.platform != "linux" or not shutil.which("dpkg-deb"), reason="Debian's tools")
#: An upgrade asks whether a changed conffile may be replaced where both sides changed it, and a silent one then stops:
#: so the shipped one stays as it is for ever.
ISSUER_TOML = "dc1fb029"
#: All that is used was in it, and what Debian 12 checks entries with refuses 1.5.
OF_DESKTOP_ENTRIES = "1.1"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bundle with nothing in it but its programs, on a system where nothing has to be built."""
    bundle = tmp_path / "bundle"
    (bundle / "_internal").mkdir(parents=True)
    for name in PROGRAMS:
        (bundle / name).write_bytes(name.encode())
    (bundle / "_internal" / "code.pyc").write_bytes(b"code")
    monkeypatch.setattr(floor, "packages", lambda _bundle: ["libc6"])
    monkeypatch.setattr(parts, "of", lambda _bundle: (Part("Qt", "6", "LGPL-3.0-only", texts=("words",)),))
    monkeypatch.setattr(tree, "draw_icons", lambda _folder: None)
    monkeypatch.setattr(build, "BUILD", tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")  # also where git tells of no commit
    return bundle


@linux
def test_the_same_tree_gives_the_same_package(small: Path, tmp_path: Path) -> None:
    one = build.build(small, "1.0", tmp_path / "one")
    for path in small.rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o700)
    other = build.build(small, "1.0", tmp_path / "another")
    assert one.read_bytes() == other.read_bytes()


@linux
def test_who_may_do_what(small: Path, tmp_path: Path) -> None:
    (small / "_internal" / "code.pyc").chmod(0o600)
    file = build.build(small, "1.0", tmp_path)
    listing = subprocess.run(["dpkg-deb", "-c", file], stdout=subprocess.PIPE, text=True, check=True).stdout
    rows = {row.split()[5]: row.split()[:2] for row in listing.splitlines()}
    assert {owner for _, owner in rows.values()} == {"root/root"}
    assert rows["./usr/lib/tokenmgr/tokenmgr-module"][0] == "-rwxr-xr-x"
    assert rows["./usr/lib/tokenmgr/_internal/code.pyc"][0] == "-rw-r--r--"
    assert "./usr/bin/tokenmgr -> ../lib/tokenmgr/tokenmgr" in listing
    assert not [name for name in rows if "autostart" in name or "systemd" in name]


@linux
def test_its_papers(small: Path, tmp_path: Path) -> None:
    file = build.build(small, "1.0", tmp_path)
    root = tmp_path / "out"
    subprocess.run(["dpkg-deb", "--raw-extract", file, root], check=True)
    assert (root / "DEBIAN/conffiles").read_text() == "/etc/tokenmgr/issuer.toml\n"
    assert "Version: 1.0\n" in (root / "DEBIAN/control").read_text()
    assert sorted(path.name for path in (root / "DEBIAN").iterdir()) == [
        "conffiles",
        "control",
        "md5sums",
        "postrm",
    ]
    assert (root / "DEBIAN/postrm").stat().st_mode & 0o777 == 0o755
    assert "words" in (root / "usr/share/doc/tokenmgr/copyright").read_text()
    assert gzip.decompress((root / "usr/share/doc/tokenmgr/changelog.gz").read_bytes()).startswith(b"tokenmgr (1.0) ")
    subprocess.run(["md5sum", "--check", "--quiet", "DEBIAN/md5sums"], cwd=root, check=True)


def test_the_changelog_is_of_the_form_that_debian_reads() -> None:
    text = debian.changelog("1.0")
    day = r"\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000"
    assert re.fullmatch(rf"tokenmgr \(1\.0\) stable; urgency=medium\n\n  \* .+\n\n -- .+ <.+@.+>  {day}\n", text)


def test_nobody_is_asked_at_an_upgrade() -> None:
    shipped = (tree.FILES / "issuer.toml").read_bytes()
    assert hashlib.sha256(shipped).hexdigest()[:8] == ISSUER_TOML
    assert tomllib.loads(shipped.decode()) == {}


def test_what_the_readme_shows_is_understood(tmp_path: Path) -> None:
    lines = (tree.FILES / "README").read_text("utf-8").splitlines()
    shown = [line for line in lines if line.startswith("    ") and " = " in line]
    (tmp_path / "issuer.toml").write_text("\n".join(line.strip() for line in shown))
    wanted = Settings(
        issuer="hkpost-safenet", language="zh-Hant", welcomed="1", autostart_asked=True, lead_days="60, 30, 7"
    )
    assert read(tmp_path / "none", tmp_path / "issuer.toml") == wanted
    assert len(shown) == 10


def test_the_desktop_entry() -> None:
    text = (tree.FILES / "tokenmgr.desktop").read_text("utf-8")
    entry = dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
    assert all(
        f"{name}[{tongue}]" in entry for name in ("Comment", "Keywords") for tongue in ("zh_CN", "zh_HK", "zh_TW")
    )
    assert "x-scheme-handler/tokenmgr;" in entry["MimeType"]
    assert entry["Exec"].split()[0] == entry["Icon"] == "tokenmgr"
    assert entry["Version"] == OF_DESKTOP_ENTRIES


def test_the_store_page_names_the_version() -> None:
    page = ET.fromstring(tree.filled("tokenmgr.metainfo.xml", "1.2.3"))
    release = page.find("releases/release")
    assert release is not None
    assert release.get("version") == "1.2.3"
    assert b"@" not in tree.filled("tokenmgr-cli.1", "1.2.3")


@linux
def test_the_store_page_is_named_after_a_domain_and_finds_the_entry(small: Path, tmp_path: Path) -> None:
    tree.grow(tmp_path / "root", small, "1.2.3")
    share = tmp_path / "root" / "usr" / "share"
    (file,) = (share / "metainfo").iterdir()
    page = ET.parse(file).getroot()
    assert file.name == f"{page.findtext('id')}.metainfo.xml"
    assert re.fullmatch(r"[a-z]+(\.[a-z][a-z0-9_]*){2,}", page.findtext("id", ""))
    assert (share / "applications" / page.findtext("launchable", "")).is_file()


def test_the_control_file_is_one_paragraph() -> None:
    text = debian.DESCRIPTION
    assert all(line.startswith(" ") for line in text.splitlines()[1:])
    assert all(len(line) <= 80 for line in text.splitlines())
