"""The frame that MkDocs and its theme put around our pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from living_strategy.adapters.mkdocs.shell import (
    Host,
    Shells,
    render_host_page,
    render_with_absolute_links,
)
from living_strategy.artifact import Page

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page as HostPage


class ThemeFrame:
    """A page of the host is taken as the host has written it, with whatever other plugins did to
    it; where the host has not written it, its template is used. All others fill a shell.

    `host_pages` are the host's pages by their addresses, `written` the folder it wrote them to.
    """

    def __init__(
        self,
        host: Host,
        shells: Shells,
        host_pages: Mapping[str, HostPage],
        written: Path | None = None,
    ) -> None:
        self._host = host
        self._shells = shells
        self._host_pages = host_pages
        self._written = written

    def document(self, page: Page) -> bytes:
        """Return the document around a page."""
        if page.absolute_links:
            base = urlsplit(self._host.config.site_url or "/").path
            return render_with_absolute_links(self._host, page, base).encode()
        host_page = self._host_pages.get(page.path)
        if host_page is None:
            return self._shells.fill(page)
        if self._written and (file := self._written / page.file).is_file():
            return file.read_bytes()
        return render_host_page(self._host, host_page, page).encode()
