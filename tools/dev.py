"""The project's commands: python3 tools/dev.py COMMAND

start | test | check | format | texts | bench | pictures | installers | lock | clean

`make <command>` does the same. Needs nothing but a Python: what is missing is set up first, silently where
there is nothing to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import environment, screenless, system_packages
from tools.environment import BIN, LOCKS, ROOT
from tools.say import Problem, quietly, step

MAIN_JOB = ["overview"]

CACHES = (
    ".venv",
    "dist",
    "build",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    ".import_linter_cache",
)
CHECKS = {
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "lint": ["ruff", "check", "--quiet", "--output-format", "concise", "."],
    "types": ["mypy"],
    "structure": ["lint-imports"],
}
# The name of each lock, and what uv is told to put into it.
LOCKED = {
    "runtime": ["pyproject.toml"],
    "pcsc": ["pyproject.toml", "--extra", "pcsc"],
    "build": ["--group", "build"],
    "dev": ["pyproject.toml", "--group", "dev"],
    "lock": ["--group", "lock"],
    "bundle": ["pyproject.toml", "--group", "bundle", "--group", "build"],
}


def run(*command: str | Path) -> int:
    """The command, in the project's folder, with the terminal as it is."""
    sys.stdout.flush()
    return subprocess.call([str(part) for part in command], cwd=ROOT)


def start(arguments: list[str]) -> int:
    """The overview as a table, and the window, with practice tokens beside whatever is plugged in."""
    extra = () if arguments or screenless.has_screen() else ("screenless",)
    system_packages.wish("start", "going on without smart card readers, with practice tokens", *extra)
    environment.ensure("start")
    if arguments:
        return run(BIN / "tokenmgr-cli", *arguments)
    code = run(BIN / "tokenmgr-cli", *MAIN_JOB)
    with screenless.screen() as where:
        os.environ.update(where)
        return run(BIN / "tokenmgr", "--practice") or code


def test(arguments: list[str]) -> int:
    system_packages.wish("test", "going on without some of the real tokens, whose tests are skipped")
    python = environment.ensure("test")
    qt_loads = quietly([python, "-c", "import PySide6.QtWidgets"]) is None
    return run(python, "-m", "pytest", *([] if qt_loads else ["-p", "no:pytest-qt"]), *arguments)


def check(arguments: list[str]) -> int:
    environment.ensure("test")
    failed = [name for name in arguments or CHECKS if not passes(name)]
    return 1 if failed else 0


def passes(name: str) -> bool:
    program, *options = CHECKS[name]
    done = subprocess.run(
        [BIN / program, *options], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    good = done.returncode == 0
    print(f"{name:10} {'ok' if good else 'FAILED'}", flush=True)
    if not good:
        print(done.stdout, flush=True)
    return good


def reformat(arguments: list[str]) -> int:
    environment.ensure("test")
    return run(BIN / "ruff", "format", *arguments) or run(BIN / "ruff", "check", "--fix", *arguments)


def bench(arguments: list[str]) -> int:
    system_packages.wish("test", "going on without some of the real tokens, which cannot be measured")
    python = environment.ensure("test")
    return run(python, "-m", "tools.bench", *arguments)


def pictures(_arguments: list[str]) -> int:
    """The README's pictures, from the running program."""
    python = environment.ensure("test")
    made = run(python, "-m", "tools.picture", "docs")
    return made or run(python, "-m", "tools.window_pictures", "docs/window")


def installers(arguments: list[str]) -> int:
    """What this system can build, in dist/."""
    system_packages.wish("installers", "going on with what is here")
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    return run(sys.executable, ROOT / "installers" / system / "build.py", *arguments)


def texts(_arguments: list[str]) -> int:
    """Collect the window's texts and compile their translations."""
    return run(environment.ensure("test"), "-m", "tools.texts")


def lock(arguments: list[str]) -> int:
    """Resolve the dependencies anew; `make lock` keeps what still fits, `dev.py lock --upgrade` does not."""
    environment.ensure("lock")
    for name, part in LOCKED.items():
        step(f"locking {name}")
        failed = compile_lock(name, [*part, *arguments])
        if failed:
            return failed
    return 0


def compile_lock(name: str, part: list[str]) -> int:
    runtime = LOCKS / "runtime.txt"
    same = () if name in ("runtime", "lock") else ("--constraints", runtime.relative_to(ROOT))
    return run(
        BIN / "uv", "pip", "compile", "-o", LOCKS.relative_to(ROOT) / f"{name}.txt", "--quiet",
        "--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-header", *same, *part,
    )  # fmt: skip


def clean(_arguments: list[str]) -> int:
    for name in CACHES:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    for folder in ("src", "tests", "tools"):
        for cache in list((ROOT / folder).rglob("__pycache__")):
            shutil.rmtree(cache, ignore_errors=True)
    return 0


COMMANDS = {
    "start": start, "test": test, "check": check, "format": reformat, "texts": texts, "bench": bench,
    "pictures": pictures, "installers": installers, "lock": lock, "clean": clean,
}  # fmt: skip


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 2
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Problem as problem:
        print(f"tokenmgr: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
