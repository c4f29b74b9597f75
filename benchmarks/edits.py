"""Edits of items as people make them: figures, dates, links, reports, and words of the text."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from benchmarks.entry import Corpus, Entry, Fields

STATUSES = ("proposed", "planned", "ongoing", "completed", "paused", "stopped")
PHASES = ("idea", "concept", "planning", "delivery", "closing", "operation")
AUDIENCES = ("municipality", "county", "state", "resident", "business")
WORDS = ("kommunene", "tjenesten", "løsningen", "brukerne", "arbeidet", "datakvaliteten")
# A list grows to so many parts, then its first one goes.
MAX_PARTS = 6


class Editor:
    """Makes one edit after another; the same seed makes the same ones."""

    def __init__(self, random: Random, corpus: Corpus) -> None:
        self.random = random
        self._ids = {
            kind: [entry.id for entry in corpus.of(kind)]
            for kind in ("goal", "measure", "organisation", "network", "component", "area")
        }
        texts: tuple[Edit, ...] = (_slip, _sentence, _layout)
        every = (*texts, _title, _summary, _report, _reviewed, _source, _reorder, _decision)
        running = (_status, _status, _period, _period, _milestone, _uses)
        self._edits: dict[str, Sequence[Edit]] = {
            "goal": (*every, _value, _value, _target, _area, _standing),
            "measure": (*every, *running, _responsible, _goals, _cost, _audience),
            "project": (*every, *running, _lead, _participants, _funding, _total, _phase, _phase),
        }

    def edit(self, entry: Entry) -> Entry:
        """Return the item after one edit."""
        fields = copy.deepcopy(entry.fields)
        body = self.random.choice(self._edits[entry.kind])(self, fields, entry.body)
        return Entry(entry.kind, entry.id, fields, body)

    def month(self) -> str:
        """Return a month of the years around today."""
        return f"{self.random.randint(2019, 2031)}-{self.random.randint(1, 12):02}"

    def word(self) -> str:
        """Return a word."""
        return self.random.choice(WORDS)

    def another(self, values: Sequence[str], present: object) -> str:
        """Return one of the values that is not the present one."""
        return self.random.choice([value for value in values if value != present])

    def link(self, fields: Fields, name: str, kind: str) -> None:
        """Add a link to a list, or take one away."""
        links = fields.setdefault(name, [])
        if len(links) > 1 and self.random.random() < 0.5:
            links.pop(self.random.randrange(len(links)))
        elif (target := self.random.choice(self._ids[kind])) not in links:
            links.append(target)

    def target(self, kind: str) -> str:
        """Return the id of an entry of a kind."""
        return self.random.choice(self._ids[kind])


Edit = Callable[[Editor, Fields, str], str]
"""Changes the fields, or returns another body."""


def _add(fields: Fields, name: str, part: Any) -> None:
    parts = fields.setdefault(name, [])
    parts.append(part)
    del parts[:-MAX_PARTS]


def _slip(editor: Editor, fields: Fields, body: str) -> str:
    """Swap two letters of a word."""
    words = body.split(" ")
    index = editor.random.randrange(len(words))
    word = words[index]
    middle = editor.random.randrange(1, max(2, len(word) - 1))
    words[index] = word[: middle - 1] + word[middle - 1 : middle + 1][::-1] + word[middle + 1 :]
    return " ".join(words)


def _sentence(editor: Editor, fields: Fields, body: str) -> str:
    sentence = f"Fra {editor.month()} tar {editor.word()} over ansvaret for {editor.word()}."
    return f"{body.rstrip()}\n\n{sentence}\n"


def _layout(editor: Editor, fields: Fields, body: str) -> str:
    if "\n\n\n" in body:
        return body.replace("\n\n\n", "\n\n")
    return body.replace("\n\n", "\n\n\n", 1)


def _title(editor: Editor, fields: Fields, body: str) -> str:
    fields["title"] = f"{fields['title']} {editor.word()}"[-120:].strip()
    return body


def _summary(editor: Editor, fields: Fields, body: str) -> str:
    fields["summary"] = f"Det blir enklere for {editor.word()} å ta i bruk {editor.word()}."
    return body


def _report(editor: Editor, fields: Fields, body: str) -> str:
    _add(fields, "updates", {"date": editor.month(), "text": f"Rapport om {editor.word()}."})
    return body


def _reviewed(editor: Editor, fields: Fields, body: str) -> str:
    fields["reviewed"] = editor.month()
    return body


def _source(editor: Editor, fields: Fields, body: str) -> str:
    number = editor.random.randint(1, 99_999)
    source = {"title": f"Notat {number}", "url": f"https://example.org/n/{number}"}
    _add(fields, "sources", source)
    return body


def _reorder(editor: Editor, fields: Fields, body: str) -> str:
    fields.get("sources", []).reverse()
    return body


def _decision(editor: Editor, fields: Fields, body: str) -> str:
    _add(fields, "decisions", {"date": editor.month(), "title": "Vedtar revidert plan"})
    return body


def _status(editor: Editor, fields: Fields, body: str) -> str:
    fields["status"] = editor.another(STATUSES, fields.get("status"))
    fields["status_date"] = editor.month()
    if fields["status"] in ("paused", "stopped"):
        fields["status_reason"] = f"Avventer {editor.word()}."
    return body


def _period(editor: Editor, fields: Fields, body: str) -> str:
    fields.setdefault("period", {"start": "2019"})["end"] = editor.month()
    return body


def _milestone(editor: Editor, fields: Fields, body: str) -> str:
    """Reach the next milestone, or move the last one."""
    milestones = fields.setdefault("milestones", [])
    waiting = [milestone for milestone in milestones if "done" not in milestone]
    if waiting and editor.random.random() < 0.5:
        waiting[0]["done"] = waiting[0]["date"]
    elif milestones:
        milestones[-1]["date"] = editor.month()
    else:
        milestones.append({"title": "Første kommune i drift", "date": editor.month()})
    return body


def _uses(editor: Editor, fields: Fields, body: str) -> str:
    editor.link(fields, "uses", "component")
    return body


def _value(editor: Editor, fields: Fields, body: str) -> str:
    for indicator in fields.get("indicators", [])[:1]:
        value = {"date": editor.month(), "value": editor.random.randint(1, 99)}
        _add(indicator, "values", value)
    return body


def _target(editor: Editor, fields: Fields, body: str) -> str:
    for indicator in fields.get("indicators", [])[:1]:
        indicator.setdefault("target", {})["value"] = editor.random.randint(1, 99)
    return body


def _area(editor: Editor, fields: Fields, body: str) -> str:
    fields["area"] = editor.target("area")
    return body


def _standing(editor: Editor, fields: Fields, body: str) -> str:
    fields["standing"] = editor.another(("adopted", "proposed"), fields["standing"])
    return body


def _responsible(editor: Editor, fields: Fields, body: str) -> str:
    editor.link(fields, "responsible", "organisation")
    return body


def _goals(editor: Editor, fields: Fields, body: str) -> str:
    editor.link(fields, "goals", "goal")
    return body


def _cost(editor: Editor, fields: Fields, body: str) -> str:
    costs = fields.setdefault("costs", [{"year": 2027}])
    costs[-1]["operating"] = editor.random.randint(1, 90) * 100_000
    return body


def _audience(editor: Editor, fields: Fields, body: str) -> str:
    fields["audience"] = editor.random.sample(AUDIENCES, 2)
    return body


def _lead(editor: Editor, fields: Fields, body: str) -> str:
    fields["lead"] = editor.target("organisation")
    return body


def _participants(editor: Editor, fields: Fields, body: str) -> str:
    editor.link(fields, "participants", "network")
    return body


def _funding(editor: Editor, fields: Fields, body: str) -> str:
    amount = editor.random.randint(1, 90) * 100_000
    _add(fields, "funding", {"year": editor.random.randint(2019, 2026), "amount": amount})
    return body


def _total(editor: Editor, fields: Fields, body: str) -> str:
    fields["total_cost"] = editor.random.randint(1, 90) * 1_000_000
    return body


def _phase(editor: Editor, fields: Fields, body: str) -> str:
    fields["phase"] = editor.another(PHASES, fields.get("phase"))
    return body
