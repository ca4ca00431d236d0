"""An operator with a folder of packages, an index nearby, and tiny packages to put into both."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot.translation.packages.commands import packages
from bot.translation.packages.download import Downloader, Patience
from bot.translation.packages.keeper import Keeper
from tests.bot.translation.packages import making
from tests.bot.translation.packages.downloads import FILE, PATH
from tests.fixtures.package_index import PackageServer

ALL = ("de-en", "en-de", "ar-en", "en-ar", "ru-en", "en-ru", "tr-en", "en-tr")
#: Bytes; enough that a cut connection leaves something to go on with.
README = 300_000


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files of a model that loads and makes something of every word."""
    files = making.model_files(tmp_path_factory.mktemp("tiny") / "model")
    return {**files, "README.md": hashlib.shake_128(b"readme").digest(README)}


Make = Callable[..., bytes]


@pytest.fixture(scope="session")
def package(model: Mapping[str, bytes]) -> Make:
    """Makes archives: `package("de-en", version="1.0", test_data=True)`."""

    @cache
    def make(pair: str, version: str = "1.0", top: str = "", **extra: object) -> bytes:
        return making.archive(model, pair, version, top, **extra)

    return make


@pytest.fixture
def server() -> Iterator[PackageServer]:
    """An index without packages."""
    with PackageServer() as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where packages are installed; not there yet."""
    return tmp_path / "packages"


@dataclass
class Heard:
    """A meter that remembers: what was said, and at which bytes downloads began and ended."""

    lines: list[str] = field(default_factory=list)
    begun: list[tuple[int, int | None]] = field(default_factory=list)
    reached: int = 0

    def begin(self, name: str, done: int, total: int | None) -> None:
        self.begun.append((done, total))

    def at(self, done: int) -> None:
        self.reached = done

    def end(self) -> None:
        pass

    def say(self, line: str) -> None:
        self.lines.append(line)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def pauses() -> list[float]:
    """The pauses made between attempts, in seconds; none of them is really waited for."""
    return []


@pytest.fixture
def keeper(folder: Path, server: PackageServer, heard: Heard, pauses: list[float]) -> Keeper:
    """Installs into the folder, from the index nearby, as in development."""
    patience = Patience(pauses=(1, 2, 4), timeout=0.5, sleep=pauses.append)
    return Keeper(folder, "development", server.index_url, heard, patience)


@pytest.fixture
def loader(tmp_path: Path, heard: Heard, pauses: list[float]) -> Downloader:
    """Downloads into the test's folder, without much patience."""
    return Downloader(tmp_path, heard, Patience((1, 2, 4), timeout=0.5, sleep=pauses.append))


@pytest.fixture
def link(server: PackageServer) -> str:
    """A file that can be downloaded."""
    server.serve(PATH, FILE)
    return server.url + PATH


Lotse = Callable[..., Result]


@pytest.fixture
def lotse(
    folder: Path, server: PackageServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Lotse:
    """The command line: `lotse("list")`."""
    monkeypatch.setenv("LOTSE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LOTSE_TRANSLATION_PACKAGES", str(folder))
    monkeypatch.setenv("LOTSE_TRANSLATION_INDEX_URL", server.index_url)
    monkeypatch.setenv("LOTSE_ENV", "development")
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(packages, list(arguments))

    return run


@pytest.fixture
def stocked(server: PackageServer, package: Make) -> PackageServer:
    """An index with all that is needed."""
    for pair in ALL:
        server.offer(pair, package(pair))
    return server
