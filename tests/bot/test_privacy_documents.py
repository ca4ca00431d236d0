"""What the privacy documents say is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.privacy.retention import AFTER_A_CASE, AUDIT_KEPT, RECEIPTS_KEPT, WITHOUT_CONSENT
from bot.settings import ROOT, SETTINGS
from bot.staff.accounts import SESSION
from bot.storage import audit
from bot.storage.tables import metadata
from bot.translation.cache import KEPT_SECONDS
from connectors.web.session import DAYS

FOLDER = ROOT / "docs" / "privacy"
WHERE = (FOLDER / "what-is-where.md").read_text(encoding="utf-8")
#: Tables that libraries keep in our database.
OF_LIBRARIES = {"alembic_version", "apscheduler_jobs"}


def rows(heading: str) -> dict[str, list[str]]:
    """The table below a heading: the first cell's code word, and all cells."""
    part = WHERE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| `")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {cell[0].strip("`"): cell for cell in cells}


def test_no_table_is_forgotten_and_none_is_made_up() -> None:
    assert set(rows("Tables")) == set(metadata.tables) | OF_LIBRARIES


def test_every_table_says_what_about_whom_how_long_and_how_it_goes() -> None:
    for name, cells in rows("Tables").items():
        assert len(cells) == 6, name
        assert all(cells), name


def test_a_table_with_an_address_says_that_it_is_encrypted() -> None:
    for name, table in metadata.tables.items():
        assert ("address" in table.columns) == ("address" in rows("Tables")[name][3]), name


def test_periods_are_those_of_the_code() -> None:
    tables = rows("Tables")
    (days,) = [s.default for s in SETTINGS if s.variable == "LOTSE_RETENTION_DAYS"]
    assert f"({days} days by default)" in WHERE
    assert WITHOUT_CONSENT.total_seconds() == 3600
    assert f"{AFTER_A_CASE.days} days after it ended" in tables["cases"][4]
    assert f"{AUDIT_KEPT.days} days" in tables["audit"][4]
    assert f"{RECEIPTS_KEPT.days} days" in tables["receipts"][4]
    assert f"{int(SESSION.total_seconds() // 3600)} hours" in tables["staff_sessions"][4]
    assert f"{int(KEPT_SECONDS)} seconds" in WHERE
    assert f"| {DAYS} days |" in WHERE
    record = (FOLDER / "record-of-processing.md").read_text(encoding="utf-8")
    assert f"audit log {AUDIT_KEPT.days} days" in record
    assert f"{RECEIPTS_KEPT.days} days" in record


@pytest.mark.parametrize("document", sorted(FOLDER.glob("*.md")), ids=lambda path: path.name)
def test_every_file_a_document_names_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (document.parent / link).exists(), link
    for path in re.findall(r"`((?:bot|connectors|nlu|tests|docs)/[\w/.-]*)`", text):
        assert (ROOT / path).exists(), path


def test_every_kind_of_entry_in_the_audit_log_is_explained() -> None:
    text = (FOLDER / "operating.md").read_text(encoding="utf-8")
    words = {
        value
        for name, value in vars(audit).items()
        if name.isupper() and isinstance(value, str) and name not in {"OPERATOR", "NOBODY"}
    }
    assert len(words) == 22
    assert [word for word in sorted(words) if f"`{word}`" not in text] == []
