"""Where vendor modules are on this computer. Looks, but loads nothing: may_load in trust.py decides that.

Only absolute paths are looked at, never a search path, the working folder or the environment.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import ModuleUnfit
from tokenmgr.providers.pkcs11 import p11kit
from tokenmgr.providers.pkcs11.catalogue import stem
from tokenmgr.providers.pkcs11.header import check_fits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tokenmgr.providers.pkcs11.catalogue import Catalogue, Library, System, Vendor
    from tokenmgr.providers.pkcs11.trust import Origin


class FoundModule(NamedTuple):
    """A library that is there. `listed` is the path that led to it: give that one to may_load."""

    path: str
    listed: str
    vendor: str
    name: Mapping[str, str]
    origin: Origin
    certain: bool


class _Family(NamedTuple):
    """A vendor's library: whatever goes by one of its names is the same thing."""

    vendor: Vendor
    library: Library


class _Candidate(NamedTuple):
    path: str
    origin: Origin
    family: _Family | None


def discover(
    catalogue: Catalogue,
    system: System,
    *,
    extra_roots: Iterable[str] = (),
    added: Iterable[str] = (),
    folders: p11kit.Folders | None = None,
) -> list[FoundModule]:
    """Every module once, the catalogue's first. `extra_roots` are folders laid out like the system's root, `added`
    the user's own modules; what comes from either needs consent. `folders` are p11-kit's, where it is in use.
    """
    search = _Search(catalogue, system)
    candidates = [*search.catalogued("", "catalogue"), *search.configured(folders)]
    for root in extra_roots:
        candidates.extend(search.catalogued(root, "user"))
    candidates.extend(search.named(added, "user"))
    return search.merged(candidates)


class _Search:
    """One look at the system."""

    def __init__(self, catalogue: Catalogue, system: System) -> None:
        self.catalogue = catalogue
        self.system = system
        self.families = [_Family(vendor, library) for vendor in catalogue.vendors for library in vendor.libraries]
        self.by_stem = {stem(file): family for family in self.families for file in self.files(family)}

    def files(self, family: _Family) -> tuple[str, ...]:
        return family.library.files.get(self.system.machine.system, ())

    def catalogued(self, root: str, origin: Origin) -> Iterator[_Candidate]:
        for family in self.families:
            for pattern in self.files(family):
                for path in self.system.expand(pattern):
                    yield _Candidate(_under(root, path), origin, family)

    def configured(self, folders: p11kit.Folders | None) -> Iterator[_Candidate]:
        for module in p11kit.listed(folders) if folders else ():
            if not module.refused:
                yield from self.named([module.path], module.origin)

    def named(self, paths: Iterable[str], origin: Origin) -> Iterator[_Candidate]:
        for path in paths:
            yield _Candidate(path, origin, self.by_stem.get(stem(path)))

    def merged(self, candidates: Iterable[_Candidate]) -> list[FoundModule]:
        """One file once, however many names lead to it; one listed library once, however many builds lie about."""
        groups: dict[object, list[_Candidate]] = {}
        seen: set[tuple[int, int]] = set()
        for candidate in candidates:
            file = _file(candidate.path)
            if file is None or file in seen or self.is_barred(candidate.path):
                continue
            seen.add(file)
            is_listed = candidate.family is not None and candidate.origin != "user"
            groups.setdefault(id(candidate.family) if is_listed else file, []).append(candidate)
        return [self.found(self.best(group)) for group in groups.values()]

    def is_barred(self, path: str) -> bool:
        return self.catalogue.bars(path) or self.catalogue.bars(os.path.realpath(path))

    def best(self, group: Sequence[_Candidate]) -> _Candidate:
        """The first that fits; where none does, the first, so that the reason can be told."""
        if len(group) == 1:
            return group[0]
        return next((candidate for candidate in group if self.fits(candidate.path)), group[0])

    def fits(self, path: str) -> bool:
        try:
            check_fits(path, self.system.machine)
        except ModuleUnfit:
            return False
        return True

    def found(self, chosen: _Candidate) -> FoundModule:
        real = os.path.realpath(chosen.path)
        if chosen.family is None:
            return FoundModule(real, chosen.path, "", {}, chosen.origin, certain=True)
        vendor, library = chosen.family
        return FoundModule(real, chosen.path, vendor.id, vendor.name, chosen.origin, library.certain)


def _under(root: str, path: str) -> str:
    return str(Path(root, *Path(path).parts[1:])) if root else str(Path(path))


def _file(path: str) -> tuple[int, int] | None:
    """Which file a path leads to; None where there is none, or no plain one."""
    if not Path(path).is_absolute():
        return None
    try:
        seen = Path(path).stat()
    except (OSError, ValueError):
        return None
    return (seen.st_dev, seen.st_ino) if stat.S_ISREG(seen.st_mode) else None
