"""Tables 1 and 4 of the Bremen Senate's answer of 18 February 2025, made from releases."""

from __future__ import annotations

from bot.statistics.publication import CATEGORY, TOTAL
from tests.bot.statistics.reports.published import (
    TABLE_1,
    TABLE_4,
    Cells,
    filled,
    release,
    table_1,
    table_4,
    texts,
)

#: The last two columns of Table 4 as they are printed.
PRINTED = {
    "Arztsuche": (110, "26,2 %"), "Kontakt Krankenkasse": (53, "12,6 %"), "Pflege": (53, "12,6 %"),
    "Komplexe Problemlage": (41, "9,8 %"), "Behinderung": (39, "9,3 %"),
    "Sonstiges/Soziales": (36, "8,6 %"), "Angebote im Stadtteil": (30, "7,1 %"),
    "Chronische Krankheiten": (29, "6,9 %"), "Anträge": (21, "5,0 %"), "Arztbriefe": (4, "1,0 %"),
}  # fmt: skip


def test_people_are_shown_as_in_table_1_years_over_quarters() -> None:
    report = filled(table_1(), report="people", start="2023-Q1", end="2024-Q4")
    (table,) = report.tables
    assert table.corner == "Zeitraum"
    assert table.groups == (("2023", 4), ("2024", 4))
    assert table.head == ("Q1", "Q2", "Q3", "Q4") * 2
    assert texts(table)["Anzahl Ratsuchende"] == [
        "49",
        "79",
        "75",
        "97",
        "151",
        "176",
        "234",
        "179",
    ]
    assert texts(table)["Huchting"] == ["20"] * 8
    assert any("Standardfehler 0,8 %" in note for note in report.notes)
    assert any("nicht zusammenzählen" in note for note in report.notes)


def test_a_single_quarter_of_people_is_shown_beside_the_year_before() -> None:
    (table,) = filled(table_1(), report="people", start="2024-Q1").tables
    assert len(table.head) == len(TABLE_1)
    (alone,) = filled(table_1(), report="people", start="2023-Q3").tables
    assert alone.groups == (("2023", 4),)


def test_topics_are_laid_out_as_in_table_4() -> None:
    # Printed shares are of 420 consultations, as the text says, though Table 2 has 417.
    report = filled([release("2024", table_4(total=420))])
    (table,) = report.tables
    assert (table.corner, *table.head) == (
        "Themen",
        "Huchting",
        "Grohn",
        "Gesamt",
        "Relativer Anteil",
    )
    rows = texts(table)
    assert rows["Arztsuche"] == ["21", "89", "110", "26,2 %"]
    assert rows["Kontakt Krankenkasse"] == ["14", "39", "53", "12,6 %"]
    assert rows["Arztbriefe"] == ["4", "-", "4", "1,0 %"]
    assert [row.title for row in table.rows[:4]] == [
        "Arztsuche",
        "Pflege",
        "Kontakt Krankenkasse",
        "Behinderung",
    ]
    assert table.rows[-1].total


def test_the_printed_table_4_does_not_add_up_and_ours_says_what_it_should_be() -> None:
    rows = texts(filled([release("2024", table_4(total=420))]).tables[0])
    wrong = {
        title: printed
        for title, printed in PRINTED.items()
        if (str(printed[0]), printed[1]) != tuple(rows[title][2:])
    }
    # Pflege: 33 + 21 are 54, not 53. Komplexe Problemlage: 18 + 12 are 30; the 41 holds the 11 of
    # "Psychische Gesundheit" in the row below, whose other cells are empty.
    assert set(wrong) == {"Pflege", "Komplexe Problemlage"}
    assert rows["Pflege"] == ["33", "21", "54", "12,9 %"]
    assert rows["Komplexe Problemlage"] == ["18", "12", "30", "7,1 %"]
    assert rows["Psychische Gesundheit"] == ["11", "-", "11", "2,6 %"]
    # The printed totals sum up to 416, all parts to 417 as in Table 2, and the shares are of 420.
    assert sum(number for number, _ in PRINTED.values()) == 416
    assert sum(sum(parts) for parts in TABLE_4.values()) == 417
    # By site they are 201 and 216, where Table 2 has 204 and 213.
    assert rows["Gesamt"][:2] == ["201", "216"]
    assert filled([release("2024", table_4())]).tables[0].rows[-1].cells[-1].text == "100,0 %"


def test_with_small_cells_hidden_table_4_shows_a_sign_and_never_a_zero() -> None:
    cells: Cells = {
        **table_4(),
        ("topics_places", f"{CATEGORY}chronisch", "Grohn"): None,
        ("topics_places", f"{CATEGORY}chronisch", "Huchting"): None,
        ("topics_places", f"{CATEGORY}arztbriefe", "Huchting"): None,
        ("topics_places", f"{CATEGORY}arztbriefe", TOTAL): None,
    }
    report = filled([release("2024", cells)])
    rows = texts(report.tables[0])
    assert rows["Chronische Krankheiten"] == ["•", "•", "29", "7,0 %"]
    assert rows["Arztbriefe"] == ["•", "-", "•", "•"]
    assert ("•", "unter 5 oder zum Schutz anderer Zellen nicht veröffentlicht") in report.legend
