"""The peer "plain MkDocs + Material": the same pages as a careful hand would write them out.

Every link is a relative Markdown link, every back-link is already written, index tables and the
coverage tables are Markdown. Items are kept out of the navigation, and search is off.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.entry import MENTION, SECTIONS, Corpus, Entry
from benchmarks.sheet import BACKLINKS_TITLE, FACTS_HEADER, SHEETS, WORDS, Cell, Sort
from benchmarks.yaml_text import dump

MKDOCS: dict[str, Any] = {
    "site_name": "Eksempelstrategien",
    "site_url": "https://example.org/",
    "theme": {"name": "material", "language": "nb", "font": False},
    "plugins": [],
}

ABOUT = (
    "# Om strategien\n\nDenne strategien er laget av et program. Den bygger på "
    "[Digital retning](rammeverk/rammeverk-1.md).\n"
)


def write_plain_site(root: Path, corpus: Corpus) -> None:
    """Write mkdocs.yml and docs/."""
    pages = PlainPages(corpus)
    docs = root / "docs"
    docs.mkdir(parents=True)
    nav = [{"Forside": "index.md"}]
    hidden = []
    for kind, (section, title) in SECTIONS.items():
        (docs / section).mkdir()
        nav.append({title: f"{section}/index.md"})
        hidden += [f"/{section}/*", f"!/{section}/index.md"]
        (docs / section / "index.md").write_text(pages.index(kind), encoding="utf-8")
        for entry in corpus.of(kind):
            (docs / f"{entry.address}.md").write_text(pages.entry(entry), encoding="utf-8")
    nav += [{"Dekning": "dekning.md"}, {"Om strategien": "om-strategien.md"}]
    settings = MKDOCS | {"nav": nav, "not_in_nav": "\n".join(hidden) + "\n"}
    (root / "mkdocs.yml").write_text(dump(settings), encoding="utf-8")
    (docs / "index.md").write_text(pages.front(), encoding="utf-8")
    (docs / "dekning.md").write_text(pages.coverage(), encoding="utf-8")
    (docs / "om-strategien.md").write_text(ABOUT, encoding="utf-8")


class PlainPages:
    """Markdown text of every page; links are relative to a page one folder down."""

    def __init__(self, corpus: Corpus) -> None:
        """Invert the links once."""
        self._corpus = corpus
        self._backlinks = corpus.backlinks()

    def entry(self, entry: Entry) -> str:
        """Return the page of an item, an area or a register entry."""
        sheet = SHEETS[entry.kind]
        facts = [
            (cell.label, text)
            for cell in sheet.facts
            if (text := self._cell(cell, entry.fields)) != ""
        ]
        parts = [f"# {entry.title}", str(entry.fields["summary"]), _table(FACTS_HEADER, facts)]
        if entry.body:
            parts.append(self._prose(entry.body))
        for table in sheet.tables:
            rows = [
                tuple(self._cell(column, part) for column in table.columns)
                for part in entry.fields.get(table.key, ())
            ]
            if rows:
                header = tuple(column.label for column in table.columns)
                parts.append(f"## {table.title}\n\n{_table(header, rows)}")
        parts += self._links_here(entry)
        return "\n\n".join(parts) + "\n"

    def index(self, kind: str) -> str:
        """Return the page with a table of all entries of a kind."""
        columns = SHEETS[kind].index
        rows = [
            (self._link(entry.id), *(self._cell(column, entry.fields) for column in columns))
            for entry in self._corpus.of(kind)
        ]
        header = ("Tittel", *(column.label for column in columns))
        return f"# {SECTIONS[kind][1]}\n\n{_table(header, rows)}\n"

    def front(self) -> str:
        """Return the front page: the areas, and how many there are of each kind."""
        areas = "\n".join(f"- {self._link(area.id, '')}" for area in self._corpus.of("area"))
        rows = [
            (f"[{title}]({section}/index.md)", str(len(self._corpus.of(kind))))
            for kind, (section, title) in SECTIONS.items()
        ]
        return f"# Eksempelstrategien\n\n{areas}\n\n{_table(('Type', 'Antall'), rows)}\n"

    def coverage(self) -> str:
        """Return list, for each framework's priorities, the areas and goals that support it."""
        supporters: dict[str, list[str]] = {}
        for entry in self._corpus.of("area", "goal"):
            for reference in entry.fields["frameworks"]:
                supporters.setdefault(reference, []).append(self._link(entry.id, ""))
        parts = ["# Dekning"]
        for framework in self._corpus.of("framework"):
            rows = [
                (goal["title"], ", ".join(supporters.get(f"{framework.id}/{goal['id']}", ["–"])))
                for goal in framework.fields["goals"]
            ]
            parts.append(f"## {framework.title}\n\n{_table(('Prioritering', 'Støttes av'), rows)}")
        return "\n\n".join(parts) + "\n"

    def _links_here(self, entry: Entry) -> list[str]:
        groups = self._backlinks[entry.id]
        parts = [f"## {BACKLINKS_TITLE}"] if groups else []
        for label, sources in groups.items():
            items = "\n".join(f"- {self._link(source)}" for source in sources)
            parts.append(f"### {label}\n\n{items}")
        return parts

    def _prose(self, body: str) -> str:
        return MENTION.sub(lambda mention: self._link(mention[1], text=mention[2]), body).strip()

    def _link(self, target: str, up: str = "../", text: str | None = None) -> str:
        entry = self._corpus.entries.get(target.partition("/")[0])
        return target if entry is None else f"[{text or entry.title}]({up}{entry.address}.md)"

    def _cell(self, cell: Cell, fields: dict[str, Any]) -> str:
        value: Any = fields
        for key in cell.key.split("."):
            value = value.get(key, "")
        if value == "":
            return ""
        if cell.sort is Sort.PERIOD:
            return f"{value['start']}–{value.get('end', '')}"
        if cell.sort is Sort.SERIES:
            return ", ".join(f"{part['date']}: {part['value']}" for part in value)
        parts = value if isinstance(value, list) else [value]
        return ", ".join(self._value(cell.sort, part) for part in parts)

    def _value(self, sort: Sort, value: Any) -> str:
        match sort:
            case Sort.LINK:
                return self._link(value)
            case Sort.WORD:
                return WORDS[value]
            case Sort.MONEY:
                return f"{value:,}".replace(",", " ")
            case Sort.ADDRESS:
                return f"<{value}>"
            case _:
                return str(value)


def _table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [header, ("---",) * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
