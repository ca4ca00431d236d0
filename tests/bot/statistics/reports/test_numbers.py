"""What is said of published numbers, whatever they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.statistics.reports.numbers import Number, count, published, share, total

CELLS = st.lists(st.none() | st.integers(0, 100_000).filter(lambda n: n == 0 or n >= 5))


@given(CELLS)
def test_a_sum_is_exact_only_when_all_of_it_was_published(cells: list[int | None]) -> None:
    shown = count(total(map(published, cells)), "de")
    known = sum(cell or 0 for cell in cells)
    if None not in cells:
        assert shown.number == known
    else:
        assert shown.number is None
        assert shown.text.startswith("≥ ") if known else shown.text == "•"


@given(CELLS)
def test_what_was_hidden_is_never_shown_as_nothing(cells: list[int | None]) -> None:
    shown = count(total(map(published, [*cells, None])), "en").text
    assert shown not in {"0", "-", "", "≥ 0"}


@given(CELLS, st.integers(0, 5))
def test_what_is_shown_does_not_tell_what_was_hidden(cells: list[int | None], hidden: int) -> None:
    before = total(map(published, [*cells, None]))
    after = total(map(published, [None] * (hidden + 1) + cells))
    assert count(before, "de") == count(after, "de")


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_share_is_rounded_half_up_to_one_decimal(part: int, rest: int) -> None:
    shown = share(Number(part), Number(part + rest), "de")
    if part == 0:
        assert shown.text == "-"
        return
    assert shown.text.endswith(" %")
    said = float(shown.text.removesuffix(" %").replace(",", "."))
    assert abs(said - 100 * part / (part + rest)) <= 0.05 + 1e-9


def test_shares_are_as_hidden_as_their_numbers() -> None:
    hidden, whole = Number(0, whole=False), Number(200)
    assert share(hidden, whole, "de").text == "•"
    assert share(Number(25), hidden, "de").text == "•"
    assert share(Number(25, whole=False), whole, "de").text == "≥ 12,5 %"
    assert share(Number(25), whole, "en").text == "12.5 %"
    assert share(Number(0), Number(0), "de").text == "-"


def test_thousands_are_set_apart_as_each_language_does() -> None:
    assert count(Number(12345), "de").text == "12.345"
    assert count(Number(12345), "en").text == "12,345"
