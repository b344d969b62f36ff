"""Logs: one line for each thing that happened, with every secret cut out, whoever wrote the line."""

import logging
import re
import sys
from typing import Any

import structlog

# What is as long as our secrets and made of their letters is one; names of functions have small letters only.
SECRET = re.compile(r"(?<![A-Za-z0-9_-])(?=[a-z_-]*[A-Z0-9])[A-Za-z0-9_-]{40,}")
NAMED = re.compile(r"(?i)\b(SAMLResponse|SAMLRequest|code|token|password|secret|authorization)=[^\s&\"']+")
BEARER = re.compile(r"(?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]+")
URL_PASSWORD = re.compile(r"(?<=://)([^/\s:@]+):[^/\s@]+(?=@)")
CUT = "…"


def without_secrets(text: str) -> str:
    """The same text with links' secrets, tokens and passwords cut out."""
    text = URL_PASSWORD.sub(rf"\1:{CUT}", NAMED.sub(rf"\1={CUT}", BEARER.sub(rf"\1 {CUT}", text)))
    return SECRET.sub(CUT, text)


class Formatter(logging.Formatter):
    """Formats a line and then cuts the secrets out of it, its traceback included."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, safe to keep."""
        return without_secrets(super().format(record))


def settings(level: str = "INFO") -> dict[str, Any]:
    """The logging of Django: everything goes to standard error, through the one formatter."""
    quiet = {"level": "ERROR", "handlers": ["out"], "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"one": {"()": f"{__name__}.Formatter", "format": "%(message)s"}},
        "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "one", "stream": "ext://sys.stderr"}},
        "root": {"level": "WARNING", "handlers": ["out"]},
        "loggers": {
            "keyhouse": {"level": level, "handlers": ["out"], "propagate": False},
            "django.security.DisallowedHost": quiet,
            "django.request": quiet,
        },
    }


def configure() -> None:
    """Let our own lines go the same way: JSON for machines, aligned words on a terminal."""
    terminal = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.dev.ConsoleRenderer() if terminal else structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
