"""The peer "Hugo": a site in Hugo that tells the same as ours, as one who knows Hugo would make it.

Its settings, layouts and labels are files of Hugo's own, in `hugo_site/`. What is written here is
content: a file for each entry, below the addresses that our site has, and a page for each area and
each responsible where ours has one, too. Nothing is written by hand that layouts can compute.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.entry import MENTION, Corpus, Entry
from benchmarks.hugo_data import data_layouts, data_pages
from benchmarks.hugo_places import places
from benchmarks.hugo_tables import SECTIONS
from benchmarks.yaml_text import dump_quoted

SITE = Path(__file__).with_name("hugo_site")

OVERVIEWS = {
    "resultater": "Resultater",
    "kart": "Strategikart",
    "tidslinje": "Tidslinje",
    "status": "Status",
    "hvem-leder-hva": "Hvem leder hva",
    "dekning": "Dekning av overordnede strategier",
    "finansiering": "Finansiering",
    "handlingsplan": "Handlingsplan 2026",
    "handlingsplan/2025": "Handlingsplan 2025",
    "okonomiplan": "Økonomiplan 2025–2028",
    "involvering": "Involvering av sektoren",
    "kommuner": "Kommuner og fylker",
    "kilder": "Om tallene og kildene",
    "utskrift": "Hele strategien",
    "apne-data": "Åpne data",
    "over-fristen": "Over fristen",
    "sok": "Søk",
}
"""Path and title of pages that are computed of all entries."""

WRITTEN = {
    "om-strategien": (
        "Om strategien", "Den bygger på [](rammeverk-1) og eies av [](organisasjon-1).\n",
    ),
    "tilgjengelighet": ("Tilgjengelighet", "Alle sider kan brukes med tastatur og skjermleser.\n"),
    "personvern": ("Personvern", "Nettstedet lagrer ingenting om deg.\n"),
    "lisens": ("Lisens", "Tekst: CC BY 4.0. Data: [NLOD 2.0](https://data.norge.no/nlod/no/2.0).\n"),
    "404": ("Siden finnes ikke", "Let i [listene](/mal/) eller [søk](/sok/).\n"),
}  # fmt: skip

PLAN_YEARS = (2025, 2026)


def write_hugo_site(root: Path, corpus: Corpus) -> None:
    """Write hugo.yaml, content/, data/ and layouts/."""
    shutil.copytree(SITE, root, dirs_exist_ok=True)
    _write(root / "data" / "places.json", json.dumps(places(), ensure_ascii=False))
    for path, text in data_layouts().items():
        _write(root / "layouts" / path, text)
    content = root / "content"
    for path, text in (*_listed(corpus), *_by_area(corpus), *_by_responsible(corpus), *_plans()):
        _write(content / path, text)
    for path, text in data_pages().items():
        _write(content / path, text)
    for path, (title, body) in WRITTEN.items():
        matter: dict[str, object] = {"title": title}
        _write(content / f"{path}.md", _page(matter | _url_of(path), body))


def _url_of(path: str) -> dict[str, object]:
    return {"url": "/404.html"} if path == "404" else {}


def _listed(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield the index and the pages of each kind, and the overviews."""
    for kind, (section, title) in SECTIONS.items():
        dated = {"cascade": {"outputs": ["html", "calendar"], "target": {"kind": "page"}}}
        matter = {"title": title, **(dated if kind in ("goal", "project", "area") else {})}
        yield f"{section}/_index.md", _page(matter)
        for number, entry in enumerate(corpus.of(kind), 1):
            more = {"number": number} if kind == "area" else {}
            yield f"{section}/{entry.id}.md", _entry(entry, more)
    for path, title in OVERVIEWS.items():
        yield f"{path}/_index.md", _page({"title": title})


def _by_area(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for area in corpus.of("area"):
        for section in ("kart", "tidslinje", "status"):
            matter = {"title": area.title, "layout": "area", "params": {"area": area.id}}
            yield f"{section}/{area.id}/_index.md", _page(matter)
    for framework in corpus.of("framework"):
        matter = {"title": framework.title, "layout": "framework",
                  "params": {"framework": framework.id}}  # fmt: skip
        yield f"dekning/{framework.id}/_index.md", _page(matter)


def _by_responsible(corpus: Corpus) -> Iterator[tuple[str, str]]:
    named = {name for entry in corpus.of("measure") for name in entry.fields["responsible"]}
    named |= {entry.fields["lead"] for entry in corpus.of("project")}
    for entry in corpus.of("organisation", "body"):
        if entry.id in named:
            matter = {"title": entry.title, "layout": "responsible",
                      "params": {"responsible": entry.id}}  # fmt: skip
            yield f"status/{entry.id}/_index.md", _page(matter)


def _plans() -> Iterator[tuple[str, str]]:
    for year in PLAN_YEARS:
        matter = {"title": f"Resultater {year}", "layout": "results", "params": {"year": year}}
        yield f"handlingsplan/{year}/resultater/_index.md", _page(matter)
    yield "handlingsplan/2026/_index.md", _moved("Handlingsplan 2026", "/handlingsplan/")
    yield "okonomiplan/2025-2028/_index.md", _moved("Økonomiplan 2025–2028", "/okonomiplan/")


def _moved(title: str, address: str) -> str:
    return _page({"title": title, "layout": "moved", "params": {"moved_to": address}})


def _entry(entry: Entry, more: dict[str, object]) -> str:
    # Below `params`, so that keys such as `type` and `summary` mean nothing else to Hugo.
    params = {key: value for key, value in entry.fields.items() if key != "title"} | more
    body = MENTION.sub(lambda mention: f"[{mention[2] or ''}]({mention[1]})", entry.body)
    return _page({"title": entry.title, "params": params}, body)


def _page(matter: dict[str, object], body: str = "") -> str:
    return f"---\n{dump_quoted(matter)}---\n\n{body}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
