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
from living_strategy.exports.export import UNRELEASED, Release
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
    wanted = {
        comparison.occasion.key: comparison
        for comparison in comparisons
        if comparison.is_known and comparison.occasion.sort in _SORTS
    }
    if not wanted:
        return {}
    cache = SqliteCache(root, EDITIONS)
    program = program_digest(root, "")
    # What is called otherwise is another edition, also of the same commit.
    names = {
        f"{comparison.state} {key} {comparison.occasion.day} {program}": key
        for key, comparison in wanted.items()
    }
    editions = {names[name]: edition for name, edition in _kept(cache.load(names))}
    with Objects(root) as objects:
        fresh = {
            name: edition_at(root, wanted[key], objects)
            for name, key in names.items()
            if key not in editions
        }
    if fresh:
        cache.store(
            {name: packed(edition) for name, (edition, is_whole) in fresh.items() if is_whole}
        )
    editions |= {names[name]: edition for name, (edition, _) in fresh.items()}
    return {key: editions[key] for key in wanted}


def _kept(texts: Mapping[str, str]) -> Iterable[tuple[str, Edition]]:
    for name, text in texts.items():
        try:
            edition = unpacked(Edition, text)
        except ValueError:
            continue
        yield name, edition


def edition_at(root: Path, comparison: Comparison, objects: Objects) -> tuple[Edition, bool]:
    """Read the edition of a decision or release, and say whether all of it is on this machine."""
    occasion = comparison.occasion
    source = open_revision(root, comparison.state, objects)
    if isinstance(source, NoRevision):
        return Edition(comparison.state), False
    release = Release(occasion.key, str(occasion.day))
    return edition_from(source, comparison.state, release)


def edition_from(
    source: ContentSource, commit: str, release: Release = UNRELEASED
) -> tuple[Edition, bool]:
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
    return Edition(commit, edition_files(graph, release), tuple(sorted(unread))), is_whole


def edition_files(graph: Graph, release: Release = UNRELEASED) -> tuple[EditionFile, ...]:
    """Return the catalogue and the text to read. Neither knows the address of the site, which may
    move while an edition stays as it is.
    """
    addresses = Addresses(language_of(graph.corpus.settings, graph.corpus.language))
    path = f"{addresses.edition(release.name)}{CATALOGUE}" if release.name else catalogue.PATH
    (data,) = catalogue.render(graph, addresses.entry, release, path)
    return (
        EditionFile(CATALOGUE, data.content.decode()),
        EditionFile(TEXT, edition_text(graph)),
    )
