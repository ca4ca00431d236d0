"""Unpacking an archive that was looked through into the folder of packages."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.translation.packages import record, shelf, workshop
from bot.translation.packages.archive import Contents
from bot.translation.packages.record import Record
from bot.translation.packages.shelf import InstalledPackage
from bot.translation.packages.trouble import PackageError

_PIECE = 1 << 20


@dataclass(frozen=True)
class Delivery:
    """An archive that came. name: of the file. source: a link, or the file's name again.

    sha256: of the archive, 64 hexadecimal digits.
    """

    name: str
    source: str
    sha256: str


def put(contents: Contents, delivery: Delivery, folder: Path, room: Path) -> InstalledPackage:
    """Install a package; other versions of the same pair go once it is in its place.

    folder: of packages. room: the workshop in it, which must be occupied. Until the last moment
    nothing in the folder changes. Raises PackageError, OSError.
    """
    target = folder / contents.top
    _check_free(target, contents)
    with TemporaryDirectory(prefix=workshop.UNPACKED, dir=room) as temporary:
        fresh = Path(temporary) / contents.top
        fresh.mkdir()
        files = _unpack(contents, fresh)
        now = datetime.now(timezone.utc).isoformat(timespec="seconds")
        kept = Record(delivery.name, delivery.sha256, delivery.source, now, files)
        _write(fresh / record.FILE, [record.as_json(kept)])
        for each in [*(path for path in fresh.rglob("*") if path.is_dir()), fresh]:
            workshop.sync(each)
        workshop.replace(fresh, target, room)
    package = shelf.read(target)
    for other in shelf.look(folder, shelf.TEST).everything:
        # What tests need and what residents need do not replace each other.
        same = (other.pair, other.test_data) == (package.pair, package.test_data)
        if same and other.path != target:
            workshop.remove(other.path, room)
    return package


def _check_free(target: Path, contents: Contents) -> None:
    try:
        there = shelf.read(target)
    except PackageError:
        return
    if there.pair != contents.metadata.pair:
        raise PackageError(f"its folder {target.name} is taken by the package {there.pair}")


def _unpack(contents: Contents, fresh: Path) -> dict[str, str]:
    """Write each file; its SHA-256 by its path in the package."""
    hashes: dict[str, str] = {}
    try:
        with zipfile.ZipFile(contents.path) as archive:
            for entry in contents.files:
                name = entry.filename.removeprefix(f"{contents.top}/")
                path = fresh / name
                path.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(entry) as packed:
                    hashes[name] = _write(path, iter(lambda: packed.read(_PIECE), b""))
    except (zipfile.BadZipFile, FileExistsError, NotADirectoryError) as error:
        raise PackageError(f"it cannot be unpacked ({error})") from None
    return hashes


def _write(path: Path, pieces: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    with path.open("xb") as file:
        for piece in pieces:
            file.write(piece)
            digest.update(piece)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()
