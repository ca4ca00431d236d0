"""Reading JSON bodies and their fields; whatever does not fit is `Refused`."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from starlette.requests import Request

from connectors.web.errors import Refused

#: The largest whole number every database keeps.
_LARGEST = 2**63 - 1


async def json_object(request: Request, limit: int) -> dict[str, Any]:
    """The request's body as an object.

    Raises Refused: 413 for more than `limit` bytes, 400 for anything but UTF-8, JSON, an object.
    """
    try:
        body = json.loads((await _body(request, limit)).decode(), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Refused(400, "the body is not JSON in UTF-8") from None
    if not isinstance(body, dict):
        raise Refused(400, "the body is not an object")
    return body


def text(body: dict[str, Any], name: str, default: str | None = None) -> str:
    """A string field. Raises Refused(400) when it is missing without default or no string.

    Half a surrogate pair and NUL are refused too: no database keeps them.
    """
    value = body.get(name, default)
    if not isinstance(value, str):
        raise Refused(400, f"{name} is not a string")
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise Refused(400, f"{name} has characters that are no text")
    return value


def number(body: dict[str, Any], name: str, limit: float) -> float:
    """A number field between -limit and limit. Raises Refused(400) for anything else."""
    value = body.get(name)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Refused(400, f"{name} is not a number")
    if not -limit <= value <= limit:
        raise Refused(400, f"{name} is not between -{limit:g} and {limit:g}")
    return float(value)


def cursor(value: object, name: str) -> int:
    """An outbox id, given as number or digits. Raises Refused(400) for anything else."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _LARGEST:
        raise Refused(400, f"{name} is not an id")
    return value


async def _body(request: Request, limit: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise Refused(413, f"the body has more than {limit} bytes")
    return bytes(body)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
