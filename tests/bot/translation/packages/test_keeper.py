"""Installing from the index."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.translation.packages.download import Patience
from bot.translation.packages.keeper import Keeper
from bot.translation.packages.pair import Pair
from bot.translation.packages.trouble import PackageError
from tests.bot.translation.packages.conftest import Heard, Make
from tests.bot.translation.packages.seeing import left_over, sha256, versions
from tests.fixtures.package_index import PackageServer

DE_EN = Pair("de", "en")


def test_a_package_comes_from_the_index(
    keeper: Keeper, server: PackageServer, package: Make, folder: Path, heard: Heard
) -> None:
    content = package("de-en")
    server.offer("de-en", content)
    assert keeper.install([DE_EN]) == []
    assert versions(folder) == {"de-en": "1.0"}
    assert left_over(folder) == []
    # No checksum in the index: the operator is told what came.
    assert f"SHA-256 {sha256(content)}; the index gives no checksum" in heard.text
    kept = json.loads((folder / "translate-de_en-1_0" / "lotse.json").read_text())
    assert kept["sha256"] == sha256(content)
    assert kept["source"] == f"{server.url}/translate-de_en-1_0.argosmodel"
    model = (folder / "translate-de_en-1_0" / "model" / "model.bin").read_bytes()
    assert kept["files"]["model/model.bin"] == sha256(model)


def test_what_lies_there_is_laid_out_as_argos_wants_it(
    keeper: Keeper, server: PackageServer, package: Make, folder: Path
) -> None:
    server.offer("de-en", package("de-en"))
    keeper.install([DE_EN])
    # Argos Translate takes each sub-folder for a package and reads its metadata.json.
    for path in folder.iterdir():
        assert json.loads((path / "metadata.json").read_text())["from_code"] == "de"


def test_a_checksum_of_the_index_is_compared(
    keeper: Keeper, server: PackageServer, package: Make, heard: Heard
) -> None:
    content = package("de-en")
    server.offer("de-en", content, sha256=sha256(content).upper())
    assert keeper.install([DE_EN]) == []
    assert f"SHA-256 {sha256(content)}, as expected" in heard.text


def test_a_wrong_checksum_of_the_index_is_refused(
    keeper: Keeper, server: PackageServer, package: Make, folder: Path
) -> None:
    server.offer("de-en", package("de-en"), sha256=sha256(b"other"))
    (failure,) = keeper.install([DE_EN])
    assert f"but the index says {sha256(b'other')}" in failure
    assert versions(folder) == {}
    assert left_over(folder) == []


def test_a_demanded_checksum_is_compared(
    keeper: Keeper, server: PackageServer, package: Make, folder: Path
) -> None:
    content = package("de-en")
    server.offer("de-en", content)
    (failure,) = keeper.install([DE_EN], sha256(b"other"))
    assert "but you gave" in failure
    assert keeper.install([DE_EN], sha256(content)) == []
    # Again with another one: what is there is not good enough.
    (failure,) = keeper.install([DE_EN], sha256(b"other"))
    assert "but you gave" in failure
    assert versions(folder) == {"de-en": "1.0"}


def test_the_next_link_is_tried(
    keeper: Keeper, server: PackageServer, package: Make, folder: Path
) -> None:
    content = package("de-en")
    path = server.offer("de-en", content)
    server.serve("/broken", b"<html>we moved</html>")
    server.serve("/other", package("en-de"))
    paths = ["/not-there", "/broken", "/other", path]
    server.entries[0]["links"] = [server.url + each for each in paths]
    assert keeper.install([DE_EN]) == []
    assert versions(folder) == {"de-en": "1.0"}
    assert [asked.path for asked in server.asked[1:]] == paths


def test_every_link_that_failed_is_told(keeper: Keeper, server: PackageServer) -> None:
    path = server.offer("de-en", b"<html>we moved</html>")
    server.entries[0]["links"] = [server.url + "/not-there", server.url + path]
    (failure,) = keeper.install([DE_EN])
    assert "it answered 404" in failure
    assert "it is no package, or a damaged one" in failure


def test_the_wrong_pair_is_refused(
    keeper: Keeper, server: PackageServer, package: Make, folder: Path
) -> None:
    server.offer("de-en", package("en-de"))
    (failure,) = keeper.install([DE_EN])
    assert "the package there is en-de, not de-en" in failure
    assert versions(folder) == {}


def test_one_that_fails_does_not_hold_up_the_others(
    keeper: Keeper, server: PackageServer, package: Make, folder: Path
) -> None:
    server.offer("ar-en", package("ar-en"))
    server.offer("en-ar", b"broken")
    failures = keeper.install([Pair("tr", "en"), Pair("en", "ar"), Pair("ar", "en")])
    assert [failure.split(":")[0] for failure in failures] == ["tr-en", "en-ar"]
    assert "the index has no such package" in failures[0]
    assert versions(folder) == {"ar-en": "1.0"}


def test_an_index_nobody_serves_is_told(folder: Path, heard: Heard) -> None:
    keeper = Keeper(folder, "test", "http://127.0.0.1:9/", heard, Patience(()))
    with pytest.raises(PackageError, match="Without internet, give the paths"):
        keeper.install([DE_EN])


def test_what_is_there_already_is_not_downloaded_again(
    keeper: Keeper, server: PackageServer, package: Make, heard: Heard
) -> None:
    path = server.offer("de-en", package("de-en"))
    keeper.install([DE_EN])
    assert keeper.install([DE_EN]) == []
    assert len(server.requests(path)) == 1
    assert "de-en 1.0 is installed already" in heard.text


def test_a_damaged_package_is_replaced(
    keeper: Keeper, server: PackageServer, package: Make, folder: Path
) -> None:
    server.offer("de-en", package("de-en"))
    keeper.install([DE_EN])
    model = folder / "translate-de_en-1_0" / "model" / "model.bin"
    good = model.read_bytes()
    model.write_bytes(good[:-1] + b"?")
    assert keeper.install([DE_EN]) == []
    assert model.read_bytes() == good
    model.unlink()
    assert keeper.install([DE_EN]) == []
    assert model.read_bytes() == good


@pytest.mark.parametrize("top", ["", "de_en"])
def test_a_newer_version_takes_the_place_of_the_older(
    keeper: Keeper, server: PackageServer, package: Make, folder: Path, top: str
) -> None:
    server.offer("de-en", package("de-en", "1.0", top))
    keeper.install([DE_EN])
    server.offer("de-en", package("de-en", "1.9", top), "1.9")
    keeper.install([DE_EN])
    assert versions(folder) == {"de-en": "1.9"}
    assert len(list(folder.iterdir())) == 1


def test_the_folder_of_another_pair_is_not_taken(
    keeper: Keeper, server: PackageServer, package: Make, folder: Path
) -> None:
    server.offer("de-en", package("de-en", top="model"))
    server.offer("en-de", package("en-de", top="model"))
    (failure,) = keeper.install([DE_EN, Pair("en", "de")])
    assert "its folder model is taken by the package de-en" in failure
    assert versions(folder) == {"de-en": "1.0"}


def test_removing_takes_every_version(keeper: Keeper, package: Make, folder: Path) -> None:
    stick = folder.parent / "x"
    for pair in ("de-en", "en-de"):
        stick.write_bytes(package(pair))
        keeper.install([stick])
    keeper.remove([DE_EN])
    assert versions(folder) == {"en-de": "1.0"}
    assert len(list(folder.iterdir())) == 1
    with pytest.raises(PackageError, match="de-en is not installed"):
        keeper.remove([DE_EN])
