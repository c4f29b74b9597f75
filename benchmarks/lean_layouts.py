"""Hugo templates for pages, indexes, front page and coverage, written out kind by kind.

They are plain template code without a generic interpreter, because that is both what a Hugo
author would write and the fastest for Hugo. One cached partial builds the index from id to page
and the inverse of every link; titles of linked pages and all back-links come from there.
"""

from __future__ import annotations

import re

from benchmarks.entry import MENTIONED_IN, RELATIONS, SECTIONS, Relation
from benchmarks.sheet import BACKLINKS_TITLE, FACTS_HEADER, SHEETS, Cell, Sort, Table

LISTS = frozenset((
    "audience", "builds_on", "counties", "depends_on", "frameworks", "goals", "measures",
    "members", "owners", "participants", "partners", "responsible", "rules", "uses",
))  # fmt: skip
"""Keys that hold a list."""

LABELS = {
    label: number
    for number, label in enumerate(
        dict.fromkeys((*(relation.inverse for relation in RELATIONS), MENTIONED_IN))
    )
}
"""Group of back-links to the number of the store it is kept in."""

GRAPH = '{{- $graph := partialCached "graph.html" . "all" -}}{{- $pages := $graph.pages -}}\n'
LINK = '<a href="{{ .RelPermalink }}">{{ .Title }}</a>'
RENDER_LINK = """\
{{- $graph := partialCached "graph.html" .Page "all" -}}
{{- $text := .Text -}}
{{- with index $graph.pages .Destination -}}
<a href="{{ .RelPermalink }}">{{ $text | default .Title }}</a>
{{- else -}}
<a href="{{ .Destination }}">{{ $text }}</a>
{{- end -}}
"""
PROSE = '{{ define "main" }}<h1>{{ .Title }}</h1>\n{{ .Content }}{{ end }}\n'


def page(kind: str, labels: list[str]) -> str:
    """Return the page of an entry; `labels` are the groups of back-links its kind can have."""
    sheet = SHEETS[kind]
    facts = "\n".join(
        f"{{{{ with .Params.{cell.key} }}}}"
        f"<tr>\n<td>{cell.label}</td>\n<td>{_value(cell)}</td>\n</tr>{{{{ end }}}}"
        for cell in sheet.facts
    )
    titles = "".join(
        f'{{{{ with .Params.{table.key} }}}}<li><a href="#{_slug(table.title)}">'
        f"{table.title}</a></li>{{{{ end }}}}\n"
        for table in sheet.tables
    )
    here = "\n".join(
        f'{{{{ with index $graph "{label}" $id }}}}<h3>{label}</h3>\n'
        f"<ul>{{{{ range . }}}}<li>{LINK}</li>\n{{{{ end }}}}</ul>{{{{ end }}}}"
        for label in labels
    )
    main = (
        f"{GRAPH}{{{{- $id := .File.ContentBaseName -}}}}\n<h1>{{{{ .Title }}}}</h1>\n"
        f"<p>{{{{ .Params.summary }}}}</p>\n{_table(FACTS_HEADER, facts)}\n{{{{ .Content }}}}\n"
        + "\n".join(_rows(table) for table in sheet.tables)
        + f'\n<h2 id="{_slug(BACKLINKS_TITLE)}">{BACKLINKS_TITLE}</h2>\n{here}'
    )
    contents = f"{{{{ .TableOfContents }}}}\n<ul>\n{titles}</ul>"
    return _define("contents", contents) + _define("main", main)


def index(kind: str) -> str:
    """Return the page with a table of all entries of a kind."""
    columns = SHEETS[kind].index
    header = ("Tittel", *(column.label for column in columns))
    cells = "".join(
        f"<td>{{{{ with .Params.{column.key} }}}}{_value(column)}{{{{ end }}}}</td>\n"
        for column in columns
    )
    rows = f"{{{{ range .RegularPages }}}}<tr>\n<td>{LINK}</td>\n{cells}</tr>\n{{{{ end }}}}"
    return _define("main", f"{GRAPH}<h1>{{{{ .Title }}}}</h1>\n{_table(header, rows)}")


def front() -> str:
    """Return the front page: the areas, and how many there are of each kind."""
    rows = "\n".join(
        f'<tr><td><a href="/{section}/">{title}</a></td>'
        f'<td>{{{{ len (where site.RegularPages "Section" "{section}") }}}}</td></tr>'
        for section, title in SECTIONS.values()
    )
    areas = (
        f'{{{{ range where site.RegularPages "Section" "omrader" }}}}<li>{LINK}</li>{{{{ end }}}}'
    )
    main = f"<h1>{{{{ .Title }}}}</h1>\n<ul>{areas}</ul>\n{_table(('Type', 'Antall'), rows)}"
    return _define("main", main)


