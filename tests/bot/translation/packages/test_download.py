"""Downloading from a real server that does everything servers do wrong."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from bot.translation.packages import download, replies
from bot.translation.packages.download import Downloader
from bot.translation.packages.part import Part
from bot.translation.packages.replies import Fault
from tests.bot.translation.packages.conftest import Heard
from tests.bot.translation.packages.downloads import FILE, HALF, NAME, PATH
from tests.fixtures.package_index import INDEX, PackageServer
from tests.fixtures.package_index import Fault as Trouble


def test_a_file_arrives_whole(loader: Downloader, link: str, heard: Heard) -> None:
    part = loader.file(link, NAME)
    assert part.path.read_bytes() == FILE
    assert heard.begun == [(0, len(FILE))]
    assert heard.reached == len(FILE)
    assert heard.lines == []


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_server_in_trouble_is_asked_again(
    loader: Downloader, link: str, server: PackageServer, pauses: list[float], status: int
) -> None:
    server.fails(PATH, Trouble(status=status), Trouble(status=status))
    assert loader.file(link, NAME).path.read_bytes() == FILE
    assert pauses == [1, 2]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_clear_no_is_not_asked_again(
    loader: Downloader, link: str, server: PackageServer, pauses: list[float], status: int
) -> None:
    server.fails(PATH, Trouble(status=status))
    with pytest.raises(Fault, match=f"it answered {status}"):
        loader.file(link, NAME)
    assert pauses == []


def test_patience_has_an_end(
    loader: Downloader, link: str, server: PackageServer, pauses: list[float]
) -> None:
    server.fails(PATH, *[Trouble(status=500)] * 9)
    with pytest.raises(Fault, match="it answered 500"):
        loader.file(link, NAME)
    assert pauses == [1, 2, 4]
    assert len(server.requests(PATH)) == 4


def test_silence_is_not_waited_for_forever(
    loader: Downloader, link: str, server: PackageServer, heard: Heard
) -> None:
    server.fails(PATH, Trouble(piece=HALF, pause=2))
    assert loader.file(link, NAME).path.read_bytes() == FILE
    assert "it did not answer in time; trying again" in heard.text
    assert server.requests(PATH)[1].range == f"bytes={HALF}-"


def test_a_slow_server_is_waited_for(
    loader: Downloader, link: str, server: PackageServer, heard: Heard
) -> None:
    server.fails(PATH, Trouble(piece=40_000, pause=0.1))
    assert loader.file(link, NAME).path.read_bytes() == FILE
    assert heard.lines == []


def test_a_length_nobody_tells_is_no_trouble(
    loader: Downloader, link: str, server: PackageServer, heard: Heard
) -> None:
    server.tells_length = False
    server.fails(PATH, Trouble(cut=HALF))
    assert loader.file(link, NAME).path.read_bytes() == FILE
    assert heard.begun == [(0, None), (HALF, None)]


def test_a_redirect_is_followed(loader: Downloader, server: PackageServer, link: str) -> None:
    server.serve("/old", link.encode())
    server.fails("/old", Trouble(status=302))
    assert loader.file(server.url + "/old", NAME).path.read_bytes() == FILE


def test_a_redirect_to_a_file_of_this_machine_is_not(
    loader: Downloader, server: PackageServer
) -> None:
    server.serve("/old", b"file:///etc/passwd")
    server.fails("/old", Trouble(status=302))
    with pytest.raises(Fault, match="UnsupportedProtocol"):
        loader.file(server.url + "/old", NAME)


def test_a_file_far_too_large_is_not_begun(
    loader: Downloader, link: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "LARGEST_FILE", 100_000)
    with pytest.raises(Fault, match="larger than"):
        loader.file(link, NAME)
    assert Part(tmp_path, NAME).size == 0


def test_a_stream_without_end_is_left(
    loader: Downloader,
    link: str,
    server: PackageServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server.tells_length = False
    monkeypatch.setattr(download, "LARGEST_FILE", 100_000)
    with pytest.raises(Fault, match="larger than"):
        loader.file(link, NAME)


def test_nobody_listening_is_told(loader: Downloader, tmp_path: Path, pauses: list[float]) -> None:
    with pytest.raises(Fault, match="it cannot be reached"):
        loader.file("http://127.0.0.1:9/x", NAME)
    assert pauses == [1, 2, 4]


@pytest.mark.parametrize("link", ["http://", "http://[", "ftp://example.org/x", "http://a b/"])
def test_a_link_that_makes_no_sense_is_told(loader: Downloader, link: str) -> None:
    with pytest.raises(Fault):
        loader.file(link, NAME)


def test_an_index_is_asked_for_again_too(
    loader: Downloader, server: PackageServer, pauses: list[float]
) -> None:
    server.fails(INDEX, Trouble(status=500), Trouble(cut=1))
    server.index = b"[1, 2, 3]"
    assert loader.index(server.index_url) == b"[1, 2, 3]"
    assert pauses == [1, 2]


@pytest.mark.parametrize(
    ("steps", "safe"),
    [
        (["https", "https"], True),
        (["http", "https"], True),
        (["http", "http"], True),
        (["https", "http"], False),
        (["https", "http", "https"], False),
    ],
)
def test_a_redirect_never_leaves_https(steps: list[str], safe: bool) -> None:
    hops = [httpx.Response(200, request=httpx.Request("GET", f"{step}://x/")) for step in steps]
    hops[-1].history = hops[:-1]
    if safe:
        replies.check_status(hops[-1])
    else:
        with pytest.raises(Fault, match="without https"):
            replies.check_status(hops[-1])
