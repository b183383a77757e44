"""Prove the two commands on a bare system: a fresh Debian with Python and nothing else, made by debootstrap.

    sudo python3 tools/chroot_proof.py FOLDER [--suite bookworm] [--mirror URL]
         [--copy FILE[:TARGET]]... [--env NAME=VALUE]... [--run COMMAND]...

FOLDER gets `base` (made once) and `run` (a new copy each time, with this checkout in it). What a network needs, a
certificate or pip's settings, goes in with --copy and --env and is no part of the project. Every command runs as
root in name spaces of its own, so that nothing it starts outlives it.
"""

from __future__ import annotations

import argparse
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSIDE = "/srv/tokenmgr"
COMMANDS = [
    "python3 tools/seen_start.py",
    "python3 tools/seen_start.py",
    "apt-get install -q -y --no-install-recommends make >/dev/null",
    "CI=true make test",
    "make check",
]
# /dev and /proc are what programs expect, and a root that is a mount point, as on any computer: without it nobody
# makes name spaces of his own. All of it is mounted in name spaces that end with the command.
ENTER = """
set -e
mount --make-rprivate /
mount --bind {root} {root}
mount --rbind /dev {root}/dev
mount -t proc proc {root}/proc
mount -t sysfs sysfs {root}/sys
exec env -i {env} chroot {root} /bin/sh -c {command}
"""
ENVIRONMENT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/root",
    "LANG": "C.UTF-8",
}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--suite", default="bookworm")
    parser.add_argument("--mirror", default="http://deb.debian.org/debian")
    parser.add_argument("--copy", action="append", default=[], metavar="FILE[:TARGET]")
    parser.add_argument("--env", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--run", action="append", metavar="COMMAND", help=f"instead of: {'; '.join(COMMANDS)}")
    return parser.parse_args()


def make_base(base: Path, suite: str, mirror: str) -> None:
    if (base / "usr").exists():
        return
    subprocess.run(["debootstrap", "--variant=minbase", "--include=python3", suite, base, mirror], check=True)


def checkout(target: Path) -> None:
    """What a fresh clone of the work as it is now would hold."""
    listing = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        stdout=subprocess.PIPE,
        check=True,
    )
    for name in filter(None, listing.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def copy_in(root: Path, wish: str) -> None:
    source, _, target = wish.partition(":")
    place = root / (target or source).lstrip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, place)


def run_inside(root: Path, command: str, env: dict[str, str]) -> tuple[int, float]:
    words = " ".join(shlex.quote(f"{name}={value}") for name, value in env.items())
    enter = ENTER.format(root=shlex.quote(str(root)), env=words, command=shlex.quote(f"cd {INSIDE} && {command}"))
    print(f"\n$ {command}", flush=True)
    began = time.monotonic()
    code = subprocess.call(
        ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", enter], stdin=subprocess.DEVNULL
    )
    return code, time.monotonic() - began


def main() -> int:
    wishes = arguments()
    folder = wishes.folder.resolve()
    root = folder / "run"
    make_base(folder / "base", wishes.suite, wishes.mirror)
    shutil.rmtree(root, ignore_errors=True)
    subprocess.run(["cp", "-a", folder / "base", root], check=True)
    checkout(root / INSIDE.lstrip("/"))
    for wish in ["/etc/resolv.conf", "/etc/hosts", *wishes.copy]:
        copy_in(root, wish)
    env = {**ENVIRONMENT, **dict(pair.split("=", 1) for pair in wishes.env)}
    results = [(command, *run_inside(root, command, env)) for command in wishes.run or COMMANDS]
    print()
    for command, code, seconds in results:
        print(f"{seconds:7.1f} s  code {code}  {command}")
    return max(code for _, code, _ in results)


if __name__ == "__main__":
    sys.exit(main())
