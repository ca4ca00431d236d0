"""What must hold for any message: no number is ever lost, changed or added by a translation.

`benchmarks/shielding.py` runs the same over 100,000 messages.
"""

from __future__ import annotations

from random import Random
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.translation.placeholders import STYLES, Style
from bot.translation.shielding import restore, shield
from knowledge.library import LANGUAGES
from tests.bot.translation.messages import (
    check_honest,
    check_hostile,
    glossary,
    message,
    numbers,
)

#: Messages a property; more in `benchmarks/shielding.py`.
EXAMPLES: Final = 300

TERMS: Final = glossary()
every_message = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
chance = st.integers(min_value=0, max_value=2**32).map(Random)
target = st.sampled_from(LANGUAGES)
style = st.sampled_from(STYLES)


@every_message
@given(chance, target, style)
def test_an_honest_machine_brings_every_number_back_in_order(
    random: Random, target: str, style: Style
) -> None:
    language, text = message(random)
    check_honest(language, text, target, style)


@every_message
@given(chance, target, style)
def test_a_hostile_machine_gets_nothing_through_or_every_number_as_it_was(
    random: Random, target: str, style: Style
) -> None:
    language, text = message(random)
    check_hostile(language, text, target, style, random)


@every_message
@given(st.text(max_size=60), target, target, style)
def test_whatever_is_typed_every_number_comes_back(
    text: str, language: str, target: str, style: Style
) -> None:
    shielded = shield(text, language, TERMS)
    out = restore(shielded, style, shielded.render(style), target, TERMS)
    assert out is not None
    assert numbers(out) == numbers(text)


@every_message
@given(st.text(alphabet="0123456789٠١٢٣ +-.,:/()€$%abXÜر\n", max_size=40), target, target, style)
def test_whatever_numbers_are_typed_they_come_back(
    text: str, language: str, target: str, style: Style
) -> None:
    shielded = shield(text, language, TERMS)
    assert not numbers(shielded.words)
    out = restore(shielded, style, shielded.render(style), target, TERMS)
    assert out is not None
    assert numbers(out) == numbers(text)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
@pytest.mark.parametrize("count", [2, 12, 120])
def test_placeholders_of_a_style_are_told_apart_however_many_there_are(
    style: Style, count: int
) -> None:
    written = [style.write(index) for index in range(count)]
    places = style.read(" ".join(written), count)
    assert places is not None
    assert [place.index for place in places] == list(range(count))
