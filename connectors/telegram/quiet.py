"""Keeps the bot token and what people write out of the libraries' logs.

python-telegram-bot logs every call with its parameters, httpx every address with the token in it.
Levels alone would not do: an operator who turns DEBUG on for everything would publish both.
"""

from __future__ import annotations

import logging

_LIBRARIES = ("telegram", "httpx", "httpcore")


class Discretion(logging.Filter):
    """A filter for the libraries' loggers, equal to any other one for the same token.

    Of python-telegram-bot it lets through warnings and errors without their arguments and
    tracebacks, which quote what Telegram delivered; elsewhere it blots the token out.
    """

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def __eq__(self, other: object) -> bool:
        """Be equal, so that a logger does not take the same filter twice."""
        return isinstance(other, Discretion) and other._token == self._token

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(self._token)

    def filter(self, record: logging.LogRecord) -> bool:
        """Return False for a record nobody may see; change the others in place."""
        if _belongs_to(record.name, "telegram"):
            record.args = None
            record.exc_info = None
            record.exc_text = None
            if self._token in str(record.msg):
                return False
            return record.levelno >= logging.WARNING
        text = record.getMessage()
        if self._token in text:
            record.msg = text.replace(self._token, "<token>")
            record.args = None
        return True


def keep_quiet(token: str) -> None:
    """Put a `Discretion` on every logger of the libraries; doing it twice changes nothing.

    token: the bot's secret, not empty.
    """
    discretion = Discretion(token)
    for name in _library_loggers():
        logging.getLogger(name).addFilter(discretion)


def _library_loggers() -> set[str]:
    """A logger's filter does not see its children's records, so each of them is named."""
    known = set(logging.root.manager.loggerDict)
    return set(_LIBRARIES) | {
        name for name in known if any(_belongs_to(name, library) for library in _LIBRARIES)
    }


def _belongs_to(name: str, library: str) -> bool:
    return name == library or name.startswith(f"{library}.")
