"""What a form brings."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

from starlette.requests import Request

from connectors.web.inbox.problems import Problem

MAX_BYTES = 64 * 1024
_MAX_FIELDS = 200
_TOKEN = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NUMBER = re.compile(r"[0-9]{1,18}")


class Form:
    """The fields of a form, by name. Line breaks are \\n; what no database keeps is refused."""

    def __init__(self, fields: list[tuple[str, str]]) -> None:
        if any("\0" in value or "\0" in name for name, value in fields):
            raise Problem(400, "input")
        self._fields = [(name, value.replace("\r\n", "\n")) for name, value in fields]

    def text(self, name: str) -> str:
        """A field without spaces around it, empty when it is missing."""
        return self.raw(name).strip()

    def raw(self, name: str) -> str:
        """A field as it is, empty when it is missing."""
        return next((value for key, value in self._fields if key == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field that may come several times."""
        return tuple(value for key, value in self._fields if key == name)

    def beginning(self, prefix: str) -> dict[str, str]:
        """The fields whose names begin so, by the rest of the name."""
        return {
            key.removeprefix(prefix): value.strip()
            for key, value in self._fields
            if key.startswith(prefix)
        }

    def key(self) -> str:
        """What makes sending the same form twice harmless. Raises Problem without one."""
        if not _TOKEN.fullmatch(self.text("key")):
            raise Problem(400, "input")
        return f"web:{self.text('key')}"

    def number(self, name: str) -> int:
        """A whole number. Raises Problem for anything else."""
        if not _NUMBER.fullmatch(self.text(name)):
            raise Problem(400, "input")
        return int(self.text(name))


async def read(request: Request) -> Form:
    """The form in a request's body. Raises Problem when it is none, broken or too large."""
    media_type = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if media_type != "application/x-www-form-urlencoded":
        raise Problem(415, "input")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BYTES:
            raise Problem(413, "too-large")
    try:
        fields = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MAX_FIELDS,
        )
    except ValueError:
        raise Problem(400, "input") from None
    return Form(fields)
