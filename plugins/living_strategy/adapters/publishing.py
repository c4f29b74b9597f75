"""What every road does: read a strategy on disk with its caches, and write its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from living_strategy.adapters.form_programs import kept_programs
from living_strategy.adapters.git.editions import read_editions
from living_strategy.adapters.git.history import read_history
from living_strategy.adapters.git.history_findings import history_findings
from living_strategy.adapters.item_prefetch import keeping
from living_strategy.adapters.process.invoked import command_name
from living_strategy.adapters.process.shared_work import render_shared, share
from living_strategy.adapters.program_digest import program_digest
from living_strategy.adapters.storage.page_store import SqlitePages
from living_strategy.adapters.storage.site_folder import SiteFolderError
from living_strategy.adapters.storage.site_writer import SiteWriter, WriterState
from living_strategy.adapters.storage.template_cache import template_cache
from living_strategy.adapters.storage.text_cache import BODIES, SqliteCache
from living_strategy.content.graph import Graph
from living_strategy.content.read_ahead import Prefetcher, alone
from living_strategy.content.selection import EVERYTHING, Selection
from living_strategy.form_site import FormSource, form_doors
from living_strategy.inspection import extended, inspect_strategy
from living_strategy.language import Language
from living_strategy.publication import Publication, Resources
from living_strategy.settings import Settings
from living_strategy.site.files import Site, site_parts
from living_strategy.site.frame import Frame
from living_strategy.site.markdown.markdown_body import TextTooDeepError
from living_strategy.site.named_ways import supposed_ways
from living_strategy.site.templates import OverrideError
from living_strategy.site.ways_to_propose import WaysToPropose

# Content that passed the check and cannot be shown: each says in a sentence why.
EXPLAINED = (OverrideError, SiteFolderError, TextTooDeepError)


class _Ways:
    """Where readers of a site can propose changes, from what its road was told."""

    def __init__(self, root: Path, edit: str | None, repository: str) -> None:
        self._root, self._edit, self._repository = root, edit, repository
        self._programs: dict[str, bytes] | None = None

    def __call__(self, graph: Graph, language: Language) -> WaysToPropose:
        if self._edit is None:
            return supposed_ways(graph, language)
        doors = form_doors(graph, language, self.form(graph.corpus.settings))
        return WaysToPropose(graph, language, self._edit, doors)

    def form(self, settings: Settings) -> FormSource:
        """Return what the form needs; its programs are read once, and only where it is on."""
        if self._programs is None:
            self._programs = kept_programs(self._root) if settings.form else {}
        return FormSource(self._repository, self._programs)


def read_strategy(
    root: Path,
    today: date,
    prefetch: Prefetcher | None = None,
    selection: Selection = EVERYTHING,
    url: str = "",
    edit: str | None = "",
    repository: str = "",
) -> Publication:
    """Read and check the strategy below `root`; its pages are made when they are asked for.
    `selection` says what a host leaves out, `url` where the site will lie, `edit` where readers can
    propose changes of files, and `repository` the address of the repository. Nobody is told that a
    way to propose changes is missing when `edit` is None: it is not known yet.

    Its items are kept for the next time, unless they are to be read in another way.

    Raises:
        ContentRootNotFound: there is no `strategy/strategy.yml`.
    """
    command = command_name()
    resources = Resources(
        SqliteCache(root, BODIES),
        render_shared,
        template_cache(root),
        SqlitePages(root, lambda: program_digest(root, command)),
        share,
        command,
    )
    ways = _Ways(root, edit, repository)
    inspection = inspect_strategy(root, today, prefetch or keeping(root), selection, ways)
    if inspection.has_errors:
        return Publication(root, inspection, today, resources, edit=edit or "")
    record = read_history(root, inspection.graph, today)
    settings = inspection.graph.corpus.settings
    inspection = extended(inspection, history_findings(record, inspection.graph, today))
    return Publication(
        root,
        inspection,
        today,
        resources,
        history=record.history,
        comparisons=record.comparisons,
        url=url,
        edit=edit or "",
        editions=read_editions(root, record.comparisons),
        form=ways.form(settings),
    )


Progress = Callable[[int], None]
"""Is told how many files there are so far."""


def write_files(
    publication: Publication,
    frame: Frame,
    site: Site,
    writer: SiteWriter,
    progress: Progress = lambda files: None,
) -> None:
    """Write every file of the site, those of a large strategy on all processors."""
    parts = site_parts(publication, frame, site)

    def write(numbers: Iterator[int]) -> WriterState:
        # It may run in a copy of this process or in this one, so it keeps to what is its own.
        branch = writer.branch()
        files = (file for number in numbers for file in parts[number]())
        for count, file in enumerate(files):
            branch.write(file.path, file.content)
            progress(count)
        publication.context.kept.close()
        return branch.state()

    # What a copy would have in common with this process.
    publication.context.kept.close()
    for state in (share if publication.is_large else alone)(write, len(parts)):
        writer.add(state)
