"""The environment as an operator writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import SETTINGS, SettingError, load, read


def _load(tmp_path: Path, **environment: str) -> object:
    return load({"LOTSE_DATA": str(tmp_path / "data"), **environment}, tmp_path / "none.env")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("LOTSE_PORT", "http"),
        ("LOTSE_PORT", "70000"),
        ("LOTSE_WORKERS", "0"),
        ("LOTSE_PLACE", "atlantis"),
        ("LOTSE_PLACE", "../bremen"),
        ("LOTSE_DATABASE_URL", "mysql://x"),
        ("LOTSE_TELEGRAM_API_URL", "api.telegram.org"),
        ("LOTSE_ENV", "staging"),
        ("LOTSE_RETENTION_DAYS", "0"),
        ("LOTSE_SECRET_KEY", "short"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_with_the_variables_name(
    tmp_path: Path, variable: str, value: str
) -> None:
    with pytest.raises(SettingError, match=variable):
        _load(tmp_path, **{variable: value})


def test_a_secret_is_never_quoted_in_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingError) as caught:
        _load(tmp_path, LOTSE_DATABASE_URL="mysql://me:hunter2@host")
    assert "hunter2" not in str(caught.value)


def test_a_server_open_to_strangers_needs_a_token(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="LOTSE_API_TOKEN"):
        _load(tmp_path, LOTSE_HOST="0.0.0.0")
    assert _load(tmp_path, LOTSE_HOST="0.0.0.0", LOTSE_API_TOKEN="secret-token")


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    first, second = _load(tmp_path), _load(tmp_path)
    assert first == second
    assert (tmp_path / "data" / "secret.key").stat().st_mode & 0o777 == 0o600


def test_the_environment_wins_over_the_file_and_the_file_over_the_default(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("LOTSE_PORT=6000\nLOTSE_WORKERS=3\n")
    found = {r.setting.variable: r for r in read({"LOTSE_PORT": "7000"}, file)}
    assert (found["LOTSE_PORT"].value, found["LOTSE_PORT"].origin) == (7000, "environment")
    assert (found["LOTSE_WORKERS"].value, found["LOTSE_WORKERS"].origin) == (3, ".env")
    assert found["LOTSE_PLACE"].origin == "default"


def test_secrets_are_masked_when_shown(tmp_path: Path) -> None:
    secrets = {s.variable for s in SETTINGS if s.secret}
    assert {"LOTSE_SECRET_KEY", "LOTSE_TELEGRAM_TOKEN", "LOTSE_API_TOKEN"} <= secrets
    found = read({"LOTSE_TELEGRAM_TOKEN": "123:abc"}, tmp_path / "none.env")
    shown = {r.setting.variable: r.shown for r in found}
    assert "abc" not in shown["LOTSE_TELEGRAM_TOKEN"]


def test_the_example_file_names_every_setting() -> None:
    example = (Path(__file__).parents[2] / ".env.example").read_text()
    assert {s.variable for s in SETTINGS} == {
        line.lstrip("# ").split("=")[0]
        for line in example.splitlines()
        if line.startswith("# LOTSE_")
    }


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingError, match="LOTSE_DATA"):
        load({"LOTSE_DATA": str(tmp_path / "file" / "data")}, tmp_path / "none.env")
