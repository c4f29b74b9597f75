"""Linked data of a page for search engines: schema.org in JSON-LD, modest.

schema.org has no word for a goal, so only what it has a word for is said: the strategy as a work,
measures as actions with their status, joint projects, and the open data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from living_strategy.content.graph import Graph
from living_strategy.language import Language
from living_strategy.model import Entry, Measure, Organisation, Project
from living_strategy.model.organisation import OrganisationKind
from living_strategy.model.values import Status
from living_strategy.papers.spreadsheet import ENDING
from living_strategy.papers.spreadsheet import MEDIA_TYPE as WORKBOOK

# There is no word for something that is paused.
ACTION_STATUS: Mapping[Status, str | None] = {
    Status.PROPOSED: "PotentialActionStatus",
    Status.PLANNED: "PotentialActionStatus",
    Status.ONGOING: "ActiveActionStatus",
    Status.COMPLETED: "CompletedActionStatus",
    Status.PAUSED: None,
    Status.STOPPED: "FailedActionStatus",
}
_PUBLIC = (
    OrganisationKind.MINISTRY,
    OrganisationKind.AGENCY,
    OrganisationKind.MUNICIPALITY,
    OrganisationKind.COUNTY,
)


def as_json(data: Mapping[str, Any]) -> str:
    """Write the data for a `script` element, which nothing in it can end, without empty values."""
    filled = {"@context": "https://schema.org"} | {
        key: value for key, value in data.items() if value
    }
    text = json.dumps(filled, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def of_strategy(graph: Graph, language: Language) -> str:
    """Describe the strategy as a work, with its publisher, period and licence."""
    settings = graph.corpus.settings
    period = settings.period
    return as_json(
        {
            "@type": "CreativeWork",
            "name": settings.title,
            "description": settings.summary,
            "inLanguage": language.code,
            "publisher": _publisher(graph),
            "license": settings.text_licence.url,
            "temporalCoverage": period and f"{period.start or '..'}/{period.end or '..'}",
        }
    )


def of_open_data(graph: Graph, language: Language, files: Mapping[str, str]) -> str:
    """Describe the open data as a catalogue of files. `files` are titles by address."""
    settings = graph.corpus.settings
    return as_json(
        {
            "@type": "Dataset",
            "name": settings.title,
            "description": settings.summary or settings.title,
            "inLanguage": language.code,
            "creator": _publisher(graph),
            "license": settings.data_licence.url,
            "isAccessibleForFree": True,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": title,
                    "contentUrl": address,
                    "encodingFormat": WORKBOOK if address.endswith(ENDING) else "text/csv",
                }
                for address, title in files.items()
            ],
        }
    )


def of_entry(entry: Entry, graph: Graph) -> str:
    """Describe a measure or a joint project; empty for other kinds."""
    if isinstance(entry, Measure):
        status = ACTION_STATUS[entry.status]
        agents = [_body(agent) for agent in graph.targets(entry.id, "responsibility_of")]
        period = entry.period
        return as_json(
            {
                "@type": "Action",
                "name": entry.title,
                "description": entry.summary,
                "actionStatus": status and f"https://schema.org/{status}",
                "agent": agents,
                "startTime": period and period.start,
                "endTime": period and period.end,
            }
        )
    if isinstance(entry, Project):
        return as_json({"@type": "Project", "name": entry.title, "description": entry.summary})
    return ""


def _publisher(graph: Graph) -> dict[str, str] | None:
    publisher = graph.corpus.settings.publisher
    entry = graph.find(publisher) if publisher else None
    return _body(entry) if entry else None


def _body(entry: Entry) -> dict[str, str]:
    public = isinstance(entry, Organisation) and entry.counted_as in _PUBLIC
    return {
        "@type": "GovernmentOrganization" if public else "Organization",
        "name": entry.title,
    }
