"""Logs: structured, on standard error, so that standard output carries results alone."""

from __future__ import annotations

import logging
import sys

import structlog

from confapp.config import Config


class ToStandardError(logging.Handler):
    """Standard error as it is at the moment of writing, which a test or a command may have replaced."""

    def emit(self, record: logging.LogRecord) -> None:
        print(self.format(record), file=sys.stderr)


def set_up(config: Config) -> None:
    """Send confapp's own lines and those of its libraries through one formatter."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    # Tracebacks without the values of variables: secrets and people's data are among them.
    lines = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    last = structlog.processors.JSONRenderer() if config.log_json else lines
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            *_readable(as_json=config.log_json),
            last,
        ],
    )
    handler = ToStandardError()
    handler.setFormatter(formatter)
    logger = logging.getLogger("confapp")
    logger.handlers = [handler]
    logger.propagate = False
    logger.setLevel(config.log_level.upper())


def _readable(*, as_json: bool) -> list[structlog.typing.Processor]:
    return [structlog.processors.format_exc_info] if as_json else []
