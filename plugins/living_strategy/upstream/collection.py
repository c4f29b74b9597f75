"""What is kept of the catalogue of a local site: its judgements of goals, and measures for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from living_strategy.limits import ADDRESS_PATTERN, is_web_address
from living_strategy.model.catalogue import Catalogue, CatalogueEntry, EntryState
from living_strategy.model.collected import (
    MAX_GOALS,
    MAX_JUDGEMENTS,
    MAX_MEASURES,
    Collected,
    CollectedJudgement,
    CollectedMeasure,
    Silence,
)
from living_strategy.model.local_site import LocalSite
from living_strategy.model.published_adoptions import PublishedAdoptions
from living_strategy.model.values import ID_PATTERN
from living_strategy.partial_date import PartialDate

_ID = re.compile(ID_PATTERN.removesuffix("$") + r"\Z")
_MAX_ID = 80


def summarised(
    catalogue: Catalogue, site: LocalSite, root: str, before: Collected | None, day: PartialDate
) -> Collected:
    """Return what is kept of a catalogue that was fetched on a day. `root` is the address below
    which its pages lie; `before` is what was kept until then.
    """
    adoptions = _adoptions(catalogue, site)
    licence: Mapping[str, Any] = catalogue.licence
    licence_url = licence.get("url")
    new = Collected(
        number=site.number,
        address=site.address,
        upstream=site.upstream or "",
        fetched=day,
        changed=day,
        hash=catalogue.hash,
        title=str(catalogue.strategy["title"]),
        version=catalogue.version,
        licence=str(licence.get("title") or licence.get("name") or ""),
        licence_url=_address(licence_url),
        site=_address(root),
        follows=adoptions is not None,
        judgements=tuple(_judgements(adoptions))[:MAX_JUDGEMENTS] if adoptions else (),
        measures=tuple(_measures(catalogue, adoptions, root))[:MAX_MEASURES] if adoptions else (),
    )
    if before and before.changed and _contents(before) == _contents(new):
        return new.model_copy(update={"changed": before.changed})
    return new


def unchanged(before: Collected, day: PartialDate) -> Collected:
    """Return what is kept when the site says on a day that nothing has changed."""
    return before.model_copy(update={"fetched": day, "silence": None, "silent_since": None})


def silent(site: LocalSite, before: Collected | None, why: Silence, day: PartialDate) -> Collected:
    """Return what is kept when a site gave nothing on a day: the last good copy, and since when."""
    kept = before or Collected(number=site.number, address=site.address)
    return kept.model_copy(update={"silence": why, "silent_since": kept.silent_since or day})


def _contents(collected: Collected) -> dict[str, Any]:
    """Return what readers would miss if it were another, apart from when and where it was found."""
    return collected.model_dump(
        include={"title", "version", "licence", "follows", "judgements", "measures"}
    )


def _adoptions(catalogue: Catalogue, site: LocalSite) -> PublishedAdoptions | None:
    """Return what it says about this strategy: under the name that the list has, or the first."""
    named = (one for one in catalogue.adoptions if site.upstream in (None, one.upstream))
    return next(named, None)


def _judgements(adoptions: PublishedAdoptions) -> Iterator[CollectedJudgement]:
    for entry_id, record in sorted(adoptions.records.items()):
        decision = record.decision
        yield CollectedJudgement(
            id=entry_id,
            state=record.state,
            version=record.against.version if record.against else adoptions.version,
            judged=record.against.hash if record.against else None,
            body=decision.body if decision else "",
            date=decision.date if decision else None,
            reason=record.reason or "",
        )


def _measures(
    catalogue: Catalogue, adoptions: PublishedAdoptions, root: str
) -> Iterator[CollectedMeasure]:
    prefix = f"{adoptions.upstream}:"
    for entry in sorted(catalogue.of_kind("measure"), key=lambda entry: entry.id):
        goals = tuple(sorted(set(_goals(entry, prefix))))[:MAX_GOALS]
        if goals and entry.state is EntryState.IN_FORCE:
            summary, status = entry.fields.get("summary"), entry.fields.get("status")
            yield CollectedMeasure(
                id=entry.id,
                title=entry.title,
                summary=summary if isinstance(summary, str) else "",
                status=status if isinstance(status, str) else "",
                goals=goals,
                page=_address(f"{root}{entry.address}") if root and entry.address else None,
            )


def _goals(entry: CatalogueEntry, prefix: str) -> Iterator[str]:
    goals: Any = entry.fields.get("goals")
    for goal in goals if isinstance(goals, list) else ():
        if isinstance(goal, str) and goal.startswith(prefix):
            goal_id = goal.removeprefix(prefix)
            if len(goal_id) <= _MAX_ID and _ID.match(goal_id):
                yield goal_id


def _address(value: object) -> str | None:
    is_address = isinstance(value, str) and is_web_address(value)
    return str(value) if is_address and re.match(ADDRESS_PATTERN, str(value)) else None
