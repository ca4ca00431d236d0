"""What a server's reply to a request for a file means. Pure functions."""

from __future__ import annotations

import re

import httpx

from bot.translation.packages.part import Origin

#: Replies after which the same request may succeed a little later.
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+)")


class Fault(Exception):
    """A download failed. passing: to try again may help."""

    def __init__(self, reason: str, passing: bool) -> None:
        """reason: a sentence's end, as `it answered 404`."""
        super().__init__(reason)
        self.passing = passing


def fault(error: httpx.HTTPError | httpx.InvalidURL) -> Fault:
    """An error of httpx as a Fault."""
    if isinstance(error, httpx.TimeoutException):
        return Fault("it did not answer in time", passing=True)
    if isinstance(error, httpx.ConnectError):
        return Fault(f"it cannot be reached ({error})", passing=True)
    if isinstance(error, (httpx.NetworkError, httpx.RemoteProtocolError)):
        return Fault("the connection was cut", passing=True)
    return Fault(f"{type(error).__name__} {error}", passing=False)


def check_status(response: httpx.Response) -> None:
    """Raises Fault unless the server sends what was asked for, and as safely as it was asked."""
    secure = [step.url.scheme == "https" for step in (*response.history, response)]
    if secure[0] and not all(secure):
        raise Fault("it leads to an address without https", passing=False)
    status = response.status_code
    if status not in (200, 206):
        raise Fault(f"it answered {status}", passing=status in _PASSING)
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise Fault("it sent the file packed in another way than asked for", passing=False)


def origin(link: str, response: httpx.Response) -> Origin:
    """What to note of a reply that holds the file from its beginning."""
    etag = response.headers.get("ETag", "")
    validator = etag if etag.startswith('"') else response.headers.get("Last-Modified", "")
    length = response.headers.get("Content-Length", "")
    return Origin(link, validator, int(length) if length.isdigit() else None)


def continues(response: httpx.Response, start: int, total: int | None) -> bool:
    """Whether a reply 206 holds what comes after `start` bytes of a file of `total` bytes."""
    found = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
    if found is None:
        return False
    return int(found[1]) == start and total in (None, int(found[2]))
