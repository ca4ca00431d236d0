"""Installing what an operator wishes, from the index or from files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.filesize import decimal

from bot.translation.packages import archive, check, index, record, shelf, workshop
from bot.translation.packages.download import USUAL_PATIENCE, Downloader, Patience, host
from bot.translation.packages.index import Offer
from bot.translation.packages.install import Delivery, put
from bot.translation.packages.metadata import order
from bot.translation.packages.pair import Pair
from bot.translation.packages.progress import Meter
from bot.translation.packages.replies import Fault
from bot.translation.packages.shelf import InstalledPackage
from bot.translation.packages.trouble import PackageError


class Keeper:
    """Looks after one folder of packages."""

    def __init__(
        self,
        folder: Path,
        environment: str,
        index_link: str,
        meter: Meter,
        patience: Patience = USUAL_PATIENCE,
    ) -> None:
        """environment: development, test or production. index_link: an http(s) address."""
        self._folder = folder
        self._environment = environment
        self._index_link = index_link
        self._meter = meter
        self._patience = patience

    def install(self, wishes: Sequence[Pair | Path], sha256: str | None = None) -> list[str]:
        """Install pairs from the index and files from the disk; why each other one was not.

        sha256: what the archive must have, when there is one wish only. Raises PackageError when
        nothing at all can be done, OSError when the folder cannot be used.
        """
        failures = []
        with workshop.occupied(self._folder) as room:
            loader = Downloader(room, self._meter, self._patience)
            with_index = any(isinstance(wish, Pair) for wish in wishes)
            offers = self._offers(loader) if with_index else ()
            for wish in wishes:
                try:
                    if isinstance(wish, Pair):
                        self._from_index(wish, offers, sha256, loader, room)
                    else:
                        self._from_file(wish, sha256, room)
                except PackageError as error:
                    failures.append(f"{wish}: {error}")
        return failures

    def remove(self, pairs: Sequence[Pair]) -> None:
        """Delete every version of the pairs. Raises PackageError for a pair that is not there."""
        there = shelf.look(self._folder, shelf.TEST).everything
        for pair in pairs:
            if not any(package.pair == pair for package in there):
                raise PackageError(f"{pair} is not installed")
        with workshop.occupied(self._folder) as room:
            for package in there:
                if package.pair in pairs:
                    workshop.remove(package.path, room)

    def _offers(self, loader: Downloader) -> tuple[Offer, ...]:
        try:
            return index.parse(loader.index(self._index_link))
        except Fault as fault:
            raise PackageError(
                f"no index from {host(self._index_link)}: {fault}. Without internet, give the "
                "paths of package files (docs/how-to/translation-packages.md)"
            ) from None

    def _from_index(
        self,
        pair: Pair,
        offers: Sequence[Offer],
        sha256: str | None,
        loader: Downloader,
        room: Path,
    ) -> None:
        offer = index.newest(offers, pair)
        if offer is None:
            raise PackageError("the index has no such package")
        there = self._good_one(pair, offer.version, sha256 or offer.sha256)
        if there is not None:
            self._meter.say(f"{pair} {there.version} is installed already")
            return
        faults = []
        for link in offer.links:
            try:
                self._from_link(link, offer, sha256, loader, room)
            except (Fault, PackageError) as error:
                faults.append(f"{host(link)}: {error}")
            else:
                return
        raise PackageError("; ".join(faults))

    def _from_link(
        self, link: str, offer: Offer, sha256: str | None, loader: Downloader, room: Path
    ) -> None:
        part = loader.file(link, offer.file_name)
        delivery = Delivery(offer.file_name, link, record.digest(part.path))
        try:
            _compare(delivery.sha256, offer.sha256, "the index says")
            _compare(delivery.sha256, sha256, "you gave")
            package = self._put(part.path, delivery, room, offer.pair)
        except PackageError:
            # Nothing good will come of these bytes, so the next run begins anew.
            part.forget()
            raise
        for left in room.glob(f"translate-{offer.pair.source}_{offer.pair.target}-*.part*"):
            left.unlink()
        self._tell(package, delivery, checked=bool(sha256 or offer.sha256))

    def _from_file(self, path: Path, sha256: str | None, room: Path) -> None:
        if not path.is_file():
            raise PackageError("there is no such file")
        delivery = Delivery(path.name, path.name, record.digest(path))
        _compare(delivery.sha256, sha256, "you gave")
        self._tell(self._put(path, delivery, room), delivery, checked=bool(sha256))

    def _put(
        self, path: Path, delivery: Delivery, room: Path, wanted: Pair | None = None
    ) -> InstalledPackage:
        contents = archive.inspect(path)
        said = contents.metadata
        if wanted is not None and said.pair != wanted:
            raise PackageError(f"the package there is {said.pair}, not {wanted}")
        if said.test_data and self._environment != shelf.TEST:
            raise PackageError(
                "it was made for tests and must not translate for residents; "
                "it is taken with LOTSE_ENV=test only"
            )
        return put(contents, delivery, self._folder, room)

    def _good_one(self, pair: Pair, version: str, sha256: str | None) -> InstalledPackage | None:
        """The pair's package if it is as new, unchanged and, if one is named, from that archive."""
        for package in shelf.installed(self._folder, self._environment):
            if package.pair == pair and order(package.version) >= order(version):
                try:
                    kept = record.read(package.path)
                    changed = check.changes(package)
                except (PackageError, OSError):
                    return None
                fits = kept is not None and sha256 in (None, kept.sha256)
                return package if fits and not changed else None
        return None

    def _tell(self, package: InstalledPackage, delivery: Delivery, checked: bool) -> None:
        size = decimal(shelf.size(package.path))
        came = "" if delivery.source == delivery.name else f" from {host(delivery.source)}"
        self._meter.say(f"{package.pair} {package.version} is installed{came}, {size}")
        if checked:
            self._meter.say(f"  SHA-256 {delivery.sha256}, as expected")
            return
        why = "the index gives no checksum" if came else "nothing was given to compare with"
        self._meter.say(f"  SHA-256 {delivery.sha256}; {why}: compare it with one you trust")


def _compare(came: str, expected: str | None, who: str) -> None:
    if expected is not None and came != expected:
        raise PackageError(f"its SHA-256 is {came}, but {who} {expected}")
