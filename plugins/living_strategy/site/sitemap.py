"""sitemap.xml with the dates of the last changes (sitemaps.org protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

MAX_URLS = 50_000


def sitemap(site_url: str, pages: Iterable[tuple[str, str]]) -> bytes:
    """Write the sitemap of pages given as (path, date or empty): at most 50,000 addresses."""
    base = site_url if site_url.endswith("/") else site_url + "/"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for path, modified in sorted(pages)[:MAX_URLS]:
        date = f"<lastmod>{modified}</lastmod>" if modified else ""
        lines.append(f"<url><loc>{escape(base + quote(path))}</loc>{date}</url>")
    lines.append("</urlset>\n")
    return "\n".join(lines).encode("utf-8")
