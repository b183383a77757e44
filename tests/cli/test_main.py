"""Exit codes, common options before and after the verb, errors in words and as objects."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.command import CommandLine
from tests.practising import (
    CANCELLED,
    CLII,
    FAULT,
    FINE,
    HK,
    LOCKED,
    NEW,
    NO_TOKEN,
    PIN,
    REFUSED,
    USAGE,
    WRONG,
    Practice,
)
from tokenmgr import app
from tokenmgr.cli.main import run
from tokenmgr.cli.wishes import Wishes
from tokenmgr.model.errors import ModuleCrashed

if TYPE_CHECKING:
    from pathlib import Path
    from typing import NoReturn


def test_fine(tm: Practice) -> None:
    said = tm("tokens")
    assert said.code == FINE
    assert said.err == ""


@pytest.mark.parametrize(
    "arguments", [("nothing",), ("tokens", "--no-such"), ("pin", "change", "--of", "nobody"), ("cert", "import")]
)
def test_usage(tm: Practice, arguments: tuple[str, ...]) -> None:
    said = tm(*arguments)
    assert said.code == USAGE
    assert said.error()["code"] == "usage"
    assert said.error()["message"] in said.err.splitlines()[-2]


def test_usage_is_an_object_where_json_comes_after_the_mistake(tm: Practice) -> None:
    said = tm.plain("certs", "--no-such", "--json")
    assert said.error()["code"] == "usage"
    assert tm.plain("certs", "--no-such").err.count("{") == 0


def test_no_such_token(tm: Practice) -> None:
    said = tm("pin", "status", "--token", "nobody")
    assert (said.code, said.error()["code"], said.error()["wanted"]) == (NO_TOKEN, "token-not-found", "nobody")


def test_which_of_several(tm: Practice) -> None:
    said = tm("cert", "show")
    assert (said.code, said.error()["code"]) == (NO_TOKEN, "token-ambiguous")
    assert HK in said.error()["serials"]


def test_wrong_pin_then_locked(tm: Practice) -> None:
    codes = [
        tm("--spend-last-try", "pin", "change", "--token", CLII, lines=(f"nothere{number}", NEW)).code
        for number in range(11)
    ]
    assert codes == [WRONG] * 9 + [LOCKED] * 2
    assert tm.left(CLII) == 0


def test_refused_before_the_token(tm: Practice) -> None:
    said = tm("pin", "change", "--token", HK, lines=("１２３４５６７８", NEW))
    assert (said.code, said.error()["rule"], said.error()["no_try_used"]) == (REFUSED, "full-width", True)
    assert tm.left(HK) == 15


def test_a_module_that_cannot_be_loaded(tm: Practice) -> None:
    said = tm("--module", "/nonexistent/module.so", "tokens")
    assert (said.code, said.error()["code"]) == (FAULT, "module-unfit")


def test_a_desk_that_cannot_be_built_is_told_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    built = []

    def build(wishes: Wishes) -> NoReturn:
        built.append(wishes)
        raise ModuleCrashed("/some/module.so", "load")

    assert run(["--json", "tokens"], build) == FAULT
    assert len(built) == 1
    assert json.loads(capsys.readouterr().err.splitlines()[-1])["error"]["code"] == "module-crashed"


def test_cancelled_says_nothing(tm: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    said = tm("cert", "delete", "--token", HK, lines=("not the tail",))
    assert (said.code, said.out) == (CANCELLED, "")
    assert "{" not in said.err


def test_words_come_before_the_object(tm: Practice) -> None:
    said = tm("pin", "change", "--token", HK, lines=("nothere", NEW))
    *words, last = said.err.splitlines()
    assert words[0] == said.error()["message"].splitlines()[0]
    assert json.loads(last)["exit"] == WRONG
    plain = tm.plain("--pin-stdin", "pin", "change", "--token", HK, typed=("nothere2", NEW))
    assert "{" not in plain.err
    assert len(plain.err.splitlines()) == 3


COMMON = {
    "--json": ["--json"],
    "--practice": ["--practice"],
    "--token": ["--token", HK],
    "--home": ["--home", "{home}"],
    "--language": ["--language", "zh-Hant"],
}


@pytest.mark.parametrize("name", COMMON)
def test_a_common_option_may_come_before_or_after_the_verb(
    name: str, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    moved = [part.format(home=home) for part in COMMON[name]]
    others = [part.format(home=home) for other, parts in COMMON.items() if other != name for part in parts]
    answers = []
    for arguments in ([*moved, "pin", "status"], ["pin", "status", *moved]):
        assert run([*others, *arguments], app.build) == FINE
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1]
    assert json.loads(answers[0])[0]["serial"] == HK


def test_what_is_said_after_the_verb_wins_and_modules_add_up() -> None:
    first = Wishes(token="a", modules=("x",))
    assert first.joined({"token": "b", "modules": ("y",)}) == Wishes(token="b", modules=("x", "y"))
    assert first.joined({"token": "", "json": False}) == first


@pytest.mark.parametrize("wanted", ["xx", "de", "zh", ""])
def test_a_language_that_is_not_spoken_is_refused(tm: Practice, wanted: str) -> None:
    said = tm("tokens", f"--language={wanted}")
    assert (said.code, said.error()["code"]) == (USAGE, "usage")
    assert "'zh-Hans', 'zh-Hant', 'en'" in said.error()["message"]


# As processes


@pytest.fixture
def command(home: Path) -> CommandLine:
    return CommandLine(home, ("--practice",))


def test_nobody_reads_the_answer(command: CommandLine) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        command.command("tokens"), env=command.environment, stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (FINE, b"")


def test_no_home_to_write_in(command: CommandLine, tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("")
    ran = CommandLine(blocked, ("--practice",))("tokens")
    assert ran.code == REFUSED
    assert ran.error()["code"] == "file-unreadable"
    assert str(blocked) in ran.error()["path"]
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("locale", ["C", "POSIX", "no_SUCH.locale"])
def test_any_locale(command: CommandLine, locale: str) -> None:
    command.env = {"LC_ALL": locale, "LANG": locale}
    assert command("certs").json()[0]["subject"].startswith("CN=陳大文")


def test_the_language_that_was_chosen_in_the_settings(command: CommandLine) -> None:
    """For answers, errors and questions; what is said on the command line goes before it."""
    (command.home / "settings.json").write_text(json.dumps({"language": "zh-Hant"}))
    command.env = {"LC_ALL": "en_US.UTF-8", "LANG": "en_US.UTF-8"}
    assert "令牌" in command("pin", "status", "--token", "nobody").err

    def shown(*arguments: str) -> str:
        done = subprocess.run(
            command.command(*arguments), env=command.environment, capture_output=True, encoding="utf-8", check=False
        )
        return done.stdout + done.stderr

    assert "證書" in shown("certs")
    assert "檔案 x 無法讀取" in shown("--module", "/x", "tokens")
    assert "Certificate" in shown("--language", "en", "certs")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk", "utf-16"])
def test_any_encoding(command: CommandLine, encoding: str) -> None:
    """Escapes where a character cannot be written; JSON stays JSON."""
    environment = command.environment | {"PYTHONIOENCODING": encoding}
    for verb, check in ((["--json", "certs"], json.loads), (["certs"], str.splitlines)):
        done = subprocess.run(command.command(*verb), env=environment, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (FINE, b"")
        assert check(done.stdout.decode(encoding))


@pytest.mark.parametrize("typed", [b"\xff\xfe\n", b"caf\xe9\n", "密码".encode("gbk") + b"\n"])
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_lines_that_are_no_text(command: CommandLine, typed: bytes, locale: str) -> None:
    done = subprocess.run(
        command.command("--json", "--pin-stdin", "pin", "change", "--token", HK),
        env=command.environment | {"LC_ALL": locale},
        input=typed + NEW.encode() + b"\n",
        capture_output=True,
        check=False,
    )
    assert done.returncode == USAGE
    assert b"Traceback" not in done.stderr


def test_too_few_lines(tm: Practice) -> None:
    said = tm("pin", "change", "--token", HK, lines=(PIN[HK],))
    assert (said.code, said.error()["code"]) == (USAGE, "usage")
    assert tm.left(HK) == 15
