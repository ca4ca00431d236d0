"""What can go wrong with packages, in sentences an operator understands."""

from __future__ import annotations

import errno
from pathlib import Path

_MEANINGS = {
    errno.ENOSPC: "there is no room left on the disk",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the file system is read-only",
    errno.EACCES: "this user may not write or read there",
    errno.EPERM: "this user may not write or read there",
    errno.ENOTDIR: "a file stands where a folder should be",
}


class PackageError(Exception):
    """It cannot be done; the message tells an operator why."""


def meaning(error: OSError, where: Path | None = None) -> str:
    """What the operating system complains about, and where.

    where: named when the error itself names no path.
    """
    said = _MEANINGS.get(error.errno or 0, error.strerror or str(error))
    place = error.filename or where
    return f"{place}: {said}" if place else said
