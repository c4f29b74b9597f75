"""Collects the catalogues of local sites, many at a time, and keeps the last good copy of each."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from living_strategy.adapters.network import fault
from living_strategy.adapters.network.fault import FetchError
from living_strategy.adapters.network.fetching import Terms, fetch
from living_strategy.adapters.storage.pair_writer import write_together
from living_strategy.adapters.upstream.catalogues import RefusedError
from living_strategy.content.corpus import ListedSite
from living_strategy.content.records.local_sites import collected_path
from living_strategy.model.catalogue_reading import RefusedCatalogue, read_catalogue
from living_strategy.model.collected import MAX_COLLECTED_BYTES, Collected, Silence
from living_strategy.model.local_site import LocalSite
from living_strategy.partial_date import PartialDate
from living_strategy.upstream.collection import silent, summarised, unchanged
from living_strategy.upstream.offers import root_of

# Waiting for answers takes no processor; reading them does, and one is read at a time.
AT_A_TIME = 32
MOST = 8 * 1024 * 1024
_REASONS = {
    fault.TOO_SLOW: Silence.SLOW,
    fault.TOO_MUCH: Silence.TOO_LARGE,
    fault.CANNOT_UNPACK: Silence.UNUSABLE,
    fault.NO_ADDRESS: Silence.REFUSED,
    fault.NOT_PUBLIC: Silence.REFUSED,
    fault.NOT_SECURE: Silence.REFUSED,
    fault.TOO_MANY_REDIRECTS: Silence.REFUSED,
}
Problem = FetchError | RefusedError


class Outcome(NamedTuple):
    """What came of asking a site: what is to be kept, and the problem if it gave nothing."""

    listed: ListedSite
    collected: Collected
    problem: Problem | None = None


def collect(
    sites: Sequence[ListedSite],
    terms: Terms,
    today: date,
    report: Callable[[int], None] = lambda done: None,
) -> list[Outcome]:
    """Ask all sites, and return what came of it in the order of their numbers. `report` is told how
    many are done.
    """
    day, reading = PartialDate(today.isoformat()), threading.Lock()
    with ThreadPoolExecutor(AT_A_TIME, "collect") as pool:
        waiting = [pool.submit(_ask, listed, terms, day, reading) for listed in sites]
        for done, _ in enumerate(as_completed(waiting), 1):
            report(done)
    return sorted((one.result() for one in waiting), key=lambda one: one.collected.number)


def _ask(listed: ListedSite, terms: Terms, day: PartialDate, reading: threading.Lock) -> Outcome:
    site, before = listed.site, listed.collected
    known = before if before and _is_of(before, site) else None
    try:
        fetched = fetch(
            site.catalogue,
            terms,
            known.etag if known else "",
            known.modified if known else "",
        )
        if fetched.content is None and known:
            return Outcome(listed, unchanged(known, day))
        with reading:
            catalogue = read_catalogue(fetched.content or b"")
            if isinstance(catalogue, RefusedCatalogue):
                raise RefusedError(catalogue, site.catalogue)
            root = catalogue.site or root_of(catalogue, fetched.url)
            collected = summarised(catalogue, site, root, before, day)
        marks = {"etag": fetched.etag, "modified": fetched.modified}
        return Outcome(listed, collected.model_copy(update=marks))
    except FetchError as error:
        why = _REASONS.get(error.problem, Silence.UNREACHABLE)
        return Outcome(listed, silent(site, before, why, day), error)
    except RefusedError as error:
        return Outcome(listed, silent(site, before, Silence.UNUSABLE, day), error)


def _is_of(before: Collected, site: LocalSite) -> bool:
    """Whether it may be enough that the site says that nothing has changed."""
    asked = (before.address, before.upstream) == (site.address, site.upstream or "")
    return before.is_good and asked


def keep(root: Path, outcomes: Sequence[Outcome]) -> int:
    """Write what is to be kept, each file as a whole, and return how many files are another now.

    Raises:
        OSError: a file could not be written; those before it were.
    """
    written = 0
    for outcome in outcomes:
        path = root / collected_path(outcome.collected.number)
        content = outcome.collected.text().encode()
        if len(content) <= MAX_COLLECTED_BYTES and content != _before(path):
            write_together({path: content})
            written += 1
    return written


def _before(path: Path) -> bytes | None:
    with suppress(OSError):
        if os.path.getsize(path) <= MAX_COLLECTED_BYTES:
            return path.read_bytes()
    return None
