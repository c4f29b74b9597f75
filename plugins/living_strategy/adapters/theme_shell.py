"""The theme's page around a page of ours: rendered once per page type, then filled.

The theme's templates cost milliseconds a page; all they know of an entry's page is a handful of
leaf values. So the real templates are rendered once for an entry that does not exist, with marks
for those values, and the result is cut at the marks. A mark stands for a leaf value only (an id,
a file name, a title), never for something the theme derives, such as a whole address.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from living_strategy.adapters.content_security import InlineCode, secured
from living_strategy.artifact import Page

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

# The theme adds a heading of its own unless it sees one in the content.
_CONTENT = "QzCONTENTzQ<!--<h1-->"
_MARK = re.compile(f"(QzIDzQ|QzSOURCEzQ|QzTITLEzQ|QzDESCRIPTIONzQ|QzLINKEDzQ|{_CONTENT})")
_LINE_BREAKS = re.compile(r"\s*\n\s*")
_TEMPLATE, _ANYWHERE = "main.html", "anywhere.html"


@dataclass(frozen=True)
class Host:
    """What MkDocs has ready when its own pages are written.

    `inline` collects the code that stands in pages. A preview has none: it adds a script of its
    own to every page, which a policy would stop.
    """

    config: MkDocsConfig
    environment: jinja2.Environment
    navigation: Navigation
    files: Files
    inline: InlineCode | None


def table_of_contents() -> TableOfContents:
    """Where the theme's skip link leads: our own heading."""
    return TableOfContents([AnchorLink("", "ls-title", 1)])


def dress(host_page: HostPage, page: Page) -> None:
    """Give a page of the host our content. The theme prints these values as they are."""
    if not page.in_menu:
        host_page.title = escape(page.title)
    host_page.meta = {
        "title": escape(page.title),
        "description": escape(page.description),
        "hide": ["navigation", "toc"],
        "living_strategy": page.type,
        "linked_data": page.linked_data,
    }
    host_page.content = page.content
    host_page.toc = table_of_contents()


def edit_uri(config: MkDocsConfig, source: str) -> str | None:
    """The path of a source file as seen from the documentation folder."""
    if not source:
        return None
    docs = posixpath.basename(config.docs_dir.replace("\\", "/").rstrip("/"))
    return posixpath.relpath(source, docs)


def render_page(host: Host, page: Page) -> str:
    """The page through the theme's templates, without a shell: slow, and the truth."""
    file = File.generated(
        host.config, f"{page.path.rstrip('/')}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
    )
    file.edit_uri = edit_uri(host.config, page.source)
    host_page = HostPage(None, file, host.config)
    dress(host_page, page)
    return _render(host, host_page)


def render_anywhere(host: Host, page: Page, base: str) -> str:
    """A page that is shown at any address: all its links begin with `base`, the site's root."""
    context: Any = get_context(host.navigation, host.files, host.config, base_url=base)
    context["anywhere"] = {"title": escape(page.title), "content": page.content}
    html = str(host.environment.get_template(_ANYWHERE).render(context))
    return finished(html, page.content, host.inline)


def render_host_page(host: Host, host_page: HostPage, page: Page) -> str:
    """A page that stands in the menu, which marks it as the current one."""
    dress(host_page, page)
    host_page.active = True
    try:
        return _render(host, host_page)
    finally:
        host_page.active = False


def _render(host: Host, host_page: HostPage) -> str:
    context: Any = get_context(host.navigation, host.files, host.config, host_page)
    html = str(host.environment.get_template(_TEMPLATE).render(context))
    return finished(html, host_page.content or "", host.inline)


def finished(html: str, content: str, inline: InlineCode | None) -> str:
    """What the theme made, as it is published."""
    tidied = tidy(html, content)
    return tidied if inline is None else secured(tidied, inline)


def tidy(html: str, content: str) -> str:
    """The page without the theme's indentation and blank lines, a third of its frame.

    Nothing of the frame is preformatted; the content is left alone.
    """
    if not content:
        return _LINE_BREAKS.sub("\n", html)
    before, found, after = html.partition(content)
    return _LINE_BREAKS.sub("\n", before) + found + _LINE_BREAKS.sub("\n", after)


class Shells:
    """One shell for each page type, folder and folder of source files."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._shells: dict[tuple[str, str, str, tuple[bool, bool]], list[bytes]] = {}

    def fill(self, page: Page) -> bytes:
        """The whole page as it is written to disk."""
        folder, _, name = page.path.rstrip("/").rpartition("/")
        if not folder:
            # There once, and the frame may link to it: the theme writes that link differently.
            return render_page(self._host, page).encode()
        source_folder, _, source_name = page.source.rpartition("/")
        # Without a description the theme falls back to the one of the site.
        has = (bool(page.description), bool(page.linked_data))
        key = (page.type, folder, source_folder, has)
        shell = self._shells.get(key)
        if shell is None:
            shell = self._shells[key] = self._cut(page, folder, source_folder)
        values = {
            b"QzIDzQ": name.encode(),
            b"QzSOURCEzQ": source_name.encode(),
            b"QzTITLEzQ": escape(page.title).encode(),
            b"QzDESCRIPTIONzQ": escape(page.description).encode(),
            b"QzLINKEDzQ": page.linked_data.encode(),
            _CONTENT.encode(): page.content.encode(),
        }
        return b"".join([values.get(part, part) for part in shell])

    def _cut(self, page: Page, folder: str, source_folder: str) -> list[bytes]:
        stand_in = replace(
            page,
            path=f"{folder}/QzIDzQ/",
            title="QzTITLEzQ",
            description="QzDESCRIPTIONzQ" if page.description else "",
            content=_CONTENT,
            linked_data="QzLINKEDzQ" if page.linked_data else "",
            source=f"{source_folder}/QzSOURCEzQ" if page.source else "",
        )
        return [part.encode() for part in _MARK.split(render_page(self._host, stand_in))]
