"""Puts the pages of the host and ours together into the site folder."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Set
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from living_strategy.adapters.git.last_changes import last_changes
from living_strategy.adapters.mkdocs.frame import ThemeFrame
from living_strategy.adapters.mkdocs.shell import Host, Shells
from living_strategy.adapters.publishing import write_files
from living_strategy.adapters.search import index as search_index
from living_strategy.adapters.storage.site_writer import SiteWriter, replace_file
from living_strategy.model import Entry
from living_strategy.publication import Publication
from living_strategy.site.files import Site, entry_files, other_files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as HostPage


class Publisher:
    """Lets the host write into a folder of its own, and publishes when everything is there."""

    def __init__(
        self, config: MkDocsConfig, publication: Publication, target: Path, *, with_search: bool
    ) -> None:
        self._config = config
        self._publication = publication
        self._target = target
        self._host_folder = Path(f"{target}.host")
        self._with_search = with_search
        self._written: frozenset[str] = frozenset()
        self._shells: Shells | None = None
        config.site_dir = str(self._host_folder)

    @classmethod
    def begin(
        cls, config: MkDocsConfig, publication: Publication, *, with_search: bool
    ) -> Publisher:
        """Before the host empties its output folder: give it another one."""
        return cls(config, publication, Path(config.site_dir), with_search=with_search)

    def finish(self, host: Host, host_pages: Mapping[str, HostPage]) -> None:
        """Write our files, take up what else the host made, and swap the site."""
        writer = SiteWriter(self._target, keep=search_index.is_index)
        frame = self._frame(host, host_pages, self._host_folder)
        try:
            write_files(self._publication, frame, self._site(), writer)
            self._written = writer.paths
            writer.adopt(self._host_folder)
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
        return path in self._written or not (self._target / path).is_file()

    def refresh_entry(self, host: Host, entry: Entry) -> None:
        """Write the page of one entry again into a site that is there."""
        frame = self._frame(host, {})
        chosen = entry_files(
            self._publication,
            frame,
            self._site(),
            lambda entries: [e for e in entries if e is entry],
        )
        for file in chosen:
            replace_file(self._target / file.path, file.content)
            self._written |= {file.path}

    def refresh_others(
        self, host: Host, host_pages: Mapping[str, HostPage], entry_files: Set[str]
    ) -> None:
        """Write everything of ours but the pages of entries again, leaving the host's files alone.

        Files of ours that are neither made any more nor among `entry_files` are removed.
        """
        ours = self._written - entry_files
        writer = SiteWriter(self._target, keep=lambda path: path not in ours)
        try:
            frame = self._frame(host, host_pages)
            for file in other_files(self._publication, frame, self._site()):
                writer.write(file.path, file.content)
            self._written |= writer.paths
            writer.finish()
        except BaseException:
            writer.abandon()
            raise

    def follow(self, publication: Publication) -> Publisher:
        """The publisher of a later state of the same content root into the same site."""
        later = Publisher(self._config, publication, self._target, with_search=False)
        later._restore()
        later._written = self._written
        # The theme and the menu are those of the last full build, and so are the shells.
        later._shells = self._shells
        return later

    def _frame(
        self, host: Host, host_pages: Mapping[str, HostPage], written: Path | None = None
    ) -> ThemeFrame:
        self._shells = self._shells or Shells(host)
        return ThemeFrame(host, self._shells, host_pages, written)

    def _site(self) -> Site:
        url = self._config.site_url or ""
        return Site(url, last_changes(self._publication.root) if url else {})

    def abandon(self) -> None:
        """Leave the site as it was."""
        self._restore()

    def _restore(self) -> None:
        shutil.rmtree(self._host_folder, ignore_errors=True)
        self._config.site_dir = str(self._target)

    def _index(self, writer: SiteWriter) -> None:
        try:
            search_index.update(writer)
        except search_index.SearchIndexError as error:
            message = self._publication.language.text(
                "The search index could not be made: {reason}"
            )
            raise PluginError(message.format(reason=error)) from None
