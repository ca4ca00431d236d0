"""What is installed in a folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.translation.packages import shelf
from tests.bot.translation.packages.making import metadata


def lay(folder: Path, model: Mapping[str, bytes], name: str, pair: str, **said: object) -> Path:
    """A package unpacked by hand."""
    version = str(said.pop("version", "1.0"))
    for path, content in model.items():
        (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / name / path).write_bytes(content)
    (folder / name / "metadata.json").write_text(json.dumps(metadata(pair, version, **said)))
    return folder / name


def test_a_folder_that_is_not_there_is_empty(folder: Path) -> None:
    assert shelf.installed(folder, "production") == []
    assert shelf.look(folder, "production").broken == ()
    assert not folder.exists()


def test_packages_are_found_whatever_their_folders_are_called(
    folder: Path, model: Mapping[str, bytes]
) -> None:
    path = lay(folder, model, "de_en", "de-en")
    lay(folder, model, "translate-ar_en-1_0", "ar-en")
    (folder / "index.json").write_text("not a folder")
    (folder / ".download").mkdir()
    found = shelf.installed(folder, "production")
    assert [str(package.pair) for package in found] == ["ar-en", "de-en"]
    assert found[1] == shelf.InstalledPackage(path, "de", "en", "1.0", test_data=False)


@pytest.mark.parametrize("environment", ["development", "production"])
def test_test_data_is_seen_in_tests_only(
    folder: Path, model: Mapping[str, bytes], environment: str
) -> None:
    lay(folder, model, "x", "de-en", test_data=True)
    assert [package.test_data for package in shelf.installed(folder, "test")] == [True]
    assert shelf.installed(folder, environment) == []
    assert [str(package.pair) for package in shelf.look(folder, environment).test_data] == ["de-en"]


def test_of_two_versions_the_newer_is_used(folder: Path, model: Mapping[str, bytes]) -> None:
    lay(folder, model, "a", "de-en", version="1.10")
    lay(folder, model, "b", "de-en", version="1.9")
    found = shelf.look(folder, "production")
    assert [package.version for package in found.packages] == ["1.10"]
    assert [package.version for package in found.outdated] == ["1.9"]


@pytest.mark.parametrize(
    ("file", "content", "reason"),
    [
        ("metadata.json", None, "metadata.json is missing"),
        ("metadata.json", "{", "metadata.json is not JSON"),
        ("metadata.json", "[]", "names and values"),
        ("metadata.json", "{}", "two languages"),
        ("model/model.bin", None, "model/model.bin is missing"),
        ("sentencepiece.model", None, "bpe.model are missing"),
    ],
)
def test_a_broken_package_is_told_and_the_others_work(
    folder: Path, model: Mapping[str, bytes], file: str, content: str | None, reason: str
) -> None:
    lay(folder, model, "good", "de-en")
    spoiled = lay(folder, model, "bad", "ar-en") / file
    spoiled.unlink()
    if content is not None:
        spoiled.write_text(content)
    found = shelf.look(folder, "production")
    assert [str(package.pair) for package in found.packages] == ["de-en"]
    assert [broken.path.name for broken in found.broken] == ["bad"]
    assert reason in found.broken[0].reason


def test_a_file_instead_of_the_folder_is_told(folder: Path) -> None:
    folder.write_text("")
    assert shelf.installed(folder, "production") == []
    assert "a file stands where a folder should be" in shelf.look(folder, "test").broken[0].reason
