"""What is installed in a folder: one sub-folder a package, as Argos Translate lays them out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.translation.packages import metadata
from bot.translation.packages.pair import Pair
from bot.translation.packages.trouble import PackageError, meaning

TEST = "test"
MODEL = "model/model.bin"
TOKENISERS = ("sentencepiece.model", "bpe.model")


@dataclass(frozen=True)
class InstalledPackage:
    """A package that is there and looks whole."""

    path: Path
    from_code: str
    to_code: str
    version: str
    test_data: bool
    target_prefix: str = ""

    @property
    def pair(self) -> Pair:
        """What it translates."""
        return Pair(self.from_code, self.to_code)


@dataclass(frozen=True)
class Broken:
    """A folder that is no usable package, and why."""

    path: Path
    reason: str


@dataclass(frozen=True)
class Shelf:
    """A folder of packages.

    packages: those in use, the newest of each pair. outdated: older ones of the same pairs.
    test_data: those made for tests, where these are not allowed. broken: what cannot be used.
    """

    packages: tuple[InstalledPackage, ...]
    outdated: tuple[InstalledPackage, ...]
    test_data: tuple[InstalledPackage, ...]
    broken: tuple[Broken, ...]

    @property
    def pairs(self) -> frozenset[Pair]:
        """What can be translated in one step."""
        return frozenset(package.pair for package in self.packages)

    @property
    def everything(self) -> tuple[InstalledPackage, ...]:
        """All that can be read, in use or not."""
        return self.packages + self.outdated + self.test_data


def installed(folder: Path, environment: str) -> list[InstalledPackage]:
    """The packages in use, one a pair; never one made for tests outside of `test`. Never raises."""
    return list(look(folder, environment).packages)


def look(folder: Path, environment: str) -> Shelf:
    """Everything in the folder. Never raises; a folder that is not there is empty.

    environment: development, test or production.
    """
    found: list[InstalledPackage] = []
    broken: list[Broken] = []
    try:
        folders = sorted(path for path in folder.iterdir() if _may_be_package(path))
    except FileNotFoundError:
        folders = []
    except OSError as error:
        folders = []
        broken.append(Broken(folder, meaning(error)))
    for path in folders:
        try:
            found.append(read(path))
        except PackageError as error:
            broken.append(Broken(path, str(error)))
    hidden = [package for package in found if package.test_data and environment != TEST]
    usable = [package for package in found if package not in hidden]
    newest = _newest(usable)
    outdated = tuple(package for package in usable if package not in newest)
    return Shelf(newest, outdated, tuple(hidden), tuple(broken))


def read(path: Path) -> InstalledPackage:
    """The package in a folder. Raises PackageError when a part is missing or makes no sense."""
    try:
        said = metadata.parse((path / metadata.FILE).read_bytes())
        if not (path / MODEL).is_file():
            raise PackageError(f"{MODEL} is missing")
        if not any((path / name).is_file() for name in TOKENISERS):
            raise PackageError(" and ".join(TOKENISERS) + " are missing")
    except FileNotFoundError:
        raise PackageError(f"{metadata.FILE} is missing") from None
    except OSError as error:
        raise PackageError(meaning(error)) from None
    return InstalledPackage(path, *said.pair, said.version, said.test_data, said.target_prefix)


def size(path: Path) -> int:
    """The bytes of all files of a package. Raises OSError."""
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def _may_be_package(path: Path) -> bool:
    return path.is_dir() and not path.name.startswith(".")


def _newest(packages: list[InstalledPackage]) -> tuple[InstalledPackage, ...]:
    best: dict[Pair, InstalledPackage] = {}
    for package in sorted(packages, key=lambda each: metadata.order(each.version)):
        best[package.pair] = package
    return tuple(best[pair] for pair in sorted(best))
