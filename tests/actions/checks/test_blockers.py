"""Security software and vendors' services, by the shipped table."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tokenmgr.actions.checks.blockers import Product, Service, check_security, check_services, read_blockers
from tokenmgr.model.errors import ProfileBroken
from tokenmgr.model.module import ModuleState, ModuleStatus

RESOURCES = Path(__file__).parents[3] / "resources"
BLOCKERS = read_blockers(RESOURCES / "blockers.toml")
BJCA = ModuleStatus("/opt/bjca.so", "bjca", "BJCA", "catalogue", ModuleState.READY)


def test_the_shipped_table() -> None:
    names = [process.lower() for product in BLOCKERS.products for process in product.processes]
    assert len(names) == len(set(names)) > 10
    ids = {path.stem for path in (RESOURCES / "modules").glob("*.toml")}
    assert {service.vendor for service in BLOCKERS.services} <= ids


@pytest.mark.parametrize("spoilt", ["[[product]]\nname = 'x'\n", "[[product]]\nnam = 'x'\n", "x = ", "odd = 1\n"])
def test_a_table_that_is_wrong_is_named(tmp_path: Path, spoilt: str) -> None:
    (tmp_path / "b.toml").write_text(spoilt)
    with pytest.raises(ProfileBroken) as caught:
        read_blockers(tmp_path / "b.toml")
    assert caught.value.path == str(tmp_path / "b.toml")


def test_what_runs_is_named_with_the_files_to_let_through() -> None:
    [found] = check_security(BLOCKERS.products, {"QQPCTRAY.EXE", "bash"}, [BJCA])
    assert (found.state, found.next_step) == ("warn", "allow-in-security-software")
    assert found.evidence == ("QQPCTray.exe", sys.executable, "/opt/bjca.so")
    assert re.search("Tencent", str(dict(found.facts)["product"]))


def test_nothing_that_blocks() -> None:
    [found] = check_security(BLOCKERS.products, {"bash"}, [BJCA])
    assert found.state == "ok"


def test_where_nothing_was_seen_nobody_looked() -> None:
    [found] = check_security(BLOCKERS.products, set(), [BJCA])
    assert (found.state, found.facts) == ("skipped", (("reason", "not-on-this-system"),))


@pytest.mark.parametrize("running", ["hipsdaemon", "HipsDaemon.exe", "HIPSDAEMON"])
def test_an_ending_is_no_part_of_a_name(running: str) -> None:
    [found] = check_security([Product("Huorong", ("HipsDaemon.exe",))], {running}, [])
    assert found.state == "warn"


@pytest.mark.parametrize(("start", "state"), [(4, "bad"), (2, "ok"), (3, "ok"), (None, "skipped")])
def test_a_vendors_service(start: int | None, state: str) -> None:
    [found] = check_services([Service("Moniter", "bjca")], [BJCA], lambda _name: start)
    assert found.state == state
    [other] = check_services([Service("Moniter", "bjca")], [], lambda _name: 4)
    assert other.state == "skipped"
