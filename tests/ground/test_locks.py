"""What is installed: locked, with digests, from anywhere; and nothing whose licence would bind the users' programs."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import Distribution, distributions, packages_distributions
from typing import TYPE_CHECKING

import pytest

from tests.ground.tree import ROOT, imports, python_files

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
REQUIREMENT = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
COPYLEFT = re.compile(r"(?<!Lesser )(?<!Library or Lesser )General Public License|\bA?GPL", re.IGNORECASE)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(lock: str) -> dict[str, str]:
    return dict(REQUIREMENT.findall((ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")))


def dependencies() -> set[str]:
    """What pyproject.toml says a user needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {normal(re.split(r"[<>=]", each)[0]) for each in project["dependencies"]}


def is_bound_by_gpl(alternatives: str) -> bool:
    """Whether every licence on offer is the GPL or the AGPL (the LGPL is fine)."""
    return all(
        COPYLEFT.search(offer) for offer in re.split(r"\s+or\s+|;", alternatives, flags=re.IGNORECASE) if offer.strip()
    )


def licence(package: Distribution) -> str:
    about = package.metadata.json
    named = [line for line in about.get("classifier", []) if line.startswith("License ::")]
    first_line = str(about.get("license", "")).partition("\n")[0]  # some put the whole text there
    return str(about.get("license_expression") or ";".join(named) or first_line)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.stem))
def test_a_lock_holds_versions_and_digests_only(lock: Path) -> None:
    text = lock.read_text("utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert entries
    for entry in entries:
        assert re.fullmatch(
            r"[a-z0-9-]+==[\w.]+( ; [^\\\n/]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+", entry.strip()
        ), entry


def test_the_runtime_lock_holds_every_dependency() -> None:
    assert dependencies() <= pinned("runtime").keys()


@pytest.mark.parametrize("lock", ["runtime", "build"])
def test_the_locks_agree(lock: str) -> None:
    assert pinned(lock).items() <= pinned("dev").items()


def test_what_the_source_imports_is_a_dependency() -> None:
    provided = packages_distributions()
    foreign = {name for path in python_files("src") for name in imports(path)} - sys.stdlib_module_names - {"tokenmgr"}
    optional = {"smartcard"}
    parts = {"shiboken6"}  # PySide6 in two packages of one version
    named = dependencies()
    ours = foreign - optional - parts
    assert not {name for name in ours if not named & {normal(each) for each in provided.get(name, [])}}


def test_no_dependency_of_users_is_gpl() -> None:
    ours = pinned("runtime")
    installed = {normal(each.name): each for each in distributions() if normal(each.name) in ours}
    assert {"cryptography", "pyside6-essentials", "python-pkcs11"} <= installed.keys()
    assert not [name for name, each in installed.items() if not licence(each)], "no licence is named"
    assert not {name: licence(each) for name, each in installed.items() if is_bound_by_gpl(licence(each))}


@pytest.mark.parametrize(
    ("offered", "bound"),
    [
        ("GPL-3.0-only", True),
        ("AGPL-3.0-or-later", True),
        ("GNU General Public License v3 (GPLv3)", True),
        ("GNU Lesser General Public License v2 (LGPLv2)", False),
        ("LGPL-3.0-only OR GPL-2.0-only", False),
        ("GPL-2.0-only OR MIT", False),
        ("MIT", False),
    ],
)
def test_which_licences_bind(offered: str, bound: bool) -> None:
    assert is_bound_by_gpl(offered) is bound
