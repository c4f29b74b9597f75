"""What scripts and feeds read of municipalities: addresses, participants and newest changes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping

from living_strategy.figures.participation import Participation
from living_strategy.history.event import Event
from living_strategy.model import Entry
from living_strategy.site.channels import newest_changes
from living_strategy.site.context import ViewContext


def changes_by_place(
    by_number: Mapping[str, Participation], context: ViewContext
) -> dict[str, tuple[Event, ...]]:
    """Return the newest changes of the entries that list or name a municipality or county, by its
    number; nothing for those where nothing has changed, or on a site without feeds.
    """
    if not context.channels.changes:
        return {}
    numbers: defaultdict[str, list[str]] = defaultdict(list)
    for number, participation in by_number.items():
        holders = (*participation.projects, *participation.member_of, *participation.mentions)
        for holder in holders:
            if isinstance(holder, Entry):
                numbers[holder.id].append(number)
    changes = newest_changes(context.history.events, lambda event: numbers.get(event.entry, ()))
    return {number: changes[number] for number in by_number if number in changes}


def lookup_data(by_number: Mapping[str, Participation], context: ViewContext) -> bytes:
    """Return number, names and last folder of the page of every municipality and county, as JSON.
    Described in assets/scripts/parts/places.js, which reads it.
    """
    register, folder = context.graph.corpus.municipalities, context.addresses.municipality_folder
    return _as_json(
        {
            "places": [
                [number, part.municipality.name, folder(number, register)]
                for number, part in by_number.items()
            ]
        }
    )


def project_data(context: ViewContext) -> bytes:
    """Return the joint projects that list municipalities, with their addresses and the last folders
    of the pages of these, as JSON. Described in assets/scripts/municipality.js, which reads it.
    """
    graph, language = context.graph, context.language
    register, folder = graph.corpus.municipalities, context.addresses.municipality_folder
    rows = [
        [project.title, context.addresses.entry(project), folders]
        for project in graph.by_kind["project"]
        if not project.retired
        and (
            folders := [
                folder(municipality.number, register)
                for municipality in graph.municipalities_of.get(project.id, ())
                if not municipality.is_county
            ]
        )
    ]
    return _as_json({"projects": sorted(rows, key=lambda row: language.sort_key(str(row[0])))})


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
