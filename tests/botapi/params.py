"""A call's parameters, whatever they were sent as: query, form, JSON or multipart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request


@dataclass(frozen=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes


class Params(dict[str, Any]):
    """Parameters by name; numbers, flags and JSON may have arrived as text."""

    def text(self, name: str, default: str = "") -> str:
        """Return a text."""
        value = self.get(name, default)
        return value if isinstance(value, str) else str(value)

    def number(self, name: str) -> int | None:
        """Return a whole number, None if it is missing or none."""
        try:
            return int(self[name])
        except (KeyError, TypeError, ValueError):
            return None

    def flag(self, name: str) -> bool:
        """Return a truth value."""
        return str(self.get(name, "")).lower() in {"true", "1"}

    def json(self, name: str, default: Any = None) -> Any:
        """Return a list or object, also if it was sent as text."""
        value = self.get(name, default)
        return json.loads(value) if isinstance(value, str) else value


async def read(request: Request) -> Params:
    """Return everything sent with a request."""
    params = Params(request.query_params)
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        params.update(_multipart(kind, await request.body()))
    elif kind.startswith("application/json"):
        params.update(json.loads(await request.body() or b"{}"))
    else:
        body = (await request.body()).decode()
        params.update(parse_qsl(body, keep_blank_values=True))
    return params


def _multipart(kind: str, body: bytes) -> Iterator[tuple[str, str | Upload]]:
    """By hand, because Starlette's form parser needs a package that Lotse does not."""
    boundary = str(_header("content-type", kind).get_param("boundary", header="content-type"))
    for part in body.split(b"--" + boundary.encode())[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        content = content.removesuffix(b"\r\n")
        for line in head.decode().split("\r\n"):
            name, _, value = line.partition(":")
            if name.lower() != "content-disposition":
                continue
            found = _header(name, value)
            field = str(found.get_param("name", header=name))
            filename = found.get_filename()
            yield field, content.decode() if filename is None else Upload(filename, content)


def _header(name: str, value: str) -> Message:
    message = Message()
    message[name] = value.strip()
    return message
