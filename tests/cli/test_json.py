"""docs/json.md against what really comes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.ground.tree import ROOT
from tests.practising import CLII, CLII_SO, HK, NETCA, NEW, PIN, Practice
from tokenmgr.cli import shapes
from tokenmgr.cli.edge import exit_code
from tokenmgr.model import browser_errors, computer_errors, errors, update_errors
from tokenmgr.model.module import ModuleState, ModuleStatus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DOCUMENT = (ROOT / "docs" / "json.md").read_text("utf-8")


def table(heading: str) -> list[list[str]]:
    """The cells of the table below a heading."""
    section = re.split(r"^## ", DOCUMENT, flags=re.MULTILINE)
    lines = next(part for part in section if part.splitlines()[0] == heading).splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")][1:]


def keys(heading: str) -> set[str]:
    return {row[0].strip("`") for row in table(heading)}


def words(cell: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", cell))


def cell(heading: str, key: str) -> set[str]:
    return next(words(row[1]) for row in table(heading) if row[0] == f"`{key}`")


def test_tokens(tm: Practice) -> None:
    for verb in (("tokens",), ("pin", "status")):
        for row in tm(*verb).json():
            assert set(row) == keys("token")
            assert set(row["tries"]) == keys("tries")
            assert row["state"] in cell("token", "state")
            assert set(row["abilities"]) <= cell("token", "abilities")


def test_what_the_issue_names_is_there() -> None:
    """For a token and for a certificate at least these."""
    assert {
        "serial",
        "label",
        "alias",
        "manufacturer",
        "model",
        "provider",
        "module",
        "profile",
        "state",
        "flags",
        "tries",
    } <= keys("token")
    assert keys("tries") == {"at_most", "certainty", "limit", "why"}
    wanted = "token id label subject issuer serial not_before not_after days_left usage key sha256 has_private_key"
    assert set(wanted.split()) <= keys("certificate")


def test_info(tm: Practice) -> None:
    row = tm("token", "info", "--token", CLII).json()
    assert set(row) == keys("token") | keys("token info")
    assert set(row["memory"]) == cell("token info", "memory")
    assert set(row["policy"]) == cell("token info", "policy") - {"any", "forbidden", "required"}


def test_certificates(tm: Practice) -> None:
    rows = tm("certs").json()
    assert len(rows) == 4
    assert all(set(row) == keys("certificate") for row in rows)
    shown = tm("cert", "show", "--token", HK).json()
    assert set(shown) == keys("certificate") | keys("cert show")
    assert all(set(each) == cell("cert show", "extensions") for each in shown["extensions"])
    assert set(tm("cert", "export", "--token", HK).json()) == keys("certificate") | keys("cert export")


def test_overview(tm: Practice) -> None:
    both = tm().json()
    assert set(both) == keys("overview")
    assert both["tokens"] == tm("tokens").json()
    assert both["certificates"] == tm("certs").json()


def test_self_test(tm: Practice) -> None:
    rows = tm("token", "test", "--token", HK, lines=(PIN[HK],)).json()
    assert [set(row) for row in rows] == [keys("token test")]


def test_profiles(tm: Practice) -> None:
    rows = tm("profiles").json()
    assert {row["id"] for row in rows} >= {"clii-bjca", "hkpost-safenet", "netca", "esigntrust"}
    assert all(set(row) == keys("profile") for row in rows)


def test_modules() -> None:
    status = ModuleStatus("/x.so", "v", "n", "user", ModuleState.READY, load_ms=1.234)
    assert set(shapes.module(status)) == keys("module")
    assert {state.value for state in ModuleState} == cell("module", "state")


def deeds(tm: Practice, folder: Path) -> Iterator[dict[str, Any]]:
    """Each verb that changes something, once each way."""
    file = folder / "file"
    file.write_text("text")
    out = str(folder / "out")
    yield tm("pin", "change", "--token", CLII, lines=(PIN[CLII], NEW)).json()
    yield tm("pin", "unlock", "--token", CLII, lines=(CLII_SO, NEW)).json()
    yield tm("pin", "set", "--token", CLII, lines=(CLII_SO, NEW)).json()
    yield tm("cert", "export", "--token", HK, "--out", out).json()
    yield tm("cert", "import", "--token", HK, out, lines=(PIN[HK],)).json()
    yield tm("token", "rename", "--token", HK, "Mine").json()
    yield tm("key", "generate", "--token", HK, "--type", "p256", "--subject", "CN=a", lines=(PIN[HK],)).json()
    yield tm(
        "key", "generate", "--token", HK, "--type", "p256", "--subject", "CN=a", "--out", out, lines=(PIN[HK],)
    ).json()
    yield tm("sign", "--token", NETCA, str(file), lines=(PIN[NETCA],)).json()
    yield tm("sign", "--token", NETCA, str(file), "--out", out, lines=(PIN[NETCA],)).json()
    yield tm("cert", "delete", "--token", NETCA, "01", "--yes", lines=(PIN[NETCA],)).json()
    yield tm("token", "init", "--token", CLII, "--label", "New", "--yes", lines=(CLII_SO, NEW)).json()
    for verb in ("pull", "plug", "reset"):
        yield tm("practice", verb, HK).json()


def test_deeds(tm: Practice, tmp_path: Path) -> None:
    known = {row[0].strip("`"): words(row[2]) - {"done"} for row in table("done")}
    seen = set()
    for row in deeds(tm, tmp_path):
        seen.add(row["done"])
        extra = set(row) - {"done"}
        assert extra <= known[row["done"]], row
        assert extra, row
    elsewhere = ("module-", "profile-", "browser-", "repaired", "undone")
    only_elsewhere = {name for name in known if name.startswith(elsewhere)} | {"given-up"}
    assert seen == set(known) - only_elsewhere


def kinds(root: type[errors.TokenError]) -> Iterator[type[errors.TokenError]]:
    yield root
    for kind in root.__subclasses__():
        yield from kinds(kind)


#: Loaded, so that their kinds are known.
PARTS = (browser_errors, computer_errors, update_errors)


@pytest.mark.parametrize("kind", list(kinds(errors.TokenError)), ids=lambda kind: kind.code)
def test_every_code_stands_beside_its_exit_code(kind: type[errors.TokenError]) -> None:
    listed = {code: int(row[0]) for row in table("error") for code in words(row[2])}
    assert listed[kind.code] == exit_code(kind.__new__(kind))
