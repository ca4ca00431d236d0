"""Pure parts of the group: phrases, payloads, what was written, choices."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from connectors.desk import DeskRefusal, Outcome
from connectors.telegram.group import payloads
from connectors.telegram.group.closing import ClosingMenu
from connectors.telegram.group.feedback import Feedback
from connectors.telegram.group.payloads import Press
from connectors.telegram.group.writing import Command, Written, command, written
from dialogues.phrasebook import FOLDER, Phrasebook

PACKAGE = Path(payloads.__file__).parent


def reasons() -> list[str]:
    listed = str(DeskRefusal.__doc__).partition("\n\n")[2]
    return re.findall(r"[a-z]+(?:_[a-z]+)*", listed.replace("(who: has it)", ""))


def written_names() -> set[str]:
    """Every string in the package that could be a phrase's id."""
    found = set()
    for path in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def all_phrases() -> set[str]:
    text = (Path(FOLDER) / "group" / "de.ftl").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][\w-]*) =", text, re.MULTILINE))


@pytest.mark.parametrize("reason", [*reasons(), "something new"])
def test_every_refusal_has_german_words(phrases: Phrasebook, reason: str):
    feedback = Feedback(
        None,  # type: ignore[arg-type]
        None,  # type: ignore[arg-type]
        None,  # type: ignore[arg-type]
        lambda phrase, **values: phrases.say(phrase, "de", **values),
    )
    for refusal in (DeskRefusal(reason), DeskRefusal(reason, "Anna", "x" * 5000)):
        assert 10 < len(feedback.refusal(refusal)) < 1000


def test_the_refusals_are_read_from_the_protocol():
    assert {"taken", "not_open", "unknown_counsellor"} <= set(reasons())


def test_no_phrase_is_left_over_and_none_is_missing(phrases: Phrasebook):
    begun = ("refused-", "outcome-", "channel-", "who-", "button-", "untranslated-", "waited-")
    names = written_names()
    unused = {p for p in all_phrases() if p not in names and not p.startswith(begun)}
    assert unused == set()
    assert {f"outcome-{outcome.value}" for outcome in Outcome} <= all_phrases()


def test_a_button_carries_its_meaning_there_and_back():
    press = Press("to", 12, "telegram:712345678")
    assert payloads.read(press.data) == press
    assert press.fits


@pytest.mark.parametrize("data", [None, "", "take", "take|", "take|x|", "|12|", "take|-1|"])
def test_what_is_no_button_of_ours_is_none(data: str | None):
    assert payloads.read(data) is None


def test_a_button_too_long_for_telegram_is_a_mistake():
    press = Press("to", 12, "ü" * 40)
    assert not press.fits
    with pytest.raises(ValueError, match="too long"):
        _ = press.data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/r karte", Command("r", "karte")),
        ("/r@lotse_bot karte", Command("r", "karte")),
        ("/zurück", Command("zurück", "")),
        ("/r termin 3. Mai |\n9 Uhr", Command("r", "termin 3. Mai |\n9 Uhr")),
        ("//x", None),
        ("/", None),
        ("Hallo /r", None),
        ("/home/anna ist ein Ordner", None),
    ],
)
def test_a_command_begins_with_one_slash(text: str, expected: Command | None):
    assert command(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hallo", Written("Hallo", "")),
        ("  // eins\n  // zwei", Written("", "eins\nzwei")),
        ("Hallo\n  // zwei\n\nTschüss", Written("Hallo\n\nTschüss", "zwei")),
        ("//", Written("", "")),
        ("", Written("", "")),
    ],
)
def test_what_is_internal_is_taken_out(text: str, expected: Written):
    assert written(text) == expected


def test_a_choice_of_many_topics_fits_into_a_button():
    titles = {f"topic_number_{number}": f"Thema {number}" for number in range(35)}
    menu = ClosingMenu(lambda phrase, **values: phrase, titles)
    everything = menu.choice(titles)
    assert menu.topics(everything) == tuple(sorted(titles))
    assert menu.read(str(everything)) == everything
    menu.topic_keyboard(123456, everything)
    menu.outcome_keyboard(123456, everything)
    assert len(menu.listed(everything)) < 1000


@pytest.mark.parametrize("text", ["", "x", "ffff.1", "zz.zz"])
def test_a_choice_from_another_list_is_none(text: str):
    menu = ClosingMenu(lambda phrase, **values: phrase, {"a": "A"})
    assert menu.read(text) is None
    assert menu.read(f"{menu.choice(['a']).mark}.2") is None
