"""Reading the index."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.translation.packages import index
from bot.translation.packages.pair import Pair
from bot.translation.packages.trouble import PackageError
from tests.bot.translation.packages.making import metadata

DE_EN = Pair("de", "en")
LINK = "https://argos-net.com/v1/translate-de_en-1_0.argosmodel"


def entry(pair: str = "de-en", version: str = "1.0", **extra: Any) -> dict[str, Any]:
    return {"links": [LINK], "code": "translate-de_en", **metadata(pair, version), **extra}


def parsed(*entries: Any) -> tuple[index.Offer, ...]:
    return index.parse(json.dumps(entries).encode())


def test_an_entry_of_the_argos_index_is_understood() -> None:
    (offer,) = parsed(entry(links=[LINK, "ipfs://QmV5bmf8iqKpoGoyuTzEppaSWdceuW6zgiePaUr5ThPCpW"]))
    assert (offer.pair, offer.version, offer.links) == (DE_EN, "1.0", (LINK,))
    assert offer.sha256 is None
    assert offer.file_name == "translate-de_en-1_0.argosmodel"


def test_a_checksum_is_taken_when_there_is_one() -> None:
    assert parsed(entry(sha256=" ABC "))[0].sha256 == "abc"
    assert parsed(entry(sha256=None))[0].sha256 is None


def test_the_newest_version_is_offered() -> None:
    offers = parsed(entry(), entry(version="1.10"), entry(version="1.9.6"), entry("en-de", "2.0"))
    newest = index.newest(offers, DE_EN)
    assert newest is not None
    assert newest.version == "1.10"
    assert index.newest(offers, Pair("ar", "en")) is None


def test_what_cannot_be_downloaded_is_not_offered() -> None:
    offers = parsed(
        entry(version="3.0", links=["ipfs://x", 7, "file:///etc/passwd"]),
        entry(version="2.0", links="https://argos-net.com"),
        entry(),
    )
    newest = index.newest(offers, DE_EN)
    assert newest is not None
    assert newest.version == "1.0"


@pytest.mark.parametrize(
    "odd",
    [
        None,
        7,
        [],
        {},
        entry(type="sbd"),
        entry(from_code=None),
        entry(from_code=["de"]),
        entry(from_code="../de"),
        entry(to_code="de"),
        entry(package_version="../../1"),
        entry(package_version=1.0),
    ],
)
def test_odd_entries_are_passed_over(odd: Any) -> None:
    assert [offer.pair for offer in parsed(odd, entry())] == [DE_EN]


@pytest.mark.parametrize("raw", [b"", b"<html>", b"{}", b"\xff", b"[" * 100_000])
def test_what_is_no_index_is_told(raw: bytes) -> None:
    with pytest.raises(PackageError, match="the index is not"):
        index.parse(raw)
