"""Which command lines ask a vendor's module, told before the verb is loaded."""

from __future__ import annotations

import pytest

from tokenmgr.cli.front import FRONT, LANGUAGES, VERBS, asks_modules
from tokenmgr.cli.grammar import Group, Verb
from tokenmgr.wording.language import Language


def test_every_verb_is_where_the_list_says() -> None:
    for name in VERBS:
        found = FRONT.find(name)
        assert isinstance(found, Verb | Group)
        assert found.help, name
    assert FRONT.find("nothing") is None


@pytest.mark.parametrize(
    "line", ["", "certs", "--json certs", "--home certs tokens", "pin status --of so", "--token practice cert show"]
)
def test_some_ask(line: str) -> None:
    assert asks_modules(line.split())


@pytest.mark.parametrize(
    "line",
    ["--practice", "certs --practice", "--help", "certs -h", "--version", "profiles", "module add /x", "nothing",
     "--no-such certs", "--home certs profiles", "practice pull X"],
)  # fmt: skip
def test_others_do_not(line: str) -> None:
    assert not asks_modules(line.split())


def test_the_languages_are_those_that_are_spoken() -> None:
    assert set(LANGUAGES) == {each.value for each in Language}
