"""A package's metadata.json, as Argos Translate defines it, and the one field Lotse adds."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.translation.packages.pair import Pair, valid
from bot.translation.packages.trouble import PackageError

FILE = "metadata.json"
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+_-]{0,31}")


@dataclass(frozen=True)
class Metadata:
    """What a package says of itself.

    test_data: it was made for tests and must never translate for residents.
    target_prefix: a token that models for several languages want first; mostly empty.
    """

    pair: Pair
    version: str
    test_data: bool
    target_prefix: str


def parse(raw: bytes) -> Metadata:
    """The content of a metadata.json. Raises PackageError when it is not one of a translation."""
    try:
        content = json.loads(raw)
    except (ValueError, RecursionError):
        raise PackageError(f"{FILE} is not JSON") from None
    if not isinstance(content, dict):
        raise PackageError(f"{FILE} is not a list of names and values")
    return from_fields(content)


def from_fields(fields: Mapping[str, Any]) -> Metadata:
    """The fields of a metadata.json or of an entry of the index. Raises PackageError."""
    codes = (fields.get("from_code"), fields.get("to_code"))
    version = fields.get("package_version")
    if fields.get("type", "translate") != "translate" or not valid(codes):
        raise PackageError(f"{FILE} does not name the two languages of a translation")
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise PackageError(f"{FILE} names no version")
    prefix = fields.get("target_prefix", "")
    # Anything but a plain "false" counts: to take test data for real is the worse mistake.
    test_data = fields.get("test_data", False) is not False
    return Metadata(
        Pair(str(codes[0]), str(codes[1])),
        version,
        test_data,
        prefix if isinstance(prefix, str) else "",
    )


def order(version: str) -> tuple[int, ...]:
    """A version as numbers, so that 1.10 comes after 1.9."""
    return tuple(int(number) for number in re.findall(r"[0-9]+", version))
