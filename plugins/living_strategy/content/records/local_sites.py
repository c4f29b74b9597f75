"""Reads strategy/local-sites.yml, and what was collected: collected/<number>.json for each site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from living_strategy.content.corpus import ListedSite
from living_strategy.content.intake import STRATEGY, Collector
from living_strategy.content.reading import fault_found
from living_strategy.content.source_file import SourceFile
from living_strategy.content.validate import validate
from living_strategy.diagnostics import Location
from living_strategy.model.collected import MAX_COLLECTED_BYTES, Collected, read_collected
from living_strategy.model.local_site import LocalSite, LocalSites

LOCAL_SITES = f"{STRATEGY}/local-sites.yml"
FOLDER = "collected"


def collected_path(number: str) -> str:
    """Return where what was collected from a site lies."""
    return f"{FOLDER}/{number}.json"


def read_local_sites(intake: Collector) -> tuple[ListedSite, ...]:
    """Return the sites in the order of the file; mistakes are noted."""
    if intake.source.sort(LOCAL_SITES) is None:
        return ()
    text = intake.read(LOCAL_SITES)
    if text is None:
        return ()
    source = SourceFile(LOCAL_SITES, text)
    tree = intake.parse(source)
    if tree.data is None and not tree.problems:
        return ()
    data = intake.mapping(source, tree)
    if data is None:
        return ()
    listed, faults = validate(LocalSites, data, source, (), "")
    intake.diagnostics.extend(faults)
    intake.ambiguous(LocalSites, source, (), tree.plain, faults, "")
    return tuple(_listed(intake, source, listed.sites)) if listed else ()


def _listed(
    intake: Collector, source: SourceFile, sites: Iterable[LocalSite]
) -> Iterator[ListedSite]:
    for index, site in enumerate(sites):
        location = source.locate(("sites", index, "number"))
        yield ListedSite(site, location, _collected(intake, site.number))


def _collected(intake: Collector, number: str) -> Collected | None:
    path = collected_path(number)
    if intake.source.sort(path) is None:
        return None
    raw = intake.source.read(path, MAX_COLLECTED_BYTES)
    if not isinstance(raw, bytes):
        intake.diagnostics.append(fault_found(intake.source, path, raw))
        return None
    collected = read_collected(raw, number)
    if collected is None:
        intake.report("damaged-collection", Location(path), {"number": number})
    return collected
