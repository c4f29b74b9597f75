"""Marks for messages that are translated later than where they are written."""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Mark a message that is translated where it is shown."""
    return message


def plural(singular: str, plural_form: str) -> tuple[str, str]:
    """Mark both forms of a message that depends on a number."""
    return singular, plural_form
