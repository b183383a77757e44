"""What every installer says of the program."""

from __future__ import annotations

import tokenmgr
from installers import product


def test_the_version_is_the_programs() -> None:
    assert product.version() == tokenmgr.__version__


def test_the_three_programs_have_entries() -> None:
    spec = (product.ROOT / "installers" / "bundle.spec").read_text("utf-8")
    assert all(f'"{name}"' in spec for name in product.PROGRAMS)
