"""Logging: what happened and where, never what people wrote or who they are."""

from __future__ import annotations

import logging
import sys

import structlog

#: Libraries that log what they handle below WARNING: texts, addresses, SQL parameters.
_TALKATIVE = (
    "rasa",
    "rasa_sdk",
    "httpx",
    "httpcore",
    "telegram",
    "sqlalchemy",
    "asyncio",
    "matplotlib",
    "apscheduler",
    "alembic",
    "sse_starlette",
    "urllib3",
    "structlog",
)


def configure(level: str) -> None:
    """Log to standard error; libraries only from WARNING on, at any level of ours."""
    logging.basicConfig(
        level=level,
        stream=sys.stderr,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        force=True,
    )
    # Rasa's libraries warn about one another; an operator can do nothing about it.
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.CRITICAL)
    # Rasa's structured log carries what people wrote; nothing of it is let through.
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL),
        cache_logger_on_first_use=True,
    )
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
