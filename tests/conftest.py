"""Rules for every test: no unannounced noise, and whatever is skipped is named at the end (in CI it is a failure)."""

from __future__ import annotations

import logging
import os
import signal
from typing import TYPE_CHECKING

import pytest

from tests.noise import LogWatch

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no test may need, or disturb, a screen
# A shell that starts this in the background makes it deaf to Ctrl-C, and so would be every command that a test starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

PYTEST_QT_SETTINGS = ("qt_api", "qt_log_level_fail", "qt_log_ignore")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Where Qt's system libraries are missing, tests run without pytest-qt; its settings stay known."""
    if not pluginmanager.hasplugin("pytest-qt"):
        for name in PYTEST_QT_SETTINGS:
            parser.addini(name, "pytest-qt's own, unused without it")


@pytest.fixture(autouse=True)
def logs() -> Iterator[LogWatch]:
    """Ask for it to announce a warning that the test provokes: logs.expects("module .* crashed")."""
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    complaints = watch.complaints()
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


def skipped(reporter: pytest.TerminalReporter) -> list[str]:
    lines = []
    for report in reporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        lines.append(f"{report.nodeid}: {str(reason).removeprefix('Skipped: ')}")
    return lines


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    lines = skipped(terminalreporter)
    if lines:
        terminalreporter.section("skipped, so not proved here")
        for line in lines:
            terminalreporter.line(line)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI nothing may be skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter is not None and skipped(reporter) and not session.exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
