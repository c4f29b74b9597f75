"""Another id for an entry: in its own file, and wherever something names it.

The links of a strategy in which the entry has its new id, and the old one as an alias, say where
the old one still stands (`uses_of`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from living_strategy.content.corpus import Record
from living_strategy.content.graph import Graph
from living_strategy.content.linking import LooseMention
from living_strategy.content.markdown.prose import mentioning
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.editing.assignment import Assignment, Operation
from living_strategy.editing.canonical import Left, canonical
from living_strategy.editing.data import at, placed
from living_strategy.editing.file_parts import with_texts
from living_strategy.editing.setting import Outcome, Target, set_fields
from living_strategy.model import Area


@dataclass
class Uses:
    """Where a file names an entry: fields that hold its id, texts in fields that mention it, and
    the mentions below the front matter, by line and column.
    """

    fields: list[KeyPath] = field(default_factory=list)
    texts: set[KeyPath] = field(default_factory=set)
    places: dict[tuple[int, int], str] = field(default_factory=dict)


def renamed_entry(record: Record, content: bytes, new: str) -> tuple[str, Outcome]:
    """Return the path and the content of an entry's file when it has another id, and the present
    one among its earlier ids.
    """
    old, path, base = record.entry.id, record.source.path, record.base
    if record.entry.folder:
        folder, _, name = path.rpartition("/")
        path = f"{folder}/{new}.{name.rpartition('.')[2]}"
    elif base and not isinstance(record.entry, Area):
        line, column = record.source.positions.keys[base]
        content = with_texts(content, {(line, column): (old, new)})
        base = (new,)
    # Who takes an earlier id again has it no longer among the earlier ones.
    again = (
        [Assignment(("aliases",), [new], Operation.REMOVE)] if new in record.entry.aliases else []
    )
    changes = [*again, Assignment(("aliases",), [old], Operation.ADD)]
    if at(record.source.positions.data, (*record.base, "id")) == old:
        changes.append(Assignment(("id",), new))
    return path, set_fields(content, Target(path, type(record.entry), new, base), changes)


def uses_of(graph: Graph, old: str) -> Mapping[str, Uses]:
    """Return where an earlier id is used, by file."""
    uses: defaultdict[str, Uses] = defaultdict(Uses)
    for reference in graph.used_aliases:
        if reference.written == old:
            path, base = _holder(graph, reference.source)
            uses[path].fields.append((*base, *reference.path))
    for mention in graph.mentioned_aliases:
        if mention.mention.id == old:
            _note_mention(uses, graph, mention)
    for record in graph.corpus.adoptions:
        if record.adoption.decision and record.adoption.decision.body == old:
            uses[record.source.path].fields.append(("decision", "body"))
    return uses


def _holder(graph: Graph, source: str) -> tuple[str, KeyPath]:
    """Return the file of an entry, or of the settings, and the keys that lead to it."""
    if not source:
        return graph.corpus.settings_source.path, ()
    record = graph.record(source)
    return record.source.path, record.base


def _note_mention(uses: Mapping[str, Uses], graph: Graph, mention: LooseMention) -> None:
    location = graph.locate_mention(mention)
    if mention.page is None:
        record = graph.record(mention.source)
        is_body = mention.text.path == ("description",) and record.source.body_line
        if record.base or not is_body:
            uses[location.file].texts.add((*record.base, *mention.text.path))
            return
    uses[location.file].places[location.line, location.column] = mention.mention.written


def with_new_id(
    path: str, content: bytes, uses: Uses, old: str, new: str
) -> tuple[bytes, Left | None]:
    """Return a file that names an entry by its new id. `left` says why it cannot be written."""
    places = {
        place: (written, mentioning(written, old, new)) for place, written in uses.places.items()
    }
    content = with_texts(content, places)
    if not uses.fields and not uses.texts:
        return content, None

    def change(data: dict[str, Any]) -> dict[str, Any]:
        for keys in uses.fields:
            written = str(at(data, keys))
            data = placed(data, keys, written.replace(old, new, 1))
        for keys in uses.texts:
            data = placed(data, keys, mentioning(str(at(data, keys)), old, new))
        return data

    result = canonical(path, content, change)
    return result.content, result.left
