"""The environment, turned into typed settings. Nothing else in the project reads it."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

ROOT = Path(__file__).resolve().parent.parent
_MAIL = re.compile(r"[^@\s,<>]+@[^@\s,<>]+")
PLACES = ROOT / "knowledge" / "places"


class SettingError(ValueError):
    """A variable cannot be used; the message names it and says what is expected."""


@dataclass(frozen=True)
class Setting:
    """One environment variable: how to read it and what to tell an operator about it."""

    variable: str
    field: str
    meaning: str
    default: str
    parse: Callable[[str], Any]
    secret: bool = False


@dataclass(frozen=True)
class Reading:
    """A setting as it was found. `shown` is safe to print."""

    setting: Setting
    value: Any
    origin: str
    shown: str


@dataclass(frozen=True)
class Settings:
    """Everything an operator can choose. See SETTINGS for the meaning of each."""

    host: str
    port: int
    workers: int
    data_directory: Path
    database_url: str
    secret_key: str
    place: str
    api_token: str
    telegram_token: str
    telegram_api_url: str
    telegram_webhook_url: str
    telegram_pace: float
    counsellor_chat_id: int
    retention_days: int
    statistics_epsilon: float
    coordinator_chat_id: int
    coordinator_mail: tuple[str, ...]
    mail_from: str
    smtp_url: str
    translation_packages: Path
    translation_index_url: str
    translation_memory_mb: int
    environment: str
    log_level: str

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host in {"127.0.0.1", "::1", "localhost"}

    @property
    def has_group(self) -> bool:
        """Whether counsellors have a Telegram group."""
        return bool(self.counsellor_chat_id and self.telegram_token)

    @property
    def model_directory(self) -> Path:
        """Where the trained model lies."""
        return ROOT / "models"


def _text(value: str) -> str:
    return value.strip()


def _whole_number(low: int, high: int) -> Callable[[str], int]:
    def parse(value: str) -> int:
        number = int(value)
        if not low <= number <= high:
            raise ValueError(f"a whole number from {low} to {high}")
        return number

    return parse


def _one_of(*choices: str) -> Callable[[str], str]:
    def parse(value: str) -> str:
        if value not in choices:
            raise ValueError("one of " + ", ".join(choices))
        return value

    return parse


def _folder_or_empty(value: str) -> Path | None:
    return Path(value.strip()).expanduser() if value.strip() else None


def _url_or_empty(value: str) -> str:
    value = value.strip().rstrip("/")
    if value and not value.startswith(("http://", "https://")):
        raise ValueError("an address that begins with http:// or https://")
    return value


def _positive_number(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        raise ValueError("a number") from None
    if not 0 < number < 1000:
        raise ValueError("more than 0 and less than 1000")
    return number


def _chat_id(value: str) -> int:
    try:
        chat_id = int(value)
    except ValueError:
        raise ValueError("a whole number, as Telegram gives a group") from None
    if chat_id > 0:
        raise ValueError("a group's number, which is negative")
    return chat_id


def _epsilon(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        raise ValueError("a number") from None
    if not 0 <= number <= 100:
        raise ValueError("from 0 (small cells are hidden) to 100")
    return number


def _mail_addresses(value: str) -> tuple[str, ...]:
    found = tuple(part.strip() for part in value.split(",") if part.strip())
    if any(not _MAIL.fullmatch(address) for address in found):
        raise ValueError("e-mail addresses with commas between them")
    return found


def _mail_address_or_empty(value: str) -> str:
    value = value.strip()
    if value and not _MAIL.fullmatch(value):
        raise ValueError("an e-mail address")
    return value


def _smtp_url_or_empty(value: str) -> str:
    value = value.strip()
    if value and not value.startswith(("smtp://", "smtps://")):
        raise ValueError("empty, smtp://user:password@host:587 or smtps://...")
    return value


def _place(value: str) -> str:
    if not (PLACES / value / "place.yml").is_file() or "/" in value:
        known = sorted(p.parent.name for p in PLACES.glob("*/place.yml"))
        raise ValueError("a folder of knowledge/places: " + ", ".join(known))
    return value


def _database_url(value: str) -> str:
    value = value.strip()
    if value.startswith("postgres://"):
        value = "postgresql://" + value.removeprefix("postgres://")
    if value and not value.startswith(("sqlite:///", "postgresql")):
        raise ValueError("empty, sqlite:///file or postgresql://user@host/database")
    return value


SETTINGS: tuple[Setting, ...] = (
    Setting("LOTSE_HOST", "host", "address the server listens on", "127.0.0.1", _text),
    Setting("LOTSE_PORT", "port", "port it listens on", "5005", _whole_number(1, 65535)),
    Setting(
        "LOTSE_WORKERS", "workers", "processes that understand messages", "2", _whole_number(1, 64)
    ),
    Setting(
        "LOTSE_DATA",
        "data_directory",
        "folder for the database and the generated key",
        str(ROOT / "data.local"),
        Path,
    ),
    Setting(
        "LOTSE_DATABASE_URL",
        "database_url",
        "database; empty for SQLite in LOTSE_DATA",
        "",
        _database_url,
        secret=True,
    ),
    Setting(
        "LOTSE_SECRET_KEY",
        "secret_key",
        "key for pseudonyms and addresses; empty: made once and kept in LOTSE_DATA",
        "",
        _text,
        secret=True,
    ),
    Setting("LOTSE_PLACE", "place", "place whose services are offered", "bremen", _place),
    Setting(
        "LOTSE_API_TOKEN",
        "api_token",
        "token for the REST paths; needed unless LOTSE_HOST is this machine only",
        "",
        _text,
        secret=True,
    ),
    Setting(
        "LOTSE_TELEGRAM_TOKEN",
        "telegram_token",
        "the bot's token; empty: no Telegram",
        "",
        _text,
        secret=True,
    ),
    Setting(
        "LOTSE_TELEGRAM_API_URL",
        "telegram_api_url",
        "Bot API server",
        "https://api.telegram.org",
        _url_or_empty,
    ),
    Setting(
        "LOTSE_TELEGRAM_WEBHOOK_URL",
        "telegram_webhook_url",
        "public address Telegram calls; empty: Telegram is polled",
        "",
        _url_or_empty,
    ),
    Setting(
        "LOTSE_TELEGRAM_PACE",
        "telegram_pace",
        "how many times Telegram's flood limits a Bot API server of one's own takes",
        "1",
        _positive_number,
    ),
    Setting(
        "LOTSE_COUNSELLOR_CHAT_ID",
        "counsellor_chat_id",
        "the counsellors' Telegram group (a forum, a number such as -100...); 0: none",
        "0",
        _chat_id,
    ),
    Setting(
        "LOTSE_RETENTION_DAYS",
        "retention_days",
        "days after the last message until a conversation is erased",
        "14",
        _whole_number(1, 365),
    ),
    Setting(
        "LOTSE_STATISTICS_EPSILON",
        "statistics_epsilon",
        "0: small cells of reports are hidden; above 0: they get noise instead (differential "
        "privacy) with this budget a quarter",
        "0",
        _epsilon,
    ),
    Setting(
        "LOTSE_COORDINATOR_CHAT_ID",
        "coordinator_chat_id",
        "the coordinators' Telegram group for weekly and quarterly messages; 0: none",
        "0",
        _chat_id,
    ),
    Setting(
        "LOTSE_COORDINATOR_MAIL",
        "coordinator_mail",
        "e-mail addresses the same messages go to, with commas between them",
        "",
        _mail_addresses,
    ),
    Setting(
        "LOTSE_MAIL_FROM",
        "mail_from",
        "sender of e-mails; needed with LOTSE_COORDINATOR_MAIL",
        "",
        _mail_address_or_empty,
    ),
    Setting(
        "LOTSE_SMTP_URL",
        "smtp_url",
        "mail server (smtp://user:password@host:587); needed with LOTSE_COORDINATOR_MAIL",
        "",
        _smtp_url_or_empty,
        secret=True,
    ),
    Setting(
        "LOTSE_TRANSLATION_PACKAGES",
        "translation_packages",
        "folder of the installed translation packages; empty: `packages` in LOTSE_DATA",
        "",
        _folder_or_empty,
    ),
    Setting(
        "LOTSE_TRANSLATION_INDEX_URL",
        "translation_index_url",
        "where `lotse packages install` looks for packages",
        "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json",
        _url_or_empty,
    ),
    Setting(
        "LOTSE_TRANSLATION_MEMORY_MB",
        "translation_memory_mb",
        "megabytes that loaded translation models may take; the least used are let go",
        "1500",
        _whole_number(50, 100_000),
    ),
    Setting(
        "LOTSE_ENV",
        "environment",
        "development, test (takes translation packages made for tests) or production",
        "development",
        _one_of("development", "test", "production"),
    ),
    Setting(
        "LOTSE_LOG_LEVEL",
        "log_level",
        "how much is logged (never what people write)",
        "INFO",
        _one_of("DEBUG", "INFO", "WARNING", "ERROR"),
    ),
)


def _shown(setting: Setting, value: Any) -> str:
    if setting.secret:
        return "********" if value else ""
    return str(value)


def _origin(setting: Setting, environment: Mapping[str, str], file: Mapping[str, Any]) -> str:
    if setting.variable in environment:
        return "environment"
    return ".env" if file.get(setting.variable) is not None else "default"


def read(
    environment: Mapping[str, str] | None = None, env_file: Path | None = None
) -> list[Reading]:
    """Read every setting.

    environment: variables, those of this process by default. env_file: a `.env` file, the one in
    the project by default; the environment wins over it. Raises SettingError naming the variable.
    """
    environment = os.environ if environment is None else environment
    file = dotenv_values(env_file or ROOT / ".env")
    readings = []
    for setting in SETTINGS:
        raw = environment.get(setting.variable) or file.get(setting.variable) or setting.default
        try:
            value = setting.parse(raw)
        except ValueError as error:
            shown = "" if setting.secret else f" is {raw!r}, but"
            raise SettingError(f"{setting.variable}{shown} must be {error}") from None
        origin = _origin(setting, environment, file)
        readings.append(Reading(setting, value, origin, _shown(setting, value)))
    return readings


def load(environment: Mapping[str, str] | None = None, env_file: Path | None = None) -> Settings:
    """The settings in force; makes the data folder and, once, the secret key.

    Raises SettingError when a value cannot be used or the server would be open to strangers.
    """
    values = {r.setting.field: r.value for r in read(environment, env_file)}
    data: Path = values["data_directory"]
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingError(f"LOTSE_DATA: cannot use {data}: {error.strerror}") from None
    values["database_url"] = values["database_url"] or f"sqlite:///{data / 'lotse.db'}"
    values["translation_packages"] = values["translation_packages"] or data / "packages"
    values["secret_key"] = values["secret_key"] or _kept_key(data / "secret.key")
    settings = Settings(**values)
    if len(settings.secret_key) < 16:
        raise SettingError("LOTSE_SECRET_KEY must have at least 16 characters")
    if not settings.on_loopback and not settings.api_token:
        raise SettingError(
            "LOTSE_API_TOKEN must be set when LOTSE_HOST is not this machine only "
            f"(it is {settings.host!r})"
        )
    if settings.coordinator_mail and not (settings.mail_from and settings.smtp_url):
        raise SettingError("LOTSE_COORDINATOR_MAIL needs LOTSE_MAIL_FROM and LOTSE_SMTP_URL")
    if settings.coordinator_chat_id and not settings.telegram_token:
        raise SettingError("LOTSE_COORDINATOR_CHAT_ID needs LOTSE_TELEGRAM_TOKEN")
    return settings


def _kept_key(path: Path) -> str:
    """The key in the file; made on the first start, readable by its owner only."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32))
    except FileExistsError:
        pass
    return path.read_text().strip()


def child_environment(threads: int) -> dict[str, str]:
    """The environment of a process we start: this one's, with Rasa's telemetry off.

    threads: how many threads the embeddings may use (OpenMP).
    """
    return {
        **os.environ,
        "OMP_NUM_THREADS": str(threads),
        # Threads that spin while they wait take the core another process needs: five to nine
        # times the milliseconds for an embedding on a busy machine.
        "OMP_WAIT_POLICY": "passive",
        # glibc otherwise keeps freed memory in up to eight arenas a core.
        "MALLOC_ARENA_MAX": "2",
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "PYTHONUNBUFFERED": "1",
    }
