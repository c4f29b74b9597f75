"""The whole story: load, link, check, render."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from living_strategy.artifact import Artifact, DataFile, Redirect
from living_strategy.content.graph import Graph, link
from living_strategy.content.intake import STRATEGY
from living_strategy.content.loader import load, without_garbage_collection
from living_strategy.content.read_ahead import Prefetcher, no_prefetch
from living_strategy.content.source import ContentSource, DiskSource, Sort
from living_strategy.diagnostics import (
    Diagnostic,
    Severity,
    capped,
    sort_diagnostics,
    with_excerpts,
)
from living_strategy.language import Language
from living_strategy.rules import CODES, RULES, CheckContext
from living_strategy.rules.policy import apply_severity
from living_strategy.site.addresses import Addresses, LinkResolver, relative_link
from living_strategy.site.template_files import FOLDERS, overridden, template_names

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

    from living_strategy.site.context import ViewContext
    from living_strategy.site.markdown.bodies import BodyCache, RenderAll


@dataclass(frozen=True, slots=True)
class Inspection:
    """A strategy that was read, linked and checked, with every finding in report order."""

    graph: Graph
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        """Whether the site cannot be published as it stands."""
        return any(found.severity is Severity.ERROR for found in self.diagnostics)


def inspect(root: Path, today: date, prefetch: Prefetcher = no_prefetch) -> Inspection:
    """Read the strategy below `root` and check it. `prefetch` may begin to read its items.

    Raises:
        ContentRootNotFound: there is no `strategy/strategy.yml`.
    """
    return inspect_source(DiskSource(root), today, prefetch)


def inspect_source(
    source: ContentSource, today: date, prefetch: Prefetcher = no_prefetch
) -> Inspection:
    """Read a strategy from wherever it is kept and check it, as `inspect` does.

    Raises:
        ContentRootNotFound: there is no `strategy/strategy.yml`.
    """
    with without_garbage_collection():
        loaded = load(source, prefetch)
        graph = link(loaded.corpus)
        addresses = Addresses(Language.load(loaded.corpus.settings.language.value))
        context = CheckContext(
            today,
            {path: word for word, path in addresses.folders().items()},
            overridden(source),
            template_names(*FOLDERS),
            lambda name: source.sort(f"{STRATEGY}/{name}") is Sort.FILE,
            addresses.is_reserved,
            CODES,
        )
        found = [*loaded.diagnostics]
        for rule in RULES:
            found.extend(rule.check(graph, context))
    choices = loaded.corpus.settings.severity
    shown = capped(sort_diagnostics(apply_severity(found, choices, CODES)))
    # The findings that count what is left out get their severity too.
    ordered = sort_diagnostics(apply_severity(shown, choices, CODES))
    return Inspection(graph, tuple(with_excerpts(ordered, loaded.texts)))


def prepare(
    root: Path,
    graph: Graph,
    today: date,
    *,
    cache: BodyCache | None = None,
    resolve: LinkResolver = relative_link,
    render_bodies: RenderAll | None = None,
    compiled: BytecodeCache | None = None,
) -> ViewContext:
    """What the views of a strategy without errors work with; every body is rendered here.

    Raises:
        TextTooDeepError: a text that cannot be rendered, with its file.
    """
    # Markdown and templates take a while to import, and `check` needs neither.
    from living_strategy.site.context import ViewContext
    from living_strategy.site.markdown.bodies import Bodies, NoCache, render_all, texts_of
    from living_strategy.site.markdown.markdown_body import TextTooDeepError

    language = Language.load(graph.corpus.settings.language.value)
    try:
        bodies = Bodies(texts_of(graph), cache or NoCache(), render_bodies or render_all)
    except TextTooDeepError as error:
        raise TextTooDeepError(error.text, _file_of(graph, error.text)) from None
    return ViewContext(
        root,
        graph,
        language,
        today,
        Addresses(language),
        resolve,
        bodies,
        compiled,
    )


def _file_of(graph: Graph, text: str) -> str:
    """The first file that holds a text."""
    records = ((record.source.path, record.texts) for record in graph.corpus.records.values())
    pages = ((page.source.path, (page.text,)) for page in graph.corpus.prose)
    files = (path for path, texts in (*records, *pages) if any(text == one.text for one in texts))
    return next(files, "")


def overviews(context: ViewContext) -> Iterator[Artifact]:
    """The pages that are there once, which a host needs before it can make its menu."""
    for index in range(overview_count()):
        yield from overview(context, index)


def overview_count() -> int:
    """How many overviews there are."""
    from living_strategy.site.pages import OVERVIEWS

    return len(OVERVIEWS)


def overview(context: ViewContext, index: int) -> Iterator[Artifact]:
    """The pages of one overview."""
    from living_strategy.site.pages import OVERVIEWS

    yield from OVERVIEWS[index].render(context.graph, context)


def entry_pages(context: ViewContext) -> Iterator[Artifact]:
    """A page for every entry, one by one, so that a host can write each before the next is made."""
    from living_strategy.site.pages import ENTRY_VIEWS

    for view in ENTRY_VIEWS:
        yield from view.render(context.graph, context)


def downloads(context: ViewContext) -> Iterator[Artifact]:
    """The open data, the colours of the site, and the redirects from earlier addresses."""
    from living_strategy.exports import EXPORTS

    for export in EXPORTS:
        yield from export.render(context.graph, context.addresses.entry)
    yield colours(context)
    yield from redirects(context.graph, context.addresses)


def colours(context: ViewContext) -> DataFile:
    """The stylesheet with the colours of the site, which every page needs."""
    from living_strategy.palette.design_tokens import PATH, stylesheet

    return DataFile(PATH, stylesheet(context.settings.design).encode())


def redirects(graph: Graph, addresses: Addresses) -> Iterator[Redirect]:
    """From the address of every earlier id to the page that took over."""
    for alias, entry_id in sorted(graph.aliases.items()):
        entry = graph.entries[entry_id]
        yield Redirect(
            f"{addresses.index(entry.kind)}{alias}/", addresses.entry(entry), entry.title
        )


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build yields: with errors there are findings and no artifacts."""

    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]


def build(
    root: Path,
    today: date,
    *,
    cache: BodyCache | None = None,
    resolve: LinkResolver = relative_link,
) -> BuildResult:
    """Load, link, check and render the strategy below `root`.

    Raises:
        ContentRootNotFound: there is no `strategy/strategy.yml`.
    """
    inspection = inspect(root, today)
    if inspection.has_errors:
        return BuildResult((), inspection.diagnostics)
    context = prepare(root, inspection.graph, today, cache=cache, resolve=resolve)
    artifacts = (*overviews(context), *entry_pages(context), *downloads(context))
    return BuildResult(artifacts, inspection.diagnostics)
