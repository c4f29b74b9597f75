"""Mark for messages that are translated later than where they are written."""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Mark a message that is translated where it is shown."""
    return message
