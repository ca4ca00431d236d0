"""What reaches a reader, whatever the machine makes of a message."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from bot.translation.careful import CarefulTranslator
from bot.translation.memory import Memory
from bot.translation.models import Effort, Pair
from bot.translation.translator import FAULT, NO_PACKAGE, Origin
from knowledge.glossary import Entry, Glossary
from tests.bot.translation.fakes import Rule, ScriptedMachine, Tally, words_of

pytestmark = pytest.mark.asyncio

GLOSSARY = Glossary(
    {
        "ueberweisung": {
            "de": Entry("Überweisung", ("Überweisungen",)),
            "en": Entry("referral", ()),
            "ar": Entry("إحالة", ()),
            "ru": Entry("направление", ("направления",)),
            "tr": Entry("sevk", ()),
        }
    }
)
CALL = "Bitte rufen Sie morgen unter +49 421 3610 an."


def careful(
    rule: Rule = words_of, pairs: frozenset[Pair] | None = None, **options: object
) -> tuple[CarefulTranslator, ScriptedMachine, Tally]:
    machine, tally = ScriptedMachine(rule, **options), Tally()  # type: ignore[arg-type]
    if pairs is not None:
        machine.pairs = pairs
    memory = Memory(lambda source, target: (), GLOSSARY)
    return CarefulTranslator(machine, memory, GLOSSARY, lambda text: None, tally), machine, tally


async def test_a_number_comes_out_as_it_went_in() -> None:
    translator, machine, tally = careful()
    done = await translator.translate(CALL, "de", "ru")
    assert done.origin is Origin.MACHINE
    assert "+49 421 3610" in (done.text or "")
    assert not any("421" in asked for asked, _, _ in machine.asked)
    assert tally.results == {"machine": 1}


async def test_the_german_term_stands_in_brackets_the_first_time_only() -> None:
    translator, _, _ = careful()
    text = "Sie brauchen eine Überweisung. Die Überweisung gilt lange."
    done = await translator.translate(text, "de", "ru")
    assert (done.text or "").count("направление (Überweisung)") == 1
    assert (done.text or "").lower().count("направление") == 2


async def test_a_marked_name_stays_as_it_is() -> None:
    translator, machine, _ = careful()
    done = await translator.translate("Fragen Sie bitte Frau Demir", "de", "ru", ("Demir",))
    assert "Demir" in (done.text or "")
    assert "Demir" not in machine.asked[0][0]


def _bad_first(bad: Callable[[str], str]) -> Rule:
    """A bad first hypothesis, and a good one when it is asked to try harder."""

    def rule(text: str, pair: Pair, effort: Effort) -> Sequence[str]:
        good = words_of(text, pair, effort)
        return [bad(text)] if effort is Effort.QUICK else [bad(text), *good]

    return rule


FAULTS = {
    "empty": lambda text: "♪",
    "echo": lambda text: text,
    "script": lambda text: "please call tomorrow " + "".join(filter(str.isdigit, text)),
    "repetition": lambda text: "слово слово слово слово слово слово",
    "length": lambda text: "сл",
    "placeholder": lambda text: "Пожалуйста позвоните завтра по номеру",
}


@pytest.mark.parametrize("gate", FAULTS)
async def test_the_next_hypothesis_is_taken_when_a_gate_stops_one(gate: str) -> None:
    translator, _, tally = careful(_bad_first(FAULTS[gate]))
    done = await translator.translate(CALL, "de", "ru")
    assert "+49 421 3610" in (done.text or "")
    assert tally.gates[gate] >= 1


@pytest.mark.parametrize("gate", FAULTS)
async def test_the_original_is_shown_when_nothing_passes(gate: str) -> None:
    translator, _, tally = careful(lambda text, pair, effort: [FAULTS[gate](text)])
    done = await translator.translate(CALL, "de", "ru")
    assert (done.text, done.reason) == (None, gate)
    assert tally.results == {gate: 1}


async def test_a_low_score_is_no_translation() -> None:
    translator, _, _ = careful(score=-5.0)
    assert (await translator.translate(CALL, "de", "ru")).reason == "score"


async def test_another_placeholder_is_tried_when_one_does_not_survive() -> None:
    def rule(text: str, pair: Pair, effort: Effort) -> Sequence[str]:
        made = words_of(text, pair, effort)[0]
        return [made if "[1]" in text else "".join(c for c in made if not c.isdigit())]

    translator, machine, _ = careful(rule)
    done = await translator.translate(CALL, "de", "ru")
    assert "+49 421 3610" in (done.text or "")
    assert "[1]" in machine.asked[-1][0]


async def test_a_sentence_that_fails_does_not_hide_behind_others() -> None:
    def rule(text: str, pair: Pair, effort: Effort) -> Sequence[str]:
        return [text] if "Geld" in text else words_of(text, pair, effort)

    translator, _, _ = careful(rule)
    done = await translator.translate("Guten Tag liebe Frau. Sie bekommen Geld.", "de", "ru")
    assert (done.text, done.reason) == (None, "echo")


async def test_two_packages_are_joined_where_there_is_none_between() -> None:
    pairs = frozenset({("de", "en"), ("en", "tr")})
    translator, machine, _ = careful(pairs=pairs)
    assert not translator.lacks("de", "tr")
    done = await translator.translate(CALL, "de", "tr")
    assert "kelime" in (done.text or "")
    assert [pair for _, pair, _ in machine.asked] == [("de", "en"), ("en", "tr")]


async def test_another_way_is_tried_when_the_direct_one_fails() -> None:
    def rule(text: str, pair: Pair, effort: Effort) -> Sequence[str]:
        return [""] if pair == ("de", "tr") else words_of(text, pair, effort)

    pairs = frozenset({("de", "tr"), ("de", "en"), ("en", "tr")})
    translator, _, _ = careful(rule, pairs)
    assert "kelime" in ((await translator.translate(CALL, "de", "tr")).text or "")


async def test_without_a_package_the_reason_is_known() -> None:
    translator, _, _ = careful(pairs=frozenset())
    assert translator.lacks("de", "ru")
    assert (await translator.translate(CALL, "de", "ru")).reason == NO_PACKAGE
    assert (await translator.translate(CALL, "de", "de")).text == CALL


async def test_a_broken_machine_is_no_broken_message() -> None:
    def rule(text: str, pair: Pair, effort: Effort) -> Sequence[str]:
        raise RuntimeError("out of memory")

    translator, _, _ = careful(rule)
    assert (await translator.translate(CALL, "de", "ru")).reason == FAULT


async def test_what_is_only_a_number_needs_no_machine() -> None:
    translator, machine, _ = careful()
    assert (await translator.translate("+49 421 3610", "de", "ru")).text == "+49 421 3610"
    assert (await translator.translate("👍", "de", "ru")).text == "👍"
    assert machine.asked == []


async def test_lines_stay_lines() -> None:
    translator, _, _ = careful()
    done = await translator.translate("Guten Tag!\n\nBis morgen früh.\n", "de", "ru")
    assert [bool(line) for line in (done.text or "").split("\n")] == [True, False, True, False]


async def test_the_same_again_is_not_translated_again() -> None:
    translator, machine, _ = careful()
    first = await translator.translate(CALL, "de", "ru")
    assert await translator.translate(CALL, "de", "ru") == first
    assert len(machine.asked) == 1


async def test_a_reply_that_says_something_else_is_not_alike() -> None:
    def rule(text: str, pair: Pair, effort: Effort) -> Sequence[str]:
        if pair == ("ru", "de"):
            return ["Bitte kommen Sie ohne Geld und mit dem Hund"]
        return words_of(text, pair, effort)

    translator, _, _ = careful(rule)
    text = "Essen Sie am Morgen vor der Untersuchung nichts"
    there = await translator.translate(text, "de", "ru")
    back = await translator.back(text, there.text or "", "ru")
    assert back is not None
    assert (back.text, back.alike) == ("Bitte kommen Sie ohne Geld und mit dem Hund", False)


async def test_a_reply_that_says_the_same_is_alike() -> None:
    text = "Essen Sie am Morgen vor der Untersuchung nichts"

    def rule(asked: str, pair: Pair, effort: Effort) -> Sequence[str]:
        same = "Bitte essen Sie am Morgen vor der Untersuchung nichts"
        return [same] if pair == ("ru", "de") else words_of(asked, pair, effort)

    translator, _, _ = careful(rule)
    there = await translator.translate(text, "de", "ru")
    back = await translator.back(text, there.text or "", "ru")
    assert back is not None
    assert back.alike
