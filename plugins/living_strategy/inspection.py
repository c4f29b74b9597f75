"""Inspection of a strategy: read it, link it and check it, before any page is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from living_strategy.content.graph import Graph, link
from living_strategy.content.intake import STRATEGY
from living_strategy.content.loader import load, without_garbage_collection
from living_strategy.content.read_ahead import Prefetcher, no_prefetch
from living_strategy.content.selection import EVERYTHING, Selection
from living_strategy.content.source import ContentSource, DiskSource, Sort
from living_strategy.diagnostics import (
    Diagnostic,
    Finding,
    Severity,
    capped,
    sort_diagnostics,
    with_excerpts,
)
from living_strategy.figures.presence import is_overview_in_use, kinds_in_use
from living_strategy.language import Language
from living_strategy.model.own_words import language_of
from living_strategy.rules import CODES, RULES, CheckContext
from living_strategy.rules.policy import SeverityPolicy
from living_strategy.settings import Settings
from living_strategy.site.addresses import FORM_FOLDER, TRIAL_FOLDER, Addresses
from living_strategy.site.markdown.anchors import anchors_of
from living_strategy.site.named_ways import named_ways, shown_ways, supposed_ways
from living_strategy.site.template_files import overridden, template_names
from living_strategy.site.ways_to_propose import WaysToPropose

WaysOf = Callable[[Graph, Language], WaysToPropose]
"""Gives the ways to propose changes of the site of a strategy."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """A strategy that was read, linked and checked, with every finding in report order."""

    graph: Graph
    diagnostics: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        """Whether the site cannot be published as it stands."""
        return any(finding.severity is Severity.ERROR for finding in self.diagnostics)


def inspect_strategy(
    root: Path,
    today: date,
    prefetch: Prefetcher = no_prefetch,
    selection: Selection = EVERYTHING,
    ways: WaysOf = supposed_ways,
) -> Inspection:
    """Read the strategy below `root` and check it. `prefetch` may read its items ahead of time;
    `selection` says what a host leaves out, and `ways` where readers of its site can propose
    changes.

    Raises:
        ContentRootNotFound: there is no `strategy/strategy.yml`.
    """
    return inspect_source(DiskSource(root), today, prefetch, selection, ways)


def inspect_source(
    source: ContentSource,
    today: date,
    prefetch: Prefetcher = no_prefetch,
    selection: Selection = EVERYTHING,
    ways: WaysOf = supposed_ways,
) -> Inspection:
    """Read a strategy from wherever it is kept and check it, as `inspect_strategy` does.

    Raises:
        ContentRootNotFound: there is no `strategy/strategy.yml`.
    """
    with without_garbage_collection():
        loaded = load(source, prefetch, selection)
        graph = link(loaded.corpus)
        context = _context(source, graph, today, ways)
        diagnostics = [*loaded.diagnostics, *_unknown_blocks(source, context.overrides)]
        for rule in RULES:
            diagnostics.extend(rule.check(graph, context))
    policy = SeverityPolicy(CODES, loaded.corpus.settings.severity)
    enabled = (diagnostic for diagnostic in diagnostics if policy.severity(diagnostic.code))
    limited = sort_diagnostics(capped(sort_diagnostics(enabled)))
    return Inspection(graph, tuple(_judged(with_excerpts(limited, loaded.texts), graph)))


def extended(inspection: Inspection, diagnostics: Iterable[Diagnostic]) -> Inspection:
    """Return an inspection with what was found out besides, such as about the history."""
    judged = _judged(diagnostics, inspection.graph)
    findings = sorted((*inspection.diagnostics, *judged), key=lambda finding: finding.sort_key)
    return replace(inspection, diagnostics=tuple(findings))


def _judged(diagnostics: Iterable[Diagnostic], graph: Graph) -> Iterator[Finding]:
    policy = SeverityPolicy(CODES, graph.corpus.settings.severity)
    for diagnostic in diagnostics:
        if severity := policy.severity(diagnostic.code):
            yield Finding.judged(diagnostic, severity)


def _context(source: ContentSource, graph: Graph, today: date, ways: WaysOf) -> CheckContext:
    """Gather what rules may look at besides the graph."""
    corpus = graph.corpus
    language = language_of(corpus.settings, corpus.language)
    addresses = Addresses(language)
    overrides = overridden(source)
    return CheckContext(
        today,
        {path: word for word, path in addresses.folders().items()},
        overrides,
        template_names() if overrides else (),
        lambda name: source.sort(f"{STRATEGY}/{name}") is Sort.FILE and name not in corpus.left_out,
        partial(addresses.is_reserved, with_form=corpus.settings.form is not None),
        CODES,
        lambda: (
            *_exported(corpus.settings),
            *_editions(corpus.settings, addresses),
            *_lookup(corpus.settings, addresses),
            *addresses.for_followers(),
            *_form(corpus.settings),
        ),
        addresses.further_page,
        anchors_of,
        named_ways(language),
        lambda: shown_ways(graph, language, ways(graph, language)),
    )


def _unknown_blocks(source: ContentSource, overrides: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the blocks of the strategy's own templates."""
    if overrides:
        # Most strategies have none, and what reads templates is slow to load.
        from living_strategy.site.template_blocks import unknown_blocks

        yield from unknown_blocks(source, overrides)


def _form(settings: Settings) -> tuple[str, ...]:
    """Return the pages of the form for proposals."""
    return (FORM_FOLDER, TRIAL_FOLDER) if settings.form else ()


def _editions(settings: Settings, addresses: Addresses) -> Iterator[str]:
    """Yield the files of the adopted editions. Whether their text is known is for others to say."""
    from living_strategy.history.comparison import occasions
    from living_strategy.history.edition import NAMES

    for occasion in occasions(settings):
        if occasion.revision:
            yield from (f"{addresses.edition(occasion.key)}{name}" for name in NAMES)


def _lookup(settings: Settings, addresses: Addresses) -> Iterator[str]:
    if is_overview_in_use("municipalities", settings):
        yield addresses.lookup_file


def _exported(settings: Settings) -> Iterator[str]:
    """Yield the paths of the open data, for the few texts that link to it."""
    # Most checks need none, and loading the exports takes a tenth of the time of such a check.
    from living_strategy.exports import EXPORTS
    from living_strategy.forms.schema_files import PUBLISHED, schema_files

    for export in EXPORTS:
        yield from export.paths(settings)
    for file in schema_files(kinds_in_use(settings)):
        yield f"{PUBLISHED}/{file.file_name}"
