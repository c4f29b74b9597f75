"""The text of a page that people wrote, by our own renderer: its links lead from the site's root.

A host renders these pages itself. Where there is none, and where a page stands together with
others, this is how.
"""

from __future__ import annotations

import posixpath
import re

from living_strategy.content.corpus import ProsePage
from living_strategy.site.markdown.bodies import Bodies
from living_strategy.site.markdown.marks import LOCAL

_HEADING = re.compile(r"<h([1-6])[ >].*?</h\1>\s*", re.S)
_OPENING = re.compile(r"<(?!(?:br|col|hr|img|wbr)[ >])[a-z]")
_FIRST_LEVEL = re.compile(r"(</?)h1(?=[ >])")
_LOCAL_LINK = re.compile(f'{LOCAL}(?P<path>[^"?#]*)(?P<rest>[^"]*)')


def written_body(page: ProsePage, bodies: Bodies) -> str:
    """HTML with placeholders, as those of entries. Its links are written as seen from its file,
    the way editors and other tools read them.
    """
    folder = posixpath.dirname(page.path)

    def from_root(match: re.Match[str]) -> str:
        path = match["path"]
        target = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
        slash = "/" if target and (path.endswith("/") or not path) else ""
        return f"{LOCAL}{target}{slash}{match['rest']}"

    return one_title(_LOCAL_LINK.sub(from_root, bodies.html(page.source.body)))


def one_title(html: str) -> str:
    """Leave one heading of the first level at most, and only where the text begins."""
    title, body = title_and_rest(html)
    return title + below_title(body)


def below_title(html: str) -> str:
    """Let the headings of a text that stands below a title begin at the second level."""
    return _FIRST_LEVEL.sub(r"\1h2", html) if "<h1" in html else html


def title_and_rest(html: str) -> tuple[str, str]:
    """Return the title of a text, and the text without it. It is the first heading, if that is one
    of the first level that stands in nothing else; an introduction above it comes after it.
    """
    first = _HEADING.search(html)
    if first is None or first[1] != "1":
        return "", html
    before = html[: first.start()]
    if len(_OPENING.findall(before)) != before.count("</"):
        return "", html
    return html[first.start() : first.end()], before + html[first.end() :]


def seen_from(html: str, address: str) -> str:
    """Rewrite the links of such a text as seen from an address, the way a host writes them."""

    def relative(match: re.Match[str]) -> str:
        path = match["path"]
        slash = "/" if path.endswith("/") or not path else ""
        way = posixpath.relpath(path or ".", address or ".") + slash
        # What stands before a colon would be a scheme, such as one that runs code.
        return ("./" if ":" in way.partition("/")[0] else "") + way + match["rest"]

    return _LOCAL_LINK.sub(relative, html)
