"""A package as a file: a zip with one folder. Looked through before anything is unpacked."""

from __future__ import annotations

import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from bot.translation.packages import metadata, record, shelf
from bot.translation.packages.metadata import Metadata
from bot.translation.packages.trouble import PackageError

ENDING = ".argosmodel"
#: Packages unpack to 100 to 400 MB in some ten files; far more is an accident or an attack.
LARGEST_UNPACKED = 2_000_000_000
MOST_FILES = 10_000
_LARGEST_METADATA = 1_000_000
#: Zip's "no kind given" (made on Windows), a plain file, a folder. No links, no devices.
_KINDS = (0, stat.S_IFREG, stat.S_IFDIR)
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1


@dataclass(frozen=True)
class Contents:
    """An archive that may be unpacked. files: to be written, each inside of the folder `top`."""

    path: Path
    top: str
    metadata: Metadata
    files: tuple[zipfile.ZipInfo, ...]


def inspect(path: Path, largest: int = LARGEST_UNPACKED) -> Contents:
    """Look through an archive: its names, kinds, sizes, checksums (CRC) and metadata.

    largest: bytes it may unpack to. Raises PackageError; OSError when it cannot be read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check_sizes(entries, largest)
            top = _top(entries)
            files = tuple(entry for entry in entries if not _passed_over(entry, top))
            # Packed sizes and sums are only claims until everything was unpacked once.
            damaged = archive.testzip()
            if damaged is not None:
                raise PackageError(f"{damaged} in the archive is damaged")
            return Contents(path, top, _metadata(archive, top, files), files)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise PackageError(f"it is no package, or a damaged one ({error})") from None


def _check_sizes(entries: list[zipfile.ZipInfo], largest: int) -> None:
    if len(entries) > MOST_FILES:
        raise PackageError(f"it holds more than {MOST_FILES} files")
    if sum(entry.file_size for entry in entries) > largest:
        raise PackageError(f"it would unpack to more than {largest / 1e6:g} MB")


def _top(entries: list[zipfile.ZipInfo]) -> str:
    """The one folder everything is in; raises PackageError for every entry that may do harm."""
    names = [entry.filename.rstrip("/") for entry in entries]
    if len(set(names)) < len(names):
        raise PackageError("it holds a file twice")
    for entry, name in zip(entries, names, strict=True):
        parts = name.split("/")
        if "\\" in name or not name.isprintable() or not {"", ".", ".."}.isdisjoint(parts):
            raise PackageError(f"{name!r} in it leads out of the package's folder")
        if stat.S_IFMT(entry.external_attr >> 16) not in _KINDS:
            raise PackageError(f"{name!r} in it is a link or no plain file")
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _PACKINGS:
            raise PackageError(f"{name!r} in it is encrypted or packed in an unusual way")
        if len(parts) == 1 and not entry.is_dir():
            raise PackageError(f"{name!r} in it lies outside of the package's folder")
    tops = {name.split("/")[0] for name in names}
    if len(tops) != 1 or min(tops).startswith("."):
        raise PackageError("it does not hold exactly one folder")
    return tops.pop()


def _passed_over(entry: zipfile.ZipInfo, top: str) -> bool:
    """Folders come with their files. A record comes along when an installed package was zipped."""
    return entry.is_dir() or entry.filename == f"{top}/{record.FILE}"


def _metadata(archive: zipfile.ZipFile, top: str, files: tuple[zipfile.ZipInfo, ...]) -> Metadata:
    sizes = {entry.filename.removeprefix(f"{top}/"): entry.file_size for entry in files}
    for needed in (metadata.FILE, shelf.MODEL):
        if needed not in sizes:
            raise PackageError(f"{needed} is missing in it")
    if sizes.keys().isdisjoint(shelf.TOKENISERS):
        raise PackageError(" and ".join(shelf.TOKENISERS) + " are missing in it")
    if sizes[metadata.FILE] > _LARGEST_METADATA:
        raise PackageError(f"{metadata.FILE} in it is too large")
    return metadata.parse(archive.read(f"{top}/{metadata.FILE}"))
