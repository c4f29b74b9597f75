"""Pages of a preview, made when somebody asks for them.

Nobody looks at every page after every edit. So the page of an entry is made when it is asked for,
and all lists, pictures and downloads when one of them is. What is served is always made from the
last edit: no page is kept from an earlier one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from living_strategy.adapters.mkdocs.publisher import Publisher
from living_strategy.adapters.mkdocs.shell import Host
from living_strategy.publication import Publication

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page as HostPage


class LazyPages:
    """The pages of one edit. `host_pages` are the host's pages by their addresses."""

    def __init__(
        self,
        publisher: Publisher,
        publication: Publication,
        host: Host,
        host_pages: Mapping[str, HostPage],
    ) -> None:
        self._publisher = publisher
        self._host = host
        self._host_pages = host_pages
        self._entries = {
            f"{publication.context.addresses.entry(entry)}index.html": entry
            for entry in publication.graph.entries.values()
        }
        self._entries_due = dict(self._entries)
        self._others_due = True

    def ensure(self, path: str) -> None:
        """Make the file at `path`, relative to the site root, if it is one of ours and is due."""
        if path in self._entries:
            if entry := self._entries_due.pop(path, None):
                self._publisher.refresh_entry(self._host, entry)
        elif self._others_due and self._is_ours(path):
            self._others_due = False
            self._publisher.refresh_others(self._host, self._host_pages, self._entries.keys())

    def ensure_all(self) -> None:
        """Make everything that is due."""
        for path in [*self._entries_due, "index.html"]:
            self.ensure(path)

    def _is_ours(self, path: str) -> bool:
        """Whether a file may be made, or removed, by what is due. One that does not exist may."""
        return path.removesuffix("index.html") in self._host_pages or self._publisher.may_change(
            path
        )
