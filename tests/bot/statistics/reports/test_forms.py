"""What coordinators see of what was published, form by form."""

from __future__ import annotations

import pytest

from bot.statistics.publication import CATEGORY, TOTAL
from bot.statistics.reports.book import FORMS
from connectors.reports import UnknownChoice
from tests.bot.statistics.reports.made_up import city
from tests.bot.statistics.reports.published import Cells, book, filled, release, texts

DOCTORS = f"{CATEGORY}arztsuche"
LETTERS = f"{CATEGORY}arztbriefe"


def cells(doctors: int | None, letters: int | None, both: int | None) -> Cells:
    """Two categories at one place."""
    numbers = {DOCTORS: doctors, LETTERS: letters, TOTAL: both}
    return {
        ("topics_places", row, place): number
        for row, number in numbers.items()
        for place in ("Huchting", TOTAL)
    }


def test_several_quarters_are_summed_up_and_say_at_least_where_a_part_is_hidden() -> None:
    releases = [
        release("2025-Q1", cells(20, None, 24)),
        release("2025-Q2", cells(30, 7, 37)),
    ]
    report = filled(releases, start="2025-Q1", end="2025-Q2")
    rows = texts(report.tables[0])
    assert rows["Arztsuche"] == ["50", "50", "82,0 %"]
    assert rows["Arztbriefe"] == ["≥ 7", "≥ 7", "≥ 11,5 %"]
    assert report.scope[0] == ("Zeitraum", "1. Quartal 2025 bis 2. Quartal 2025")
    assert dict(report.legend)["≥"].startswith("mindestens")
    backwards = filled(releases, start="2025-Q2", end="2025-Q1")
    assert backwards.tables == report.tables


def test_a_sum_of_nothing_but_hidden_parts_is_hidden() -> None:
    releases = [release(f"2025-Q{n}", cells(20, letters, 24)) for n, letters in ((1, None), (2, 0))]
    rows = texts(filled(releases, start="2025-Q1", end="2025-Q2").tables[0])
    assert rows["Arztbriefe"] == ["•", "•", "•"]


def test_without_a_published_total_there_are_no_shares() -> None:
    report = filled([release("2025-Q1", cells(20, 7, None))])
    assert report.tables[0].head == ("Huchting", "Gesamt")
    assert texts(report.tables[0])["Gesamt"] == ["•", "•"]
    assert any("gibt es keine Anteile" in note for note in report.notes)
    releases = [release("2025-Q1", cells(20, 7, None)), release("2025-Q2", cells(20, 7, 27))]
    partly = filled(releases, start="2025-Q1", end="2025-Q2").tables[0]
    assert "Relativer Anteil" not in partly.head
    assert texts(partly)["Gesamt"] == ["≥ 27", "≥ 27"]


def test_a_whole_year_is_shown_from_its_own_release_once_there_is_one() -> None:
    quarters = [release(f"2025-Q{n}", cells(20, None, 24)) for n in (1, 2, 3, 4)]
    choice = {"start": "2025-Q1", "end": "2025-Q4"}
    assert texts(filled(quarters, **choice).tables[0])["Arztbriefe"][0] == "•"
    year = release("2025", cells(80, 16, 96))
    assert texts(filled([*quarters, year], **choice).tables[0])["Arztbriefe"][0] == "16"


def test_quarters_that_were_not_published_are_named() -> None:
    releases = [release(f"2025-Q{n}", cells(20, 7, 27)) for n in (1, 3)]
    report = filled(releases, start="2025-Q1", end="2025-Q3")
    assert any("nicht enthalten: 2. Quartal 2025." in note for note in report.notes)
    mixed = filled([*releases, release("2025-10", {})], start="2025-Q3", end="2025-10")
    assert any("nicht enthalten: Oktober 2025." in note for note in mixed.notes)


def test_a_place_shows_its_column_and_its_languages() -> None:
    report = filled(city(), place="Gröpelingen")
    topics, languages = report.tables
    assert topics.head == ("Anzahl", "Relativer Anteil")
    whole = filled(city()).tables[0]
    at = whole.head.index("Gröpelingen")
    assert texts(topics)["Arztsuche"][0] == texts(whole)["Arztsuche"][at]
    assert {row.title for row in languages.rows} >= {"Arabisch", "Deutsch"}
    assert ("Ort", "Gröpelingen") in report.scope


def test_a_language_shows_its_categories_and_its_places() -> None:
    report = filled(city(), language="ar")
    assert [table.title for table in report.tables] == ["Themen", "Orte"]
    assert ("Sprache", "Arabisch") in report.scope
    assert all(not row.category for row in report.tables[0].rows)


@pytest.mark.parametrize("form", list(FORMS))
def test_a_place_and_a_language_together_show_one_number_and_why(form: str) -> None:
    report = filled(city(), report=form, place="Gröpelingen", language="ar")
    (table,) = report.tables
    assert table.head == ("Arabisch",)
    assert len(table.rows) == 1
    assert any("auf einzelne Personen hinweisen" in note for note in report.notes)
    assert not report.charts


@pytest.mark.parametrize(("form", "filters"), [("unmet", "place"), ("months", "language")])
def test_a_form_that_is_not_divided_so_says_that_it_shows_everything(
    form: str, filters: str
) -> None:
    values = {"place": "Huchting", "language": "ar"}
    report = filled(city(), report=form, **{filters: values[filters]})
    assert any("dieser Bericht ist nicht nach" in value for _, value in report.scope)
    assert report.tables == filled(city(), report=form).tables


