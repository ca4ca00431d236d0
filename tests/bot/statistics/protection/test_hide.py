"""Tables small enough to know what has to be hidden."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.statistics.protection.attack import ranges
from bot.statistics.protection.suppression import Unprotectable, hide
from bot.statistics.protection.system import LEAST, WIDTH, Cell, Line, System
from tests.bot.statistics.protection.attackers import by_equations
from tests.bot.statistics.protection.tables import (
    grid,
    key,
    published,
    table,
    tables,
    together,
)

#: Topics in consultations at two sites in 2024, Huchting and Grohn: table 4 of the answer of the
#: Senate of Bremen of 18 February 2025. The row of complex situations does not add up there and is
#: left out.
BREMEN = {
    "Arztsuche": (21, 89),
    "Kontakt Krankenkasse": (14, 39),
    "Pflege": (33, 21),
    "Behinderung": (33, 6),
    "Sonstiges/Soziales": (16, 20),
    "Angebote im Stadtteil": (15, 15),
    "Chronische Krankheiten": (27, 2),
    "Anträge": (9, 12),
    "Arztbriefe": (4, 0),
}


def bremen() -> System:
    """Return the table with its totals."""
    counts = {
        (topic, site): value
        for topic, row in BREMEN.items()
        for site, value in zip(("Huchting", "Grohn"), row, strict=True)
    }
    return tables(counts, [(0, 1)])


def two_months() -> tuple[System, System]:
    """Return March as it was published, and the quarter that consists of March and May."""
    march = tables(grid([[3, 9], [8, 20]]), [(0, 1)])
    may = tables(grid([[7, 6], [9, 8]]), [(0, 1)], "may")
    return march, together({"march": published(march, hide(march)), "may": may}, "quarter")


def safe(system: System, hidden: frozenset[tuple[str, ...]]) -> bool:
    """Return whether everybody is left with a wide range for each hidden cell."""
    found = by_equations(system, hidden)
    return all(high - low >= WIDTH - 1e-6 for low, high in found.values())


def test_a_table_without_small_cells_is_shown_whole() -> None:
    assert hide(table([[5, 6], [0, 8]])) == frozenset()


def test_a_small_cell_takes_one_more_of_its_row_and_of_its_column_with_it() -> None:
    system = table([[3, 20, 30], [40, 9, 60], [70, 80, 10]])
    assert hide(system) == {key(row, column) for row in ("r0", "r1") for column in ("c0", "c1")}


def test_zeros_are_shown() -> None:
    system = table([[3, 20, 0], [0, 9, 60], [70, 80, 10]])
    hidden = hide(system)
    assert all(cell.value for cell in system.cells if cell.key in hidden)
    assert safe(system, hidden)


def test_a_total_is_hidden_when_it_is_small_itself() -> None:
    system = table([[1, 2], [20, 30]])
    hidden = hide(system)
    assert key("r0", "*") in hidden
    assert safe(system, hidden)


def test_everything_of_a_table_with_three_people_is_hidden_but_the_zeros() -> None:
    system = table([[1, 2], [0, 0]])
    assert hide(system) == {cell.key for cell in system.cells if cell.value}


def test_people_who_know_that_zeros_are_shown_cannot_count_hidden_ones() -> None:
    # Five hidden cells with the sum 5, none of them a zero: each would have to be 1.
    system = table([[1, 1, 1, 1, 1], [30, 30, 30, 30, 30]])
    hidden = hide(system)
    assert key("r0", "*") in hidden
    assert safe(system, hidden)


def test_cheaper_cells_are_hidden_before_dearer_ones() -> None:
    system = table([[3, 20, 30], [40, 9, 60], [70, 80, 10]])
    dear = tuple(
        replace(cell, cost=2) if cell.key == key("r1", "c1") else cell for cell in system.cells
    )
    hidden = hide(replace(system, cells=dear))
    assert key("r1", "c1") not in hidden


def test_in_the_table_of_bremen_the_small_cells_are_hidden_and_most_others_shown() -> None:
    system = bremen()
    hidden = hide(system)
    names = {cell[2:] for cell in hidden}
    assert {("Chronische Krankheiten", "Grohn"), ("Arztbriefe", "Huchting")} <= names
    assert ("Arztbriefe", "Grohn") not in names
    assert ("*", "*") not in names
    assert safe(system, hidden)
    inside = [cell for cell in system.cells if "*" not in cell.key]
    assert sum(cell.key in hidden for cell in inside) <= len(inside) // 3


def test_the_same_number_in_two_tables_is_hidden_in_both() -> None:
    counts = {("a", "x", "1"): 3, ("a", "y", "1"): 40, ("b", "x", "2"): 50, ("b", "y", "2"): 60}
    system = tables(counts, [(0, 1), (0, 2)])
    hidden = hide(system)
    for row in ("*", "a", "b"):
        assert (("", "table 0", row, "*") in hidden) == (("", "table 1", row, "*") in hidden)
    assert safe(system, hidden)


def test_cells_of_different_variables_that_a_line_calls_the_same_are_hidden_together() -> None:
    cells = (
        Cell(("one", "*"), 3, (0, 1), 1),
        Cell(("other", "*"), 3, (2, 3), 1),
        Cell(("other", "a"), 3, (2,), 1),
        Cell(("other", "b"), 0, (3,), 1),
        Cell(("all",), 60, (0, 1, 4), 1),
        Cell(("rest",), 57, (4,), 1),
    )
    lines = (
        Line(("one", "*"), (("other", "*"),)),
        Line(("other", "*"), (("other", "a"), ("other", "b"))),
        Line(("all",), (("one", "*"), ("rest",))),
    )
    hidden = hide(System(5, cells, lines))
    assert {("one", "*"), ("other", "*"), ("other", "a")} < hidden
    assert ("other", "b") not in hidden


def test_sums_known_to_be_equal_give_nothing_away() -> None:
    cells = (
        Cell(("a",), 3, (0,), 1),
        Cell(("b",), 30, (1,), 1),
        Cell(("c",), 3, (2,), 1),
        Cell(("all",), 33, (0, 1), 2),
        Cell(("other", "b"), 30, (3,), 1),
    )
    lines = (Line(("all",), (("a",), ("b",))),)
    system = System(4, cells, lines, (((0,), (2,)), ((1,), (3,))))
    hidden = hide(system)
    assert {("a",), ("c",)} <= hidden
    assert safe(system, hidden)


def test_relations_nobody_listed_as_lines_are_found_all_the_same() -> None:
    system = replace(table([[3, 20], [40, 9]]), lines=())
    assert safe(system, hide(system))


def test_what_march_hides_cannot_be_computed_from_the_quarter_published_later() -> None:
    march, quarter = two_months()
    hidden = hide(quarter)
    assert key("r0", "c0") in hidden
    assert {cell for cell in hidden if cell[0] == ""} == hide(march)
    assert safe(quarter, hidden)
    # With the quarter and May shown whole it could have been computed.
    assert not safe(quarter, hide(march))


def test_a_quarter_is_shown_where_its_published_months_tell_it_anyway() -> None:
    march = tables(grid([[3, 9], [8, 20]]), [(0, 1)], "march")
    may = tables(grid([[7, 6], [9, 8]]), [(0, 1)], "may")
    months = {m.cells[0].key[0]: published(m, hide(m)) for m in (march, may)}
    quarter = together(months, "quarter")
    hidden = hide(quarter)
    for cell in quarter.cells:
        if cell.key[0] == "quarter":
            told = {("march", *cell.key[1:]), ("may", *cell.key[1:])}.isdisjoint(hidden)
            assert (cell.key in hidden) != told
    assert safe(quarter, hidden)


def test_a_publication_that_gives_a_cell_away_is_named() -> None:
    system = table([[3, 20], [40, 9]])
    careless = published(system, frozenset({key("r0", "c0")}))
    with pytest.raises(Unprotectable) as raised:
        hide(careless)
    assert raised.value.keys == (key("r0", "c0"),)
    assert "r0/c0" in str(raised.value)


def test_a_small_number_already_published_elsewhere_is_named() -> None:
    cells = (Cell(("old",), 3, (0,), 1, hidden=False), Cell(("new",), 3, (0,), 1))
    with pytest.raises(Unprotectable) as raised:
        hide(System(1, cells, ()))
    assert raised.value.keys == (("new",),)


def test_a_cell_beyond_help_is_named_although_others_could_still_be_hidden() -> None:
    rows = [[3, 20, 30, 40], [40, 9, 60, 50], [70, 80, 10, 90], [60, 70, 80, 90]]
    system = table(rows)
    # Its row was published but for the small cell itself; the other rows are undecided.
    fixed = tuple(
        replace(cell, hidden=cell.key == key("r0", "c0")) if cell.key[2] == "r0" else cell
        for cell in system.cells
    )
    with pytest.raises(Unprotectable) as raised:
        hide(replace(system, cells=fixed))
    assert raised.value.keys == (key("r0", "c0"),)


@pytest.mark.parametrize(
    "cells",
    [
        (Cell(("a",), 6, (0,), 1), Cell(("b",), 7, (0,), 1)),
        (Cell(("a",), 0, (0,), 1), Cell(("b",), 7, (0,), 1)),
        (Cell(("a",), 6, (0, 1), 1), Cell(("b",), 9, (0,), 1)),
        (Cell(("a",), 6, (0, 1), 1), Cell(("b",), 9, (0, 2), 1), Cell(("c",), 20, (0, 1, 2), 1)),
    ],
)
def test_numbers_that_do_not_fit_together_are_refused(cells: tuple[Cell, ...]) -> None:
    with pytest.raises(ValueError, match="the published cells contradict each other"):
        hide(System(3, cells, ()))


def test_a_line_that_does_not_add_up_is_refused() -> None:
    cells = (Cell(("a",), 6, (0,), 1), Cell(("b",), 7, (1,), 1))
    with pytest.raises(ValueError, match="contradict"):
        hide(System(2, cells, (Line(("a",), (("b",),)),)))


def test_a_line_about_a_cell_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="not there"):
        hide(System(1, (Cell(("a",), 6, (0,), 1),), (Line(("a",), (("b",),)),)))


def test_two_cells_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="key"):
        hide(System(1, (Cell(("a",), 6, (0,), 1), Cell(("a",), 6, (0,), 1)), ()))


def test_the_same_tables_always_hide_the_same_cells() -> None:
    counts = {
        (f"r{n % 4}", f"c{n // 4 % 4}", f"l{n // 16}"): (7 * n * n + 3 * n) % 23 for n in range(48)
    }
    system = tables(counts, [(0, 1), (0, 2), (1, 2)])
    first = hide(system)
    assert first == hide(system)
    backwards = replace(system, cells=system.cells[::-1])
    assert first >= {cell.key for cell in system.cells if 0 < cell.value < LEAST}
    assert safe(backwards, hide(backwards))


def test_ranges_tell_what_can_be_computed() -> None:
    system = table([[3, 20], [40, 9]])
    inside = frozenset(key(row, column) for row in ("r0", "r1") for column in ("c0", "c1"))
    found = ranges(system, inside, [*inside, key("r0", "*")])
    assert found[key("r0", "c0")] == pytest.approx((1, 22))
    assert found[key("r0", "*")] == pytest.approx((23, 23))


def test_ranges_have_no_end_when_nothing_above_is_shown() -> None:
    system = tables(grid([[3, 0]]), [(0, 1)])
    hidden = frozenset(cell.key for cell in system.cells if cell.value)
    found = ranges(system, hidden, [key("r0", "c0"), key("r0", "c1")])
    assert found[key("r0", "c0")] == (1, float("inf"))
    assert found[key("r0", "c1")] == (0, 0)
