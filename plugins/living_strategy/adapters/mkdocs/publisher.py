"""Puts the pages of the host and ours together into the site folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from living_strategy.adapters.git.last_changes import last_changes
from living_strategy.adapters.mkdocs.shell import (
    Host,
    Shells,
    render_host_page,
    render_with_absolute_links,
)
from living_strategy.adapters.process.fork import run_concurrently
from living_strategy.adapters.search import index as search_index
from living_strategy.adapters.site_build import StrategyBuild
from living_strategy.adapters.storage.site_lock import waiting_notice
from living_strategy.adapters.storage.site_writer import (
    SiteWriter,
    WriterState,
    files_below,
    replace_file,
)
from living_strategy.adapters.storage.work_folder import WorkFolder
from living_strategy.artifact import Artifact, DataFile, Page, Redirect
from living_strategy.model import Entry
from living_strategy.site import card_image
from living_strategy.site.header_files import header_files
from living_strategy.site.markdown.marks import LOCAL
from living_strategy.site.pages.not_found.view import PATH as NOT_FOUND
from living_strategy.site.redirects import redirect_page
from living_strategy.site.sitemap import sitemap
from living_strategy.site.well_known import well_known

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as HostPage


# Page types that nobody should find by searching.
_UNLISTED = ("not_found", "printout")
log = get_plugin_logger("living-strategy")


class Publisher:
    """Lets the host write into a folder of its own, and publishes when everything is there."""

    def __init__(
        self,
        config: MkDocsConfig,
        build: StrategyBuild,
        target: Path,
        work: WorkFolder | None = None,
        *,
        with_search: bool = False,
        for_preview: bool = False,
    ) -> None:
        self._config = config
        self._build = build
        self._target = target
        self._work = work
        self._for_preview = for_preview
        self._with_search = with_search
        self._written: set[str] = set()
        self._written_by_host: frozenset[str] = frozenset()
        self._shells: Shells | None = None

    @classmethod
    def begin(
        cls,
        config: MkDocsConfig,
        build: StrategyBuild,
        *,
        with_search: bool,
        for_preview: bool = False,
    ) -> Publisher:
        """Before the host empties its output folder: give it another one."""
        target = Path(config.site_dir)
        notice = waiting_notice(build.language, os.path.relpath(target))
        work = WorkFolder(target, lambda: log.info(notice))
        config.site_dir = str(work.path / "host")
        return cls(config, build, target, work, with_search=with_search, for_preview=for_preview)

    def finish(self, host: Host) -> None:
        """Write our pages, take up the host's, and swap the site."""
        writer = SiteWriter(
            self._target, search_index.is_index, self._work, whole=not self._for_preview
        )
        try:
            host_folder = Path(self._config.site_dir)
            self._written_by_host = files_below(host_folder)
            self._write_rest(writer, host)
            writer.adopt(host_folder)
            if self._with_search:
                self._index(writer)
            writer.finish()
        except BaseException:
            writer.abandon()
            raise
        finally:
            self._restore()

    def may_change(self, path: str) -> bool:
        """Whether a file of the site is one that we write, or may write because it is not there."""
        return path in self._written or not os.path.isfile(self._target / path)

    def refresh_entry(self, host: Host, entry: Entry) -> None:
        """Write the page of one entry again into a site that is there."""
        shells = self._shells = self._shells or Shells(host)
        for artifact in self._build.entry_pages(lambda entries: [e for e in entries if e is entry]):
            path, content = self._output(artifact, host, shells)
            replace_file(self._target / path, content)
            self._written.add(path)

    def refresh_others(
        self, host: Host, host_pages: Mapping[str, HostPage], entry_files: Set[str]
    ) -> None:
        """Write everything of ours but the pages of entries again, leaving the host's files alone.

        `host_pages` are the host's pages for our menu pages, by source path. Files of ours that
        are neither made any more nor among `entry_files` are removed.
        """
        ours = self._written - entry_files
        writer = SiteWriter(self._target, keep=lambda path: path not in ours, whole=False)
        try:
            for page in self._build.menu_pages:
                html = render_host_page(host, host_pages[f"{page.path}index.md"], page)
                writer.write(f"{page.path}index.html", html.encode())
            self._write_others(writer, host)
            self._write_files_for_programs(writer, host)
            writer.finish()
        except BaseException:
            writer.abandon()
            raise

    def follow(self, build: StrategyBuild) -> Publisher:
        """The publisher of a later build of the same content root into the same site."""
        later = Publisher(self._config, build, self._target, for_preview=True)
        later._written = self._written
        later._written_by_host = self._written_by_host
        # The theme and the menu are those of the last full build, and so are the shells.
        later._shells = self._shells
        return later

    def _write_rest(self, writer: SiteWriter, host: Host) -> None:
        """Everything but menu pages; the pages of a large strategy in two processes."""
        build = self._build

        def second_part() -> WriterState:
            # It may run in a copy of this process or in this one, so it keeps to what is its own.
            branch = writer.branch()
            # Two thirds of the entries weigh as much as the last third and everything else.
            self._write(build.entry_pages(lambda entries: entries[1::3]), branch, host)
            self._write(build.entry_pages(lambda entries: entries[2::3]), branch, host)
            return branch.state()

        def first_part() -> None:
            self._write(build.entry_pages(lambda entries: entries[::3]), writer, host)
            self._write_others(writer, host)

        # Made before there is a second process, so that both have it.
        self._shells = self._shells or Shells(host)
        if build.is_large:
            writer.add(run_concurrently(second_part, first_part))
        else:
            self._write(build.entry_pages(), writer, host)
            self._write_others(writer, host)
        self._write_files_for_programs(writer, host)

    def _write_others(self, writer: SiteWriter, host: Host) -> None:
        """What is there once and does not stand in the menu."""
        self._write(self._build.other_overviews(), writer, host)
        self._write(self._build.downloads(), writer, host)

    def _write(self, artifacts: Iterable[Artifact], writer: SiteWriter, host: Host) -> None:
        shells = self._shells = self._shells or Shells(host)
        for artifact in artifacts:
            writer.write(*self._output(artifact, host, shells))

    def _write_files_for_programs(self, writer: SiteWriter, host: Host) -> None:
        """What servers and search engines look for. It comes last: it tells of all pages."""
        for path, content in self._files_for_programs():
            writer.write(path, content)
        self._written |= writer.paths

    def _files_for_programs(self) -> Iterator[tuple[str, bytes]]:
        url, build = self._config.site_url or "", self._build
        if url:
            yield "sitemap.xml", sitemap(url, self._dated_pages())
            if card_image.is_available() and not build.has_errors:
                yield (
                    card_image.PATH,
                    card_image.card_image(build.context.graph, build.context.today),
                )
        for path, content in well_known(build.settings, url, build.today):
            if path not in self._written_by_host:
                yield path, content
        yield from header_files(urlsplit(url).path or "/")

    def _dated_pages(self) -> Iterator[tuple[str, str]]:
        """Every page that people should find, with the date of its last change.

        That is the change of its source; a computed page changes with everything. Without a
        history there are only the dates that the facts are from.
        """
        build, changes = self._build, last_changes(self._build.root)
        latest = max(changes.values(), default="")
        for page in (one for one in build.overviews if isinstance(one, Page)):
            if page.type not in _UNLISTED:
                yield page.path, changes.get(page.source, "") if page.source else latest
        for entry in build.entries():
            yield entry.path, changes.get(entry.source, "") if changes else entry.as_of
        for written in build.context.graph.corpus.prose:
            if not build.menu_page(f"{written.address}index.md"):
                yield written.address, changes.get(f"strategy/{written.path}", "")

    def abandon(self) -> None:
        """Leave the site as it was."""
        self._restore()

    def _restore(self) -> None:
        if self._work:
            self._work.close()
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
        return render_with_absolute_links(host, page, base).replace(LOCAL, base).encode()

    def _index(self, writer: SiteWriter) -> None:
        try:
            search_index.update(writer)
        except search_index.SearchIndexError as error:
            message = self._build.language.text("The search index could not be made: {reason}")
            raise PluginError(message.format(reason=error)) from None
