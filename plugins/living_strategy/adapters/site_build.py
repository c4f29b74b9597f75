"""One build for a host: what was read, and its pages in the order a host needs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from living_strategy.adapters.findings_page import findings_page
from living_strategy.adapters.process.fork import (
    PARALLEL_PAGES,
    render_parallel,
    run_concurrently,
    start,
)
from living_strategy.adapters.process.invoked import command_name
from living_strategy.adapters.storage.body_cache import SqliteBodyCache
from living_strategy.adapters.storage.site_folder import SiteFolderError
from living_strategy.adapters.storage.template_cache import template_cache
from living_strategy.artifact import Artifact, Page
from living_strategy.build import (
    colours,
    downloads,
    entry_pages,
    inspect,
    overview,
    overview_count,
    prepare,
)
from living_strategy.content.corpus import ProsePage
from living_strategy.content.read_ahead import Prefetcher, prefetch_half
from living_strategy.diagnostics import Diagnostic
from living_strategy.figures.presence import overviews_with_content
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.settings import Settings
from living_strategy.site.context import Choose, ViewContext, every_entry
from living_strategy.site.markdown.markdown_body import TextTooDeepError
from living_strategy.site.templates import OverrideError

PARALLEL_PREFETCH = prefetch_half(start)
# What keeps content that passed the check from being shown: each says in a sentence why.
EXPLAINED = (OverrideError, TextTooDeepError, SiteFolderError)


@dataclass(frozen=True, slots=True)
class EntryAddress:
    """Where an entry's page is, which file it comes from, and the date its facts are from."""

    entry: Entry
    path: str
    source: str
    as_of: str


class StrategyBuild:
    """Reads and checks at once; renders when asked."""

    def __init__(self, root: Path, today: date, prefetch: Prefetcher = PARALLEL_PREFETCH) -> None:
        self.root = root
        self.today = today
        self._inspection = inspect(root, today, prefetch)
        self.settings: Settings = self._inspection.graph.corpus.settings
        self.language = Language.load(self.settings.language.value).calling(command_name())

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every finding, in report order."""
        return self._inspection.diagnostics

    @property
    def has_errors(self) -> bool:
        """Whether the site cannot be published as it stands."""
        return self._inspection.has_errors

    @cached_property
    def context(self) -> ViewContext:
        """What the views work with."""
        return prepare(
            self.root,
            self._inspection.graph,
            self.today,
            cache=SqliteBodyCache(self.root),
            render_bodies=render_parallel,
            compiled=template_cache(self.root),
        )

    @cached_property
    def overviews(self) -> tuple[Artifact, ...]:
        """The pages that are there once; only the list of findings when there are errors."""
        if self.has_errors:
            return (findings_page(self.context, self.diagnostics),)
        context, count = self.context, overview_count()
        found: dict[int, tuple[Artifact, ...]] = {}

        def render(indexes: range) -> dict[int, tuple[Artifact, ...]]:
            return {index: tuple(overview(context, index)) for index in indexes}

        if self.is_large:
            found |= run_concurrently(
                lambda: render(range(1, count, 2)),
                lambda: found.update(render(range(0, count, 2))),
            )
        else:
            found = render(range(count))
        return tuple(artifact for index in range(count) for artifact in found[index])

    @property
    def is_large(self) -> bool:
        """Whether a second process pays for itself."""
        return len(self._inspection.graph.entries) >= PARALLEL_PAGES

    @property
    def menu_pages(self) -> tuple[Page, ...]:
        """The pages that stand in the menu, in its order."""
        return tuple(page for page in self.overviews if isinstance(page, Page) and page.in_menu)

    @cached_property
    def _by_source(self) -> dict[str, Page]:
        return {f"{page.path}index.md": page for page in self.menu_pages}

    def menu_page(self, source: str) -> Page | None:
        """The menu page that a host knows by this source path, if it is one of ours."""
        return self._by_source.get(source)

    @property
    def attachments(self) -> tuple[str, ...]:
        """The files that are published as they are, by their paths below `strategy/`."""
        return self._inspection.graph.corpus.attachments

    def is_published(self, source: str) -> bool:
        """Whether a file below `strategy/` is a written page, or published as it is."""
        return source in self._published

    @cached_property
    def _published(self) -> frozenset[str]:
        pages = self._inspection.graph.corpus.prose
        return frozenset((*self.attachments, *(page.path for page in pages)))

    @property
    def misleads_hosts(self) -> bool:
        """Whether a host that lists the files of the content could be led out of it, or come to no
        end: by a link, or by folders in folders.
        """
        links = ("symbolic-link", "symlink-outside-root")
        return any(
            found.code in links or found.params.get("case") == "deep" for found in self.diagnostics
        )

    def written_page(self, source: str) -> ProsePage | None:
        """The written page with this source path."""
        pages = self._inspection.graph.corpus.prose
        return next((page for page in pages if page.path == source), None)

    def other_overviews(self) -> Iterator[Artifact]:
        """Overview pages that do not stand in the menu."""
        return (one for one in self.overviews if not (isinstance(one, Page) and one.in_menu))

    def entry_pages(self, choose: Choose = every_entry) -> Iterator[Artifact]:
        """The pages of entries, or of the chosen ones, one by one."""
        return iter(()) if self.has_errors else entry_pages(self.context.choosing(choose))

    def entries(self) -> tuple[EntryAddress, ...]:
        """Every entry that gets a page, with what is known of the page before it is made."""
        if self.has_errors:
            return ()
        graph, addresses = self._inspection.graph, self.context.addresses
        return tuple(
            EntryAddress(
                entry, addresses.entry(entry), graph.record(entry.id).source.path, entry.as_of or ""
            )
            for entry in graph.entries.values()
        )

    def downloads(self) -> Iterator[Artifact]:
        """Open data, colours and redirects; only the colours when there are errors."""
        return iter((colours(self.context),)) if self.has_errors else downloads(self.context)

    def needs_full_build_after(self, previous: StrategyBuild) -> bool:
        """Whether pages of the host would go stale: its menu, or links on written pages."""
        return self._seen_by_host() != previous._seen_by_host()

    def _seen_by_host(self) -> tuple[object, ...]:
        graph = self.context.graph
        mentioned = {
            mention.id: found.title
            for page in graph.corpus.prose
            for mention in page.text.mentions
            if (found := graph.find(mention.id))
        }
        # Which pages stand in the menu depends on what there is to show, their titles on settings.
        kinds = [kind for kind, entries in graph.by_kind.items() if entries]
        menu = (kinds, overviews_with_content(graph))
        return menu, mentioned, self.settings, self.has_errors

    def summary(self, errors: int, warnings: int) -> str:
        """The sentence that ends a build with findings."""
        language = self.language
        parts = [
            language.plural("{count} error", "{count} errors", errors).format(count=errors),
            language.plural("{count} warning", "{count} warnings", warnings).format(count=warnings),
        ]
        return language.text("The strategy was not published: {errors}, {warnings}.").format(
            errors=parts[0], warnings=parts[1]
        )
