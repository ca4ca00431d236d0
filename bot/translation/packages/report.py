"""What an operator sees of the installed packages: a table, and what an examination finds."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from rich.filesize import decimal
from rich.markup import escape
from rich.table import Table

from bot.translation.packages import check, needs, record, shelf
from bot.translation.packages.download import host
from bot.translation.packages.pair import Pair
from bot.translation.packages.shelf import InstalledPackage
from bot.translation.packages.trouble import PackageError


def overview(folder: Path, environment: str) -> tuple[Table, list[str]]:
    """A row for each package, and sentences on what is missing. Raises OSError."""
    found = shelf.look(folder, environment)
    table = Table("pair", "version", "size", "where from", "state")
    for package in found.packages:
        _row(table, package, "test data" if package.test_data else "ready")
    for package in found.outdated:
        _row(table, package, "not used: a newer one is there")
    for package in found.test_data:
        _row(table, package, "not used: test data")
    for broken in found.broken:
        table.add_row(escape(broken.path.name), "", "", "", escape(f"broken: {broken.reason}"))
    missing = needs.missing(found.pairs)
    if not missing:
        return table, ["nothing is missing"]
    return table, ["missing: " + ", ".join(map(str, missing)), needs.lack(found.pairs)]


def examination(
    folder: Path, environment: str, pairs: Collection[Pair] = ()
) -> tuple[list[str], list[str]]:
    """What is well and what is not, a sentence for each package.

    pairs: to be examined; all if empty. Raises PackageError when one of them is not installed.
    """
    found = shelf.look(folder, environment)
    absent = [pair for pair in pairs if pair not in found.pairs]
    if absent:
        raise PackageError(f"{absent[0]} is not installed")
    good: list[str] = []
    bad = [] if pairs else [f"{broken.path.name}: {broken.reason}" for broken in found.broken]
    for package in found.packages:
        if not pairs or package.pair in pairs:
            name = f"{package.pair} {package.version}"
            try:
                good.append(f"{name}: {_examined(package)}")
            except PackageError as error:
                bad.append(f"{name}: {error}")
    if not (good or bad):
        good.append("no package is installed")
    return good, bad


def _examined(package: InstalledPackage) -> str:
    changed = check.changes(package) if (package.path / record.FILE).exists() else None
    if changed:
        # A model that was changed is not loaded: nobody knows what it is now.
        raise PackageError("; ".join(changed) + f"; `lotse packages install {package.pair}`")
    word, translation = check.try_out(package)
    files = "unchanged" if changed is not None else "not installed by Lotse, nothing to compare"
    return f"{files}; {word} → {translation}"


def _row(table: Table, package: InstalledPackage, state: str) -> None:
    size = decimal(shelf.size(package.path))
    table.add_row(str(package.pair), package.version, size, escape(_origin(package.path)), state)


def _origin(package: Path) -> str:
    try:
        kept = record.read(package)
    except PackageError as error:
        return str(error)
    return host(kept.source) if kept else "not installed by Lotse"
