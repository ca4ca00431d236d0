"""The languages a package translates from and to."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.translation.packages.trouble import PackageError

_CODE = re.compile(r"[a-z]{2,3}")


class Pair(NamedTuple):
    """One direction, as ISO 639 codes of two or three letters."""

    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.source}-{self.target}"


def parse(text: str) -> Pair:
    """`de-en` or `de_en` as a pair. Raises PackageError when it is none."""
    source, _, target = text.strip().replace("_", "-").partition("-")
    if not valid((source, target)):
        raise PackageError(f"{text} is no pair of languages; write it as de-en")
    return Pair(source, target)


def valid(pair: tuple[object, object]) -> bool:
    """Whether both are language codes, and not the same one."""
    known = [isinstance(code, str) and _CODE.fullmatch(code) for code in pair]
    return all(known) and pair[0] != pair[1]
