"""Whatever stops an installation, the folder of packages stays usable."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.translation.packages import install, workshop
from bot.translation.packages.keeper import Keeper
from bot.translation.packages.pair import Pair
from bot.translation.packages.trouble import PackageError
from tests.bot.translation.packages.conftest import Make
from tests.bot.translation.packages.seeing import left_over, versions
from tests.fixtures.package_index import Fault, PackageServer

DE_EN = Pair("de", "en")


class Crash(BaseException):
    """The process is gone at this point."""


@pytest.fixture
def update(keeper: Keeper, server: PackageServer, package: Make, folder: Path) -> Iterator[None]:
    """Version 1.0 is installed and 1.9 is offered; afterwards it installs as if nothing was."""
    server.offer("de-en", package("de-en", "1.0", "de_en"))
    keeper.install([DE_EN])
    server.offer("de-en", package("de-en", "1.9", "de_en"), "1.9")
    yield
    assert keeper.install([DE_EN]) == []
    assert versions(folder) == {"de-en": "1.9"}
    assert left_over(folder) == []


@pytest.mark.usefixtures("update")
@pytest.mark.parametrize("crash", [Crash(), KeyboardInterrupt(), OSError(errno.ENOSPC, "full")])
@pytest.mark.parametrize("at", ["_write", "replace", "inspect"])
def test_whatever_stops_an_update_the_old_package_stays(
    keeper: Keeper,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    crash: BaseException,
    at: str,
) -> None:
    def stop(*_: object) -> None:
        raise crash

    owner = {"_write": install, "replace": workshop, "inspect": install}[at]
    with monkeypatch.context() as broken:
        if at == "inspect":
            broken.setattr("bot.translation.packages.archive.inspect", stop)
        else:
            broken.setattr(owner, at, stop)
        with pytest.raises(type(crash)):
            keeper.install([DE_EN])
    assert versions(folder) == {"de-en": "1.0"}
    # The download is whole and waits for the next run; nothing half unpacked stays.
    assert [name for name in left_over(folder) if workshop.UNPACKED in name] == []


@pytest.mark.usefixtures("update")
def test_a_kill_between_old_and_new_brings_the_old_one_back(keeper: Keeper, folder: Path) -> None:
    room = folder / workshop.NAME
    room.mkdir()
    (folder / "de_en").rename(room / f"{workshop.RETIRED}de_en")
    (room / f"{workshop.UNPACKED}x" / "de_en").mkdir(parents=True)
    assert versions(folder) == {}
    assert keeper.install([]) == []
    assert versions(folder) == {"de-en": "1.0"}
    assert left_over(folder) == []


@pytest.mark.usefixtures("update")
def test_a_kill_after_the_change_only_leaves_work_to_finish(keeper: Keeper, folder: Path) -> None:
    room = folder / workshop.NAME
    for name in (f"{workshop.RETIRED}de_en", f"{workshop.REMOVED}old"):
        (room / name / "model").mkdir(parents=True)
    assert keeper.install([]) == []
    assert versions(folder) == {"de-en": "1.0"}
    assert left_over(folder) == []


def test_a_part_of_an_older_version_is_cleared_away(
    keeper: Keeper, server: PackageServer, package: Make, folder: Path
) -> None:
    path = server.offer("de-en", package("de-en"))
    server.fails(path, Fault(cut=1000), *[Fault(status=500)] * 3)
    assert len(keeper.install([DE_EN])) == 1
    assert [name for name in left_over(folder) if name.endswith(".part")]
    server.offer("de-en", package("de-en", "1.9"), "1.9")
    assert keeper.install([DE_EN]) == []
    assert left_over(folder) == []


def test_two_at_once_do_not_get_into_each_others_way(keeper: Keeper, folder: Path) -> None:
    with workshop.occupied(folder), pytest.raises(PackageError, match="another `lotse packages`"):
        keeper.install([])


def test_the_folders_are_synced_before_the_change(
    keeper: Keeper, package: Make, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = folder.parent / "x"
    stick.write_bytes(package("de-en"))
    order: list[str] = []
    really_sync, really_rename = os.fsync, Path.rename

    def sync(descriptor: int) -> None:
        order.append(Path(os.readlink(f"/proc/self/fd/{descriptor}")).name)
        really_sync(descriptor)

    def rename(path: Path, target: Path) -> Path:
        order.append("renamed")
        return really_rename(path, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "rename", rename)
    keeper.install([stick])
    before = order[: order.index("renamed")]
    assert {"model.bin", "metadata.json", "lotse.json", "model"} <= set(before)
    assert order[-1] == folder.name
