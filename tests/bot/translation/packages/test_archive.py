"""Looking through an archive before anything is unpacked."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.translation.packages import archive
from bot.translation.packages.trouble import PackageError
from tests.bot.translation.packages import making
from tests.bot.translation.packages.conftest import Make

TOP = "translate-de_en-1_0"


@pytest.fixture
def entries(model: Mapping[str, bytes], package: Make, tmp_path: Path) -> dict[str, bytes]:
    """What a good package holds, to be spoiled."""
    path = tmp_path / "good.argosmodel"
    path.write_bytes(package("de-en"))
    with zipfile.ZipFile(path) as good:
        return {name: good.read(name) for name in good.namelist()}


def refused(tmp_path: Path, content: bytes, reason: str, **limits: int) -> None:
    path = tmp_path / "bad.argosmodel"
    path.write_bytes(content)
    with pytest.raises(PackageError, match=reason):
        archive.inspect(path, **limits)


def test_a_good_archive_is_understood(package: Make, tmp_path: Path) -> None:
    path = tmp_path / "good.argosmodel"
    path.write_bytes(package("de-en", "1.9", target_prefix="__de__"))
    contents = archive.inspect(path)
    assert contents.top == "translate-de_en-1_9"
    assert (contents.metadata.pair, contents.metadata.version) == (("de", "en"), "1.9")
    assert contents.metadata.target_prefix == "__de__"
    assert not contents.metadata.test_data


@pytest.mark.parametrize("said", [True, 1, "yes", None])
def test_anything_but_a_plain_no_counts_as_test_data(
    package: Make, tmp_path: Path, said: object
) -> None:
    path = tmp_path / "good.argosmodel"
    path.write_bytes(package("de-en", test_data=said))
    assert archive.inspect(path).metadata.test_data


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04" + bytes(100)])
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    refused(tmp_path, content, "no package, or a damaged one")


def test_a_cut_archive_is_refused(package: Make, tmp_path: Path) -> None:
    refused(tmp_path, package("de-en")[:-1000], "no package, or a damaged one")


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_flipped_byte_is_found(package: Make, tmp_path: Path, share: float) -> None:
    content = bytearray(package("de-en"))
    content[int(len(content) * share)] ^= 0xFF
    refused(tmp_path, bytes(content), "damaged")


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        f"{TOP}/../../evil",
        "/etc/evil",
        f"{TOP}//evil",
        f"{TOP}/./evil",
        f"{TOP}\\..\\evil",
        f"{TOP}/evil\x1b[2J",
    ],
)
def test_a_file_that_would_leave_the_folder_is_refused(
    entries: dict[str, bytes], tmp_path: Path, name: str
) -> None:
    refused(tmp_path, making.zipped({**entries, name: b"evil"}), "leads out of")


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO])
def test_links_and_devices_are_refused(
    entries: dict[str, bytes], tmp_path: Path, kind: int
) -> None:
    odd = zipfile.ZipInfo(f"{TOP}/model/link")
    odd.external_attr = (kind | 0o777) << 16
    refused(tmp_path, making.zipped({**entries, odd: b"/etc/passwd"}), "is a link or no plain file")


def test_a_bomb_is_refused_before_it_is_unpacked(entries: dict[str, bytes], tmp_path: Path) -> None:
    bomb = making.zipped({**entries, f"{TOP}/zeros": bytes(50_000_000)})
    assert len(bomb) < 1_000_000
    refused(tmp_path, bomb, "would unpack to more than 10 MB", largest=10_000_000)


def test_a_size_that_lies_does_not_help_a_bomb(entries: dict[str, bytes], tmp_path: Path) -> None:
    zeros = 50_000_000
    bomb = making.zipped({**entries, f"{TOP}/zeros": bytes(zeros)})
    lying = bomb.replace(zeros.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    refused(tmp_path, lying, "damaged", largest=10_000_000)


def test_too_many_files_are_refused(entries: dict[str, bytes], tmp_path: Path) -> None:
    many = {f"{TOP}/{number}": b"" for number in range(archive.MOST_FILES)}
    refused(tmp_path, making.zipped({**entries, **many}), "more than 10000 files")


@pytest.mark.parametrize("name", ["README.md", "other/README.md"])
def test_a_second_thing_beside_the_folder_is_refused(
    entries: dict[str, bytes], tmp_path: Path, name: str
) -> None:
    refused(tmp_path, making.zipped({**entries, name: b""}), "outside of|exactly one folder")


@pytest.mark.parametrize("top", [".download", ".hidden"])
def test_a_hidden_folder_is_refused(package: Make, tmp_path: Path, top: str) -> None:
    refused(tmp_path, package("de-en", top=top), "exactly one folder")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_is_there_twice_is_refused(package: Make, tmp_path: Path) -> None:
    path = tmp_path / "twice.argosmodel"
    path.write_bytes(package("de-en"))
    with zipfile.ZipFile(path, "a") as twice:
        twice.writestr(f"{TOP}/metadata.json", "{}")
    refused(tmp_path, path.read_bytes(), "twice")


def test_an_encrypted_or_unusual_packing_is_refused(
    entries: dict[str, bytes], tmp_path: Path
) -> None:
    unusual = zipfile.ZipInfo(f"{TOP}/x")
    unusual.compress_type = zipfile.ZIP_LZMA
    path = tmp_path / "unusual.argosmodel"
    path.write_bytes(making.zipped(entries))
    with zipfile.ZipFile(path, "a") as added:
        added.writestr(unusual, b"x")
    refused(tmp_path, path.read_bytes(), "packed in an unusual way")


@pytest.mark.parametrize(
    ("gone", "reason"),
    [
        ("metadata.json", "metadata.json is missing"),
        ("model/model.bin", "model/model.bin is missing"),
        ("sentencepiece.model", "sentencepiece.model and bpe.model are missing"),
    ],
)
def test_a_missing_part_is_named(
    entries: dict[str, bytes], tmp_path: Path, gone: str, reason: str
) -> None:
    del entries[f"{TOP}/{gone}"]
    refused(tmp_path, making.zipped(entries), reason)


@pytest.mark.parametrize("said", [b"", b"[]", b"{}", b"\xff", b'{"from_code": "de"}'])
def test_metadata_that_makes_no_sense_is_refused(
    entries: dict[str, bytes], tmp_path: Path, said: bytes
) -> None:
    refused(tmp_path, making.zipped({**entries, f"{TOP}/metadata.json": said}), "metadata.json")
