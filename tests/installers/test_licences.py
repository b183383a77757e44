"""The parts of a bundle, as their packages describe themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from installers import licences

if TYPE_CHECKING:
    from pathlib import Path


def package(folder: Path, name: str, about: str, **texts: str) -> None:
    place = folder / f"{name}-1.0.dist-info"
    (place / "licenses").mkdir(parents=True)
    (place / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n{about}\n")
    for file, text in texts.items():
        (place / "licenses" / file).write_text(text)


def test_in_order_with_their_texts(tmp_path: Path) -> None:
    package(tmp_path, "zebra", "License-Expression: MIT", LICENSE="Permission", NOTICE="Take note")
    package(tmp_path, "Ape", "License-Expression: Apache-2.0", AUTHORS="nobody")
    found = licences.packages(tmp_path)
    assert [(part.name, part.licence, part.texts) for part in found] == [
        ("Ape", "Apache-2.0", ()),
        ("zebra", "MIT", ("Permission", "Take note")),
    ]


def test_a_package_without_a_licence_does_not_ship(tmp_path: Path) -> None:
    package(tmp_path, "nameless", "License: yes")
    with pytest.raises(ValueError, match="nameless"):
        licences.packages(tmp_path)


def test_a_text_that_a_package_forgot_is_added(tmp_path: Path) -> None:
    package(tmp_path, "pyusb", "License: BSD")
    part = licences.packages(tmp_path)[0]
    assert part.licence == "BSD-3-Clause"
    assert "Redistribution" in part.texts[0]
