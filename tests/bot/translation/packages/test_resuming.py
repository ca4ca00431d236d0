"""Going on with a download that was cut off, in the same run or a later one."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from bot.translation.packages.download import Downloader
from bot.translation.packages.part import Part
from bot.translation.packages.replies import Fault
from tests.bot.translation.packages.conftest import Heard
from tests.bot.translation.packages.downloads import FILE, HALF, NAME, OTHER, PATH
from tests.fixtures.package_index import Fault as Trouble
from tests.fixtures.package_index import PackageServer


def half_done(server: PackageServer, loader: Downloader, link: str) -> None:
    """A run that was cut in the middle and gave up."""
    server.fails(PATH, Trouble(cut=HALF), *[Trouble(status=503)] * 3)
    with pytest.raises(Fault, match="it answered 503"):
        loader.file(link, NAME)
    server.asked.clear()


def test_a_cut_connection_is_taken_up_where_it_broke(
    loader: Downloader, link: str, server: PackageServer, pauses: list[float], heard: Heard
) -> None:
    server.fails(PATH, Trouble(cut=HALF))
    assert loader.file(link, NAME).path.read_bytes() == FILE
    first, second = server.requests(PATH)
    assert (first.range, first.status) == ("", 200)
    assert (second.range, second.if_range, second.status) == (f"bytes={HALF}-", '"one"', 206)
    assert pauses == [1]
    assert "the connection was cut; trying again in 1 s" in heard.text
    assert heard.begun == [(0, len(FILE)), (HALF, len(FILE))]


def test_the_next_run_goes_on(
    loader: Downloader, link: str, server: PackageServer, tmp_path: Path, heard: Heard
) -> None:
    half_done(server, loader, link)
    assert Part(tmp_path, NAME).size == HALF
    later = Downloader(tmp_path, heard)
    assert later.file(link, NAME).path.read_bytes() == FILE
    assert [asked.range for asked in server.requests(PATH)] == [f"bytes={HALF}-"]


def test_a_whole_file_is_not_asked_for_again(
    loader: Downloader, link: str, server: PackageServer
) -> None:
    loader.file(link, NAME)
    server.asked.clear()
    assert loader.file(link, NAME).path.read_bytes() == FILE
    assert server.asked == []


def test_a_file_that_changed_meanwhile_begins_anew(
    loader: Downloader, link: str, server: PackageServer
) -> None:
    half_done(server, loader, link)
    server.serve(PATH, OTHER, tag="two")
    assert loader.file(link, NAME).path.read_bytes() == OTHER
    assert [asked.status for asked in server.requests(PATH)] == [200]


def test_a_file_that_became_shorter_begins_anew(
    loader: Downloader, link: str, server: PackageServer
) -> None:
    half_done(server, loader, link)
    # The same ETag, wrongly: 416 is all the server can say.
    server.serve(PATH, OTHER[:HALF])
    assert loader.file(link, NAME).path.read_bytes() == OTHER[:HALF]
    assert [asked.status for asked in server.requests(PATH)] == [416, 200]


def test_a_server_that_ignores_ranges_starts_anew(
    loader: Downloader, link: str, server: PackageServer
) -> None:
    server.knows_ranges = False
    server.fails(PATH, Trouble(cut=HALF))
    assert loader.file(link, NAME).path.read_bytes() == FILE
    assert [asked.status for asked in server.requests(PATH)] == [200, 200]


def test_without_etag_and_date_nothing_is_pieced_together(
    loader: Downloader, link: str, server: PackageServer
) -> None:
    server.serve(PATH, FILE, tag="")
    server.fails(PATH, Trouble(cut=HALF))
    assert loader.file(link, NAME).path.read_bytes() == FILE
    assert [asked.range for asked in server.requests(PATH)] == ["", ""]


def test_another_range_than_asked_for_is_not_taken(
    loader: Downloader, link: str, server: PackageServer
) -> None:
    server.fails(PATH, Trouble(cut=HALF), Trouble(shift=10))
    assert loader.file(link, NAME).path.read_bytes() == FILE
    assert [asked.status for asked in server.requests(PATH)] == [200, 206, 200]


def test_a_bad_line_that_still_brings_something_is_not_given_up(
    loader: Downloader, link: str, server: PackageServer, pauses: list[float]
) -> None:
    server.fails(PATH, *[Trouble(cut=20_000)] * 19)
    assert loader.file(link, NAME).path.read_bytes() == FILE
    assert set(pauses) == {1}


def test_a_server_that_starts_anew_and_breaks_at_the_same_place_is_given_up(
    loader: Downloader, link: str, server: PackageServer, pauses: list[float]
) -> None:
    server.knows_ranges = False
    server.fails(PATH, *[Trouble(cut=HALF)] * 9)
    with pytest.raises(Fault, match="the connection was cut"):
        loader.file(link, NAME)
    assert pauses == [1, 1, 2, 4][-len(pauses) :]


@pytest.mark.parametrize("note", [None, "", "[]", "{}", '{"link": 1}'])
def test_a_part_nobody_knows_begins_anew(
    loader: Downloader, link: str, server: PackageServer, tmp_path: Path, note: str | None
) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(OTHER[:HALF])
    if note is not None:
        (tmp_path / f"{NAME}.part.json").write_text(note)
    assert loader.file(link, NAME).path.read_bytes() == FILE
    assert [asked.range for asked in server.requests(PATH)] == [""]


def test_a_part_of_another_link_waits_until_the_new_one_answers(
    loader: Downloader, link: str, server: PackageServer, tmp_path: Path
) -> None:
    half_done(server, loader, link)
    with pytest.raises(Fault):
        loader.file(server.url + "/not-there", NAME)
    assert Part(tmp_path, NAME).size == HALF
    server.serve("/mirror", FILE)
    assert loader.file(server.url + "/mirror", NAME).path.read_bytes() == FILE
    assert server.requests("/mirror")[0].range == ""


def test_a_full_disk_leaves_what_was_written(
    loader: Downloader, link: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = Part.opened

    class Full:
        """A file on a disk with room for half of it."""

        def __init__(self, part: Part) -> None:
            self._file = really(part)

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        def write(self, piece: bytes) -> int:
            if self._file.tell() + len(piece) > HALF:
                raise OSError(errno.ENOSPC, "No space left on device")
            return self._file.write(piece)

    with monkeypatch.context() as full:
        full.setattr(Part, "opened", lambda part: Full(part))
        with pytest.raises(OSError, match="No space left"):
            loader.file(link, NAME)
    assert 0 < Part(tmp_path, NAME).size <= HALF
    assert loader.file(link, NAME).path.read_bytes() == FILE
