"""Layouts of the peer's open data: CSV in two dialects and the whole strategy as JSON.

They are written out here from the columns of each table and the fields of each kind, so that what
Hugo runs is plain template code. Each is a page whose address ends in the name of the file.
"""

from __future__ import annotations

import json

from benchmarks.entry import RELATIONS
from benchmarks.hugo_tables import EMPTY, SECTIONS, TABLES, Table

TOP = (
    '{{- $graph := partialCached "graph.html" . "all" -}}{{- $words := hugo.Data.words -}}'
    '{{- $kinds := dict "mal" "goal" "tiltak" "measure" "prosjekter" "project"'
    ' "finansieringsordninger" "scheme" -}}\n'
)
MARK = "\ufeff"
"""Tells Excel that a file is UTF-8."""

INDICATOR_ROWS = (
    '{{ range (site.GetPage "/mal").RegularPages }}{{ $id := .File.ContentBaseName }}'
    "{{ range .Params.indicators }}{{ $start := printf `ROW` }}"
    '{{ with .baseline }}{{ $start }}"baseline"VALUE{{ end }}'
    '{{ range .values }}{{ $start }}"value"VALUE{{ end }}'
    '{{ with .target }}{{ $start }}"target"VALUE{{ end }}{{ end }}{{ end }}'
)
INDICATOR_NAMES = ("goal", "indicator", "title", "unit", "direction", "type", "date", "value",
                   "source", "note")  # fmt: skip
INDICATOR_HEADINGS = ("Mål", "Id", "Indikator", "Enhet", "Retning", "Type", "Dato", "Verdi",
                      "Kilde", "Merknad")  # fmt: skip

RELATION_NAMES = {
    "area": "belongs_to", "goals": "serves", "measures": "implements", "frameworks": "supports",
    "responsible": "responsibility_of", "lead": "led_by", "partners": "partners",
    "participants": "participants", "uses": "uses", "depends_on": "depends_on",
    "costs": "funded_by", "funding": "funded_by", "involvement": "involved",
    "decisions": "decided_by", "part_of": "part_of", "members": "members",
    "reports_to": "reports_to", "owner": "owned_by", "builds_on": "builds_on",
    "owners": "owned_by", "follows": "follows",
}  # fmt: skip
OFTEN_NUMBERS = frozenset(("participants", "members"))
"""Fields in which a municipality stands as a number, which is no entry."""
SINGLE = frozenset(("area", "lead", "part_of", "reports_to", "owner", "follows"))

INVERSES = {
    "area": {"goalsOfArea": "goals"},
    "goal": {"measuresOfGoal": "served_by", "mentioned": "mentioned_in"},
    "measure": {"projectsOfMeasure": "implemented_by", "mentioned": "mentioned_in"},
    "project": {"neededBy": "needed_by", "mentioned": "mentioned_in"},
    "organisation": {
        "responsibleFor": "responsible_for", "leads": "leads", "consistsOf": "consists_of",
        "memberOf": "member_of", "ownsComponent": "owns", "ownsScheme": "owns",
        "ownsFramework": "owns",
    },
    "network": {"partnerIn": "partner_in", "takesPartIn": "takes_part_in",
                "memberOf": "member_of"},
    "body": {
        "responsibleFor": "responsible_for", "decidedGoal": "decisions",
        "decidedMeasure": "decisions", "decidedProject": "decisions",
        "involvedIn": "involved_in", "partnerIn": "partner_in", "reportsTo": "receives_from",
    },
    "component": {"usedByMeasure": "used_by", "usedByProject": "used_by", "basisOf": "basis_of"},
    "scheme": {"fundsMeasure": "funds", "fundsProject": "funds"},
    "framework": {"followedBy": "followed_by"},
}  # fmt: skip
"""Maps of the index with the links to each kind, and the relation each is."""

