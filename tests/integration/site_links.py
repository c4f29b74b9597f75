"""Links of a built site: whether each leads to a file, and to a place that is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

LINK = re.compile(r'<(?:a|img)\b[^>]*?\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)"')
_LOCATION = re.compile(r"<loc>([^<]*)</loc>")


def dead_links(site: Path, file: Path, html: str) -> list[str]:
    """Return the links in the HTML of a page that lead to no file of the site, or to no place on
    its page.
    """
    return _dead(site, file, LINK.findall(html))


def all_dead_links(site: Path, address: str) -> Iterator[str]:
    """Yield every link of every page that leads nowhere, with its page: also of redirects and of
    the map for search engines, where the site lies at `address`.
    """
    ids = cache(_ids_of)
    for file in sorted(site.rglob("*.html")):
        html = file.read_text("utf-8")
        if file.name == "404.html":
            # It is shown at any address, so its links begin with that of the site.
            html = html.replace(f'="{urlsplit(address).path}', '="./')
        name = file.relative_to(site).as_posix()
        links = (*LINK.findall(html), *_REFRESH.findall(html))
        yield from (f"{name}: {href}" for href in _dead(site, file, links, ids))
    for location in _LOCATION.findall((site / "sitemap.xml").read_text("utf-8")):
        page = site / unquote(unescape(location)).removeprefix(address) / "index.html"
        if not page.is_file():
            yield f"sitemap.xml: {location}"


def _ids_of(page: Path) -> frozenset[str]:
    return frozenset(_ID.findall(page.read_text("utf-8")))


def _dead(
    site: Path,
    file: Path,
    links: Iterable[str],
    ids: Callable[[Path], frozenset[str]] = _ids_of,
) -> list[str]:
    dead = []
    for written in links:
        href = unescape(written)
        if re.match(r"[a-z]+:", href):
            continue
        path, _, fragment = href.partition("#")
        path = unquote(path.partition("?")[0])
        here = file.parent.relative_to(site).as_posix()
        lies = posixpath.normpath(posixpath.join("/", here, path)) if path else f"/{here}"
        target = site / lies.lstrip("/")
        if path.startswith("/") or (target.is_dir() and path and not path.endswith(("/", "."))):
            dead.append(href)
            continue
        target = target / "index.html" if target.is_dir() else target
        if not target.is_file():
            dead.append(href)
        elif fragment and target.suffix == ".html" and fragment != "top":
            dead += [] if fragment in ids(target) else [href]
    return dead
