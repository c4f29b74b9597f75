"""Puts the pages of the host and ours together into the site folder."""

from __future__ import annotations

import os
from collections.abc import Mapping, Set
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from living_strategy.adapters.mkdocs.frame import ThemeFrame
from living_strategy.adapters.mkdocs.shell import Host, Shells
from living_strategy.adapters.publishing import write_files
from living_strategy.adapters.search import index as search_index
from living_strategy.adapters.storage.site_lock import waiting_notice
from living_strategy.adapters.storage.site_writer import SiteWriter, replace_file
from living_strategy.adapters.storage.work_folder import WorkFolder
from living_strategy.model import Entry
from living_strategy.publication import Publication
from living_strategy.site.files import Site, entry_files, other_files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as HostPage


log = get_plugin_logger("living-strategy")


class Publisher:
    """Lets the host write into a folder of its own, and publishes when everything is there."""

    def __init__(
        self,
        config: MkDocsConfig,
        publication: Publication,
        target: Path,
        work: WorkFolder | None = None,
        *,
        with_search: bool = False,
        for_preview: bool = False,
    ) -> None:
        self._config = config
        self._publication = publication
        self._target = target
        self._work = work
        self._for_preview = for_preview
        self._with_search = with_search
        self._written: frozenset[str] = frozenset()
        self._shells: Shells | None = None

    @classmethod
    def begin(
        cls,
        config: MkDocsConfig,
        publication: Publication,
        *,
        with_search: bool,
        for_preview: bool = False,
    ) -> Publisher:
        """Before the host empties its output folder: give it another one."""
        target = Path(config.site_dir)
        notice = waiting_notice(publication.language, os.path.relpath(target))
        work = WorkFolder(target, lambda: log.info(notice))
        config.site_dir = str(work.path / "host")
        return cls(
            config, publication, target, work, with_search=with_search, for_preview=for_preview
        )

    def finish(self, host: Host, host_pages: Mapping[str, HostPage]) -> None:
        """Write our files, take up what else the host made, and swap the site."""
        writer = SiteWriter(
            self._target, search_index.is_index, self._work, whole=not self._for_preview
        )
        try:
            host_folder = Path(self._config.site_dir)
            frame = self._frame(host, host_pages, host_folder)
            write_files(self._publication, frame, self._site, writer)
            self._written = writer.paths
            # What is left in the folder is the host's own.
            for path in host_pages:
                if (file := f"{path}index.html") in self._written:
                    (host_folder / file).unlink(missing_ok=True)
            writer.adopt(host_folder)
            if self._with_search:
                self._index(writer)
            writer.finish()
        except BaseException:
            writer.abandon()
            raise
        finally:
            self._restore()
        if not self._for_preview:
            log.info(self.whereabouts())

    def whereabouts(self) -> str:
        """Say where the site is, and which command shows it: its pages are made to be served."""
        has_makefile = (self._publication.root / "Makefile").is_file()
        return self._publication.language.text(
            "The site is in {folder}. Look at it with “{command}”."
        ).format(
            folder=os.path.relpath(self._target),
            command="make serve" if has_makefile else "mkdocs serve",
        )

    def may_change(self, path: str) -> bool:
        """Whether a file of the site is one that we write, or may write because it is not there."""
        return path in self._written or not (self._target / path).is_file()

    def refresh_entry(self, host: Host, entry: Entry) -> None:
        """Write the page of one entry again into a site that is there."""
        frame = self._frame(host, {})
        chosen = entry_files(
            self._publication,
            frame,
            self._site,
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
        own_paths = self._written - entry_files
        writer = SiteWriter(self._target, keep=lambda path: path not in own_paths, whole=False)
        try:
            frame = self._frame(host, host_pages)
            for file in other_files(self._publication, frame, self._site):
                writer.write(file.path, file.content)
            self._written |= writer.paths
            writer.finish()
        except BaseException:
            writer.abandon()
            raise

    def follow(self, publication: Publication) -> Publisher:
        """Make the publisher of a later state of the same content root into the same site."""
        later = Publisher(self._config, publication, self._target, for_preview=True)
        later._written = self._written
        # The theme and the menu are those of the last full build, and so are the shells.
        later._shells = self._shells
        return later

    def _frame(
        self, host: Host, host_pages: Mapping[str, HostPage], written: Path | None = None
    ) -> ThemeFrame:
        self._shells = self._shells or Shells(host)
        return ThemeFrame(host, self._shells, host_pages, written)

    @cached_property
    def _site(self) -> Site:
        url = self._config.site_url or ""
        return Site(url, self._publication.history.last_changes if url else {})

    def abandon(self) -> None:
        """Leave the site as it was."""
        self._restore()

    def _restore(self) -> None:
        if self._work:
            self._work.close()
        self._config.site_dir = str(self._target)

    def _index(self, writer: SiteWriter) -> None:
        try:
            search_index.update(writer)
        except search_index.SearchIndexError as error:
            message = self._publication.language.text(
                "The search index could not be made: {reason}"
            )
            raise PluginError(message.format(reason=error)) from None
