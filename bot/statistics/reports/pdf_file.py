"""Reports as PDF, to print and to attach to an answer."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from bot.statistics.reports import chart_drawing
from bot.statistics.reports.names import Say, spelt
from connectors.reports import Report, Table

#: The width of a table's first column, and what a column's edges take, in points.
_FIRST, _PADDING = 190.0, 13.0
_INK, _LINE, _SHADE = "#15262b", "#c6d3d5", "#eef3f3"
_PLAIN, _BOLD = "DejaVuSans", "DejaVuSans-Bold"


def write(report: Report, say: Say, language: str, today: date) -> bytes:
    """A4 across: title, what the numbers are about, each chart above its table, legend, notes; on
    every page its number, the day it was made and the source."""
    # Only now: no other part of the assistant needs it.
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    _fonts()
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=landscape(A4),
        leftMargin=18 * mm,
        rightMargin=18 * mm,
        topMargin=16 * mm,
        bottomMargin=20 * mm,
        title=report.title,
        author=say("brand", language),
        subject=" · ".join(value for _, value in report.scope),
        lang=language,
    )
    foot = (report.source, say("made-on", language, day=spelt(say, language, today)))
    numbered = partial(_numbered, foot=foot, say=say, language=language)
    document.build(list(_story(report, language, document.width)), canvasmaker=numbered)
    return out.getvalue()


def _fonts() -> None:
    """matplotlib brings fonts that have every letter of ours."""
    import matplotlib
    from reportlab.lib.fonts import addMapping
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if _PLAIN in pdfmetrics.getRegisteredFontNames():
        return
    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    for name in (_PLAIN, _BOLD):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
    for bold, name in ((0, _PLAIN), (1, _BOLD)):
        for italic in (0, 1):
            addMapping(_PLAIN, bold, italic, name)


def _style(size: float, **more: Any) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    name = {"fontName": _PLAIN, "textColor": _INK, **more}
    return ParagraphStyle("text", fontSize=size, leading=size * 1.35, **name)


def _story(report: Report, language: str, width: float) -> Iterator[Any]:
    from reportlab.platypus import KeepTogether, Paragraph, Spacer

    text, small = _style(9.5, spaceAfter=3), _style(8, spaceAfter=2)
    heading = _style(12, fontName=_BOLD, spaceBefore=10, spaceAfter=5)
    yield Paragraph(escape(report.title), _style(18, fontName=_BOLD, spaceAfter=4))
    yield Paragraph(escape(report.says), text)
    for what, value in report.scope:
        yield Paragraph(f"<b>{escape(what)}:</b> {escape(value)}", text)
    if report.warning:
        yield Paragraph(escape(report.warning), _style(11, spaceBefore=8))
    for number, table in enumerate(report.tables):
        title = Paragraph(escape(table.title), heading)
        pictures = [
            _picture(chart_drawing.png(chart, language), width)
            for chart in report.charts
            if chart.table == number
        ]
        yield KeepTogether([title, *pictures]) if pictures else title
        yield from _table(table, width)
    yield Spacer(1, 10)
    for sign, meaning in report.legend:
        yield Paragraph(f"{escape(sign)} = {escape(meaning)}", small)
    for note in report.notes:
        yield Paragraph(escape(note), small)


def _picture(content: bytes, width: float) -> Any:
    from reportlab.platypus import Image

    picture = Image(io.BytesIO(content))
    ratio = min(1.0, width * 0.8 / picture.imageWidth, 380 / picture.imageHeight)
    picture.drawWidth, picture.drawHeight = (
        picture.imageWidth * ratio,
        picture.imageHeight * ratio,
    )
    picture.hAlign = "LEFT"
    return picture


def _table(table: Table, width: float) -> Iterator[Any]:
    from reportlab.platypus import Spacer

    groups = [title for title, wide in table.groups for title in [title] * wide]
    widths = [_needed(table, at) for at in range(len(table.head))]
    for part in _parts(widths, width - _FIRST):
        yield _part(table, part, groups[part], widths[part])
        yield Spacer(1, 6)


def _needed(table: Table, at: int) -> float:
    """The points a column takes without breaking a word or a number."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    head = max(stringWidth(word, _BOLD, 8) for word in table.head[at].split())
    cells = (stringWidth(row.cells[at].text, _BOLD, 8.5) for row in table.rows)
    needed: float = max(head, *cells, 36.0)
    return needed + _PADDING


def _parts(widths: list[float], width: float) -> Iterator[slice]:
    """The columns that stand side by side; the others follow below."""
    first = 0
    for at in range(1, len(widths)):
        if sum(widths[first : at + 1]) > width:
            yield slice(first, at)
            first = at
    yield slice(first, len(widths))


def _part(table: Table, part: slice, groups: list[str], widths: list[float]) -> Any:
    from reportlab.platypus import LongTable, Paragraph, TableStyle

    head, cell = _style(8, fontName=_BOLD), _style(8.5)
    right = _style(8.5, alignment=2)
    heads = _style(8, fontName=_BOLD, alignment=2)
    bold, bold_right = _style(8.5, fontName=_BOLD), _style(8.5, fontName=_BOLD, alignment=2)
    lines: list[list[Any]] = []
    spans = []
    if groups:
        shown = [g if at == 0 or groups[at - 1] != g else "" for at, g in enumerate(groups)]
        lines.append(["", *(Paragraph(escape(title), head) for title in shown)])
        begins = [at for at, title in enumerate(shown) if title] + [len(groups)]
        spans = [
            ("SPAN", (begin + 1, 0), (end, 0))
            for begin, end in zip(begins, begins[1:], strict=False)
        ]
    corner = Paragraph(escape(table.corner), head)
    lines.append([corner, *(Paragraph(escape(title), heads) for title in table.head[part])])
    for row in table.rows:
        label, number = (bold, bold_right) if row.total else (cell, right)
        cells = (Paragraph(escape(each.text), number) for each in row.cells[part])
        lines.append([Paragraph(escape(row.title), label), *cells])
    shaded = 2 if groups else 1
    style = [
        ("BACKGROUND", (0, 0), (-1, shaded - 1), _SHADE),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        *spans,
    ]
    return LongTable(
        lines,
        colWidths=[_FIRST, *widths],
        repeatRows=shaded,
        hAlign="LEFT",
        style=TableStyle(style),
    )


def _numbered(*args: Any, foot: tuple[str, str], say: Say, language: str, **more: Any) -> Any:
    """A canvas that knows how many pages there are when it writes their feet."""
    from reportlab.pdfgen.canvas import Canvas

    class Numbered(Canvas):
        def __init__(self) -> None:
            super().__init__(*args, **more)
            self._pages: list[dict[str, Any]] = []

        def showPage(self) -> None:
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            total = len(self._pages)
            for number, page in enumerate(self._pages, 1):
                self.__dict__.update(page)
                self._foot(number, total)
                super().showPage()
            super().save()

        def _foot(self, number: int, total: int) -> None:
            width, _ = self._pagesize
            self.setFont(_PLAIN, 7.5)
            self.setFillColor(_INK)
            self.drawString(51, 32, foot[0])
            self.drawString(51, 21, foot[1])
            page = say("page-of", language, number=str(number), total=str(total))
            self.drawRightString(width - 51, 32, page)

    return Numbered()
