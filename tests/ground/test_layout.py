"""The shape of the source: small files, small functions, honest names, a test beside everything."""

from __future__ import annotations

import re
from pathlib import Path

from tests.ground.tree import ROOT, SOURCE, classes, files, functions, python_files, shown

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
VAGUE = re.compile(r"^(utils?|helpers?|common|misc|managers?|handlers?)$", re.IGNORECASE)
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")
MACHINE_PATH = re.compile(r"(?<![\w.-])/(?:work|root)/|/home/(?!user\b)\w|/tm[p]/v/")
WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")

# Source files whose test is not test_<name>.py at the same place under tests/, and the test that covers them.
COVERED_BY = {
    "actions/asking.py": "tests/actions/test_open_token.py",
    "actions/repairs/browser.py": "tests/actions/checks/test_browsers.py",
    "actions/initialise.py": "tests/cli/verbs/test_token.py",
    "actions/looking.py": "tests/actions/test_glance.py",
    "actions/rename.py": "tests/cli/verbs/test_token.py",
    "actions/take_out.py": "tests/cli/verbs/test_cert.py",
    "cli/desk.py": "tests/cli/test_main.py",
    "cli/edge.py": "tests/cli/test_main.py",
    "cli/shapes.py": "tests/cli/test_json.py",
    "cli/wishes.py": "tests/cli/test_main.py",
    "model/ask.py": "tests/actions/test_open_token.py",
    "model/last_fault.py": "tests/wording/test_errors.py",
    "model/module.py": "tests/cli/test_json.py",
    "model/scheme.py": "tests/actions/test_sign.py",
    "model/computer_errors.py": "tests/model/test_errors.py",
    "model/browser_errors.py": "tests/model/test_errors.py",
    "model/update_errors.py": "tests/model/test_errors.py",
    "providers/base.py": "tests/contract/test_key_provider.py",
    "session/events.py": "tests/session/test_history.py",
    "session/health.py": "tests/session/test_guard_told.py",
    "session/seals.py": "tests/session/test_history.py",
    "session/transcript.py": "tests/session/test_history.py",
    "ui/assistant.py": "tests/desktop/test_tray.py",
    "ui/bus.py": "tests/ui/test_leaving.py",
    "ui/dragging.py": "tests/ui/test_mini.py",
    "ui/mini_ball.py": "tests/ui/test_mini.py",
    "ui/mini_card.py": "tests/ui/test_mini.py",
    "ui/notice_server.py": "tests/ui/test_notices.py",
    "ui/notice_words.py": "tests/ui/test_notices.py",
    "session/kept.py": "tests/session/test_officer.py",
    "ui/pins/officer.py": "tests/ui/dialogs/test_log_on_officer.py",
    "ui/tray_entries.py": "tests/ui/test_tray.py",
    "ui/tray_host.py": "tests/desktop/test_tray.py",
    "ui/tray_picture.py": "tests/ui/test_tray.py",
    "ui/tray_words.py": "tests/ui/test_tray.py",
    "ui/agreed_texts.py": "tests/ui/dialogs/test_welcome.py",
    "ui/dialogs/components.py": "tests/ui/panels/settings/test_privacy.py",
    "ui/content_words.py": "tests/ui/dialogs/test_delete_one.py",
    "ui/dialogs/deleting.py": "tests/ui/dialogs/test_delete.py",
    "ui/dialogs/erase.py": "tests/ui/panels/settings/test_privacy.py",
    "ui/dialogs/leave.py": "tests/ui/dialogs/test_practise.py",
    "ui/dialogs/read_text.py": "tests/ui/panels/settings/test_privacy.py",
    "ui/dialogs/tail_field.py": "tests/ui/dialogs/test_delete.py",
    "ui/kept_words.py": "tests/ui/panels/settings/test_privacy.py",
    "ui/pins/challenge.py": "tests/ui/dialogs/test_unlock.py",
    "ui/pins/keeping.py": "tests/ui/dialogs/test_log_on.py",
    "ui/pins/last_try.py": "tests/ui/pins/test_locked.py",
    "ui/pins/questions.py": "tests/ui/test_ask.py",
    "ui/pins/sheet.py": "tests/ui/dialogs/test_change_pin.py",
    "ui/search_words.py": "tests/ui/test_search_index.py",
    "ui/settings_sections.py": "tests/ui/test_search_index.py",
    "ui/widgets/certificate_line.py": "tests/ui/dialogs/test_compare.py",
    "ui/widgets/footer.py": "tests/ui/test_sheet.py",
    "ui/widgets/two_lines.py": "tests/ui/dialogs/test_compare.py",
    "system/private_memory.py": "tests/promises/test_canary.py",
    "wording/en/computer_errors.py": "tests/wording/test_errors.py",
    "wording/en/doctor.py": "tests/wording/test_findings.py",
    "wording/zh_hans/computer_errors.py": "tests/wording/test_errors.py",
    "wording/zh_hans/doctor.py": "tests/wording/test_findings.py",
    "wording/zh_hant/computer_errors.py": "tests/wording/test_errors.py",
    "wording/zh_hant/doctor.py": "tests/wording/test_findings.py",
}


