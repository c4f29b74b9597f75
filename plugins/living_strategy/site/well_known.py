"""Files that programs look for at the root of a site: robots.txt and security.txt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from living_strategy.settings import Settings


def well_known(settings: Settings, site_url: str, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each. `site_url` is empty or ends with a slash."""
    yield "robots.txt", robots(site_url, is_listed=settings.is_listed).encode()
    if settings.security_contact:
        text = security_txt(settings.security_contact, site_url, today)
        yield ".well-known/security.txt", text.encode()


def robots(site_url: str, *, is_listed: bool = True) -> str:
    """Write robots.txt: everything may be read, and the sitemap lists it; a demonstration is closed
    to search engines.
    """
    if not is_listed:
        return "User-agent: *\nDisallow: /\n"
    lines = ["User-agent: *", "Disallow:", ""]
    return "\n".join([*lines, f"Sitemap: {site_url}sitemap.xml", ""] if site_url else lines)


def security_txt(contact: str, site_url: str, today: date) -> str:
    """Write security.txt (RFC 9116). A site that nobody builds any more expires within the year."""
    address = contact if contact.startswith("https://") else f"mailto:{contact}"
    lines = [f"Contact: {address}", f"Expires: {expiry(today).isoformat()}T00:00:00Z"]
    lines.append("Preferred-Languages: nb, nn, en")
    if site_url:
        lines.append(f"Canonical: {site_url}.well-known/security.txt")
    return "\n".join((*lines, ""))


def expiry(today: date) -> date:
    """Return the last day of the previous month, one year later: less than a year ahead, and the
    same for a whole month, so that a nightly build changes nothing.
    """
    return date(today.year + 1, today.month, 1) - timedelta(days=1)
