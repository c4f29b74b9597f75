"""A review as JSON, for other programs.

Names of keys and values are the same in any language; `version` counts up when a change breaks
readers.
"""

from __future__ import annotations

import json
from typing import Any

from living_strategy.papers.change_records import change_record
from living_strategy.papers.review.review import Paper, Review
from living_strategy.papers.review.state import Found
from living_strategy.papers.review.written import written_pages

VERSION = 1


def render(review: Review) -> str:
    """Write everything, without limits."""
    content = {
        "version": VERSION,
        "trouble": review.after.trouble,
        "changes": [
            change_record(event, review.words)
            | {"address": review.address(event.kind, event.entry)}
            for event in review.events
        ],
        "pages": [
            {"title": item.title, "class": weight.value, "sentences": list(item.lines)}
            for weight, item in written_pages(review)
        ],
        "gone": [event.entry for event in review.gone],
        "links": {
            "added": [list(link) for link in review.links_added],
            "removed": [list(link) for link in review.links_removed],
        },
        "findings": {
            "new": [_finding(found) for found in review.new],
            "cured": [_finding(found) for found in review.cured],
        },
        "pages_beside": [
            {"title": page.title, "address": page.address} for page in review.pages_beside
        ],
        "files": list(review.files),
        "unread": list(review.proposal.unread),
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _finding(found: Found) -> dict[str, Any]:
    finding = found.finding
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": found.message,
        "hint": found.hint,
        "file": finding.location.file,
        "line": finding.location.line or None,
        "ref": finding.ref,
    }


PAPER = Paper("json", render)
