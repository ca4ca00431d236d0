"""Draws charts with matplotlib, in colours that colour-blind people can tell apart."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from bot.statistics.reports.numbers import HIDDEN, grouped
from connectors.reports import Chart, Series

#: Okabe and Ito, "Color Universal Design" (2008), without yellow, which is too pale on white.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")
_MARKS = ("o", "s", "^", "D", "v", "P", "X")
_INK, _GRID = "#15262b", "#c6d3d5"
_WIDE = 8.0
_LONGEST_LABEL = 30

#: matplotlib keeps its fonts in objects that threads must not share.
_ONE_AT_A_TIME = threading.Lock()

_STYLE = re.compile(r' style="([^"]*)"')
_SHEET = re.compile(r"\s*<defs>\s*<style[^>]*>.*?</style>\s*</defs>", re.DOTALL)
_ROOT = re.compile(r"<svg\b([^>]*)>")
_METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)


def svg(chart: Chart, language: str) -> bytes:
    """A picture with a title and a description for screen readers.

    It has attributes instead of styles, which the pages' policy forbids.
    """
    drawn = _saved(chart, language, "svg").decode()
    drawn = drawn[drawn.index("<svg") :]
    drawn = _METADATA.sub("", _SHEET.sub("", drawn))
    drawn = _STYLE.sub(lambda match: _attributes(match[1]), drawn)
    named = (
        f'<svg\\1 role="img" aria-labelledby="chart-title chart-says"'
        f' stroke-linejoin="round" stroke-linecap="butt" xml:lang="{language}">'
    )
    drawn = _ROOT.sub(named, drawn, count=1)
    title = (
        f'<title id="chart-title">{escape(chart.title)}</title>'
        f'<desc id="chart-says">{escape(chart.says)}</desc>'
    )
    at = drawn.index(">") + 1
    return f"{drawn[:at]}\n{title}{drawn[at:]}".encode()


def png(chart: Chart, language: str, dpi: int = 180) -> bytes:
    """A picture for paper."""
    return _saved(chart, language, "png", dpi)


def _attributes(style: str) -> str:
    pairs = (part.partition(":") for part in style.split(";") if part.strip())
    return "".join(f' {name.strip()}="{value.strip()}"' for name, _, value in pairs)


def _saved(chart: Chart, language: str, format: str, dpi: int = 100) -> bytes:
    # Only now: it takes a second and no conversation needs it.
    with _ONE_AT_A_TIME:
        from matplotlib import rc_context
        from matplotlib.figure import Figure

        settings = {
            "svg.hashsalt": chart.title,
            "font.family": "DejaVu Sans",
            "font.size": 10,
            "text.color": _INK,
            "axes.labelcolor": _INK,
            "xtick.color": _INK,
            "ytick.color": _INK,
        }
        with rc_context(settings):
            figure = Figure(figsize=(_WIDE, _height(chart)), facecolor="white")
            axes = figure.add_subplot()
            _DRAW[chart.kind](axes, chart, language)
            for side in ("top", "right"):
                axes.spines[side].set_visible(False)
            out = io.BytesIO()
            metadata = {"Date": None} if format == "svg" else None
            figure.savefig(
                out, format=format, dpi=dpi, bbox_inches="tight", pad_inches=0.1, metadata=metadata
            )
        return out.getvalue()


def _height(chart: Chart) -> float:
    return 0.9 + 0.34 * len(chart.labels) if chart.kind == "bars" else 4.2


def _bars(axes: Any, chart: Chart, language: str) -> None:
    places = range(len(chart.labels))
    one = chart.series[0]
    axes.barh(places, _values(one), color=COLOURS[0], height=0.68)
    longest = max(_values(one))
    for at, text in enumerate(_said(one, language)):
        axes.text((one.values[at] or 0) + longest * 0.01, at, text, va="center")
    axes.set_yticks(list(places))
    axes.set_yticklabels([_short(label) for label in chart.labels])
    axes.invert_yaxis()
    axes.set_xlim(0, longest * 1.12 or 1)
    axes.set_xlabel(chart.axis)
    _whole_numbers(axes.xaxis, language)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", color=_GRID, linewidth=0.6)
    axes.set_axisbelow(True)


def _columns(axes: Any, chart: Chart, language: str) -> None:
    places = range(len(chart.labels))
    one = chart.series[0]
    axes.bar(places, _values(one), color=COLOURS[0], width=0.68)
    for at, text in enumerate(_said(one, language)):
        axes.text(at, one.values[at] or 0, text, ha="center", va="bottom")
    _upright(axes, chart, language)


def _lines(axes: Any, chart: Chart, language: str) -> None:
    places = range(len(chart.labels))
    for number, one in enumerate(chart.series):
        # A gap, not a zero, where a number is hidden.
        values = [float("nan") if value is None else value for value in one.values]
        axes.plot(
            places,
            values,
            color=COLOURS[number % len(COLOURS)],
            marker=_MARKS[number % len(_MARKS)],
            linewidth=2,
            label=_short(one.title),
        )
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.16), ncol=2, frameon=False, fontsize=9)
    _upright(axes, chart, language)


def _upright(axes: Any, chart: Chart, language: str) -> None:
    crowded = len(chart.labels) > 9
    axes.set_xticks(list(range(len(chart.labels))))
    axes.set_xticklabels(
        [_short(label) for label in chart.labels],
        rotation=45 if crowded else 0,
        ha="right" if crowded else "center",
    )
    axes.set_ylim(bottom=0)
    axes.set_ylabel(chart.axis)
    _whole_numbers(axes.yaxis, language)
    axes.grid(axis="y", color=_GRID, linewidth=0.6)
    axes.set_axisbelow(True)


def _whole_numbers(axis: Any, language: str) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axis.set_major_locator(MaxNLocator(integer=True))
    axis.set_major_formatter(FuncFormatter(lambda value, _: grouped(int(value), language)))


def _values(one: Series) -> list[float]:
    return [value or 0.0 for value in one.values]


def _said(one: Series, language: str) -> list[str]:
    """What stands beside each bar."""
    return [
        HIDDEN
        if value is None
        else f"{'≥ ' if at in one.least else ''}{grouped(int(value), language)}"
        for at, value in enumerate(one.values)
    ]


def _short(label: str) -> str:
    # A dollar sign would begin a formula.
    plain = label.replace("$", r"\$")
    return plain if len(plain) <= _LONGEST_LABEL else f"{plain[: _LONGEST_LABEL - 1]}…"


_DRAW: dict[str, Callable[[Any, Chart, str], None]] = {
    "bars": _bars,
    "columns": _columns,
    "lines": _lines,
}
