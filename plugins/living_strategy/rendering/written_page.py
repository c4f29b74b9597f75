"""The text of a page that people wrote, by our own renderer: its links lead from the site's root.

A host renders these pages itself. Where there is none, and where a page stands together with
others, this is how.
"""

from __future__ import annotations

import posixpath
import re

from living_strategy.loading.corpus import ProsePage
from living_strategy.rendering.bodies import Bodies
from living_strategy.rendering.markdown_body import LOCAL

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

    return _LOCAL_LINK.sub(from_root, bodies.html(page.source.body))


def seen_from(html: str, address: str) -> str:
    """The links of such a text as seen from an address, the way a host writes them."""

    def relative(match: re.Match[str]) -> str:
        path = match["path"]
        slash = "/" if path.endswith("/") or not path else ""
        return posixpath.relpath(path or ".", address or ".") + slash + match["rest"]

    return _LOCAL_LINK.sub(relative, html)
