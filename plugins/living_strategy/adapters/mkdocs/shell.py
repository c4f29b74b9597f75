"""The theme's page around a page of ours: rendered once per page type, then filled.

The theme's templates cost milliseconds a page; all they know of an entry's page is a handful of
leaf values. So the real templates are rendered once for an entry that does not exist, with marks
for those values (`frame_slots.py`), and the result is cut at the marks. A mark stands for a leaf
value only (an id, a file name, a title), never for something the theme derives, such as a whole
address.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from living_strategy.artifact import Page
from living_strategy.site.edit_addresses import PATH
from living_strategy.site.frame import strip_whitespace
from living_strategy.site.security import with_csp
from living_strategy.site.slots import Slots

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

_DRAFT = (
    '<div class="mkdocs-draft-marker" title="This page will not be included into the built site.">'
    "DRAFT</div>"
)
# A file in no strategy.
_PROBE = "living-strategy-probe.md"
_TEMPLATE, _NOT_FOUND = "main.html", "not_found.html"


@dataclass(frozen=True)
class Host:
    """What MkDocs has ready when its own pages are written."""

    config: MkDocsConfig
    environment: jinja2.Environment
    navigation: Navigation
    files: Files
    slots: Slots = field(default_factory=Slots)


def table_of_contents() -> TableOfContents:
    """Where the theme's skip link leads: our own heading."""
    return TableOfContents([AnchorLink("", "ls-title", 1)])


def apply_to_host_page(host_page: HostPage, page: Page) -> None:
    """Give a page of the host our content. Texts are markup that is escaped already, so they are
    right in templates that escape and in those that do not.
    """
    if not page.in_menu:
        host_page.title = escape(page.title)
    host_page.meta = {
        "title": escape(page.title),
        "description": escape(page.description),
        "hide": ["navigation", "toc"],
        "living_strategy": page.type,
        "script": page.script,
        "listed": page.listed,
        "linked_data": page.linked_data,
        "head": page.head,
    }
    host_page.content = page.content
    host_page.toc = table_of_contents()


def edit_uri(config: MkDocsConfig, source: str) -> str | None:
    """Return the path of a source file as seen from the documentation folder."""
    if not source:
        return None
    docs = posixpath.basename(config.docs_dir.replace("\\", "/").rstrip("/"))
    return posixpath.relpath(source, docs)


def edit_template(config: MkDocsConfig) -> str:
    """Return the host's own edit address of a file, with `{path}` in place of the path; empty where
    it has none, or one without a host.
    """
    file = File(_PROBE, None, config.site_dir, use_directory_urls=True)
    file.edit_uri = edit_uri(config, _PROBE)
    address = HostPage(None, file, config).edit_url or ""
    if not address.startswith(("https://", "http://")) or _PROBE not in address:
        return ""
    return address.replace(_PROBE, PATH)


def render_page(host: Host, page: Page) -> str:
    """Return the page through the theme's templates, without a shell: slow, and the truth."""
    return host.slots.fill(_frame_of(host, page), {"content": page.content})


def _frame_of(host: Host, page: Page) -> str:
    file = File.generated(
        host.config, f"{page.path.rstrip('/')}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
    )
    file.edit_uri = edit_uri(host.config, page.source)
    host_page = HostPage(None, file, host.config)
    apply_to_host_page(host_page, page)
    return _frame(host, host_page)


def render_with_absolute_links(host: Host, page: Page, base: str) -> str:
    """Return a page for any address: all its links begin with `base`, the site's root."""
    context: Any = get_context(host.navigation, host.files, host.config, base_url=base)
    context["not_found"] = {"title": escape(page.title), "content": host.slots["content"]}
    html = str(host.environment.get_template(_NOT_FOUND).render(context))
    return host.slots.fill(postprocess(html), {"content": page.content})


def render_host_page(host: Host, host_page: HostPage, page: Page) -> str:
    """Return a page that stands in the menu, which marks it as the current one."""
    apply_to_host_page(host_page, page)
    host_page.active = True
    try:
        return host.slots.fill(_frame(host, host_page), {"content": page.content})
    finally:
        host_page.active = False


def _frame(host: Host, host_page: HostPage) -> str:
    host_page.content = host.slots["content"]
    if host_page.file.inclusion is InclusionLevel.DRAFT:
        # As the host does it, which shows drafts in a preview only.
        host_page.content = _DRAFT + host_page.content
    context: Any = get_context(host.navigation, host.files, host.config, host_page)
    html = str(host.environment.get_template(_TEMPLATE).render(context))
    return postprocess(html)


def postprocess(frame: str) -> str:
    """Return the frame that the theme made, as it is published."""
    return with_csp(strip_whitespace(frame))


@dataclass(frozen=True, slots=True)
class _Shell:
    """The parts of a frame, and the names of the slots between them."""

    parts: list[bytes]
    slots: list[str]


class Shells:
    """One shell for each page type, folder and folder of source files."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._shells: dict[tuple[str, str, str, str, tuple[bool, bool, bool]], _Shell] = {}

    def fill(self, page: Page) -> bytes:
        """Return the whole page as it is written to disk."""
        folder, _, name = page.path.rstrip("/").rpartition("/")
        if not folder:
            # There once, and the frame may link to it: the theme writes that link differently.
            return render_page(self._host, page).encode()
        source_folder, _, source_name = page.source.rpartition("/")
        # Without a description the theme falls back to the one of the site.
        has = (bool(page.description), bool(page.linked_data), bool(page.head))
        key = (page.type, page.script, folder, source_folder, has)
        shell = self._shells.get(key)
        if shell is None:
            shell = self._shells[key] = self._cut(page, folder, source_folder)
        values: Mapping[str, str] = {
            "file": name,
            "source": source_name,
            "title": escape(page.title),
            "description": escape(page.description),
            "linked": page.linked_data,
            "head": page.head,
            "content": page.content,
        }
        texts = [values[part].encode() for part in shell.slots]
        return b"".join(
            [part for pair in zip(shell.parts, [*texts, b""], strict=True) for part in pair]
        )

    def _cut(self, page: Page, folder: str, source_folder: str) -> _Shell:
        slots = self._host.slots
        placeholder = replace(
            page,
            path=f"{folder}/{slots['file']}/",
            title=slots["title"],
            description=slots["description"] if page.description else "",
            linked_data=slots["linked"] if page.linked_data else "",
            head=slots["head"] if page.head else "",
            source=f"{source_folder}/{slots['source']}" if page.source else "",
        )
        parts = slots.cut(_frame_of(self._host, placeholder))
        return _Shell([part.encode() for part in parts[::2]], parts[1::2])
