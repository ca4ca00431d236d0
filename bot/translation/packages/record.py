"""lotse.json: what was installed and where it came from, kept beside a package's metadata.json."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.translation.packages.trouble import PackageError

FILE = "lotse.json"
_PIECE = 1 << 20


@dataclass(frozen=True)
class Record:
    """What Lotse knows of an installed package.

    sha256: of the archive, as 64 hexadecimal digits. source: the link it came from, or the name of
    a file. installed_at: ISO 8601, UTC. files: SHA-256 of each file, by its path in the package.
    """

    archive: str
    sha256: str
    source: str
    installed_at: str
    files: Mapping[str, str]


def read(package: Path) -> Record | None:
    """The record in a package's folder; None for one unpacked by other hands.

    Raises PackageError when it cannot be understood, OSError when it cannot be read.
    """
    try:
        content = json.loads((package / FILE).read_bytes())
        record = Record(**content)
        if not isinstance(record.files, dict) or not isinstance(record.sha256, str):
            raise TypeError
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, RecursionError):
        raise PackageError(f"{FILE} is damaged") from None
    return record


def as_json(record: Record) -> bytes:
    """The content of the file."""
    return json.dumps(asdict(record), indent=1, ensure_ascii=False).encode()


def digest(path: Path) -> str:
    """The SHA-256 of a file as 64 hexadecimal digits. Raises OSError."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()
