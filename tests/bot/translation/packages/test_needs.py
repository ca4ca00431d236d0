"""What the languages still need."""

from __future__ import annotations

import pytest

from bot.translation.packages import pair
from bot.translation.packages.needs import lack, missing
from bot.translation.packages.pair import Pair
from bot.translation.packages.trouble import PackageError

EVERYTHING = ["de-en", "en-de", "ar-en", "en-ar", "ru-en", "en-ru", "tr-en", "en-tr"]


def pairs(*names: str) -> set[Pair]:
    return {pair.parse(name) for name in names}


def test_without_anything_the_eight_packages_to_and_from_english_are_missing() -> None:
    assert sorted(map(str, missing(set()))) == sorted(EVERYTHING)
    assert lack(set()) == (
        "no translation package for English, Arabic, Russian and Turkish; `lotse packages install`"
    )


def test_with_all_eight_nothing_is_missing() -> None:
    assert missing(pairs(*EVERYTHING)) == ()
    assert lack(pairs(*EVERYTHING)) == ""


def test_one_language_alone_is_named() -> None:
    there = pairs(*EVERYTHING) - pairs("ar-en", "en-ar")
    assert set(missing(there)) == pairs("ar-en", "en-ar")
    assert lack(there) == "no translation package for Arabic; `lotse packages install`"


def test_a_direct_package_makes_the_way_over_english_needless() -> None:
    there = pairs("de-en", "en-de", "ar-de", "de-ar", "ru-en", "en-ru", "tr-en", "en-tr")
    assert missing(there) == ()


def test_a_direction_alone_is_named_as_one() -> None:
    there = pairs(*EVERYTHING) - pairs("en-tr")
    assert missing(there) == (Pair("en", "tr"),)
    assert lack(there) == (
        "no translation package from German to Turkish; `lotse packages install`"
    )
    assert "from Turkish to German" in lack(pairs(*EVERYTHING) - pairs("tr-en"))


def test_languages_and_directions_are_named_together() -> None:
    assert lack(pairs("de-en", "en-ar", "ar-en")) == (
        "no translation package for Russian and Turkish, from English to German, "
        "from Arabic to German; `lotse packages install`"
    )


def test_without_german_and_english_nobody_is_understood() -> None:
    there = pairs(*EVERYTHING) - pairs("de-en", "en-de")
    assert set(missing(there)) == pairs("de-en", "en-de")
    assert "English, Arabic, Russian and Turkish" in lack(there)


def test_a_pair_is_written_with_a_dash_or_as_argos_does() -> None:
    assert pair.parse("de-en") == pair.parse(" de_en ") == ("de", "en")
    assert str(Pair("de", "en")) == "de-en"


@pytest.mark.parametrize("text", ["", "de", "de-de", "de-en-ar", "DE-EN", "de-e1", "../de-en", "-"])
def test_what_is_no_pair_is_refused(text: str) -> None:
    with pytest.raises(PackageError, match="write it as de-en"):
        pair.parse(text)
