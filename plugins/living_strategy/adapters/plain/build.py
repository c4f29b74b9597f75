"""Writes the site without a host: the same files in the same frame, filled by ourselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from living_strategy.adapters.form_programs import form_notice
from living_strategy.adapters.plain.frame import PlainFrame
from living_strategy.adapters.publishing import Progress, read_strategy, write_files
from living_strategy.adapters.search import index as search_index
from living_strategy.adapters.storage.site_lock import Waiting, silent
from living_strategy.adapters.storage.site_writer import SiteWriter
from living_strategy.adapters.storage.work_folder import WorkFolder
from living_strategy.diagnostics import Finding
from living_strategy.site.files import Site


@dataclass(frozen=True, slots=True)
class SiteBuilt:
    """The findings, and how many pages the site has; 0 when nothing was written. `notice` says why
    the site has no form although it should.
    """

    diagnostics: tuple[Finding, ...]
    pages: int
    notice: str = ""


def build_site(
    root: Path,
    target: Path,
    today: date,
    url: str = "",
    edit: str = "",
    repository: str = "",
    progress: Progress = lambda files: None,
    waiting: Waiting = silent,
) -> SiteBuilt:
    """Write the site below `target`. `url` is the address it will have, with a slash at the end;
    `edit` is the template of the addresses where readers can propose changes of files, and
    `repository` the address of the repository.

    With errors nothing is written, and what was there stays. `progress` is told the number of
    files so far, and `waiting` is called if another build has the folder.

    Raises:
        ContentRootNotFound: there is no `strategy/strategy.yml`.
        SiteFolderError: no site can be written to the folder.
    """
    publication = read_strategy(root, today, url=url, edit=edit, repository=repository)
    if publication.has_errors:
        return SiteBuilt(publication.diagnostics, 0)
    site = Site(url, publication.history.last_changes if url else {})
    frame = PlainFrame(publication, site)
    writer = SiteWriter(target, search_index.is_index, WorkFolder(target, waiting))
    try:
        write_files(publication, frame, site, writer, progress)
        if search_index.is_available():
            search_index.update(writer)
        writer.finish()
    except BaseException:
        writer.abandon()
        raise
    pages = sum(path.endswith(".html") for path in writer.paths)
    return SiteBuilt(publication.diagnostics, pages, form_notice(publication))
