"""Publication of a strategy without errors: everything its site consists of, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from jinja2 import BytecodeCache

from living_strategy.artifact import Artifact, DataFile, Page, Redirect
from living_strategy.content.graph import Graph
from living_strategy.content.intake import STRATEGY
from living_strategy.content.read_ahead import Share, alone
from living_strategy.content.source import ContentSource, DiskSource
from living_strategy.diagnostics import Diagnostic, Finding, Location, Severity
from living_strategy.exports import EXPORTS
from living_strategy.exports.export import Release, current, edition_references
from living_strategy.figures.presence import hidden_overviews, kinds_in_use
from living_strategy.form_site import NO_FORM, FormSource, form_doors, form_files
from living_strategy.forms.schema_files import PUBLISHED, schema_files
from living_strategy.history.comparison import Comparison
from living_strategy.history.edition import NO_EDITIONS, SUMS, Edition
from living_strategy.history.event import NO_HISTORY, History
from living_strategy.inspection import Inspection, inspect_strategy
from living_strategy.language import PROGRAM
from living_strategy.model import Area
from living_strategy.model.own_words import language_of
from living_strategy.palette.design_tokens import PATH as TOKENS
from living_strategy.palette.design_tokens import stylesheet
from living_strategy.rules.wording import render
from living_strategy.settings import Settings
from living_strategy.site.addresses import Addresses, LinkResolver, relative_link
from living_strategy.site.context import Choose, ViewContext, every_entry
from living_strategy.site.footer import FooterLink, footer
from living_strategy.site.former_places import former_lists, former_places
from living_strategy.site.kept_pages import PageStore
from living_strategy.site.kept_slices import kept_files
from living_strategy.site.markdown.bodies import (
    Bodies,
    BodyCache,
    NoCache,
    RenderAll,
    render_all,
    texts_of,
)
from living_strategy.site.markdown.markdown_body import TextTooDeepError
from living_strategy.site.page_type import PageType
from living_strategy.site.pages import ENTRY_PAGES, OVERVIEWS
from living_strategy.site.pages.findings.view import findings_page
from living_strategy.site.pages.written.view import written_pages
from living_strategy.site.subscriptions import subscriptions

# Below this number of entries, a second process costs more than it saves.
MIN_PARALLEL_PAGES = 200


@dataclass(frozen=True, slots=True)
class Resources:
    """Caches and other processes that make a publication faster and never change its pages, and how
    messages name the program.
    """

    cache: BodyCache = field(default_factory=NoCache)
    render_bodies: RenderAll = render_all
    compiled: BytecodeCache | None = None
    pages: PageStore | None = None
    share: Share = alone
    command: str = PROGRAM


class Publication:
    """The pages and files of a strategy, each made lazily.

    With errors there is one page, the list of findings, which a preview shows and nobody publishes.
    `url` is the address that the site will have, with a slash at the end, or empty; `edit` is the
    template of the addresses where readers can propose changes of files, or empty; `form` has what
    the form on the site needs. Figures are as of `today`, which for a strategy that is over is its
    last day; the site was `built_on` the day that was given.
    """

    def __init__(
        self,
        root: Path,
        inspection: Inspection,
        today: date,
        resources: Resources = Resources(),
        resolve: LinkResolver = relative_link,
        history: History = NO_HISTORY,
        comparisons: tuple[Comparison, ...] = (),
        url: str = "",
        edit: str = "",
        editions: Mapping[str, Edition] = NO_EDITIONS,
        form: FormSource = NO_FORM,
    ) -> None:
        self.root = root
        self.source: ContentSource = DiskSource(root)
        self.inspection = inspection
        self.built_on = today
        self.today = inspection.graph.corpus.settings.judged_on(today)
        self.graph = inspection.graph
        self.settings: Settings = inspection.graph.corpus.settings
        self.language = language_of(self.settings, self.graph.corpus.language).calling(
            resources.command
        )
        self.resources = resources
        self.history = history
        self.comparisons = comparisons
        self.url = url
        self.edit = edit
        self.editions = editions
        self.form = form
        self._resolve = resolve

    @property
    def diagnostics(self) -> tuple[Finding, ...]:
        """Every finding, in report order."""
        return self.inspection.diagnostics

    @property
    def has_errors(self) -> bool:
        """Whether the site cannot be published as it stands."""
        return self.inspection.has_errors

    @property
    def has_form(self) -> bool:
        """Whether editors can propose changes in a form on the site."""
        return self.form.has_programs and bool(self.form.backend(self.settings, self.language))

    @property
    def is_large(self) -> bool:
        """Whether other processes are worth their cost."""
        return len(self.graph.entries) >= MIN_PARALLEL_PAGES

    @cached_property
    def context(self) -> ViewContext:
        """The context of the pages; every text is rendered lazily."""
        resources = self.resources
        return ViewContext(
            self.root,
            self.graph,
            self.language,
            self.today,
            Addresses(self.language),
            self._resolve,
            self._bodies(),
            resources.compiled,
            # Addresses of another form are in no digest.
            resources.pages if self._resolve is relative_link else None,
            history=self.history,
            comparisons=self.comparisons,
            history_notice=self._history_notice(),
            url=self.url,
            edit=self.edit,
            editions=self.editions,
            built_on=self.built_on,
            doors=form_doors(self.graph, self.language, self.form),
        )

    def _history_notice(self) -> str:
        gap = self.history.gap
        if gap is None:
            return ""
        finding = Diagnostic(gap.code, Location(STRATEGY), gap.particulars)
        return render(Finding.judged(finding, Severity.WARNING), self.language)[0]

    def _bodies(self) -> Bodies:
        resources = self.resources
        try:
            return Bodies(texts_of(self.graph), resources.cache, resources.render_bodies)
        except TextTooDeepError as error:
            raise TextTooDeepError(error.text, _file_of(self.graph, error.text)) from None

    @cached_property
    def overviews(self) -> tuple[Artifact, ...]:
        """The overview pages, one of each per site, and the files that only they need."""
        if self.has_errors:
            words = partial(render, language=self.language)
            return (findings_page(self.context, self.diagnostics, words),)
        self.context.kept.forget_gone()
        hidden = hidden_overviews(self.graph)
        in_use = [page_type for page_type in OVERVIEWS if page_type.overview not in hidden]
        artifacts = {page_type.name: self._kept_overview(page_type) for page_type in in_use}
        missing = [page_type for page_type in in_use if artifacts[page_type.name] is None]
        # Those that keep each page by itself have most to do; what begins last must be short.
        missing.sort(key=lambda page_type: page_type.read is not None)
        self.context.kept.close()

        def make(numbers: Iterator[int]) -> dict[str, tuple[Artifact, ...]]:
            page_types = map(missing.__getitem__, numbers)
            made = {page_type.name: self._make_overview(page_type) for page_type in page_types}
            self.context.kept.close()
            return made

        share = self.resources.share if self.is_large and len(missing) > 1 else alone
        for made in share(make, len(missing)):
            artifacts |= made
        return tuple(
            artifact for page_type in in_use for artifact in artifacts[page_type.name] or ()
        )

    def _kept_overview(self, page_type: PageType) -> tuple[Artifact, ...] | None:
        if page_type.read is None:
            return None
        return self.context.kept.get(page_type.name, page_type.read(self.graph))

    def _make_overview(self, page_type: PageType) -> tuple[Artifact, ...]:
        def make() -> Iterable[Artifact]:
            return page_type.render(self.graph, self.context)

        if page_type.read is None:
            return tuple(make())
        return self.context.kept.make(page_type.name, page_type.read(self.graph), make)

    @cached_property
    def menu_pages(self) -> tuple[Page, ...]:
        """The pages that stand in the menu, in its order."""
        return tuple(page for page in self.overviews if isinstance(page, Page) and page.in_menu)

    @cached_property
    def written_pages(self) -> tuple[Page, ...]:
        """The pages that people wrote, in the order of their addresses."""
        return () if self.has_errors else tuple(written_pages(self.graph, self.context))

    def entry_pages(self, choose: Choose = every_entry) -> Iterator[Artifact]:
        """Yield the pages of entries, or of the chosen ones, one by one. They are kept when
        `context.kept` is closed.
        """
        if not self.has_errors:
            context = self.context.choosing(choose)
            for page_type in ENTRY_PAGES:
                yield from page_type.render(self.graph, context)

    def downloads(self) -> Iterator[Artifact]:
        """Open data, feeds, calendars, editions, the form, the colours of the site, and redirects
        from earlier addresses.
        """
        if not self.has_errors:
            address = self.context.addresses.entry
            for export in EXPORTS:
                yield from export.render(self.graph, address, self.release, keep=self._keep)
            yield from self._schemas()
            yield from self._subscriptions()
            yield from edition_files(self.editions, self.context.addresses)
            yield from redirects(self.context)
            yield from form_files(self.graph, self.language, self.source, self.form, self.url)
        areas = len(self.graph.of_kind(Area))
        yield DataFile(TOKENS, stylesheet(self.settings.design, areas).encode())

    def _schemas(self) -> Iterable[Artifact]:
        def make() -> Iterator[DataFile]:
            for file in schema_files(kinds_in_use(self.settings)):
                yield DataFile(f"{PUBLISHED}/{file.file_name}", file.text(self.language).encode())

        return self._keep("schemas", (), make)

    def _keep(
        self, name: str, texts: Iterable[str], make: Callable[[], Iterable[DataFile]]
    ) -> Iterator[DataFile]:
        return kept_files(self.context.kept, name, texts, make)

    @cached_property
    def release(self) -> Release:
        """What the open data say of themselves: of which day they are, and what else there is."""
        folder = self.context.addresses.edition
        editions = edition_references(self.comparisons, self.editions, folder)
        return current(self.history, editions, self.url)

    def _subscriptions(self) -> Iterable[Artifact]:
        return self._keep("subscriptions", (), partial(subscriptions, self.context))

    def artifacts(self) -> Iterator[Artifact]:
        """Yield all pages and files, in a fixed order."""
        yield from self.overviews
        yield from self.written_pages
        yield from self.entry_pages()
        yield from self.downloads()
        self.context.kept.close()

    @cached_property
    def footer(self) -> tuple[FooterLink, ...]:
        """The links at the bottom of every page."""
        return tuple(footer(self.settings, self.context, self.overviews))


def _file_of(graph: Graph, text: str) -> str:
    """Return the first file that holds a text."""
    records = ((record.source.path, record.texts) for record in graph.corpus.records.values())
    pages = ((page.source.path, (page.text,)) for page in graph.corpus.prose)
    files = (
        path
        for path, texts in (*records, *pages)
        if any(text == own_text.text for own_text in texts)
    )
    return next(files, "")


def edition_files(editions: Mapping[str, Edition], addresses: Addresses) -> Iterator[DataFile]:
    """Yield the files of every edition, and the sums of them."""
    for key, edition in editions.items():
        folder = addresses.edition(key)
        for file in edition.files:
            yield DataFile(f"{folder}{file.name}", file.content)
        if edition.files:
            yield DataFile(f"{folder}{SUMS}", edition.sums.encode())


def redirects(context: ViewContext) -> Iterator[Redirect]:
    """Yield a redirect from every address that a page or a list of entries had before."""
    graph, addresses = context.graph, context.addresses
    for place, entry in former_places(graph, addresses):
        yield Redirect(place, addresses.entry(entry), entry.title)
    for folder, kind in former_lists(graph, addresses):
        yield Redirect(folder, addresses.index(kind.kind), context.language.text(kind.labels))


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The result of a build: with errors there are findings and no artifacts."""

    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Finding, ...]


def build(root: Path, today: date, resources: Resources = Resources()) -> BuildResult:
    """Read, link, check and render the strategy below `root`.

    Raises:
        ContentRootNotFound: there is no `strategy/strategy.yml`.
    """
    inspection = inspect_strategy(root, today)
    if inspection.has_errors:
        return BuildResult((), inspection.diagnostics)
    artifacts = tuple(Publication(root, inspection, today, resources).artifacts())
    return BuildResult(artifacts, inspection.diagnostics)
