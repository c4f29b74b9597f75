"""Six national releases and the strategies that follow them, made up from a seed.

A release changes, adds, retires, merges, splits, renames and deletes goals, and moves the dates of
measures.
A follower adopts, adapts, plans and declines what it sees, judges some of it again, and never
touches the rest. Nothing here is true of any kommune.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from living_strategy.content.corpus import AdoptionRecord, Pinned
from living_strategy.content.graph import Graph, link
from living_strategy.content.loader import load
from living_strategy.content.records.upstream import gone_entries
from living_strategy.content.source_file import SourceFile
from living_strategy.model import KINDS
from living_strategy.model.adoption import Adoption, AdoptionState
from living_strategy.model.catalogue import (
    Catalogue,
    CatalogueEntry,
    EntryState,
    described,
    digest,
)
from living_strategy.model.catalogue_reading import read_catalogue
from living_strategy.model.decided import decided_part
from living_strategy.upstream.impact import impact
from living_strategy.upstream.impact_rows import Impact
from living_strategy.upstream.judging import Judgement, judged
from living_strategy.upstream.kept import needed
from living_strategy.upstream.treatment import records_by_entry
from tests.factories import a_source, valid_files
from tests.national import a_catalogue

STRATEGIES, RELEASES, GOALS = 372, 6, 24
"""357 municipalities and 15 counties, and a strategy as large as the national one."""
_MODELS = {kind.kind: kind for kind in KINDS}
_WORDS = [
    "data",
    "deling",
    "vei",
    "vann",
    "skole",
    "helse",
    "arkiv",
    "sikkerhet",
    "hjelp",
    "brukere",
    "felles",
    "lokal",
]
_WAYS = ["edit", "form", "area", "report", "retire", "merge", "split", "rename", "date", "delete"]
_SETTINGS = "strategy/strategy.yml"


def releases(random: Random, years: int = RELEASES, goals: int = GOALS) -> Iterator[Catalogue]:
    """Yield the national releases, oldest first."""
    for raw in editions(random, years, goals):
        catalogue = read_catalogue(raw)
        assert isinstance(catalogue, Catalogue)
        yield catalogue


def editions(random: Random, years: int = RELEASES, goals: int = GOALS) -> Iterator[bytes]:
    """Yield the files of the national releases, oldest first."""
    entries = {f"mal-{number}": _goal(random, f"mal-{number}") for number in range(goals)}
    entries |= {
        f"tiltak-{number}": _entry("measure", f"tiltak-{number}", _measure(random, goals))
        for number in range(goals // 2)
    }
    for year in range(1, years + 1):
        yield a_catalogue(*entries.values(), name=f"v{year}", date=f"{2026 + year}-01-01")
        _change(random, entries, year)


def _change(random: Random, entries: dict[str, CatalogueEntry], year: int) -> None:
    """Change about a third of what is in force, in one of the ways that there are."""
    for number, old in enumerate(list(entries.values())):
        if old.state is not EntryState.IN_FORCE or random.random() > 0.35:
            continue
        fields, new_id = dict(old.fields), f"ny-{year}-{number}"
        match random.choice(_WAYS):
            case "edit":
                entries[old.id] = _entry(old.kind, old.id, fields | {"summary": _text(random)})
            case "form":
                entries[old.id] = _entry(
                    old.kind, old.id, fields | {"summary": f"{fields.get('summary', 'Ja')}!"}
                )
            case "area":
                entries[old.id] = _entry(
                    old.kind,
                    old.id,
                    fields | {"number": str(year), "area": random.choice(_WORDS)}
                    if old.kind == "goal"
                    else fields,
                )
            case "report":
                entries[old.id] = _entry(old.kind, old.id, fields | {"note": _text(random)})
            case "retire":
                entries[old.id] = _retired(old)
            case "merge" if others := [
                other
                for other in entries.values()
                if other.kind == old.kind
                and other.id != old.id
                and other.state is EntryState.IN_FORCE
            ]:
                entries[old.id] = _retired(old, random.choice(others).id)
            case "split":
                halves = (f"{new_id}-a", f"{new_id}-b")
                entries[old.id] = _retired(old, *halves)
                fields.pop("aliases", None)
                entries |= {half: _entry(old.kind, half, fields) for half in halves}
            case "rename" if old.kind == "goal":
                aliases = [*old.aliases, old.id]
                del entries[old.id]
                entries[new_id] = _entry(old.kind, new_id, fields | {"aliases": aliases})
            case "delete" if random.random() < 0.5:
                # Its file is gone, and no edition says what became of it.
                del entries[old.id]
            case "date" if old.kind == "measure":
                milestones = [{"title": "Klar", "date": str(random.randint(2027, 2035))}]
                entries[old.id] = _entry(old.kind, old.id, fields | {"milestones": milestones})
    entries[f"kom-{year}"] = _goal(random, f"kom-{year}")


def _goal(random: Random, entry_id: str) -> CatalogueEntry:
    fields = {"title": _text(random), "summary": _text(random), "area": random.choice(_WORDS)}
    return _entry("goal", entry_id, fields)


def _measure(random: Random, goals: int) -> dict[str, Any]:
    return {
        "title": _text(random),
        "goals": [f"mal-{random.randrange(goals)}"],
        "milestones": [{"title": "Klar", "date": str(random.randint(2027, 2035))}],
    }


def _text(random: Random) -> str:
    return " ".join(random.choices(_WORDS, k=6)).capitalize() + "."


def _entry(kind: str, entry_id: str, fields: dict[str, Any]) -> CatalogueEntry:
    written = fields | {"id": entry_id}
    return described(kind, written, digest(decided_part(_MODELS[kind], written)))


def _retired(old: CatalogueEntry, *successors: str) -> CatalogueEntry:
    return replace(old, state=EntryState.RETIRED, replaced_by=successors)


@dataclass
class Follower:
    """A strategy that follows: its records by id, and what it keeps of earlier versions.

    `graph` is of its own content, which names national goals.
    """

    random: Random
    graph: Graph
    records: dict[str, AdoptionRecord] = field(default_factory=dict)
    pinned: Catalogue | None = None
    earlier: tuple[Catalogue, ...] = ()

    def take(self, new: Catalogue) -> None:
        """Pin a version, keeping the earlier ones that somebody judged."""
        if self.pinned:
            named = [reference.id for reference in self.graph.upstream]
            self.earlier = needed(self.records.values(), self.pinned, self.earlier, new, named)
        self.pinned = new

    def asked(self) -> Impact:
        """What the pinned version asks for."""
        assert self.pinned
        corpus = replace(self.graph.corpus, adoptions=tuple(self.records.values()))
        gone = gone_entries(self.pinned, self.earlier)
        pinned = Pinned("ks", "Nasjonal", self.pinned, earlier=self.earlier, gone=gone)
        named = tuple(
            reference._replace(entry=pinned.find(reference.id)) for reference in self.graph.upstream
        )
        graph = replace(self.graph, corpus=corpus, upstream=named)
        return impact(graph, pinned)

    def judge(self) -> None:
        """Judge some goals for the first time, and some again."""
        assert self.pinned
        for written, adoption in judgements(self.random, self.pinned, self.records.values()):
            path = f"adoption/ks/{written}.yml"
            self.records[written] = AdoptionRecord("ks", written, adoption, SourceFile(path, ""))


def judgements(
    random: Random, pinned: Catalogue, records: Iterable[AdoptionRecord]
) -> Iterator[tuple[str, Adoption]]:
    """Yield what is decided about some goals, by the name of the record: that which there is, or a
    new one.
    """
    known = records_by_entry(records, Pinned("ks", "", pinned))
    for entry in pinned.of_kind("goal"):
        if entry.state is EntryState.IN_FORCE and random.random() < 0.25:
            before = known.get(entry.id)
            state = random.choice(list(AdoptionState))
            texts = (
                {"title": f"Vårt {random.random()}", "summary": "Våre ord."}
                if state is AdoptionState.ADAPTED
                else {}
            )
            judgement = Judgement(state, "Vår grunn.", "2030", texts=texts)
            fields = judged(judgement, entry, pinned, before.adoption if before else None)
            yield before.id if before else entry.id, Adoption.model_validate(fields)


def followers(random: Random, count: int = STRATEGIES) -> list[Follower]:
    """The strategies that follow, none of which has judged anything yet."""
    text = valid_files()["measures/tiltak.md"]
    assert isinstance(text, str)
    linked = text.replace("goals: [mal]", "goals: [mal, ks:mal-1, ks:mal-2]")
    national = "upstream: [{name: ks, title: Den nasjonale strategien}]\n"
    settings = {_SETTINGS: f"{valid_files()[_SETTINGS]}{national}", "measures/tiltak.md": linked}
    graph = link(load(a_source(settings)).corpus)
    return [Follower(Random(random.random()), graph) for _ in range(count)]
