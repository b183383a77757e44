"""What goes where on a Linux system, for a package and for an AppDir alike."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from installers import workshop
from installers.product import NAME, PROGRAMS, RESOURCES, STORE_ID, epoch

FILES = Path(__file__).parent / "files"
COMMANDS = ("tokenmgr", "tokenmgr-cli")
RUNS = {*PROGRAMS, "AppRun", "postrm"}
#: Libraries are read, too; only programs run.
RUN, READ = 0o755, 0o644


def grow(root: Path, bundle: Path, version: str) -> None:
    """Everything below usr, of one age."""
    home = root / "usr" / "lib" / NAME
    shutil.copytree(bundle, home, symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    for name in COMMANDS:
        (root / "usr/bin" / name).symlink_to(f"../lib/{NAME}/{name}")
    put(root / f"usr/share/applications/{NAME}.desktop", (FILES / f"{NAME}.desktop").read_bytes())
    put(root / f"usr/share/metainfo/{STORE_ID}.metainfo.xml", filled(f"{NAME}.metainfo.xml", version))
    manual = packed(filled(f"{NAME}-cli.1", version))
    for name in COMMANDS:
        put(root / f"usr/share/man/man1/{name}.1.gz", manual)
    icons = root / "usr/share/icons/hicolor"
    put(icons / "scalable/apps" / f"{NAME}.svg", (RESOURCES / "icons" / "app.svg").read_bytes())
    draw_icons(icons)


def draw_icons(folder: Path) -> None:
    """By the builder, which has Qt."""
    subprocess.run([str(workshop.PYTHON), str(Path(__file__).with_name("icons.py")), str(folder)], check=True)


def filled(name: str, version: str) -> bytes:
    """A file of ours with the version, the day and the store's name for us in it."""
    text = (FILES / name).read_text("utf-8")
    day = datetime.fromtimestamp(epoch(), UTC).strftime("%Y-%m-%d")
    for word, meant in (("@VERSION@", version), ("@DATE@", day), ("@ID@", STORE_ID)):
        text = text.replace(word, meant)
    return text.encode()


def packed(content: bytes) -> bytes:
    """As `gzip -n9` does it, with no time in it."""
    return gzip.compress(content, mtime=0)


def settle(root: Path) -> None:
    """Rights and times that tell nothing of who built it and when."""
    moment = epoch()
    for path in [root, *sorted(root.rglob("*"))]:
        if not path.is_symlink():
            path.chmod(RUN if path.is_dir() or path.name in RUNS else READ)
        os.utime(path, (moment, moment), follow_symlinks=False)


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
