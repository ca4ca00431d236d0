"""The list of packages that can be downloaded, in the format of the Argos package index."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.translation.packages import metadata
from bot.translation.packages.pair import Pair
from bot.translation.packages.trouble import PackageError


@dataclass(frozen=True)
class Offer:
    """A package of the index.

    links: addresses that begin with http:// or https://, best first. sha256: of the archive, in
    small letters; None where the index has no checksum (that of Argos has none).
    """

    pair: Pair
    version: str
    links: tuple[str, ...]
    sha256: str | None

    @property
    def file_name(self) -> str:
        """The archive's name, as Argos names them."""
        return f"translate-{self.pair.source}_{self.pair.target}-{_dashed(self.version)}.argosmodel"


def parse(raw: bytes) -> tuple[Offer, ...]:
    """The offers of an index; entries of other kinds and unknown fields are passed over.

    Raises PackageError when it is no index at all.
    """
    try:
        entries = json.loads(raw)
    except (ValueError, RecursionError):
        raise PackageError("the index is not JSON") from None
    if not isinstance(entries, list):
        raise PackageError("the index is not a list of packages")
    return tuple(offer for entry in entries if (offer := _offer(entry)))


def newest(offers: Iterable[Offer], pair: Pair) -> Offer | None:
    """The newest offer for a pair that can be downloaded, or None."""
    fitting = [offer for offer in offers if offer.pair == pair and offer.links]
    return max(fitting, key=lambda offer: metadata.order(offer.version), default=None)


def _offer(entry: Any) -> Offer | None:
    if not isinstance(entry, dict):
        return None
    try:
        said = metadata.from_fields(entry)
    except PackageError:
        return None
    links = entry.get("links")
    sha256 = entry.get("sha256")
    return Offer(
        said.pair,
        said.version,
        tuple(link for link in links if _is_http(link)) if isinstance(links, list) else (),
        sha256.strip().lower() if isinstance(sha256, str) else None,
    )


def _is_http(link: object) -> bool:
    return isinstance(link, str) and re.match(r"https?://", link) is not None


def _dashed(version: str) -> str:
    return re.sub(r"[^0-9A-Za-z]", "_", version)
