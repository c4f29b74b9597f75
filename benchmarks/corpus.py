"""A deterministic strategy of N items: 1 goal to 4 measures to 5 projects.

The same N and seed give the same entries, to the byte, on every machine.
"""

from __future__ import annotations

from collections import Counter
from random import Random

from benchmarks.details import Details
from benchmarks.entry import REGISTER_KINDS, Corpus, Entry, Fields
from benchmarks.prose import Writer
from benchmarks.registers import areas, registers

SEED = 2026
MILLION = 1_000_000
STEMS = {"goal": "mal", "measure": "tiltak", "project": "prosjekt"}


def counts(n: int) -> dict[str, int]:
    """Return the numbers of goals, measures and projects of N items; at least one of each."""
    if n < 3:
        raise ValueError("a benchmark needs at least three items")
    goals = max(1, round(n / 10))
    measures = max(1, round(n * 4 / 10))
    return {"goal": goals, "measure": measures, "project": n - goals - measures}


def item_id(kind: str, number: int) -> str:
    """Return the id of an item, such as `tiltak-00042`."""
    return f"{STEMS[kind]}-{number:05}"


def make_corpus(n: int, seed: int = SEED) -> Corpus:
    """Make areas, registers and N items."""
    corpus = Corpus()
    for slug, fields in areas().items():
        corpus.add(Entry("area", slug, fields))
    for register, entries in registers().items():
        for slug, fields in entries.items():
            corpus.add(Entry(REGISTER_KINDS[register], slug, fields))
    random = Random(f"{seed}/{n}")
    drafts = _drafts(random, n)
    for index, (entry, writer) in enumerate(drafts):
        steps = random.sample(range(1, n), min(random.randint(1, 3), n - 1))
        body = writer.body([drafts[(index + step) % n][0] for step in steps])
        corpus.add(Entry(entry.kind, entry.id, entry.fields, body))
    _cover_payments(corpus)
    return corpus


def _cover_payments(corpus: Corpus) -> None:
    """Let each scheme have as much in a year as it pays, in whole millions."""
    paid: Counter[tuple[str, int]] = Counter()
    for project in corpus.of("project"):
        for grant in project.fields["funding"]:
            paid[grant["scheme"], grant["year"]] += grant["amount"]
    for measure in corpus.of("measure"):
        for cost in measure.fields.get("costs", ()):
            paid[cost["scheme"], cost["year"]] += cost["operating"] + cost["investment"]
    for scheme in corpus.of("scheme"):
        for sum_of_year in scheme.fields["amounts"]:
            needed = -(-paid[scheme.id, sum_of_year["year"]] // MILLION) * MILLION
            sum_of_year["amount"] = max(sum_of_year["amount"], needed)


def _drafts(random: Random, n: int) -> list[tuple[Entry, Writer]]:
    """Make all items without their bodies, which may mention any of them."""
    total = counts(n)
    drafts = []
    for kind, count in total.items():
        for number in range(1, count + 1):
            writer = Writer(random)
            details = Details(random, writer, kind, number)
            all_fields = _fields(random, details, kind, number, total)
            fields = {key: value for key, value in all_fields.items() if value != []}
            drafts.append((Entry(kind, item_id(kind, number), fields), writer))
    return drafts


def _fields(
    random: Random, details: Details, kind: str, number: int, total: dict[str, int]
) -> Fields:
    if kind == "goal":
        return details.goal(f"omrade-{(number - 1) % len(areas()) + 1}")
    if kind == "measure":
        return details.measure(_parents(random, "goal", number, total))
    earlier = random.random() < 0.2 and number > 1
    needs = [item_id(kind, random.randint(1, number - 1))] if earlier else []
    return details.project(_parents(random, "measure", number, total), needs)


def _parents(random: Random, kind: str, number: int, total: dict[str, int]) -> list[str]:
    """Choose one parent in turn, so that none is left without children, and sometimes another."""
    first = (number - 1) % total[kind] + 1
    second = random.randint(1, total[kind]) if random.random() < 0.25 else first
    return [item_id(kind, parent) for parent in dict.fromkeys((first, second))]
