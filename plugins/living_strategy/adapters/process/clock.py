"""The current date, overridable by SOURCE_DATE_EPOCH."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from living_strategy.language import Language

EPOCH = "SOURCE_DATE_EPOCH"


class BadEpoch(Exception):  # noqa: N818 - named after what happened
    """SOURCE_DATE_EPOCH is set to something that is no date."""

    def message(self, language: Language) -> str:
        """Say what is wrong and what to do, in a sentence or two."""
        message = language.text(
            "The environment variable {variable} is “{value}”, which is no date. Write a number of "
            "seconds since 1970 with digits only, or remove it."
        )
        return message.format(variable=EPOCH, value=self)


def today() -> date:
    """Return the date that “late” is judged by. See reproducible-builds.org for the variable.

    Raises:
        BadEpoch: the variable is set, and no number of seconds up to the year 9999.
    """
    epoch = os.environ.get(EPOCH, "")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        if not (epoch.isascii() and epoch.isdigit()):
            raise ValueError(epoch)
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise BadEpoch(epoch if len(epoch) <= 40 else epoch[:39] + "…") from None
