"""Pages kept between builds, each under a digest of everything that it was made of.

A page is a function of the *facts* (every file of the content but the texts of entries, what those
texts mention, the history, the day, and the program with its templates) and of the *texts* that it
shows. Both are hashed whole: nothing is declared that could be forgotten. What a page asks for
while it is made is compared with the texts it was said to show, and one that shows another is not
kept.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from functools import cached_property
from typing import Protocol

from living_strategy.artifact import Artifact, DataFile, Page, Redirect
from living_strategy.content.graph import Graph
from living_strategy.site.markdown.bodies import Bodies

Make = Callable[[], Iterable[Artifact]]
_DIGEST = 16
# More than there are overviews, and pages of the print.
_MAX_OTHERS = 200
_FIELDS = tuple(field.name for field in fields(Page) if field.name != "content")
_OF_REDIRECTS = tuple(field.name for field in fields(Redirect))


class PageStore(Protocol):
    """Keeps one value under each name. `program` stands for everything but the content that a page
    depends on: code, templates, versions, and those of the strategy's own.
    """

    @property
    def program(self) -> str:
        """What stands for the program."""

    def get(self, name: str) -> bytes:
        """Return what is there, or nothing."""

    def put(self, name: str, value: bytes) -> None:
        """Keep this from the next `close` on."""

    def forget_beyond(self, limit: int) -> None:
        """Begin anew when there are more than so many: most belong to pages that are gone."""

    def close(self) -> None:
        """Write what is to be kept. Another process may use the store afterwards."""


class KeptPages:
    """The pages of one build: those that are there, and those that are made."""

    def __init__(
        self, graph: Graph, bodies: Bodies, today: date, past: object, store: PageStore | None
    ) -> None:
        """`past` is all that pages say of earlier states, and where the site lies."""
        self._past = past
        self._graph = graph
        self._bodies = bodies
        self._today = today
        self._store = store

    def forget_gone(self) -> None:
        """Forget what earlier builds kept, if most of it belongs to pages that are gone."""
        if self._store is not None:
            self._store.forget_beyond(2 * len(self._graph.entries) + _MAX_OTHERS)

    def get(self, name: str, texts: Iterable[str]) -> tuple[Artifact, ...] | None:
        """Return what was made under this name of the same facts and texts, if it was kept."""
        if self._store is None:
            return None
        row = self._store.get(name)
        return unpacked(row[_DIGEST:]) if row and row[:_DIGEST] == self._key(name, texts) else None

    def make(self, name: str, texts: Iterable[str], make: Make) -> tuple[Artifact, ...]:
        """Make it, and keep it for the next build."""
        if self._store is None:
            return tuple(make())
        self._bodies.shown = set()
        artifacts = tuple(make())
        texts = tuple(texts)
        if self._bodies.shown <= set(texts):
            self._store.put(name, self._key(name, texts) + packed(artifacts))
        return artifacts

    def get_or_make(self, name: str, texts: Iterable[str], make: Make) -> tuple[Artifact, ...]:
        """Return what was kept, or else make it."""
        texts = tuple(texts)
        kept = self.get(name, texts)
        return self.make(name, texts, make) if kept is None else kept

    def page_at(self, path: str, texts: Iterable[str], make: Callable[[], Page]) -> Page:
        """Return the page at `path`, which shows these texts: as it was kept, or made."""
        for artifact in self.get_or_make(path, texts, lambda: (make(),)):
            if isinstance(artifact, Page):
                return artifact
        return make()

    def close(self) -> None:
        """Write what is to be kept, also before another process goes on with its own pages."""
        if self._store is not None:
            self._store.close()

    @cached_property
    def _facts(self) -> bytes:
        program = self._store.program if self._store else ""
        return facts_digest(self._graph, self._today, self._past, program)

    def _key(self, name: str, texts: Iterable[str]) -> bytes:
        digest = hashlib.blake2b(self._facts, digest_size=_DIGEST)
        for part in (name, *texts):
            _update(digest, part)
        return digest.digest()


def facts_digest(graph: Graph, today: date, past: object, program: str) -> bytes:
    """Hash everything but the texts of entries: of those only whether there is one, and what it
    mentions. Whatever the order of entries and files says counts, too.
    """
    # Nobody reads the pickle. Equal pasts may give more than one, different ones never the same.
    corpus = graph.corpus
    digest = hashlib.blake2b(pickle.dumps(past), digest_size=16)
    known = (
        sorted(corpus.broken.items()),
        *map(sorted, (corpus.possible_ids, corpus.broken_links, corpus.unread)),
        *map(sorted, (corpus.left_out, corpus.refused)),
        corpus.attachments,
        corpus.search_words,
        corpus.tables,
        # Places in the file change no page.
        [(listed.site, listed.collected) for listed in corpus.local_sites],
    )
    for part in (program, today.isoformat(), repr(known), corpus.settings_source.text):
        _update(digest, part)
    files: set[str] = set()
    for record in corpus.records.values():
        source, entry = record.source, record.entry
        if source.path not in files:
            files.add(source.path)
            _update(digest, source.path)
            _update(digest, source.yaml)
        mentions = [mention.id for text in record.texts for mention in text.mentions]
        _update(digest, repr((entry.id, bool(entry.description), mentions)))
    for pinned in corpus.upstreams.values():
        # The catalogue is what the lock says, to the byte.
        kept = [catalogue.hash for catalogue in pinned.earlier]
        _update(digest, repr((pinned.name, pinned.title, pinned.lock, kept)))
    for adoption in corpus.adoptions:
        _update(digest, repr((adoption.upstream, adoption.id)))
        _update(digest, adoption.source.yaml)
    for page in corpus.prose:
        _update(digest, repr((page.path, page.listed, page.order)))
        _update(digest, page.source.text)
    return digest.digest()


def _update(digest: hashlib.blake2b, part: str) -> None:
    """Add a part with its length, so that no two rows of parts are the same."""
    content = part.encode("utf-8", "surrogatepass")
    digest.update(b"%d:" % len(content))
    digest.update(content)


def packed(artifacts: Iterable[Artifact]) -> bytes:
    """Write artifacts one after the other.

    JSON first, with the length of each content; a page's also has its other fields, and a redirect
    has nothing else.
    """
    heads: list[tuple[int, dict[str, str | bool]]] = []
    contents = []
    for artifact in artifacts:
        if isinstance(artifact, Page):
            content = artifact.content.encode()
            values = {name: getattr(artifact, name) for name in _FIELDS}
        elif isinstance(artifact, DataFile):
            content, values = artifact.content, {"path": artifact.path}
        else:
            content, values = b"", {name: getattr(artifact, name) for name in _OF_REDIRECTS}
        heads.append((len(content), values))
        contents.append(content)
    return b"".join((json.dumps(heads).encode(), b"\n", *contents))


def unpacked(row: bytes) -> tuple[Artifact, ...] | None:
    """Read what `packed` wrote; nothing when it was something else."""
    start = row.find(b"\n") + 1
    artifacts: list[Artifact] = []
    try:
        for length, values in json.loads(row[:start]):
            content = row[start : start + length]
            start += length
            if "type" in values:
                artifacts.append(Page(content=content.decode(), **values))
            elif "target" in values:
                artifacts.append(Redirect(**values))
            else:
                artifacts.append(DataFile(content=content, **values))
    except (TypeError, ValueError):
        return None
    return tuple(artifacts) if start == len(row) else None