def test_no_long_files() -> None:
    long = {
        shown(path): count
        for path in python_files("src", "tests", "tools")
        if (count := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long


def test_no_long_functions() -> None:
    long = [
        f"{shown(path)} {name}: {lines} lines"
        for path in python_files("src", "tests", "tools")
        for name, lines in functions(path)
        if lines > LONGEST_FUNCTION
    ]
    assert not long


def test_names_say_something() -> None:
    vague = [
        f"{shown(path)}: {name}"
        for path in python_files("src", "tests", "tools")
        for name in (*path.relative_to(ROOT).with_suffix("").parts, *classes(path))
        if any(VAGUE.match(word) for word in WORDS.findall(name))
    ]
    assert not vague


def test_nothing_is_left_unfinished() -> None:
    assert not [shown(path) for path in python_files("src") if UNFINISHED.search(path.read_text("utf-8"))]


def test_no_path_of_a_developers_machine() -> None:
    found = []
    for path in files():
        text = path.read_bytes().decode("utf-8", "ignore")
        found += [f"{shown(path)}: {text[at.start() : at.end() + 20]!r}" for at in MACHINE_PATH.finditer(text)]
    assert not found


def mirrored_tests(source: Path) -> list[Path]:
    folder = ROOT / "tests" / source.relative_to(SOURCE).parent
    return [*folder.glob(f"test_{source.stem}.py"), *folder.glob(f"test_{source.stem}_*.py")]


def is_only_a_marker(source: Path) -> bool:
    """An __init__.py with nothing in it but a docstring."""
    return source.name == "__init__.py" and not list(functions(source)) and not list(classes(source))


def is_part_of_a_tested_page(source: Path) -> bool:
    """A page of the window is driven as a whole; its smaller parts need no tests of their own."""
    parts = source.relative_to(SOURCE).parts
    in_a_page = parts[:2] == ("ui", "panels") and len(parts) > len(("ui", "panels", "page"))
    return in_a_page and (ROOT / "tests" / Path(*parts[:3]) / "test_page.py").exists()


def test_every_source_file_has_its_test() -> None:
    untested = [
        name
        for path in python_files("src")
        if not is_only_a_marker(path) and not mirrored_tests(path) and not is_part_of_a_tested_page(path)
        if (name := path.relative_to(SOURCE).as_posix()) not in COVERED_BY
    ]
    assert not untested


def test_the_list_of_exceptions_is_true() -> None:
    stale = [
        f"{source} by {test}"
        for source, test in COVERED_BY.items()
        if not (SOURCE / source).exists() or not (ROOT / test).exists() or mirrored_tests(SOURCE / source)
    ]
    assert not stale
