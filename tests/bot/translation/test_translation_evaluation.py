"""`lotse evaluate translation`: figures that can be checked by hand, and files that are broken."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from bot import __main__ as command_line
from bot import lean_rasa
from bot.translation import evaluation, evaluation_command
from bot.translation.evaluation import Gates, Shown, careful_way, figures, numbers, plain_way
from bot.translation.models import Effort, Pair
from bot.translation.parallel_file import ParallelFile, ParallelFileError, read
from knowledge.glossary import Glossary
from tests.bot.translation.fakes import ScriptedMachine, words_of
from tests.bot.translation.small_library import PAIRS, Lotse

FILE = ParallelFile(
    "de",
    "ru",
    (
        ("Bitte rufen Sie 0421 36100 an", "Пожалуйста позвоните по номеру 0421 36100"),
        ("Guten Tag liebe Frau", "Добрый день дорогая"),
    ),
)


@pytest.fixture
def lotse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lotse:
    return Lotse(tmp_path, monkeypatch)


def _written(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "sentences.tsv"
    path.write_bytes(content.encode())
    return path


def test_the_same_text_as_the_people_wrote_has_full_marks() -> None:
    found = figures(FILE, [Shown(other) for _, other in FILE.pairs], 0.5)
    assert (round(found.bleu), round(found.chrf)) == (100, 100)
    assert (found.changed, found.refused, found.speed) == (0.0, Counter(), 4.0)
    assert all("version:" in signature for signature in found.signatures)


def test_a_changed_number_and_a_refusal_are_counted() -> None:
    shown = [Shown("Пожалуйста позвоните 0421 36101"), Shown(FILE.pairs[1][0], "echo")]
    found = figures(FILE, shown, 1.0)
    assert found.changed == 0.5
    assert found.refused == {"echo": 1}
    assert 0 < found.chrf < 100


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1.000 Euro", "١٬٠٠٠ يورو", True),
        ("9 bis 12 Uhr", "12 от 9", True),
        ("am 3.3.", "am 3.", False),
        ("kein", "0", False),
    ],
)
def test_numbers_are_compared_by_their_digits(one: str, other: str, same: bool) -> None:
    assert (numbers(one) == numbers(other)) is same


@pytest.mark.asyncio
async def test_plain_argos_is_neither_shielded_nor_checked() -> None:
    def rule(text: str, pair: Pair, effort: Effort) -> Sequence[str]:
        return [text.replace("36100", "36101")]

    machine = ScriptedMachine(rule, frozenset({("de", "en"), ("en", "ru")}))
    shown = await plain_way(machine, ("de", "en", "ru"))("Rufen Sie 36100 an. Danke.")
    assert shown == Shown("Rufen Sie 36101 an. Danke.")
    assert [asked for asked, _, _ in machine.asked][:2] == ["Rufen Sie 36100 an.", "Danke."]
    assert {effort for _, _, effort in machine.asked} == {Effort.QUICK}


@pytest.mark.asyncio
async def test_lotses_way_keeps_the_number_and_counts_what_gates_stop() -> None:
    def rule(text: str, pair: Pair, effort: Effort) -> Sequence[str]:
        return [text] if "Frau" in text else words_of(text, pair, effort)

    gates, machine = Gates(), ScriptedMachine(rule)
    way = careful_way(machine, Glossary({}), lambda text: None, gates, FILE)
    found = await evaluation.measure(way, FILE)
    assert (found.sentences, found.changed) == (2, 0.0)
    assert found.refused == {"echo": 1}
    assert gates.stops["echo"] >= 2


def test_the_command_shows_both_ways_beside_each_other(
    lotse: Lotse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rule(text: str, pair: Pair, effort: Effort) -> Sequence[str]:
        made = words_of(text, pair, effort)[0]
        return [text] if "Frau" in text else [made.replace("36100", "36101")]

    lotse.fails(rule)
    monkeypatch.setattr(evaluation_command, "versions_of", lambda settings: {("de", "ru"): "1.9"})
    lines = ["de\tru", *("\t".join(pair) for pair in FILE.pairs), ""]
    said = lotse("evaluate", "translation", str(_written(tmp_path, "\r\n".join(lines))))
    assert said.exit_code == 0, said.output
    assert said.output.startswith("de to ru with de-ru 1.9, sentences: 2\n")
    assert re.search(r"Lotse +┃ plain Argos", said.output)
    assert re.search(r"BLEU +│ [\d.]+ +│ [\d.]+", said.output)
    assert re.search(r"chrF +│ [\d.]+ +│ [\d.]+", said.output)
    assert re.search(r"changed numbers +│ 0.0% +│ 50.0%", said.output)
    assert re.search(r"refused, the original is shown +│ 50.0% +│ 0.0%", said.output)
    assert re.search(r"sentences a second +│ [\d.]+ +│ [\d.]+", said.output)
    assert "why refused: echo 1" in said.output
    assert re.search(r"tries that a gate stopped: echo \d", said.output)
    assert lotse.machine.closed


def test_languages_can_be_given_beside_the_file(lotse: Lotse, tmp_path: Path) -> None:
    path = _written(tmp_path, "Guten Tag\tДобрый день\n")
    said = lotse("evaluate", "translation", str(path), "--from", "de", "--to", "ru")
    assert said.exit_code == 0, said.output
    assert "sentences: 1\n" in said.output


def test_a_missing_package_is_told(lotse: Lotse, tmp_path: Path) -> None:
    lotse.machine.pairs = PAIRS
    said = lotse("evaluate", "translation", str(_written(tmp_path, "de\ten\nJa\tYes\n")))
    assert said.exit_code == 1
    assert said.stderr == (
        "no package translates de to en (installed: de-ar, de-ru, de-tr); "
        "`lotse packages install`\n"
    )


def test_a_package_that_fails_is_told(lotse: Lotse, tmp_path: Path) -> None:
    def rule(text: str, pair: Pair, effort: Effort) -> Sequence[str]:
        raise RuntimeError("model.bin is cut off")

    lotse.fails(rule)
    said = lotse("evaluate", "translation", str(_written(tmp_path, "de\tru\nJa\tДа\n")))
    assert said.exit_code == 1
    assert "the packages fail on every sentence; `lotse packages check`" in said.stderr
    assert lotse.machine.closed


def test_one_sentence_a_model_cannot_take_does_not_end_it(lotse: Lotse, tmp_path: Path) -> None:
    def rule(text: str, pair: Pair, effort: Effort) -> Sequence[str]:
        if "Frau" in text:
            raise RuntimeError("too long")
        return words_of(text, pair, effort)

    lotse.fails(rule)
    lines = ["de\tru", *("\t".join(pair) for pair in FILE.pairs)]
    said = lotse("evaluate", "translation", str(_written(tmp_path, "\n".join(lines))))
    assert said.exit_code == 0, said.output
    assert "why refused: fault 1" in said.output
    assert "why refused by plain Argos: fault 1" in said.output


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"de\tru\n", "there is no sentence in it"),
        (b"de\tru\nJa\n", "line 2: one tab is expected, none found"),
        (b"de\tru\nJa\tDa\tx\n", "line 2: one tab is expected, 2 found"),
        (b"de\tru\n\nJa\t\n", "line 3: one side is empty"),
        (b"de\tru\n\xc4rzte\tx\n", "line 2: it is not UTF-8"),
        (b"\xff\xfed\x00e\x00", "line 1: it is not UTF-8"),
        (b"de\tfr\nJa\tOui\n", "the first line must be two languages of de, ar, ru, tr, en"),
        (b"Ja\tDa\n", "or give --from and --to; it is 'Ja Da'"),
        (b"de\tde\nJa\tJa\n", "the two languages are the same"),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "sentences.tsv"
    path.write_bytes(content)
    with pytest.raises(ParallelFileError) as caught:
        read(path)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("languages", "told"),
    [
        (("de", ""), "--from and --to go together"),
        (("de", "tr"), "the first line says de-ru, but you gave de-tr"),
        (("de", "fr"), "you gave de-fr"),
    ],
)
def test_languages_that_do_not_fit_are_told(
    tmp_path: Path, languages: tuple[str, str], told: str
) -> None:
    with pytest.raises(ParallelFileError) as caught:
        read(_written(tmp_path, "de\tru\nJa\tДа\n"), *languages)
    assert told in str(caught.value)


def test_an_unknown_language_is_told(tmp_path: Path) -> None:
    with pytest.raises(ParallelFileError, match="'fr' is none of de, ar, ru, tr, en"):
        read(_written(tmp_path, "Ja\tOui\n"), "de", "fr")


def test_a_mark_at_the_start_and_strange_line_ends_do_no_harm(tmp_path: Path) -> None:
    found = read(_written(tmp_path, "\ufeffde\tru\r\nJa\u2028so\tДа\r\n"))
    assert found == ParallelFile("de", "ru", (("Ja\u2028so", "Да"),))


def test_the_command_tells_a_broken_file_in_one_line(lotse: Lotse, tmp_path: Path) -> None:
    said = lotse("evaluate", "translation", str(_written(tmp_path, "de\tru\nJa\n")))
    assert said.exit_code == 1
    assert said.stderr.endswith("line 2: one tab is expected, none found\n")
    assert lotse("evaluate", "translation", str(tmp_path / "none.tsv")).exit_code == 2


def test_evaluate_alone_still_measures_understanding(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = []

    def measured(settings: object, utterances: Path, confusions: int) -> str:
        asked.append((utterances, confusions))
        return "macro F1 0.9"

    monkeypatch.setenv("LOTSE_DATA", str(tmp_path))
    monkeypatch.setattr(command_line, "_train_if_needed", lambda settings: None)
    monkeypatch.setattr(command_line, "configure", lambda level: None)
    # Both change the process for good: one loads Rasa, the other keeps libraries from loading.
    monkeypatch.setitem(sys.modules, "bot.evaluation", SimpleNamespace(evaluate_model=measured))
    monkeypatch.setattr(lean_rasa, "without_unused_libraries", lambda: None)
    run = CliRunner().invoke
    assert "macro F1 0.9" in run(command_line.cli, ["evaluate"]).output
    run(command_line.cli, ["evaluate", "--utterances", str(tmp_path), "--confusions", "3"])
    assert asked == [(command_line.UTTERANCES, 15), (tmp_path, 3)]
