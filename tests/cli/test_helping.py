"""What --help shows: everything that can be said, folded into the terminal, and nothing that is hidden."""

from __future__ import annotations

import pytest

from tokenmgr.cli.front import COMMON, FRONT, HELP, VERBS
from tokenmgr.cli.grammar import Argument, Flag, Group, Option, Verb, verb
from tokenmgr.cli.helping import full, hint, usage
from tokenmgr.cli.main import run

LONG = " ".join(["word"] * 30)


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def every(found: Verb | Group | None, path: tuple[str, ...]) -> list[tuple[tuple[str, ...], Verb | Group]]:
    """A verb, or a group and all below it."""
    assert found is not None
    below = [each for name in found.names() for each in every(found.find(name), (*path, name))] if isinstance(
        found, Group
    ) else []  # fmt: skip
    return [(path, found), *below]


def test_every_verb_tells_what_it_does_within_eighty_columns() -> None:
    all_of_them = every(FRONT, ("tokenmgr-cli",))
    assert len(all_of_them) > len(VERBS)
    for path, found in all_of_them:
        text = full(path, found, [*found.options, *COMMON, HELP])
        assert found.help, path
        assert max(map(len, text.splitlines())) <= 80, text
        assert {name for option in found.options for name in option.names} <= set(text.replace(",", " ").split())


def test_a_verb() -> None:
    @verb(Argument("file"), Argument("which", required=False), Option("--out", "-o", metavar="PATH", help=LONG))
    def sign() -> None:
        """Sign it.

        At length.
        """

    shown = full(["prog", "sign"], sign, [*sign.options, Flag("--yes", help="Do not ask.")])
    lines = shown.splitlines()
    assert lines[:5] == ["Usage: prog sign [OPTIONS] FILE [WHICH]", "", "  Sign it.", "", "  At length."]
    assert "  --yes           Do not ask." in lines
    at = next(number for number, line in enumerate(lines) if line.startswith("  -o, --out PATH  word"))
    assert lines[at + 1].startswith(" " * 18 + "word")


def test_what_is_longer_than_its_column_has_a_line_of_its_own() -> None:
    wide = Option("--" + "x" * 40, help="What it is.")

    @verb(wide)
    def sign() -> None:
        """Sign."""

    assert f"  --{'x' * 40} TEXT\n{' ' * 34}What it is." in full(["prog"], sign, [wide])


def test_a_group_shows_its_verbs_but_not_the_hidden_ones() -> None:
    group = Group("Things.")

    @group.verb()
    def seen() -> None:
        """To be seen."""

    @group.verb(hidden=True)
    def unseen() -> None:
        """Not to be seen."""

    shown = full(["prog"], group, [HELP])
    assert "  seen  To be seen." in shown
    assert "unseen" not in shown
    assert usage(["prog"], group) == "Usage: prog [OPTIONS] COMMAND [ARGS]..."
    assert hint(["prog"], group).endswith("Try 'prog -h' for help.\n")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--help"], 0, "Commands:"),
        (["certs", "-h"], 0, "Usage: tokenmgr-cli certs [OPTIONS]\n"),
        (["cert", "import", "--help"], 0, "Usage: tokenmgr-cli cert import [OPTIONS] FILE"),
        (["--version"], 0, "tokenmgr-cli, version "),
        (["pin"], 2, "Usage: tokenmgr-cli pin"),
    ],
)
def test_help_needs_no_token(words: list[str], code: int, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words, lambda _wishes: pytest.fail("a desk was built")) == code
    out, err = capsys.readouterr()
    assert told in (err if code else out)
    assert not (out if code else err)
