"""Installing from files, and what may be installed where."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.translation.packages.download import Patience
from bot.translation.packages.keeper import Keeper
from bot.translation.packages.pair import Pair
from tests.bot.translation.packages.conftest import Heard, Make
from tests.bot.translation.packages.making import zipped
from tests.bot.translation.packages.seeing import sha256, versions
from tests.fixtures.package_index import PackageServer

DE_EN = Pair("de", "en")


def test_files_need_no_network(folder: Path, heard: Heard, package: Make, tmp_path: Path) -> None:
    keeper = Keeper(folder, "production", "http://127.0.0.1:9/", heard, Patience(()))
    stick = tmp_path / "from a stick.argosmodel"
    content = package("de-en")
    stick.write_bytes(content)
    assert keeper.install([stick]) == []
    assert versions(folder) == {"de-en": "1.0"}
    assert f"SHA-256 {sha256(content)}; nothing was given to compare with" in heard.text
    assert stick.read_bytes() == content
    (failure,) = keeper.install([stick], sha256(b"other"))
    assert "but you gave" in failure
    (failure,) = keeper.install([tmp_path / "none.argosmodel"])
    assert "there is no such file" in failure


def test_a_zipped_installed_package_can_be_carried_to_another_machine(
    keeper: Keeper, package: Make, folder: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "x.argosmodel"
    stick.write_bytes(package("de-en"))
    carried = tmp_path / "carried.argosmodel"
    keeper.install([stick])
    kept = (folder / "translate-de_en-1_0" / "lotse.json").read_bytes()
    inside = [path for path in folder.rglob("*") if path.is_file()]
    carried.write_bytes(
        zipped({str(path.relative_to(folder)): path.read_bytes() for path in inside})
    )
    assert keeper.install([carried]) == []
    assert (folder / "translate-de_en-1_0" / "lotse.json").read_bytes() != kept


@pytest.mark.parametrize("environment", ["development", "production"])
def test_test_data_is_refused_outside_of_tests(
    folder: Path,
    server: PackageServer,
    heard: Heard,
    package: Make,
    tmp_path: Path,
    environment: str,
) -> None:
    stick = tmp_path / "x.argosmodel"
    stick.write_bytes(package("de-en", test_data=True))
    server.offer("de-en", stick.read_bytes())
    keeper = Keeper(folder, environment, server.index_url, heard)
    failures = keeper.install([stick, DE_EN])
    assert len(failures) == 2
    assert all("must not translate for residents" in failure for failure in failures)
    assert list(folder.iterdir()) == []
    assert Keeper(folder, "test", server.index_url, heard).install([stick]) == []
    assert versions(folder, environment) == {}
    assert versions(folder, "test") == {"de-en": "1.0"}


def test_test_data_and_real_packages_do_not_replace_each_other(
    folder: Path, heard: Heard, package: Make, tmp_path: Path
) -> None:
    keeper = Keeper(folder, "test", "http://127.0.0.1:9/", heard)
    for name, version, test_data in [("a", "1.0", False), ("b", "2.0", True)]:
        (tmp_path / name).write_bytes(package("de-en", version, test_data=test_data))
        assert keeper.install([tmp_path / name]) == []
    assert versions(folder, "production") == {"de-en": "1.0"}
    assert versions(folder, "test") == {"de-en": "2.0"}
