"""Changes as records for other programs; names of keys and values are the same in any language."""

from __future__ import annotations

from typing import Any

from living_strategy.history.event import Event
from living_strategy.history.event_words import title_of, told
from living_strategy.papers.changes import ChangeWords


def change_record(event: Event, words: ChangeWords) -> dict[str, Any]:
    """Return what happened to one entry, in words and field by field."""
    return {
        "key": event.key,
        "date": event.day.isoformat(),
        "kind": event.kind,
        "id": event.entry,
        "title": title_of(event, words.titles),
        "nature": event.nature.value,
        "class": event.classified.value if event.classified else None,
        "revision": event.revision,
        "sentences": [sentence.text for sentence in told(event, words.titles, words.language)],
        "changes": [
            {
                "path": list(change.path),
                "operation": change.operation.value,
                "class": change.change.value,
                "origin": change.origin.value,
                "old": change.old,
                "new": change.new,
            }
            for change in event.changes
            if change.is_told
        ],
    }
