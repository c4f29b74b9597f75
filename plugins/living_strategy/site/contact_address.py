"""Where a link to a contact leads."""

from __future__ import annotations


def address_of(contact: str) -> str:
    """Return what a link to a contact leads to: a web address, or `mailto:` with an e-mail."""
    is_mail = "@" in contact and "//" not in contact
    return f"mailto:{contact}" if is_mail else contact
