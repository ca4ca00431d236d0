"""Reports as CSV, the way German spreadsheets read it."""

from __future__ import annotations

import csv
import io
from datetime import date

from bot.statistics.reports.names import Say
from bot.statistics.reports.numbers import HIDDEN, ZERO
from connectors.reports import Cell, Report

#: What a spreadsheet takes for a formula when a text begins with it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(report: Report, say: Say, language: str, today: date) -> bytes:
    """UTF-8 with a byte order mark, semicolons; the tables one below the other, then the notes.

    Counts are whole numbers without separators, shares have the decimal sign of the language; a
    zero is 0 and not a dash, so that it can be summed up.
    """
    out = io.StringIO()
    lines = csv.writer(out, delimiter=";", lineterminator="\r\n")
    lines.writerow([report.title])
    lines.writerows(map(_safe, line) for line in report.scope)
    for text in filter(None, (report.warning,)):
        lines.writerow([text])
    for table in report.tables:
        lines.writerow([])
        lines.writerow([_safe(table.title)])
        if table.groups:
            spread = [title for title, wide in table.groups for title in [title] * wide]
            lines.writerow(["", *spread])
        lines.writerow(map(_safe, (table.corner, *table.head)))
        for row in table.rows:
            lines.writerow([_safe(row.title), *map(_value, row.cells)])
    lines.writerow([])
    lines.writerows(report.legend)
    lines.writerows([note] for note in (*report.notes, report.source) if note)
    return out.getvalue().encode("utf-8-sig")


def _value(cell: Cell) -> str:
    if cell.text == ZERO:
        return "0"
    if cell.number is None or cell.unit:
        return cell.text if cell.text == HIDDEN else _safe(cell.text)
    return str(int(cell.number))


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