def test_a_category_leads_to_its_topics_unless_it_is_hidden() -> None:
    given = {**cells(20, None, 24), ("topics_places", "find_doctor", TOTAL): 20}
    releases = [release("2025-Q1", given)]
    links = {row.title: row.category for row in filled(releases).tables[0].rows}
    assert (links["Arztsuche"], links["Arztbriefe"]) == ("arztsuche", "")
    (topics,) = filled(releases, category="arztsuche").tables
    assert texts(topics)["[find_doctor]"] == ["-", "20", "83,3 %"]
    by_hand = filled(releases, category="arztbriefe")
    assert not by_hand.tables
    assert by_hand.warning.startswith("Diese Zahl ist nicht veröffentlicht.")
    assert not filled(city(), category="arztsuche", language="ar").tables


def test_before_anything_is_published_a_sentence_says_when_and_why() -> None:
    for form in FORMS:
        report = filled([], report=form)
        assert not report.tables
        assert "nach dem Ende jedes Quartals" in report.warning
        assert "voneinander abziehen" in report.warning
    assert "end of each quarter" in filled([], "en").warning


def test_a_single_month_has_topics_and_says_that_the_rest_comes_later() -> None:
    months = [each for each in city() if each.kind == "month"]
    report = filled(months)
    assert report.tables[0].head == ("Gesamt", "Relativer Anteil")
    assert any("nach dem Ende des Quartals" in note for note in report.notes)
    for form in ("languages", "unmet", "cases"):
        assert not filled(months, report=form).tables
        assert "nach dem Ende des Quartals" in filled(months, report=form).warning


def test_noise_is_named_with_its_epsilon_and_negative_numbers_are_zero() -> None:
    noisy = release("2025-Q1", cells(20, -3, 17), "differential", epsilon=0.5)
    report = filled([noisy])
    assert texts(report.tables[0])["Arztbriefe"] == ["-", "-", "-"]
    assert any("Epsilon 0,5" in note and "als 0 gezeigt" in note for note in report.notes)
    assert not any("unter 5" in note for note in report.notes)
    both = [noisy, release("2025-Q2", cells(20, 7, 27))]
    notes = filled(both, start="2025-Q1", end="2025-Q2").notes
    assert any("Epsilon" in note for note in notes)
    assert any("unter 5" in note for note in notes)


def test_months_come_from_quarters_and_from_those_whose_quarter_is_not_over() -> None:
    report = filled(city(), report="months", start="2026-Q3", end="2026-10")
    (table,) = report.tables
    assert table.head[:4] == ("Jul 2026", "Aug 2026", "Sep 2026", "Okt 2026")
    assert texts(table)["Gesamt"][3] == "400"
    assert not any("nicht enthalten" in note for note in report.notes)


def test_unmet_needs_sum_up_what_ended_without_an_answer() -> None:
    numbers = {"asked_back": 10, "unavailable": 6, "not_helpful": None, "answered": 20, TOTAL: 40}
    given: Cells = {
        **{("outcomes_categories", row, DOCTORS): n for row, n in numbers.items()},
        **{("outcomes_categories", row, TOTAL): n for row, n in numbers.items()},
        ("unclear", TOTAL, TOTAL): 12,
    }
    unmet, endings, unclear = filled([release("2025-Q1", given)], report="unmet").tables
    assert texts(unmet)["Arztsuche"] == ["40", "10", "6", "•", "≥ 16", "≥ 40,0 %"]
    assert texts(endings)["Beantwortet"] == ["20", "50,0 %"]
    assert [cell.text for cell in unclear.rows[0].cells] == ["12"]


def test_cases_show_waiting_times_in_their_order_and_of_a_place_only_how_many() -> None:
    report = filled(city(), report="cases")
    assert [row.title for row in report.tables[0].rows][:2] == [
        "bis 10 Minuten",
        "10 bis 30 Minuten",
    ]
    (alone,) = filled(city(), report="cases", place="Huchting").tables
    assert len(alone.rows) == 1


@pytest.mark.parametrize(
    "choice",
    [
        {"report": "salaries"},
        {"start": "2019-Q1"},
        {"end": "never"},
        {"place": "Atlantis"},
        {"language": "xx"},
        {"category": "nothing"},
    ],
)
def test_what_is_not_there_is_refused_naming_what_is(choice: dict[str, str]) -> None:
    with pytest.raises(UnknownChoice) as refused:
        filled(city(), **choice)
    assert refused.value.known
    assert next(iter(choice.values())) in str(refused.value)


def test_everything_can_be_chosen_by_name() -> None:
    choices = book().choices(city(), "de")
    assert [title for title, _ in choices.periods] == ["Quartale", "Monate (nur Themen)"]
    assert [each.title for each in choices.periods[0][1]] == ["3. Quartal 2026", "2. Quartal 2026"]
    assert choices.places[-1].title == "Ort nicht bekannt"
    assert [each.title for each in choices.languages][0] == "Arabisch"
    assert book().choices([], "de").periods == ()


def test_a_category_that_left_the_catalogue_is_still_counted() -> None:
    given = {**cells(20, 7, 34), ("topics_places", f"{CATEGORY}gone", TOTAL): 7}
    assert texts(filled([release("2025-Q1", given)]).tables[0])["gone"][1] == "7"


@pytest.mark.parametrize("form", list(FORMS))
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_form_is_filled_in_both_languages(form: str, language: str) -> None:
    report = filled(city(), language, report=form)
    assert report.tables
    for table in report.tables:
        wide = len(table.head)
        assert all(len(row.cells) == wide for row in table.rows)
        assert sum(columns for _, columns in table.groups) in (0, wide)
    assert {chart.table for chart in report.charts} <= set(range(len(report.tables)))
