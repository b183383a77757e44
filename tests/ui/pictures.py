"""Every page and dialog as a picture: a digest for each language, theme and scale.

    python -m tests.ui.pictures --scale 1.5 [--keep FOLDER] [--only NAME]   one line a picture: name and digest
    python -m tests.ui.pictures --accept                                    what is drawn now is what is expected

Look at them before you accept them: `--keep`, and lay them beside the ones before.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

    from tokenmgr.ui.window import Window

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = Path(__file__).with_name("pictures.txt")
FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
SCALES = ("1", "1.5", "2")
#: Only these fonts, whatever else is installed.
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def font_mark() -> str:
    """Which edition of the font is here; another draws other pictures."""
    return hashlib.sha256(FONT.read_bytes()).hexdigest()[:16] if FONT.exists() else "none"


def expected() -> dict[str, str]:
    """Name -> digest; the font's mark among them."""
    if not EXPECTED.exists():
        return {}
    return dict(line.split() for line in EXPECTED.read_text("utf-8").splitlines())


def drawn(scale: str, keep: Path | None = None, only: str = "") -> dict[str, str]:
    """All pictures at one scale, drawn by a process of their own: Qt knows one scale a process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "fonts.conf").write_text(FONTS.format(folder=FONT.parent, cache=folder / "cache"), encoding="utf-8")
        own = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
        own |= {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        command = [sys.executable, "-m", "tests.ui.pictures", "--scale", scale, *(["--only", only] if only else [])]
        command += ["--keep", str(keep)] if keep else []
        done = subprocess.run(command, env=os.environ | own, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return dict(line.split() for line in done.stdout.splitlines())


def draw(scale: str, keep: Path | None, only: str) -> Iterator[tuple[str, str]]:
    """Here and now: the environment is set."""
    from PySide6.QtWidgets import QApplication

    from tests.ui import sample
    from tokenmgr.ui import icons, style, theme, words
    from tokenmgr.wording.language import Language

    application = QApplication(["tokenmgr"])
    application.setStyle("Fusion")
    application.setCursorFlashTime(0)
    icons.draw_from(sample.RESOURCES / "icons")
    for language in Language:
        for shade in (theme.LIGHT, theme.DARK):
            words.speak(language, sample.RESOURCES / "i18n")
            style.dress(application, shade, str(sample.RESOURCES / "icons"))
            for scene, image in scenes(only):
                name = f"{scene}.{language.value}.{'dark' if shade.dark else 'light'}.{scale}"
                if keep:
                    image.save(str(keep / f"{name}.png"))
                yield name, digest(image)


def scenes(only: str) -> Iterator[tuple[str, QImage]]:
    """Pages, then dialogs over Home."""
    from tests.ui.scenes import DIALOGS, PAGES, SHEETS, open_dialog, open_page, settle

    for scene in (*PAGES, *DIALOGS, *SHEETS):
        if only and only != scene:
            continue
        window = new_window()
        open_page(window, scene if scene in PAGES else "home")
        if scene not in PAGES:
            open_dialog(window, scene)
        settle()
        yield scene, window.grab().toImage()
        window.hide()
        window.deleteLater()


def new_window() -> Window:
    """A window with sample tokens."""
    from tests.ui import sample
    from tokenmgr.settings import Settings
    from tokenmgr.ui.bridge import Bridge
    from tokenmgr.ui.choices import Choices
    from tokenmgr.ui.errands import Errands
    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.window import Window

    screen = Screen(Bridge(), Choices(Settings(), lambda _values: None), sample.full(), sample.RESOURCES)
    Errands(screen)
    window = Window(screen)
    window.resize(1200, 748)
    window.show()
    return window


def digest(image: QImage) -> str:
    """Of the pixels, not of a file."""
    from PySide6.QtGui import QImage

    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return hashlib.sha256(bytes(plain.constBits())).hexdigest()[:24]


def main() -> int:
    """See the head of this file."""
    options = argparse.ArgumentParser()
    options.add_argument("--scale", default="1")
    options.add_argument("--keep", type=Path)
    options.add_argument("--only", default="")
    options.add_argument("--accept", action="store_true")
    chosen = options.parse_args()
    if chosen.accept:
        lines = {"font": font_mark()}
        for scale in SCALES:
            lines |= drawn(scale)
        EXPECTED.write_text("".join(f"{name} {mark}\n" for name, mark in sorted(lines.items())), encoding="utf-8")
        return 0
    if chosen.keep:
        chosen.keep.mkdir(parents=True, exist_ok=True)
    for name, mark in draw(chosen.scale, chosen.keep, chosen.only):
        sys.stdout.write(f"{name} {mark}\n")
    sys.stdout.flush()
    os._exit(0)  # nothing is left to close


if __name__ == "__main__":
    sys.exit(main())
