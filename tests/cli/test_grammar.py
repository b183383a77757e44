"""How words are read: options in every shape, arguments in their places, and what is wrong said plainly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tokenmgr.cli.grammar import Argument, Flag, Group, Option, Repeated, UsageError, Verb, completed, said, verb

OUT = Option("--out", "-o", read=Path)
KIND = Option("--type", key="kind", choices=["rsa", "ec"], default="rsa")
LABEL = Option("--label", required=True)
DER = Flag("--der")
MODULES = Repeated("--module", key="modules")
ALL = (OUT, KIND, LABEL, DER, MODULES)


@pytest.mark.parametrize(
    ("words", "found", "others"),
    [
        ([], {}, []),
        (["--out", "a"], {"out": Path("a")}, []),
        (["--out=a=b"], {"out": Path("a=b")}, []),
        (["-o", "a"], {"out": Path("a")}, []),
        (["-oa"], {"out": Path("a")}, []),
        (["--out", "a", "--out", "b"], {"out": Path("b")}, []),
        (["--out", "--der"], {"out": Path("--der")}, []),
        (["--label="], {"label": ""}, []),
        (["--der", "--der"], {"der": True}, []),
        (["--module", "a", "--module=b"], {"modules": ("a", "b")}, []),
        (["x", "--der", "y", "--type", "ec", "z"], {"der": True, "kind": "ec"}, ["x", "y", "z"]),
        (["x", "--", "--der", "-o"], {}, ["x", "--der", "-o"]),
        (["-", ""], {}, ["-", ""]),
    ],
)
def test_what_is_said(words: list[str], found: dict[str, Any], others: list[str]) -> None:
    assert said(words, ALL, leading=False) == (found, others)


def test_a_group_reads_no_further_than_its_verb() -> None:
    assert said(["--der", "verb", "--out", "--strange"], ALL, leading=True) == (
        {"der": True},
        ["verb", "--out", "--strange"],
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--strange"], "No such option: --strange"),
        (["--laabel", "x"], "No such option: --laabel Did you mean --label?"),
        (["-x"], "No such option: -x"),
        (["--der=1"], "Option '--der' does not take a value."),
        (["--out"], "Option '--out' requires an argument."),
        (["--type", "dsa"], "Invalid value for '--type': 'dsa' is not one of 'rsa', 'ec'."),
    ],
)
def test_what_is_wrong(words: list[str], message: str) -> None:
    with pytest.raises(UsageError) as wrong:
        said(words, ALL, leading=False)
    assert str(wrong.value) == message


def test_what_was_not_said_has_its_default() -> None:
    found = {"label": "x"}
    assert completed(found, ALL) == {"out": None, "kind": "rsa", "label": "x", "der": None, "modules": None}
    with pytest.raises(UsageError, match="Missing option '--label'"):
        completed({}, ALL)


def placing(*taken: Argument) -> Verb:
    return verb(*taken)(lambda: None)


def test_words_in_their_places() -> None:
    two = placing(Argument("file", read=Path), Argument("which", required=False))
    assert two.placed(["a", "b"]) == {"file": Path("a"), "which": "b"}
    assert two.placed(["a"]) == {"file": Path("a"), "which": ""}
    for words, message in (([], "Missing argument 'FILE'."), (["a", "b", "c"], "unexpected extra argument (c)")):
        with pytest.raises(UsageError) as wrong:
            two.placed(words)
        assert message in str(wrong.value)
    with pytest.raises(UsageError, match="extra arguments"):
        placing().placed(["a", "b"])


def test_a_group_may_have_a_usual_verb() -> None:
    assert (Group("Things.").usual, Group("Things.", DER, usual="list").usual) == ("", "list")


def test_a_group_knows_its_verbs_by_their_functions_names() -> None:
    group = Group("Things.")

    @group.verb(DER)
    def import_() -> None:
        """Bring in."""

    @group.verb(hidden=True)
    def hold() -> None:
        """Hold."""

    found = group.find("import")
    assert isinstance(found, Verb)
    assert (found.help, found.options, found.hidden) == ("Bring in.", [DER], False)
    assert list(group.names()) == ["hold", "import"]
    assert group.find("import_") is None