def coverage() -> str:
    """Return list, for each framework's priorities, the areas and goals that support it."""
    links = (
        '{{ with index $graph "Støttes av" (printf "%s/%s" $id .id) }}'
        f'{{{{ $comma := "" }}}}{{{{ range . }}}}{{{{ $comma }}}}{LINK}'
        '{{ $comma = ", " }}{{ end }}'
        "{{ else }}–{{ end }}"
    )
    rows = (
        "{{ range .Params.goals }}<tr>\n<td>{{ .title }}</td>\n"
        f"<td>{links}</td>\n</tr>\n{{{{ end }}}}"
    )
    parts = (
        '{{ range where site.RegularPages "Section" "rammeverk" }}'
        "{{ $id := .File.ContentBaseName }}<h2>{{ .Title }}</h2>\n"
        f"{_table(('Prioritering', 'Støttes av'), rows)}{{{{ end }}}}"
    )
    return _define("main", f"{GRAPH}<h1>{{{{ .Title }}}}</h1>\n{parts}")


def graph() -> str:
    """Return the partial that indexes all pages and inverts all links, run once a build."""
    loops = [
        f'{{{{- range $p := where site.RegularPages "Section" "{section}" -}}}}\n'
        "{{- $id := $p.File.ContentBaseName -}}\n"
        + "".join(_invert(relation) for relation in RELATIONS if kind in relation.kinds)
        + _invert_mentions()
        + "{{- end -}}\n"
        for kind, (section, _) in SECTIONS.items()
    ]
    stores = "".join(f"{{{{- $back{number} := newScratch -}}}}\n" for number in LABELS.values())
    values = " ".join(f'"{label}" $back{number}.Values' for label, number in LABELS.items())
    return (
        f"{stores}{{{{- $pages := newScratch -}}}}\n"
        "{{- range site.RegularPages -}}\n"
        '{{- $pages.SetInMap "all" .File.ContentBaseName . -}}\n{{- end -}}\n'
        + "".join(loops)
        + f'{{{{- return (dict "pages" ($pages.Get "all") {values}) -}}}}\n'
    )


def _invert(relation: Relation) -> str:
    key = f"$p.Params.{relation.path[0]}"
    if len(relation.path) == 2:
        add = f"{{{{- with .{relation.path[1]} -}}}}{_add(relation.inverse)}{{{{- end -}}}}"
        return f"{{{{- range {key} -}}}}{add}{{{{- end -}}}}\n"
    if relation.path[0] == "frameworks":
        whole = _add(relation.inverse)
        framework = _add(relation.inverse, '(index (split . "/") 0)')
        return f"{{{{- range {key} -}}}}{whole}{framework}{{{{- end -}}}}\n"
    loop = "range" if relation.path[0] in LISTS else "with"
    return f"{{{{- {loop} {key} -}}}}{_add(relation.inverse)}{{{{- end -}}}}\n"


def _invert_mentions() -> str:
    add = _add(MENTIONED_IN, "(index . 1)")
    return (
        "{{- range findRESubmatch `\\[[^\\]]*\\]\\(([a-z0-9-]+)\\)` $p.RawContent -}}"
        f"{add}{{{{- end -}}}}\n"
    )


def _add(label: str, target: str = ".") -> str:
    # A map, not a list: Hugo copies a list whenever something is added to it.
    return f"{{{{- $back{LABELS[label]}.SetInMap {target} $id $p -}}}}"


def _rows(table: Table) -> str:
    cells = "".join(
        f"<td>{{{{ with .{column.key} }}}}{_value(column)}{{{{ end }}}}</td>\n"
        for column in table.columns
    )
    body = f"{{{{ range . }}}}<tr>\n{cells}</tr>\n{{{{ end }}}}"
    header = tuple(column.label for column in table.columns)
    return (
        f'{{{{ with .Params.{table.key} }}}}<h2 id="{_slug(table.title)}">{table.title}</h2>\n'
        f"{_table(header, body)}{{{{ end }}}}"
    )


def _value(cell: Cell) -> str:
    """Return template code that shows the value in the dot."""
    if cell.sort is Sort.PERIOD:
        return "{{ .start }}–{{ .end }}"
    if cell.sort is Sort.SERIES:
        return "{{ range $i, $v := . }}{{ if $i }}, {{ end }}{{ .date }}: {{ .value }}{{ end }}"
    target = '(index (split . "/") 0)' if cell.key == "frameworks" else "."
    code = {
        Sort.LINK: f"{{{{ $v := . }}}}{{{{ with index $pages {target} }}}}{LINK}"
        "{{ else }}{{ $v }}{{ end }}",
        Sort.WORD: "{{ index $words . }}",
        Sort.MONEY: "{{ lang.FormatNumber 0 . }}",
        Sort.ADDRESS: '<a href="{{ . }}">{{ . }}</a>',
    }.get(cell.sort, "{{ . }}")
    if cell.key in LISTS:
        return f"{{{{ range $i, $_ := . }}}}{{{{ if $i }}}}, {{{{ end }}}}{code}{{{{ end }}}}"
    return code


def _table(header: tuple[str, ...], rows: str) -> str:
    cells = "".join(f"<th>{label}</th>\n" for label in header)
    return f"<table>\n<thead>\n<tr>\n{cells}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _slug(title: str) -> str:
    return re.sub(r"[^a-z]+", "-", title.lower())


def _define(name: str, body: str) -> str:
    words = "{{- $words := hugo.Data.words -}}\n" if "$words" in body else ""
    return f'{{{{ define "{name}" }}}}\n{words}{body}\n{{{{ end }}}}\n'
