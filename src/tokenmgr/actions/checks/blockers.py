"""What keeps a driver from working: security software that runs, a vendor's service that was switched off."""

from __future__ import annotations

import sys
import tomllib
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.actions.checks.finding import Finding
from tokenmgr.ca.table import Place, Table, many, table, text
from tokenmgr.model.errors import ProfileBroken
from tokenmgr.system import registry
from tokenmgr.system.processes import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from tokenmgr.model.module import ModuleStatus

SERVICES = r"SYSTEM\CurrentControlSet\Services"
#: How Windows writes that a service does not start.
NEVER = 4


class Product(NamedTuple):
    """One security program."""

    name: str
    processes: tuple[str, ...]


class Service(NamedTuple):
    """One vendor's service."""

    name: str
    vendor: str


class Blockers(NamedTuple):
    """The whole file."""

    products: tuple[Product, ...]
    services: tuple[Service, ...]


def read_blockers(path: Path) -> Blockers:
    """ProfileBroken where the file is not as it should be, with the key named."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ProfileBroken(str(path), "", str(error)) from error
    whole = Table(Place(str(path)), found)
    products = whole.need(
        "product", many(table(lambda keys: Product(keys.need("name", text), keys.need("processes", many(text)))))
    )
    services = whole.need(
        "service", many(table(lambda keys: Service(keys.need("name", text), keys.need("vendor", text))))
    )
    whole.refuse_rest()
    return Blockers(products, services)


def check_security(known: Sequence[Product], running: set[str], modules: Sequence[ModuleStatus]) -> Iterator[Finding]:
    """Each that runs, and the files that it has to let through. Nobody is asked to switch it off.

    Where nothing at all was seen to run, nobody could look.
    """
    if not running:
        yield Finding("security-software", "skipped", (("reason", "not-on-this-system"),))
        return
    names = {plain(name) for name in running}
    found = [(product, [each for each in product.processes if plain(each) in names]) for product in known]
    there = [(product, seen) for product, seen in found if seen]
    files = (sys.executable, *(module.path for module in modules))
    for product, seen in there:
        facts = (("product", product.name),)
        yield Finding("security-software", "warn", facts, (*seen, *files), "allow-in-security-software")
    if not there:
        yield Finding("security-software", "ok")


def _start(service: str) -> int | None:
    return registry.machine_number(rf"{SERVICES}\{service}", "Start")


def check_services(
    known: Sequence[Service], modules: Sequence[ModuleStatus], start: Callable[[str], int | None] = _start
) -> Iterator[Finding]:
    """Those of vendors whose module is here, where the system has such services."""
    vendors = {module.vendor for module in modules}
    wanted = [service for service in known if service.vendor in vendors]
    there = [(service, how) for service in wanted if (how := start(service.name)) is not None]
    if not there:
        yield Finding("vendor-service", "skipped", (("reason", "not-on-this-system"),))
    for service, how in there:
        facts = (("service", service.name), ("vendor", service.vendor))
        evidence = (rf"HKLM\{SERVICES}\{service.name}", f"Start={how}")
        if how == NEVER:
            yield Finding("vendor-service", "bad", facts, evidence, "start-vendor-service")
        else:
            yield Finding("vendor-service", "ok", facts, evidence)
