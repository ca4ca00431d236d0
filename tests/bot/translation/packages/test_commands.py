"""`lotse packages`, as an operator sees it."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli
from tests.bot.translation.packages.conftest import Lotse, Make
from tests.fixtures.package_index import PackageServer


def test_with_nothing_installed_the_list_says_what_is_missing(lotse: Lotse, folder: Path) -> None:
    said = lotse("list")
    assert said.exit_code == 0
    assert "missing: de-en, en-de, en-ar, ar-en, en-ru, ru-en, en-tr, tr-en" in said.output
    assert "`lotse packages install`" in said.output
    assert not folder.exists()


@pytest.mark.usefixtures("stocked")
def test_install_without_arguments_fetches_everything_needed(lotse: Lotse, folder: Path) -> None:
    said = lotse("install")
    assert said.exit_code == 0, said.output
    assert "translate-de_en-1_0.argosmodel" in said.output
    assert "(100 %)" in said.output
    assert said.output.count("the index gives no checksum") == 8
    assert said.output.endswith("nothing is missing\n")
    listed = lotse("list").output
    assert re.search(r"de-en +│ 1.0 +│ [0-9.]+ kB +│ 127.0.0.1:\d+ +│ ready", listed)
    assert "nothing is missing" in listed
    checked = lotse("check")
    assert checked.exit_code == 0, checked.output
    assert checked.output.count("unchanged; ") == 8
    again = lotse("install")
    assert again.exit_code == 0
    assert again.output == "nothing is missing\n"


@pytest.mark.usefixtures("stocked")
def test_install_fetches_only_what_is_missing(lotse: Lotse) -> None:
    assert lotse("install", "ar-en", "en_ar").exit_code == 0
    said = lotse("install").output
    assert "translate-de_en" in said
    assert "translate-ar_en" not in said
    removed = lotse("remove", "ar-en", "en-ar")
    assert removed.output == "ar-en is removed\nen-ar is removed\n"
    assert "no translation package for Arabic;" in lotse("list").output


def test_check_finds_a_changed_byte(lotse: Lotse, stocked: PackageServer, folder: Path) -> None:
    lotse("install", "de-en", "en-de")
    model = folder / "translate-de_en-1_0" / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:-1] + b"?")
    said = lotse("check")
    assert said.exit_code == 1
    assert "en-de 1.0: unchanged" in said.output
    assert "de-en 1.0: model/model.bin was changed; `lotse packages install de-en`" in said.output
    assert lotse("check", "en-de").exit_code == 0
    assert lotse("install", "de-en").exit_code == 0
    assert lotse("check").exit_code == 0


@pytest.mark.usefixtures("stocked")
def test_check_and_list_name_what_is_broken(lotse: Lotse, folder: Path) -> None:
    lotse("install", "de-en", "en-de")
    (folder / "empty").mkdir()
    (folder / "translate-en_de-1_0" / "lotse.json").unlink()
    said = lotse("check")
    assert said.exit_code == 1
    assert "empty: metadata.json is missing" in said.output
    assert "not installed by Lotse, nothing to compare" in said.output
    listed = lotse("list").output
    assert "broken: metadata.json is missing" in listed
    assert "not installed by Lotse" in listed
    assert lotse("check", "ar-en").output == "ar-en is not installed\n"


def test_with_nothing_installed_check_says_so(lotse: Lotse) -> None:
    said = lotse("check")
    assert (said.exit_code, said.output) == (0, "no package is installed\n")


def test_a_file_is_installed_with_its_checksum(
    lotse: Lotse, package: Make, tmp_path: Path, server: PackageServer
) -> None:
    stick = tmp_path / "x.argosmodel"
    stick.write_bytes(package("de-en"))
    right = hashlib.sha256(stick.read_bytes()).hexdigest()
    wrong = lotse("install", "--sha256", "0" * 64, str(stick))
    assert wrong.exit_code == 1
    assert f"its SHA-256 is {right}, but you gave {'0' * 64}" in wrong.output
    good = lotse("install", "--sha256", right.upper(), str(stick))
    assert good.exit_code == 0
    assert f"{right}, as expected" in good.output
    assert "no translation package" in good.output
    assert server.asked == []
    assert "x.argosmodel" in lotse("list").output


def test_the_packages_are_a_command_of_lotse() -> None:
    said = CliRunner().invoke(cli, ["packages", "--help"])
    assert said.exit_code == 0
    assert all(command in said.output for command in ("list", "install", "remove", "check"))


def test_the_command_line_reads_the_commands_without_heavy_libraries() -> None:
    code = (
        "import sys, bot.translation.packages.commands;"
        "sys.exit(any(name in sys.modules for name in ('httpx', 'ctranslate2', 'sentencepiece')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
