"""Tables of the peer's open data: the columns of each, for programs and for Excel.

A column is its name, its heading and the template code of its cell, in which the dot is an entry
or one part of it. Columns that our tables have for what the generated strategy does not use are
here, too, and empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SECTIONS = {
    "goal": ("mal", "Mål"),
    "measure": ("tiltak", "Tiltak"),
    "project": ("prosjekter", "Prosjekter"),
    "area": ("omrader", "Satsingsområder"),
    "organisation": ("organisasjoner", "Organisasjoner"),
    "network": ("nettverk", "Nettverk"),
    "body": ("organer", "Organer"),
    "component": ("felleslosninger", "Fellesløsninger"),
    "scheme": ("finansieringsordninger", "Finansieringsordninger"),
    "framework": ("overordnede-strategier", "Overordnede strategier"),
}
"""Kind to the folder of its pages, which is that of ours, and the title of its index."""

Column = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The columns, and the loops around a row with what ends them."""

    columns: Sequence[Column]
    before: str
    after: str


def _text(key: str) -> str:
    """Write words that may have quotation marks."""
    return f'"{{{{ with .{key} }}}}{{{{ replace . "\\"" "\\"\\"" }}}}{{{{ end }}}}"'


def _code(key: str) -> str:
    """Write an id, a date or an address, which have none."""
    return f'"{{{{ with .{key} }}}}{{{{ . }}}}{{{{ end }}}}"'


def _word(key: str) -> str:
    return f'"{{{{ with .{key} }}}}{{{{ $W. }}}}{{{{ end }}}}"'


def _many(key: str) -> str:
    return f'"{{{{ with .{key} }}}}{{{{ delimit . "; " }}}}{{{{ end }}}}"'


def _number(key: str) -> str:
    return f"{{{{ .{key} }}}}"


def _param(name: str, heading: str, cell: str) -> Column:
    return name, heading, cell.replace("with .", "with $params.", 1)


EMPTY = '""'
ID = ("id", "Id", '"{{ .File.ContentBaseName }}"')
TITLE = ("title", "Tittel", '"{{ replace .Title "\\"" "\\"\\"" }}"')
HEAD = (ID, TITLE, ("number", "Nummer", EMPTY), _param("summary", "Sammendrag", _text("summary")))
WEBSITE = _param("website", "Nettsted", _code("website"))
PERIOD = (
    ("period_start", "Start", '"{{ with $params.period }}{{ .start }}{{ end }}"'),
    ("period_end", "Slutt", '"{{ with $params.period }}{{ with .end }}{{ . }}{{ end }}{{ end }}"'),
)
FOOT = (
    _param("as_of", "Gjelder per", _code("as_of")),
    _param("reviewed", "Gjennomgått", _code("reviewed")),
    ("note", "Merknad", EMPTY), ("retired_date", "Utgått", EMPTY),
    ("retired_reason", "Grunn", EMPTY), ("retired_replaced_by", "Erstattet av", EMPTY),
    ("retired_split_into", "Delt i", EMPTY), ("aliases", "Tidligere id-er", EMPTY),
    ("address", "Adresse", '"{{ strings.TrimPrefix "/" .RelPermalink }}"'),
    ("source_count", "Antall kilder", "{{ len $params.sources }}"),
)  # fmt: skip
UNIT = (("responsible_unit", "Ansvarlig enhet", EMPTY), ("priority", "Prioritet", EMPTY))
STATUS = (
    _param("status", "Status", _word("status")),
    _param("status_date", "Statusdato", _code("status_date")),
    _param("status_reason", "Grunn til statusen", _text("status_reason")),
)
USES = _param("uses", "Fellesløsninger", _many("uses"))
AREAS = ("areas", "Satsingsområder", EMPTY)


def _entries(section: str, *columns: Column) -> Table:
    pages = f'{{{{ range (site.GetPage "/{section}").RegularPages }}}}'
    before = f"{pages}{{{{ $params := .Params }}}}"
    return Table((*HEAD, *columns, *FOOT), before, "{{ end }}")


def _parts(key: str, sections: Sequence[str], *columns: Column) -> Table:
    listed = " ".join(f'"{section}"' for section in sections)
    before = (
        f"{{{{ range slice {listed} }}}}{{{{ $kind := index $kinds . }}}}"
        "{{ range (site.GetPage .).RegularPages }}{{ $id := .File.ContentBaseName }}"
        f"{{{{ $page := . }}}}{{{{ range .Params.{key} }}}}"
    )
    return Table(columns, before, "{{ end }}{{ end }}{{ end }}")


KIND = ("kind", "Type", '"{{ $kind }}"')
ENTRY = ("entry", "Id", '"{{ $id }}"')
NOTE = ("note", "Merknad", EMPTY)
SOURCE = ("source", "Kilde", _code("source"))

