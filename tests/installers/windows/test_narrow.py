"""Of the lock, what the 32-bit process needs: with digests, and all of it there."""

from __future__ import annotations

import ast

from installers.windows import narrow


def test_the_lock_has_all_of_it_with_digests() -> None:
    kept = narrow.lock(narrow.LOCK.read_text("utf-8"))
    named = {line.partition("==")[0] for line in kept.splitlines() if line[:1].isalpha()}
    assert named == narrow.WANTED
    assert kept.count("--hash=sha256:") >= len(named)


def test_an_entry_goes_with_its_digests() -> None:
    text = "a==1 \\\n    --hash=sha256:aa\nb==2 ; x \\\n    --hash=sha256:bb\n    --hash=sha256:bc\n"
    assert narrow.lock(text, frozenset("b")) == "b==2 ; x \\\n    --hash=sha256:bb\n    --hash=sha256:bc\n\n"


def test_the_recipe_is_python() -> None:
    ast.parse(narrow.SPEC.read_text("utf-8"))
