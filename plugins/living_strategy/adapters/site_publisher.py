"""Puts the pages of the host and ours together into the site folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError

from living_strategy.adapters import card_image, search_index
from living_strategy.adapters.content_security import InlineCode
from living_strategy.adapters.header_files import header_files
from living_strategy.adapters.last_changes import last_changes
from living_strategy.adapters.parallel import beside
from living_strategy.adapters.redirect_page import redirect_page
from living_strategy.adapters.site_writer import SiteWriter, WriterState
from living_strategy.adapters.sitemap import sitemap
from living_strategy.adapters.strategy_build import StrategyBuild
from living_strategy.adapters.theme_shell import Host, Shells, render_anywhere, render_host_page
from living_strategy.adapters.well_known import well_known
from living_strategy.artifact import Artifact, DataFile, Page, Redirect
from living_strategy.rendering.markdown_body import LOCAL
from living_strategy.views.not_found import PATH as NOT_FOUND

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as HostPage


# Page types that nobody should find by searching.
_UNLISTED = ("not_found", "printout")

# Addresses of pages with the dates of their last changes.
Dated = list[tuple[str, str]]


class Publisher:
    """Lets the host write into a folder of its own, and publishes when everything is there."""

    def __init__(
        self, config: MkDocsConfig, build: StrategyBuild, target: Path, *, with_search: bool
    ) -> None:
        self._config = config
        self._build = build
        self._target = target
        self._host_folder = Path(f"{target}.host")
        self._with_search = with_search
        self._entry_pages = Dated()
        self._written: set[str] = set()
        self._shells: Shells | None = None
        self._changes: dict[str, str] = {}
        config.site_dir = str(self._host_folder)

    @classmethod
    def begin(cls, config: MkDocsConfig, build: StrategyBuild, *, with_search: bool) -> Publisher:
        """Before the host empties its output folder: give it another one."""
        return cls(config, build, Path(config.site_dir), with_search=with_search)

    def finish(self, host: Host) -> None:
        """Write our pages, take up the host's, and swap the site."""
        writer = SiteWriter(self._target, keep=search_index.is_index)
        try:
            self._write_rest(writer, host)
            writer.adopt(self._host_folder)
            if self._with_search:
                self._index(writer)
            writer.finish()
        except BaseException:
            writer.abandon()
            raise
        finally:
            self._restore()

    def refresh(self, host: Host, host_pages: Mapping[str, HostPage]) -> None:
        """Write our pages again into a site that is there, leaving the host's files alone.

        `host_pages` are the host's pages for our menu pages, by source path.
        """
        ours = self._written
        writer = SiteWriter(self._target, keep=lambda path: path not in ours)
        try:
            for page in self._build.menu_pages:
                html = render_host_page(host, host_pages[f"{page.path}index.md"], page)
                writer.write(f"{page.path}index.html", html.encode())
            self._write_rest(writer, host)
            writer.finish()
        except BaseException:
            writer.abandon()
            raise

    def follow(self, build: StrategyBuild) -> Publisher:
        """The publisher of a later build of the same content root into the same site."""
        later = Publisher(self._config, build, self._target, with_search=False)
        later._restore()
        later._written = self._written
        # The theme and the menu are those of the last full build, and so are the shells.
        later._shells = self._shells
        return later

    def _write_rest(self, writer: SiteWriter, host: Host) -> None:
        """Everything but menu pages; the pages of a large strategy in two processes."""
        build = self._build
        shells = self._shells = self._shells or Shells(host)
        # Asked for once, and before there is a second process.
        self._changes = last_changes(build.root) if self._config.site_url else {}

        def write(artifacts: Iterable[Artifact], to: SiteWriter, pages: Dated) -> None:
            for artifact in artifacts:
                to.write(*self._output(artifact, host, shells))
                if isinstance(artifact, Page) and artifact.type not in _UNLISTED:
                    pages.append((artifact.path, self._date(artifact)))

        def second_part() -> tuple[WriterState, Dated, InlineCode | None]:
            # It may run in a copy of this process or in this one, so it keeps to what is its own.
            branch, pages = writer.branch(), Dated()
            # Two thirds of the entries weigh as much as the last third and the open data.
            write(build.entry_pages((1, 3)), branch, pages)
            write(build.entry_pages((2, 3)), branch, pages)
            return branch.state(), pages, host.inline

        def first_part() -> None:
            write(build.other_overviews(), writer, self._entry_pages)
            entries = build.entry_pages((0, 3) if build.is_large else (0, 1))
            write(entries, writer, self._entry_pages)
            write(build.downloads(), writer, self._entry_pages)

        if build.is_large:
            state, pages, inline = beside(second_part, first_part)
            writer.add(state)
            if host.inline and inline:
                host.inline.add(inline)
            self._entry_pages += pages
        else:
            first_part()
        for path, content in self._files_for_programs(host.inline):
            writer.write(path, content)
        self._written |= writer.paths

    def _files_for_programs(self, inline: InlineCode | None) -> Iterator[tuple[str, bytes]]:
        """What servers, search engines and others look for, unless the strategy has its own."""
        url, build = self._config.site_url or "", self._build
        if url:
            yield "sitemap.xml", sitemap(url, self._pages())
            if card_image.is_available() and not build.has_errors:
                yield card_image.PATH, card_image.card_image(build.context.graph)
        for path, content in well_known(build.settings, url, build.today):
            if not (self._host_folder / path).exists():
                yield path, content
        if inline:
            yield from header_files(inline, urlsplit(url).path or "/")

    def _pages(self) -> Iterator[tuple[str, str]]:
        """Every page that people should find, with the date of its last change."""
        yield from self._entry_pages
        for page in self._build.menu_pages:
            yield page.path, self._date(page)
        for written in self._build.context.graph.corpus.prose:
            if not self._build.menu_page(f"{written.address}index.md"):
                yield written.address, self._changes.get(f"strategy/{written.path}", "")

    def _date(self, page: Page) -> str:
        """When the source of a page was last changed; that of a computed page is everything.
        Without a history there is only the date that the page speaks of.
        """
        if not self._changes:
            return page.modified
        return self._changes.get(page.source, "") if page.source else max(self._changes.values())

    def abandon(self) -> None:
        """Leave the site as it was."""
        self._restore()

    def _restore(self) -> None:
        shutil.rmtree(self._host_folder, ignore_errors=True)
        self._config.site_dir = str(self._target)

    def _output(self, artifact: Artifact, host: Host, shells: Shells) -> tuple[str, bytes]:
        """Path and content of an artifact as it lies on disk."""
        if isinstance(artifact, DataFile):
            return artifact.path, artifact.content
        if isinstance(artifact, Redirect):
            return f"{artifact.path}index.html", redirect_page(artifact, self._build.language)
        if artifact.path == NOT_FOUND:
            return NOT_FOUND, self._not_found(artifact, host)
        return f"{artifact.path}index.html", shells.fill(artifact)

    def _not_found(self, page: Page, host: Host) -> bytes:
        """The page for unknown addresses: links from the root, since it is shown anywhere."""
        base = urlsplit(self._config.site_url or "/").path
        return render_anywhere(host, page, base).replace(LOCAL, base).encode()

    def _index(self, writer: SiteWriter) -> None:
        try:
            search_index.update(writer)
        except search_index.SearchIndexError as error:
            message = self._build.language.text("The search index could not be made: {reason}")
            raise PluginError(message.format(reason=error)) from None
