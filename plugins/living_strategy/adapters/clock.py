"""Today, for those who may ask: the date of SOURCE_DATE_EPOCH if it is set, else the clock's."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """The date that “late” is judged by. See reproducible-builds.org for the variable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now().astimezone().date()
