"""Downloading: streams, goes on where it stopped, tries again. Knows nothing of packages."""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import httpx

from bot.translation.packages import replies
from bot.translation.packages.part import Part
from bot.translation.packages.progress import Meter
from bot.translation.packages.replies import Fault

#: Packages are 50 to 300 MB; what is much larger is none.
LARGEST_FILE = 2_000_000_000
LARGEST_INDEX = 20_000_000
#: Lengths and ranges count the bytes of the file itself, so nothing may be packed on the way.
_HEADERS = {"Accept-Encoding": "identity", "User-Agent": "Lotse (translation packages)"}


@dataclass(frozen=True)
class Patience:
    """How long to wait for a server and between attempts, in seconds.

    pauses: before the second, third ... attempt without progress. timeout: for connecting and
    between two pieces of a reply.
    """

    pauses: tuple[float, ...] = (1, 2, 4, 8)
    timeout: float = 30
    sleep: Callable[[float], None] = time.sleep


USUAL_PATIENCE = Patience()


class Downloader:
    """Fetches files into a folder. Raises Fault when a link gives up, OSError for the disk's."""

    def __init__(self, folder: Path, meter: Meter, patience: Patience = USUAL_PATIENCE) -> None:
        """folder: for unfinished downloads; it exists when something is fetched."""
        self._folder = folder
        self._meter = meter
        self._patience = patience

    def index(self, link: str) -> bytes:
        """A small file's content."""
        content = bytearray()

        def attempt(client: httpx.Client) -> None:
            content.clear()
            with client.stream("GET", link) as response:
                replies.check_status(response)
                for piece in response.iter_raw():
                    content.extend(piece)
                    _limit(len(content), LARGEST_INDEX)

        self._persist(link, attempt, lambda: 0)
        return bytes(content)

    def file(self, link: str, name: str) -> Part:
        """The file behind a link, whole, as a Part. Goes on with what is already there.

        name: under which the part is kept; the same name finds it again in a later run.
        """
        part = Part(self._folder, name)
        self._persist(link, lambda client: self._go_on(client, link, name, part), lambda: part.size)
        return part

    def _persist(
        self, link: str, attempt: Callable[[httpx.Client], None], reached: Callable[[], int]
    ) -> None:
        """Try until it works. An attempt that came further than all before gets all pauses anew."""
        furthest, failures = reached(), 0
        with httpx.Client(
            timeout=self._patience.timeout,
            follow_redirects=True,
            headers=_HEADERS,
            verify=_trusted(),
        ) as client:
            while True:
                try:
                    return attempt(client)
                except (httpx.HTTPError, httpx.InvalidURL) as error:
                    fault = replies.fault(error)
                except Fault as error:
                    fault = error
                if reached() > furthest:
                    furthest, failures = reached(), 0
                if not fault.passing or failures == len(self._patience.pauses):
                    raise fault
                pause = self._patience.pauses[failures]
                failures += 1
                self._meter.say(f"{host(link)}: {fault}; trying again in {pause:g} s")
                self._patience.sleep(pause)

    def _go_on(self, client: httpx.Client, link: str, name: str, part: Part) -> None:
        before = part.origin()
        if before is not None and before.link != link:
            before = None
        if before is not None and part.size == before.total:
            return
        start = part.size if before is not None and before.validator else 0
        headers = {}
        if before is not None and start:
            headers = {"Range": f"bytes={start}-", "If-Range": before.validator}
        with client.stream("GET", link, headers=headers) as response:
            if response.status_code == 416:
                part.forget()
                raise Fault("the file there is another one now", passing=True)
            replies.check_status(response)
            origin = replies.origin(link, response)
            if response.status_code == 206:
                if before is None or not replies.continues(response, start, before.total):
                    part.forget()
                    raise Fault("it sent another piece than asked for", passing=True)
                origin = before
            else:
                _limit(origin.total or 0, LARGEST_FILE)
                part.begin(origin)
            self._receive(response, name, part, origin.total)

    def _receive(self, response: httpx.Response, name: str, part: Part, total: int | None) -> None:
        done = part.size
        self._meter.begin(name, done, total)
        try:
            with part.opened() as file:
                # As it comes: pieces of a size of ours would be lost with a cut connection.
                for piece in response.iter_raw():
                    file.write(piece)
                    done += len(piece)
                    _limit(done, LARGEST_FILE)
                    self._meter.at(done)
        finally:
            self._meter.end()
        if total is not None and done != total:
            if done > total:
                part.forget()
            raise Fault(f"it sent {done} bytes instead of {total}", passing=True)


def host(link: str) -> str:
    """The server's name in a link, as people know it."""
    found = re.match(r"[a-z]+://([^/?#]+)", link)
    return found[1] if found else link


@cache
def _trusted() -> ssl.SSLContext:
    """Whom to trust. Kept, because reading all certificates takes longer than asking a server."""
    return httpx.create_ssl_context()


def _limit(size: int, largest: int) -> None:
    if size > largest:
        raise Fault(f"what it sends is larger than {largest // 1_000_000} MB", passing=False)
