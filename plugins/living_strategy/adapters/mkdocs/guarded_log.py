"""Keeps what content says in a log from moving a cursor or giving a pipeline orders."""

from __future__ import annotations

import logging
import re

from living_strategy.adapters.reporting.text import printable

_ORDER = re.compile(r"^(\s*):(?=:)")


class Guard(logging.Filter):
    """Makes every record harmless, whoever wrote it: the host names files and links, too.

    A pipeline takes a line that begins with two colons for an order.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record pass as plain text."""
        lines = record.getMessage().split("\n")
        record.msg = "\n".join(_ORDER.sub(r"\1\\u003a", printable(line)) for line in lines)
        record.args = ()
        return True


def guard_host_log() -> None:
    """Guard all handlers of the host's log, once."""
    for handler in logging.getLogger("mkdocs").handlers:
        if not any(isinstance(log_filter, Guard) for log_filter in handler.filters):
            handler.addFilter(Guard())
