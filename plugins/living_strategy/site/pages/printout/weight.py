"""How heavy a chapter of the print is, told before it is made: where a part ends may not depend on
what only making it would tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from living_strategy.content.corpus import ProsePage
from living_strategy.content.graph import Graph
from living_strategy.model import Entry
from living_strategy.site.markdown.bodies import Bodies

# Bytes: a browser gives up on a page of much more than two megabytes, and the frame has its share.
MAX_PART = 1_900_000
# What every chapter has around it and in the contents, what a link is besides the title that it
# shows, how much longer a mention is than its mark in a text, and the fields of an entry in words
# than in its file.
_CHAPTER, _LINK, _MENTION, _FIELDS = 600, 120, 60, 1.3


class Weights:
    """Weighs chapters in bytes of HTML, rather too heavy than too light."""

    def __init__(self, graph: Graph, bodies: Bodies) -> None:
        self._graph = graph
        self._bodies = bodies
        # Several entries may stand in a file.
        self._in_file = Counter(record.source.path for record in graph.corpus.records.values())

    def of(self, holder: Entry | ProsePage) -> float:
        """Return the weight of an entry or a written page."""
        if isinstance(holder, ProsePage):
            mentions = len(holder.text.mentions)
            return _CHAPTER + self._of_texts((holder.source.body,)) + _MENTION * mentions
        record = self._graph.record(holder.id)
        last = (update.text for update in getattr(holder, "updates", ())[-1:])
        mentions = sum(len(text.mentions) for text in record.texts)
        links = self._graph.outgoing.get(holder.id, ())
        titles = (self._graph.entries[link.target].title for link in links)
        return (
            _CHAPTER
            + self._of_texts((holder.description, *last))
            + _FIELDS * len(record.source.yaml.encode()) / self._in_file[record.source.path]
            + _MENTION * mentions
            + sum(_LINK + len(title.encode()) for title in titles)
        )

    def _of_texts(self, texts: Iterable[str]) -> int:
        return sum(len(self._bodies.html(text).encode()) for text in texts)
