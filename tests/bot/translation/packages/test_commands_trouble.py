"""`lotse packages` when something is in the way."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.translation.packages import workshop
from bot.translation.packages.part import Part
from tests.bot.translation.packages.conftest import Lotse, Make
from tests.fixtures.package_index import Fault, PackageServer

RUN = [sys.executable, "-c", "from bot.translation.packages.commands import packages; packages()"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["install", "german"], "german is no pair of languages; write it as de-en"),
        (["install", "gone.argosmodel"], "gone.argosmodel: there is no such file"),
        (["install", "a/b"], "a/b: there is no such file"),
        (["install", "xx-en"], "xx-en: the index has no such package"),
        (["install", "--sha256", "0" * 64], "--sha256 needs exactly one file or pair"),
        (["install", "--sha256", "0" * 64, "de-en", "en-de"], "exactly one file or pair"),
        (["install", "--sha256", "abc", "de-en"], "64 hexadecimal digits"),
        (["remove", "de-en"], "de-en is not installed"),
        (["check", "de-en"], "de-en is not installed"),
        (["check", "de"], "de is no pair of languages"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    lotse: Lotse, arguments: list[str], reason: str
) -> None:
    said = lotse(*arguments)
    assert said.exit_code == 1
    assert reason in said.output
    assert "Traceback" not in said.output


def test_a_setting_that_cannot_be_used_is_said(
    lotse: Lotse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTSE_ENV", "live")
    said = lotse("list")
    assert said.exit_code == 2
    assert "LOTSE_ENV" in said.output


@pytest.mark.parametrize("environment", ["development", "production"])
def test_test_data_is_never_installed_where_residents_are(
    lotse: Lotse,
    package: Make,
    server: PackageServer,
    monkeypatch: pytest.MonkeyPatch,
    environment: str,
) -> None:
    server.offer("de-en", package("de-en", test_data=True))
    monkeypatch.setenv("LOTSE_ENV", environment)
    refused = lotse("install", "de-en")
    assert refused.exit_code == 1
    assert "it was made for tests and must not translate for residents" in refused.output
    monkeypatch.setenv("LOTSE_ENV", "test")
    assert lotse("install", "de-en").exit_code == 0
    assert "test data" in lotse("list").output
    monkeypatch.setenv("LOTSE_ENV", environment)
    listed = lotse("list").output
    assert "not used: test data" in listed
    assert "missing: de-en" in listed


@pytest.mark.usefixtures("stocked")
@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "there is no room left on the disk"),
        (errno.EROFS, "the file system is read-only"),
        (errno.EACCES, "this user may not write or read there"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_disk_that_refuses_is_told_without_traceback(
    lotse: Lotse, folder: Path, monkeypatch: pytest.MonkeyPatch, code: int, reason: str
) -> None:
    def refuse(_: Part) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Part, "opened", refuse)
    said = lotse("install")
    assert said.exit_code == 1
    assert said.output.strip().endswith(f"{folder}: {reason}")
    assert "Traceback" not in said.output


def test_a_folder_that_cannot_be_made_is_told(lotse: Lotse, folder: Path) -> None:
    folder.write_text("a file")
    for arguments in (["install"], ["install", "de-en"]):
        said = lotse(*arguments)
        assert said.exit_code == 1
        assert str(folder) in said.output
        assert "Traceback" not in said.output
    assert "a file stands where a folder should be" in lotse("list").output


@pytest.mark.usefixtures("lotse")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_install_goes_on_with_the_next(
    server: PackageServer, package: Make, folder: Path, lotse: Lotse, sign: signal.Signals
) -> None:
    content = package("de-en")
    path = server.offer("de-en", content)
    server.fails(path, Fault(piece=20_000, pause=0.05))
    process = subprocess.Popen(
        [*RUN, "install", "de-en"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    part = Part(folder / workshop.NAME, "translate-de_en-1_0.argosmodel")
    until = time.monotonic() + 30
    while part.size < 50_000 and time.monotonic() < until:
        time.sleep(0.01)
    process.send_signal(sign)
    output, _ = process.communicate(timeout=30)
    kept = part.size
    assert 50_000 <= kept < len(content)
    if sign is signal.SIGINT:
        assert process.returncode == 130
        assert "a download goes on with the next `lotse packages install`" in output
        assert "Traceback" not in output
    assert "no translation package" in lotse("list").output
    assert lotse("install", "de-en").exit_code == 0
    assert server.requests(path)[-1].range == f"bytes={kept}-"
    assert server.requests(path)[-1].status == 206
