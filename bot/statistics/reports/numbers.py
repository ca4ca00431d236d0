"""Published numbers: exact, a lower bound, or hidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from connectors.reports import Cell

HIDDEN = "•"
ZERO = "-"


@dataclass(frozen=True)
class Number:
    """value: the sum of what was published of it. whole: nothing of it was suppressed."""

    value: int
    whole: bool = True

    @property
    def hidden(self) -> bool:
        """Nothing is known of it but that it is not zero."""
        return not self.whole and self.value <= 0

    @property
    def least(self) -> bool:
        """A lower bound is known."""
        return not self.whole and self.value > 0

    @property
    def exact(self) -> int | None:
        """The number, None when it is not known. Noise can make a number negative: that is 0."""
        return max(0, self.value) if self.whole else None


def published(cell: int | None) -> Number:
    """A published cell; None: suppressed."""
    return Number(0, whole=False) if cell is None else Number(cell)


def total(numbers: Iterable[Number]) -> Number:
    """Their sum; a lower bound as soon as a part of it was suppressed."""
    parts = list(numbers)
    return Number(sum(part.value for part in parts), all(part.whole for part in parts))


def count(number: Number, language: str) -> Cell:
    """A number as it is shown."""
    if number.hidden:
        return Cell(HIDDEN)
    text = grouped(max(0, number.value), language)
    if number.least:
        return Cell(f"≥ {text}")
    return Cell(text if number.exact else ZERO, number.exact)


def share(part: Number, whole: Number, language: str) -> Cell:
    """What share one is of the other, in percent with one decimal, rounded half up.

    Hidden when the whole was suppressed or is zero; a lower bound when the part is one.
    """
    if part.hidden or not whole.exact:
        return Cell(HIDDEN if part.hidden or not whole.whole else ZERO)
    ratio = Decimal(max(0, part.value)) / Decimal(whole.exact)
    text = f"{percent(ratio, language)} %"
    if part.least:
        return Cell(f"≥ {text}", unit="share")
    return Cell(text if part.exact else ZERO, float(ratio), "share")


def percent(ratio: Decimal, language: str) -> str:
    """A ratio in percent, without the sign."""
    rounded = (ratio * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return str(rounded).replace(".", ",") if language == "de" else str(rounded)


def grouped(value: int, language: str) -> str:
    """A whole number with its thousands set apart."""
    return f"{value:,}".replace(",", "." if language == "de" else ",")


def rank(number: Number) -> tuple[int, int]:
    """Sorts the largest first, then what is hidden, then what is zero."""
    if number.hidden:
        return 1, 0
    return (0, -number.value) if number.value > 0 else (2, 0)
