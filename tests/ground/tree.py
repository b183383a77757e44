"""The project's own files, as the structure tests see them."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "tokenmgr"
OURS = ("src", "tests", "tools", "resources", "requirements", "installers", ".ci")

CACHE = re.compile(r"/__pycache__/|/\.\w+_cache/|/\.hypothesis/")
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def files() -> Iterator[Path]:
    """Every file of the project: those at the top, and all in its own folders."""
    yield from (path for path in ROOT.iterdir() if path.is_file())
    for folder in OURS:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and not CACHE.search(path.as_posix()):
                yield path


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function's name and its number of lines."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, FUNCTION):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def classes(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef):
            yield node.name


def imports(path: Path) -> Iterator[str]:
    """The top of every name that is imported, late imports included."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