REGISTER = ("summary", "sources", "as_of", "website")
ITEM = ("summary", "sources", "as_of", "reviewed")
FIELDS = {
    "area": ("summary", "sources", "as_of", "frameworks"),
    "goal": (*ITEM, "area", "standing", "frameworks", "indicators", "decisions", "updates"),
    "measure": (*ITEM, "goals", "status", "status_date", "status_reason", "responsible",
                "audience", "period", "costs", "milestones", "uses", "decisions", "updates"),
    "project": (*ITEM, "measures", "phase", "status", "status_date", "status_reason", "period",
                "lead", "partners", "participants", "funding", "total_cost", "uses", "depends_on",
                "involvement", "milestones", "decisions", "updates"),
    "organisation": (*REGISTER, "type", "part_of"),
    "network": (*REGISTER, "counties", "members", "member_count", "period", "grants"),
    "body": (*REGISTER, "level", "mandate", "members", "member_count", "reports_to"),
    "component": (*REGISTER, "owner", "maturity", "price_model", "adoption", "builds_on"),
    "scheme": (*REGISTER, "owners", "period", "rules", "amounts"),
    "framework": (*REGISTER, "owners", "period", "goals", "follows"),
}  # fmt: skip
"""The fields of each kind, in the order they are written."""


NESTED = frozenset((
    "adoption", "amounts", "audience", "builds_on", "costs", "counties", "decisions", "depends_on",
    "frameworks", "funding", "goals", "grants", "indicators", "involvement", "measures", "members",
    "milestones", "owners", "participants", "partners", "period", "responsible", "rules", "sources",
    "updates", "uses",
))  # fmt: skip


def data_pages() -> dict[str, str]:
    """Return the content files, each of which stands for one file of data."""
    pages = {"sok/facets": ("json", "facets"), "kommuner/places": ("json", "places"),
             "kommuner/projects": ("json", "projects"),
             "data/catalogue": ("json", "catalogue")}  # fmt: skip
    for name in (*TABLES, "indicators", "links"):
        pages[f"data/{name}"] = ("csv", name)
        pages[f"data/excel/{name}"] = ("csv", f"excel-{name}")
    return {
        f"files/{path.replace('/', '-')}.md": f"---\ntitle: {path}\ntype: files\n"
        f"layout: {layout}\nurl: /{path}.{form}\noutputs: [{form}]\n"
        "sitemap:\n  disable: true\nbuild:\n  list: never\n---\n"
        for path, (form, layout) in pages.items()
    }


def data_layouts() -> dict[str, str]:
    """Return the layouts of CSV and JSON, by path below `layouts/`."""
    layouts = {f"files/{name}.csv": _csv(table, ",", 0, "") for name, table in TABLES.items()}
    layouts |= {f"files/excel-{n}.csv": _csv(table, ";", 1, MARK) for n, table in TABLES.items()}
    layouts["files/indicators.csv"] = _indicators(",", INDICATOR_NAMES, "")
    layouts["files/excel-indicators.csv"] = _indicators(";", INDICATOR_HEADINGS, MARK)
    layouts["files/links.csv"] = _links(",", ("source", "relation", "target", "part"), "")
    layouts["files/excel-links.csv"] = _links(";", ("Fra", "Relasjon", "Til", "Del"), MARK)
    return layouts | {"files/catalogue.json": _catalogue()}


def _csv(table: Table, between: str, heading: int, mark: str) -> str:
    names = between.join(f'"{column[heading]}"' for column in table.columns)
    word = "index $words " if heading else ""
    cells = between.join(column[2].replace("$W", word) for column in table.columns)
    return f"{TOP}{mark}{names}\n{{{{- {table.before[3:]}\n{cells}{{{{- {table.after[3:]}\n"


def _indicators(between: str, names: tuple[str, ...], mark: str) -> str:
    cells = between.join(('"%s"',) * 5)
    row = f"printf `\n{cells}{between}` $id .id .title .unit .direction"
    value = between.join(("", '"{{ .date }}"', "{{ .value }}", '"{{ .source }}"', EMPTY))
    rows = INDICATOR_ROWS.replace("printf `ROW`", row).replace("VALUE", value)
    return f"{TOP}{mark}{_heading(names, between)}{rows}\n"


def _heading(names: tuple[str, ...], between: str) -> str:
    return between.join(f'"{name}"' for name in names)


def _links(between: str, names: tuple[str, ...], mark: str) -> str:
    """Write a row for each link of each entry; what supports a framework says which part."""
    parts = []
    for kind, (section, _) in SECTIONS.items():
        rows = "".join(
            f"{{{{ {loop} .Params.{key} }}}}{_if_entry(key)}\n"
            + between.join(('"{{ $id }}"', f'"{name}"', f'"{{{{ {target} }}}}"', part))
            + "{{ end }}{{ end }}"
            for key, loop, target, part, name in _relations(kind)
        )
        parts.append(
            f'{{{{ range (site.GetPage "/{section}").RegularPages }}}}'
            f"{{{{ $id := .File.ContentBaseName }}}}{rows}{{{{ end }}}}"
        )
    return f"{TOP}{mark}{_heading(names, between)}{''.join(parts)}\n"


