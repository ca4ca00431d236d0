"""Examining what is installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.translation.packages import check, shelf
from bot.translation.packages.keeper import Keeper
from bot.translation.packages.shelf import InstalledPackage
from bot.translation.packages.trouble import PackageError
from tests.bot.translation.packages import making
from tests.bot.translation.packages.conftest import Make


@pytest.fixture
def installed(keeper: Keeper, package: Make, folder: Path) -> InstalledPackage:
    stick = folder.parent / "x.argosmodel"
    stick.write_bytes(package("de-en"))
    assert keeper.install([stick]) == []
    return shelf.installed(folder, "production")[0]


def test_an_untouched_package_is_unchanged_and_translates(installed: InstalledPackage) -> None:
    assert check.changes(installed) == []
    word, translation = check.try_out(installed)
    assert word == "Arzt"
    assert translation


def test_every_kind_of_change_is_found(installed: InstalledPackage) -> None:
    model = installed.path / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:-1] + b"?")
    (installed.path / "README.md").unlink()
    (installed.path / "minisbd").mkdir()
    (installed.path / "minisbd" / "x.onnx").write_text("")
    assert check.changes(installed) == [
        "README.md is missing",
        "minisbd/x.onnx is new",
        "model/model.bin was changed",
    ]


def test_a_package_of_other_hands_has_nothing_to_compare_with(installed: InstalledPackage) -> None:
    (installed.path / "lotse.json").unlink()
    with pytest.raises(PackageError, match="not installed by Lotse"):
        check.changes(installed)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"files": 1}', "[" * 100_000])
def test_a_damaged_record_is_told(installed: InstalledPackage, content: str) -> None:
    (installed.path / "lotse.json").write_text(content)
    with pytest.raises(PackageError, match="lotse.json is damaged"):
        check.changes(installed)


@pytest.mark.parametrize("file", ["model/model.bin", "model/config.json", "sentencepiece.model"])
def test_a_model_that_does_not_load_is_told(installed: InstalledPackage, file: str) -> None:
    (installed.path / file).write_bytes(b"broken")
    with pytest.raises(PackageError, match="the model does not load"):
        check.try_out(installed)


def test_a_model_that_says_nothing_is_told(
    installed: InstalledPackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "_tokeniser", lambda _: (list, lambda _: " "))
    with pytest.raises(PackageError, match="makes nothing of 'Arzt'"):
        check.try_out(installed)


def test_a_model_with_bpe_is_tried_out_letter_by_letter(installed: InstalledPackage) -> None:
    (installed.path / "sentencepiece.model").rename(installed.path / "bpe.model")
    assert check.try_out(installed)[1]
    encode, decode = check._tokeniser(installed.path)
    assert encode("Arzt") == ["A@@", "r@@", "z@@", "t"]
    assert decode(["doc@@", "tor", "!"]) == "doctor !"


def test_argos_translate_reads_what_is_installed(
    installed: InstalledPackage, folder: Path, tmp_path: Path
) -> None:
    code = (
        "import sys; from pathlib import Path; from argostranslate import package;"
        "found = package.get_installed_packages([Path(sys.argv[1])]);"
        "print([(p.from_code, p.to_code, p.package_version) for p in found])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        env={"HOME": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "[('de', 'en', '1.0')]"


def test_the_tiny_model_is_the_same_each_time(tmp_path: Path) -> None:
    assert making.model_files(tmp_path / "a") == making.model_files(tmp_path / "b")
