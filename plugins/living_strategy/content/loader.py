"""Reads a content root: settings, registers, items and prose pages, with all findings."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from living_strategy.content.attachments import published
from living_strategy.content.corpus import Corpus, ProsePage
from living_strategy.content.intake import STRATEGY, Collector
from living_strategy.content.read_ahead import Prefetcher, no_prefetch
from living_strategy.content.records.adoption import read_adoptions
from living_strategy.content.records.items import check_folders, item_paths, read_folder
from living_strategy.content.records.languages import read_language
from living_strategy.content.records.local_sites import read_local_sites
from living_strategy.content.records.pages import read_pages
from living_strategy.content.records.places import read_places
from living_strategy.content.records.registers import read_register
from living_strategy.content.records.search_words import read_search_words
from living_strategy.content.records.settings_file import SETTINGS, read_settings
from living_strategy.content.records.upstream import read_pin
from living_strategy.content.selection import EVERYTHING, Selection
from living_strategy.content.settled import settled
from living_strategy.content.source import ContentSource
from living_strategy.content.strategy_files import StrategyFiles, strategy_files
from living_strategy.diagnostics import Diagnostic
from living_strategy.model import KINDS


class ContentRootNotFound(Exception):  # noqa: N818 - named after what happened, as in the design
    """There is no `strategy/strategy.yml` in the source: nothing can be read."""

    def __init__(self, source: ContentSource) -> None:
        super().__init__(str(source))


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, every finding about the files themselves, and the texts of the files."""

    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]


def load(
    source: ContentSource,
    prefetch: Prefetcher = no_prefetch,
    selection: Selection = EVERYTHING,
) -> Loaded:
    """Read everything there is in `source` and that the site takes. `prefetch` may begin to read
    the items.

    Raises:
        ContentRootNotFound: there is no `strategy/strategy.yml`.
    """
    if source.sort(SETTINGS) is None:
        raise ContentRootNotFound(source)
    intake = Collector(source, prefetch(source, item_paths(source, KINDS)))
    with without_garbage_collection():
        settings, settings_file = read_settings(intake)
        language = read_language(intake, settings, settings_file)
        places = read_places(intake, settings, settings_file)
        for kind in KINDS:
            if kind.register:
                read_register(intake, kind)
            elif kind.folder:
                read_folder(intake, kind)
        check_folders(intake)
        settings = settled(settings, intake.records, places)
        files = strategy_files(intake, selection, settings.tables)
        pages = tuple(read_pages(intake, files.pages, selection))
        attachments = published(intake, files.beside)
        search_words = read_search_words(intake, settings, language)
        upstreams = {upstream.name: read_pin(intake, upstream) for upstream in settings.upstream}
        adoptions = tuple(read_adoptions(intake, upstreams))
        local_sites = read_local_sites(intake)
    corpus = Corpus(
        settings,
        settings_file,
        intake.records,
        pages,
        places,
        intake.broken,
        frozenset(intake.possible_ids),
        frozenset(intake.broken_links),
        frozenset(intake.unread),
        search_words,
        attachments,
        frozenset(files.left_out),
        _refused(files, pages, attachments),
        upstreams,
        adoptions,
        language,
        tuple(intake.texts.get(f"{STRATEGY}/{path}", "") for path in settings.tables),
        local_sites,
    )
    return Loaded(corpus, tuple(intake.diagnostics), intake.texts)


def _refused(
    files: StrategyFiles, pages: Iterable[ProsePage], attachments: Iterable[str]
) -> frozenset[str]:
    """Return the pages and files that would be published, but for a mistake that is noted."""
    refused = {*files.refused, *files.pages, *files.beside}
    return frozenset(refused - {page.path for page in pages} - set(attachments))


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Nearly everything that reading, linking and checking make lives on; looking for garbage in
    it takes a third of their time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
