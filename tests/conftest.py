"""Fixtures for all tests, and the rule that nothing may be skipped where everything is there."""

from __future__ import annotations

import os

import pytest

# A console takes its width from COLUMNS for good if it is set when it is made, which is when the
# commands are imported; tests set it later, and in any order.
os.environ.pop("COLUMNS", None)
import bot.__main__  # noqa: F401

pytest_plugins = [
    "tests.botapi.fixtures",
    "tests.fixtures.databases",
    "tests.fixtures.packages",
    "tests.fixtures.texts",
    "tests.fixtures.servers",
]


#: Files that take longest, and then the journeys: begun last they would be waited for alone.
FIRST = ("tests/flows/test_no_trace.py", "tests/flows/test_hours_of_the_desk.py", "tests/flows/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def rank(item: pytest.Item) -> int:
        found = (n for n, begin in enumerate(FIRST) if item.nodeid.startswith(begin))
        return next(found, len(FIRST))

    items.sort(key=rank)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and os.environ.get("LOTSE_TESTS_MUST_NOT_SKIP"):
        terminalreporter.write_line(
            f"{len(skipped)} tests were skipped; here none may be", red=True
        )


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or not os.environ.get("LOTSE_TESTS_MUST_NOT_SKIP"):
        return
    if reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
