"""The bill of materials of a bundle, as CycloneDX 1.6: what is in it, in which version, under which licence.

Run by the bundle's builder, which has the library for it:

    build/venv/bin/python installers/bill.py BUNDLE FILE
"""

from __future__ import annotations

import re
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from installers import licences, parts
from installers.locked import locked
from installers.product import LICENCE, NAME, ROOT, epoch, version

#: A name of our own for the serial number, so that the same content has the same one.
SPACE = uuid.UUID("6a0cbb2a-5a0e-5f0e-9a51-3f1a3c3f7a11")
LOCK = ROOT / "requirements" / "runtime.txt"


def write(bundle: Path, file: Path) -> None:
    """The bill, the same for the same bundle."""
    found = [_component(part) for part in parts.of(bundle)]
    bom = Bom(components=found)
    bom.metadata.component = _the_program()
    bom.metadata.timestamp = datetime.fromtimestamp(epoch(), UTC)
    bom.metadata.tools.components.clear()
    bom.serial_number = uuid.uuid5(SPACE, "\n".join(f"{each.name} {each.version}" for each in found) + version())
    bom.register_dependency(bom.metadata.component, found)
    file.parent.mkdir(parents=True, exist_ok=True)
    JsonV1Dot6(bom).output_to_file(str(file), allow_overwrite=True, indent=1)


def _the_program() -> Component:
    return Component(
        name=NAME,
        version=version(),
        type=ComponentType.APPLICATION,
        bom_ref=NAME,
        licenses=[LicenseFactory().make_from_string(LICENCE)],
    )


def _component(part: licences.Part) -> Component:
    made = Component(
        name=part.name,
        version=part.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{part.name}-{part.version}",
        licenses=[LicenseFactory().make_from_string(part.licence)],
    )
    if part.package:
        made.purl = PackageURL("pypi", None, part.package.lower().replace("_", "-"), part.version)
        made.external_references.add(_origin(part))
    return made


def _origin(part: licences.Part) -> ExternalReference:
    """Where it comes from: one of the files whose digests the lock names."""
    name = re.sub(r"[-_.]+", "-", part.package).lower()
    number, digests = locked(LOCK.read_text("utf-8"))[name]
    if number != part.version:
        raise ValueError(f"{name} {part.version} is in the bundle, and {number} in the lock")
    return ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(f"https://pypi.org/project/{name}/{number}/"),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in digests],
    )


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
