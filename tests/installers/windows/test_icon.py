"""The icon: every size Windows asks for, readable, and the same each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImageReader

from installers.windows import icon

if TYPE_CHECKING:
    from pathlib import Path


def test_every_size_is_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "t.ico"
    icon.write(path)
    reader = QImageReader(str(path))
    assert reader.imageCount() == len(icon.SIZES)
    for number, size in enumerate(icon.SIZES):
        assert reader.jumpToImage(number)
        picture = reader.read()
        assert (picture.width(), picture.height()) == (size, size)
        assert picture.pixelColor(0, 0).alpha() < 255  # round corners
        assert picture.pixelColor(size // 2, size // 8).getRgb() == (0x31, 0x57, 0xCC, 255)


def test_drawn_twice_it_is_the_same(tmp_path: Path) -> None:
    for name in ("one", "two"):
        icon.write(tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
