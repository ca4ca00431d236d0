"""The hidden folder beside the packages where downloads wait and archives are unpacked.

It is removed when nothing waits in it: Argos Translate takes every sub-folder for a package.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.translation.packages.trouble import PackageError

NAME = ".download"
#: What is unpacked and what is being deleted; worth nothing to a later run.
UNPACKED, REMOVED = "unpacked-", "removed-"
#: A package that makes room for its next version; put back if that never came.
RETIRED = "retired-"


@contextmanager
def occupied(folder: Path) -> Iterator[Path]:
    """The workshop of a folder of packages, made if needed, for this process alone.

    What a killed process left is put in order first. Raises PackageError when another process
    works there, OSError when the folder cannot be used.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _lock(descriptor, folder)
        workshop = folder / NAME
        workshop.mkdir(exist_ok=True)
        try:
            _put_in_order(folder, workshop)
            yield workshop
        finally:
            with suppress(OSError):
                workshop.rmdir()
    finally:
        os.close(descriptor)


def replace(fresh: Path, target: Path, workshop: Path) -> None:
    """Put a folder in another's place, which is there until the moment before and deleted after.

    All on one file system. If it fails in between, the old one comes back. Raises OSError.
    """
    retired = workshop / (RETIRED + target.name)
    try:
        if target.exists():
            target.rename(retired)
        fresh.rename(target)
        sync(target.parent)
    finally:
        _settle(retired, target)


def remove(path: Path, workshop: Path) -> None:
    """Delete a package's folder; it is gone at once, as a whole. Raises OSError."""
    doomed = workshop / (REMOVED + path.name)
    path.rename(doomed)
    sync(path.parent)
    _delete(doomed)


def sync(folder: Path) -> None:
    """Make sure a folder's entries survive a power cut. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _lock(descriptor: int, folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Some network file systems lock no folders; then nobody watches over two at once.
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            raise PackageError(f"{folder}: another `lotse packages` is at work there") from None


def _put_in_order(folder: Path, workshop: Path) -> None:
    for path in list(workshop.iterdir()):
        if path.name.startswith(RETIRED):
            _settle(path, folder / path.name.removeprefix(RETIRED))
        elif path.name.startswith((UNPACKED, REMOVED)):
            _delete(path)


def _settle(retired: Path, target: Path) -> None:
    if not retired.exists():
        return
    if target.exists():
        _delete(retired)
    else:
        retired.rename(target)


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
