"""A contract for import-linter: these modules are imported only by those.

Unlike the contracts that come with import-linter it covers foreign packages too, and it does not mind a room
that has not been built yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from importlinter import Contract, ContractCheck, fields, output

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grimp import ImportGraph


def inside(module: str, packages: Iterable[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


class OnlyImportedBy(Contract):
    """Either `importers` (nobody else may) or `not_importers` (everybody else may) is given.

    The parts of a module always may import one another.
    """

    type_name = "only"

    modules = fields.ListField(subfield=fields.StringField())
    importers = fields.ListField(subfield=fields.StringField(), required=False)
    not_importers = fields.ListField(subfield=fields.StringField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002, FBT001 - their signature
        broken = [
            f"{importer} -> {imported}"
            for imported in sorted(graph.modules)
            for package in self.names("modules")
            if inside(imported, [package])
            for importer in sorted(graph.find_modules_that_directly_import(imported))
            if not inside(importer, [package]) and self.forbids(importer)
        ]
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def forbids(self, importer: str) -> bool:
        barred = self.names("not_importers")
        return inside(importer, barred) if barred else not inside(importer, self.names("importers"))

    def names(self, field: str) -> list[str]:
        return [str(name) for name in getattr(self, field) or []]

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["broken"]:
            output.print_error(line, bold=False)
