"""Reports as an Excel workbook."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

from bot.statistics.reports.names import Say
from connectors.reports import Report, Table

#: Excel refuses these in the name of a sheet, and more than 31 letters.
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_WIDEST = 42


def write(report: Report, say: Say, language: str, today: date) -> bytes:
    """A sheet a table, its head frozen, and one that says what the numbers are about.

    Numbers are numbers; a suppressed cell is its sign and a lower bound a text.
    """
    # Only now: no other part of the assistant needs it.
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": report.title, "author": say("brand", language)})
    looks = _looks(book)
    taken: set[str] = set()
    for table in report.tables:
        _sheet(book, looks, table, taken)
    _about(book, looks, report, _name(say("about", language), taken))
    book.close()
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    right = {"align": "right"}
    shares = {"num_format": "0.0 %"}
    whole = {"num_format": "#,##0"}
    bold = {"bold": True, "top": 1}
    return {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "group": book.add_format({"bold": True, "align": "center"}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "label": book.add_format({}),
        "label total": book.add_format(bold),
        "sign": book.add_format(right),
        "sign total": book.add_format({**right, **bold}),
        "share": book.add_format({**right, **shares}),
        "share total": book.add_format({**right, **shares, **bold}),
        "number": book.add_format({**right, **whole}),
        "number total": book.add_format({**right, **whole, **bold}),
    }


def _sheet(book: Any, looks: dict[str, Any], table: Table, taken: set[str]) -> None:
    sheet = book.add_worksheet(_name(table.title, taken))
    at = 0
    if table.groups:
        column = 1
        for title, wide in table.groups:
            if wide > 1:
                sheet.merge_range(0, column, 0, column + wide - 1, title, looks["group"])
            else:
                sheet.write_string(0, column, title, looks["group"])
            column += wide
        at = 1
    for column, title in enumerate((table.corner, *table.head)):
        sheet.write_string(at, column, title, looks["head"])
    for line, row in enumerate(table.rows, at + 1):
        total = " total" if row.total else ""
        sheet.write_string(line, 0, row.title, looks[f"label{total}"])
        for column, cell in enumerate(row.cells, 1):
            if cell.number is None:
                sheet.write_string(line, column, cell.text, looks[f"sign{total}"])
            else:
                look = looks[f"{cell.unit or 'number'}{total}"]
                sheet.write_number(line, column, cell.number, look)
    sheet.freeze_panes(at + 1, 1)
    sheet.set_column(0, 0, _width([table.corner, *(row.title for row in table.rows)]))
    for column, title in enumerate(table.head, 1):
        sheet.set_column(column, column, max(9, _width(title.split())))
    sheet.set_landscape()
    sheet.repeat_rows(0, at)
    sheet.fit_to_pages(1, 0)


def _about(book: Any, looks: dict[str, Any], report: Report, name: str) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, report.title, looks["title"])
    texts = [
        *report.scope,
        *(("", text) for text in (report.says, report.warning, *report.notes) if text),
        *report.legend,
        ("", report.source),
    ]
    for line, (what, text) in enumerate(texts, 2):
        sheet.write_string(line, 0, what, looks["text"])
        sheet.write_string(line, 1, text, looks["text"])


def _name(title: str, taken: set[str]) -> str:
    plain = _NOT_IN_NAMES.sub(" ", title)[:_LONGEST_NAME].strip()
    name, again = plain, 1
    while name.casefold() in taken:
        again += 1
        name = f"{plain[: _LONGEST_NAME - 3]} {again}"
    taken.add(name.casefold())
    return name


def _width(texts: list[str]) -> int:
    return min(_WIDEST, 2 + max(map(len, texts), default=0))
