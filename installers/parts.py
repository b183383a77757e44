"""All parts of a bundle: its packages, and what is in there besides. Needs the bundle's builder."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from typing import TYPE_CHECKING

from installers import licences, workshop
from installers.product import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@cache
def of(bundle: Path) -> tuple[licences.Part, ...]:
    """By name, the packages last."""
    return (*_inside(), *licences.packages(internal(bundle)))


def internal(bundle: Path) -> Path:
    """Where everything but the programs lies; on macOS inside an app."""
    return next(place for place in (bundle / "_internal", bundle / "Contents" / "Resources", bundle) if place.is_dir())


def _inside() -> list[licences.Part]:
    command = [str(workshop.PYTHON), "-I", str(ROOT / "installers" / "inside.py")]
    said = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    return [
        licences.Part(each["name"], each["version"], each["licence"], texts=tuple(each["texts"]))
        for each in json.loads(said)
    ]
