"""The page's scripts and styles, kept in memory."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from connectors.web.errors import Refused

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_FOREVER = "public, max-age=31536000, immutable"
#: The browser keeps the file and asks each time whether it changed.
_ASK = "public, no-cache"


@dataclass(frozen=True)
class _File:
    content: bytes
    media_type: str
    tag: str


class StaticFiles:
    """The files of a folder, served at `{version}/{name}` for ever and at `{name}` with a tag.

    version: changes with the content of any file. A script that imports `./other.js` thereby gets
    the one of its own version.
    Raises OSError when the folder cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._files = {
            path.name: _file(path) for path in sorted(folder.iterdir()) if path.suffix in _TYPES
        }
        tags = "".join(f"{name} {file.tag}\n" for name, file in self._files.items())
        self.version = hashlib.sha256(tags.encode()).hexdigest()[:12]

    async def serve(self, request: Request) -> Response:
        """The file named by the path. Raises Refused(404) for another name."""
        file = self._files.get(request.path_params["name"])
        if file is None:
            raise Refused(404, "no such file")
        current = request.path_params.get("version") == self.version
        headers = {"Cache-Control": _FOREVER if current else _ASK, "ETag": file.tag}
        known = request.headers.get("If-None-Match", "").split(",")
        if file.tag in (tag.strip().removeprefix("W/") for tag in known):
            return Response(status_code=304, headers=headers)
        return Response(file.content, media_type=file.media_type, headers=headers)


def _file(path: Path) -> _File:
    content = path.read_bytes()
    return _File(content, _TYPES[path.suffix], f'"{hashlib.sha256(content).hexdigest()[:16]}"')
