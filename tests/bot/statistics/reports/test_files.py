"""Files and pictures, read back."""

from __future__ import annotations

import asyncio
import csv
import io
from xml.etree import ElementTree

import openpyxl
import pypdf
import pytest

from bot.statistics.publication import CATEGORY, TOTAL
from bot.statistics.reports.book import FORMS
from connectors.reports import Choice, UnknownChoice
from tests.bot.statistics.reports.made_up import city
from tests.bot.statistics.reports.published import Cells, release, stored, table_1, table_4

SVG = "{http://www.w3.org/2000/svg}"
#: A place with letters that only some fonts have.
SITE = "Клиника Łódź"


def given() -> Cells:
    """Table 4 with a number of thousands, hidden ones, and a site."""
    row = f"{CATEGORY}hebammen"
    return {
        **table_4(total=2417),
        ("topics_places", row, SITE): 2000,
        ("topics_places", row, TOTAL): 2000,
        ("topics_places", TOTAL, SITE): 2000,
        ("topics_places", f"{CATEGORY}arztbriefe", "Huchting"): None,
        ("topics_places", f"{CATEGORY}arztbriefe", TOTAL): None,
    }


def content(format: str, language: str = "de", /, **choice: str) -> bytes:
    reports = stored([release("2024", given())])
    return asyncio.run(reports.export(Choice(**choice), format, language)).content


def rows(language: str) -> list[list[str]]:
    text = content("csv", language).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_csv_opens_in_a_german_spreadsheet() -> None:
    assert content("csv").startswith(b"\xef\xbb\xbf")
    lines = rows("de")
    assert lines[0] == ["Themen in den Beratungen"]
    assert ["Themen", "Huchting", "Grohn", SITE, "Gesamt", "Relativer Anteil"] in lines
    assert ["Hebammen und Geburt", "0", "0", "2000", "2000", "82,7 %"] in lines
    assert ["Arztbriefe", "•", "0", "0", "•", "•"] in lines
    assert ["Finding a doctor", "21", "89", "0", "110", "4.6 %"] in rows("en")
    assert any("unter 5" in cell for line in lines for cell in line)


def test_a_name_is_no_formula_in_a_spreadsheet() -> None:
    cells = {("topics_places", row, "=1+1"): 7 for row in (TOTAL, f"{CATEGORY}pflege")}
    reports = stored([release("2024", cells)])
    file = asyncio.run(reports.export(Choice(), "csv", "de")).content.decode("utf-8-sig")
    assert "'=1+1" in file
    book = asyncio.run(reports.export(Choice(), "xlsx", "de")).content
    sheet = openpyxl.load_workbook(io.BytesIO(book)).worksheets[0]
    assert (sheet["B1"].value, sheet["B1"].data_type) == ("=1+1", "s")


def test_xlsx_has_numbers_signs_and_a_head_that_stays() -> None:
    book = openpyxl.load_workbook(io.BytesIO(content("xlsx")))
    sheet = book.worksheets[0]
    assert sheet.freeze_panes == "B2"
    lines = {line[0]: line[1:] for line in sheet.iter_rows(values_only=True)}
    assert lines["Hebammen und Geburt"][:4] == (0, 0, 2000, 2000)
    assert lines["Hebammen und Geburt"][4] == pytest.approx(2000 / 2417)
    assert lines["Arztbriefe"] == ("•", 0, 0, "•", "•")
    assert sheet.column_dimensions["A"].width > 15
    about = [cell for line in book.worksheets[-1].values for cell in line if cell]
    assert any("unter 5" in str(cell) for cell in about)


def test_xlsx_of_people_has_years_over_quarters() -> None:
    file = asyncio.run(stored(table_1()).export(Choice("people"), "xlsx", "de")).content
    sheet = openpyxl.load_workbook(io.BytesIO(file)).worksheets[0]
    assert [str(each) for each in sheet.merged_cells.ranges] == ["B1:E1", "F1:I1"]
    assert [cell.value for cell in sheet[3]][1:] == [49, 79, 75, 97, 151, 176, 234, 179]
    assert sheet.freeze_panes == "B3"


def test_pdf_has_every_letter_page_numbers_date_source_and_legend() -> None:
    read = pypdf.PdfReader(io.BytesIO(content("pdf")))
    text = "\n".join(page.extract_text() for page in read.pages)
    for expected in (
        "Themen in den Beratungen",
        "Anträge",
        SITE.split()[0],
        "•",
        "2.000",
        f"Seite 1 von {len(read.pages)}",
        "Erstellt am 22.11.2026",
        "Quelle: Lotse",
        "unter 5 oder zum Schutz",
    ):
        assert expected in text, expected
    assert any(page.images for page in read.pages)
    assert (
        "Made on 22 November 2026"
        in pypdf.PdfReader(io.BytesIO(content("pdf", "en"))).pages[0].extract_text()
    )


def test_a_pdf_without_tables_says_why() -> None:
    read = pypdf.PdfReader(io.BytesIO(content("pdf", category="arztbriefe")))
    assert "Diese Zahl ist nicht" in read.pages[0].extract_text()


@pytest.mark.parametrize("form", list(FORMS))
@pytest.mark.parametrize("format", ["csv", "xlsx", "pdf"])
def test_every_form_becomes_every_file(form: str, format: str) -> None:
    file = asyncio.run(stored(city()).export(Choice(form), format, "de"))
    assert file.name == f"lotse-{form}-2026-Q3.{format}"
    assert file.content


@pytest.mark.parametrize("form", list(FORMS))
def test_charts_are_pictures_with_words_and_without_styles(form: str) -> None:
    reports = stored(city())
    choice = Choice(form, "2026-Q2", "2026-Q3")
    charts = asyncio.run(reports.report(choice, "de")).charts
    assert charts
    for number, chart in enumerate(charts):
        drawn = asyncio.run(reports.chart(choice, number, "de")).decode()
        root = ElementTree.fromstring(drawn)
        assert root.get("role") == "img"
        assert root.findtext(f"{SVG}title") == chart.title
        assert root.findtext(f"{SVG}desc") == chart.says
        assert "style" not in drawn
    with pytest.raises(UnknownChoice):
        asyncio.run(reports.chart(choice, len(charts), "de"))


def test_an_unknown_kind_of_file_is_refused() -> None:
    with pytest.raises(UnknownChoice, match="csv, xlsx, pdf"):
        content("docx")


def test_no_word_is_broken_in_the_head_of_a_pdf_table() -> None:
    file = asyncio.run(stored(city()).export(Choice(), "pdf", "de")).content
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file)).pages)
    for place in ("Gröpelingen", "Obervieland", "Hemelingen", "Relativer", "Krankenkasse"):
        assert place in text
