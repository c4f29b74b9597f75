"""The editions of a strategy: the text of each decision and release, read from its commit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from living_strategy.adapters.git.objects import Objects
from living_strategy.adapters.git.revision import NoRevision, open_revision
from living_strategy.adapters.program_digest import program_digest
from living_strategy.adapters.storage.text_cache import EDITIONS, SqliteCache
from living_strategy.content.graph import Graph, link
from living_strategy.content.loader import ContentRootNotFound, load, without_garbage_collection
from living_strategy.content.source import ContentSource
from living_strategy.diagnostics import Severity
from living_strategy.exports import catalogue
from living_strategy.history.codec import packed, unpacked
from living_strategy.history.comparison import Comparison, OccasionSort
from living_strategy.history.edition import CATALOGUE, TEXT, Edition, EditionFile
from living_strategy.model.own_words import language_of
from living_strategy.papers.edition_text import edition_text
from living_strategy.rules import CODES
from living_strategy.site.addresses import Addresses

# What cannot be read here may be there tomorrow.
_NOT_HERE = "file-unreadable"
_SORTS = (OccasionSort.ADOPTED, OccasionSort.RELEASE)


def read_editions(root: Path, comparisons: Iterable[Comparison]) -> Mapping[str, Edition]:
    """Return the edition of each decision and release whose text is known, by the key of the
    occasion. A commit is read once for each version of the program.
    """
    commits = {
        comparison.occasion.key: comparison.state
        for comparison in comparisons
        if comparison.is_known and comparison.occasion.sort in _SORTS
    }
    if not commits:
        return {}
    cache = SqliteCache(root, EDITIONS)
    program = program_digest(root, "")
    names = {f"{commit} {program}": commit for commit in commits.values()}
    editions = dict(_kept(cache.load(names)))
    with Objects(root) as objects:
        fresh = {
            key: edition_at(root, commit, objects)
            for key, commit in names.items()
            if commit not in editions
        }
    if fresh:
        cache.store(
            {key: packed(edition) for key, (edition, is_whole) in fresh.items() if is_whole}
        )
    editions |= {edition.commit: edition for edition, _ in fresh.values()}
    return {key: editions[commit] for key, commit in commits.items()}


def _kept(texts: Mapping[str, str]) -> Iterable[tuple[str, Edition]]:
    for text in texts.values():
        try:
            edition = unpacked(Edition, text)
        except ValueError:
            continue
        yield edition.commit, edition


def edition_at(root: Path, commit: str, objects: Objects) -> tuple[Edition, bool]:
    """Read the edition at a commit, and say whether all of it is on this machine."""
    source = open_revision(root, commit, objects)
    if isinstance(source, NoRevision):
        return Edition(commit), False
    return edition_from(source, commit)


def edition_from(source: ContentSource, commit: str) -> tuple[Edition, bool]:
    """Make an edition of what a source says, as far as today's program can read it."""
    try:
        with without_garbage_collection():
            loaded = load(source)
            graph = link(loaded.corpus)
    except ContentRootNotFound:
        return Edition(commit), True
    unread = {
        finding.location.file
        for finding in loaded.diagnostics
        if CODES[finding.code].severity is Severity.ERROR
    }
    is_whole = all(finding.code != _NOT_HERE for finding in loaded.diagnostics)
    return Edition(commit, edition_files(graph), tuple(sorted(unread))), is_whole


def edition_files(graph: Graph) -> tuple[EditionFile, ...]:
    """Return the catalogue and the text to read."""
    addresses = Addresses(language_of(graph.corpus.settings))
    (data,) = catalogue.render(graph, addresses.entry)
    return (
        EditionFile(CATALOGUE, data.content.decode()),
        EditionFile(TEXT, edition_text(graph)),
    )
