"""A download that is not whole yet, and what is needed to go on with it later."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True)
class Origin:
    """Which version of which file the part belongs to.

    validator: a strong ETag or a Last-Modified date, as If-Range wants it (RFC 9110, 13.1.5);
    empty if the server gave none. total: bytes of the whole file; None: not known.
    """

    link: str
    validator: str
    total: int | None


class Part:
    """`<name>.part` and, beside it, `<name>.part.json` with its Origin."""

    def __init__(self, folder: Path, name: str) -> None:
        """folder: exists when something is written. name: the archive's name."""
        self.path = folder / f"{name}.part"
        self._note = folder / f"{name}.part.json"

    @property
    def size(self) -> int:
        """The bytes that are there."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def origin(self) -> Origin | None:
        """Where the bytes came from; None when there are none or nobody can tell."""
        try:
            return Origin(**json.loads(self._note.read_bytes())) if self.size else None
        except (FileNotFoundError, ValueError, TypeError):
            return None

    def begin(self, origin: Origin) -> None:
        """Drop what is there; what is written from now on comes from `origin`."""
        # In this order: at no moment do old bytes stand beside a new note.
        self.path.unlink(missing_ok=True)
        self._note.write_text(json.dumps(asdict(origin)))

    def opened(self) -> BinaryIO:
        """The file, to write at its end."""
        return self.path.open("ab")

    def forget(self) -> None:
        """Remove everything."""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)