TABLES = {
    "area": _entries("omrader", _param("frameworks", "Overordnede strategier",
                                       _many("frameworks"))),
    "goal": _entries(
        "mal", _param("area", "Satsingsområde", _code("area")),
        _param("standing", "Vedtatt eller foreslått", _word("standing")),
        ("wording", "Ordlyd", EMPTY), ("wording_source", "Kilde til ordlyden", EMPTY),
        _param("frameworks", "Overordnede strategier", _many("frameworks"))),
    "measure": _entries(
        "tiltak", _param("goals", "Mål", _many("goals")), AREAS, *STATUS,
        _param("responsible", "Ansvarlig", _many("responsible")), *UNIT,
        _param("audience", "Målgruppe", _many("audience")), *PERIOD, USES),
    "project": _entries(
        "prosjekter", _param("measures", "Tiltak", _many("measures")), ("goals", "Mål", EMPTY),
        AREAS, _param("phase", "Fase", _word("phase")), *STATUS, *PERIOD,
        _param("lead", "Ledes av", _code("lead")), *UNIT,
        _param("partners", "Partnere", _many("partners")),
        _param("participants", "Deltakere", _many("participants")),
        ("total_cost", "Totalkostnad", "{{ $params.total_cost }}"), USES,
        _param("depends_on", "Avhenger av", _many("depends_on"))),
    "organisation": _entries("organisasjoner", WEBSITE, _param("type", "Type", _word("type")),
                             _param("part_of", "Del av", _code("part_of"))),
    "network": _entries(
        "nettverk", WEBSITE, _param("counties", "Fylker", _many("counties")),
        _param("members", "Medlemmer", _many("members")),
        ("member_count", "Antall medlemmer", "{{ $params.member_count }}"), *PERIOD,
        ("part_of", "Del av", EMPTY)),
    "body": _entries(
        "organer", WEBSITE, _param("level", "Nivå", _word("level")),
        _param("mandate", "Mandat", _text("mandate")),
        _param("members", "Medlemmer", _many("members")),
        ("member_count", "Antall medlemmer", "{{ $params.member_count }}"),
        _param("reports_to", "Rapporterer til", _code("reports_to"))),
    "component": _entries(
        "felleslosninger", WEBSITE, _param("owner", "Eier", _code("owner")),
        _param("maturity", "Modenhet", _word("maturity")),
        _param("price_model", "Prismodell", _text("price_model")),
        _param("builds_on", "Bygger på", _many("builds_on"))),
    "scheme": _entries("finansieringsordninger", WEBSITE,
                       _param("owners", "Eiere", _many("owners")), *PERIOD,
                       _param("rules", "Regler", _many("rules"))),
    "framework": _entries(
        "overordnede-strategier", WEBSITE, _param("owners", "Eiere", _many("owners")), *PERIOD,
        ("goal_list", "Liste over mål", EMPTY), ("role", "Rolle", EMPTY),
        _param("follows", "Avløste", _code("follows"))),
    "amounts": _parts("amounts", ("finansieringsordninger",),
                      ("scheme", "Finansieringsordning", '"{{ $id }}"'),
                      ("year", "År", _number("year")), ("amount", "Beløp", _number("amount")),
                      ("count", "Antall prosjekter", _number("count")), SOURCE, NOTE),
    "costs": _parts(
        "costs", ("tiltak",), KIND, ENTRY, ("title", "Tittel", '"{{ $page.Title }}"'),
        ("area", "Satsingsområde", '"{{ index $graph.areaOf $id }}"'), *UNIT,
        ("year", "År", _number("year")), ("operating", "Driftskostnad", _number("operating")),
        ("investment", "Investering", _number("investment")),
        ("undivided", "Ikke fordelt sum", EMPTY), ("payer", "Den som betaler", EMPTY),
        ("scheme", "Finansieringsordning", _code("scheme")), ("financing", "Finansiering", EMPTY),
        ("budget_line", "Budsjettpost eller sak", EMPTY), NOTE),
    "decisions": _parts(
        "decisions", ("mal", "tiltak", "prosjekter"), KIND, ENTRY, ("date", "Dato", _code("date")),
        ("title", "Vedtak", _text("title")), ("body", "Vedtatt av", _code("body")),
        ("case", "Saksnummer", _text("case")), ("url", "Nettadresse", EMPTY)),
    "funding": _parts(
        "funding", ("prosjekter",), ("project", "Prosjekt", '"{{ $id }}"'),
        ("scheme", "Finansieringsordning", _code("scheme")), ("year", "År", _number("year")),
        ("amount", "Beløp", _number("amount")), SOURCE, NOTE),
    "milestones": _parts(
        "milestones", ("tiltak", "prosjekter"), KIND, ENTRY, ("title", "Milepæl", _text("title")),
        ("date", "Planlagt dato", _code("date")), ("done", "Nådd", _code("done")), NOTE),
}  # fmt: skip
"""The tables whose rows are entries or parts of one; `indicators` and `links` are in
`hugo_data`."""
