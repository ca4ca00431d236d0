"""The words of the reports."""

from __future__ import annotations

from pathlib import Path

from bot.report_pages import PHRASES
from bot.statistics import reports as forms
from connectors.web import reports as pages

#: Their ends are ids of forms, outcomes and the like.
PREFIXES = (
    "problem-", "report-", "month-", "language-", "channel-", "outcome-", "waited-", "lasted-",
    "periods-", "languages-", "cases-")  # fmt: skip


def test_no_word_is_left_that_no_report_says() -> None:
    folders = (Path(forms.__file__).parent, Path(pages.__file__).parent)
    used = "".join(
        path.read_text()
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in {".py", ".html"}
    )
    source = (PHRASES / "de.ftl").read_text(encoding="utf-8")
    ids = [line.split(" ")[0] for line in source.splitlines() if line[:1].isalpha()]
    assert [i for i in ids if f'"{i}"' not in used and not i.startswith(PREFIXES)] == []