def _relations(kind: str) -> list[tuple[str, str, str, str, str]]:
    """Return key, loop, target, part and name of each relation of a kind."""
    found = []
    for relation in RELATIONS:
        if kind in relation.kinds:
            key, *inner = relation.path
            target, part = (f".{inner[0]}" if inner else "."), EMPTY
            if key == "frameworks":
                target = 'index (split . "/") 0'
                part = '"{{ index (split . "/") 1 }}"'
            loop = "with" if key in SINGLE else "range"
            found.append((key, loop, target, part, RELATION_NAMES[key]))
    return found


def _if_entry(key: str) -> str:
    return "{{ if index $graph.pages . }}" if key in OFTEN_NUMBERS else "{{ if . }}"


def _catalogue() -> str:
    head = {
        "format": "living-strategy catalogue", "version": 2, "site": "https://example.org/",
        "path": "data/catalogue.json",
        "licence": {"title": "NLOD 2.0", "url": "https://data.norge.no/nlod/no/2.0"},
    }  # fmt: skip
    first = json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    kinds = ",\n".join(_kind(kind) for kind in SECTIONS)
    return (
        f'{TOP}{{{{- $how := dict "prefix" "    " "indent" " " "noHTMLEscape" true -}}}}'
        '{{- $plain := dict "noHTMLEscape" true -}}'
        f'{first},\n "kinds": {{\n{kinds}\n }},\n "removed": [],\n "editions": []\n}}\n'
    )


def _kind(kind: str) -> str:
    """Write the entries of a kind: fields, links of both directions, and what hashes them."""
    fields = "".join(_field(f"$params.{key}", key) for key in FIELDS[kind])
    if kind in ("goal", "measure", "project"):
        fields = _field(".RawContent", "description") + fields
    links = "".join(
        f"{{{{ {loop} .Params.{key} }}}}{_if_entry(key)}{{{{ $comma }}}}\n"
        f'     {{\n      "relation": "{name}",\n      "target": "{{{{ {target} }}}}"\n     }}'
        '{{ $comma = "," }}{{ end }}{{ end }}'
        for key, loop, target, _, name in _relations(kind)
    )
    here = "".join(
        f"{{{{ range $source, $_ := index $graph.{store} $id }}}}{{{{ $comma }}}}\n"
        f'     {{\n      "relation": "{name}",\n      "source": "{{{{ $source }}}}"\n     }}'
        '{{ $comma = "," }}{{ end }}'
        for store, name in INVERSES[kind].items()
    )
    pages = f'(site.GetPage "/{SECTIONS[kind][0]}").RegularPages'
    return (
        f'  "{kind}": [{{{{ range $i, $page := {pages} }}}}'
        "{{ if $i }},{{ end }}{{ $id := .File.ContentBaseName }}{{ $hashes := slice }}"
        "{{ $params := .Params }}\n   {\n"
        f'    "id": "{{{{ $id }}}}",{_field(".Title", "title")}{fields}\n'
        '    "address": "{{ strings.TrimPrefix "/" .RelPermalink }}",\n'
        f'    "links": [{{{{ $comma := "" }}}}{links}\n    ],\n'
        f'    "linked_from": [{{{{ $comma = "" }}}}{here}\n    ],\n'
        '    "state": "in_force",\n    "hash": "{{ sha256 (delimit $hashes "") }}",\n'
        '    "hashes": {\n{{ delimit $hashes ",\\n" }}\n    }\n   }{{ end }}\n  ]'
    )


def _field(value: str, key: str) -> str:
    # Indenting is a second pass over the text, so only lists and mappings are.
    how = "$how " if key in NESTED else "$plain "
    return (
        f"{{{{ with {value} }}}}{{{{ $json := jsonify {how}. }}}}\n"
        f'    "{key}": {{{{ $json }}}},{{{{ $hashes = $hashes | append'
        f' (printf "     \\"{key}\\": \\"%s\\"" (sha256 $json)) }}}}{{{{ end }}}}'
    )
