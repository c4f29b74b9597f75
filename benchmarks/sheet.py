"""Sheet: what a page of each kind shows, the one description that both peers' pages follow.

A cell is text, a link to other entries, a word of a closed set, money, a period, a web address
or a series of values.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """The way a cell is shown."""

    TEXT = "text"
    LINK = "link"
    WORD = "word"
    MONEY = "money"
    PERIOD = "period"
    ADDRESS = "address"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Cell:
    """A labelled value: the key it is found under and how it is shown."""

    label: str
    key: str
    sort: Sort = Sort.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row for each part of a list."""

    title: str
    key: str
    columns: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind's page: facts, tables, and the columns of its index after the title."""

    facts: tuple[Cell, ...]
    tables: tuple[Table, ...]
    index: tuple[Cell, ...]


WORDS = {
    "adopted": "vedtatt", "proposed": "foreslått", "planned": "planlagt", "ongoing": "pågår",
    "completed": "fullført", "paused": "på vent", "idea": "idé", "planning": "planlegging",
    "delivery": "gjennomføring", "operation": "drift", "municipality": "kommuner",
    "county": "fylkeskommuner", "state": "staten", "resident": "innbyggere",
    "business": "næringsliv", "voluntary": "frivillighet", "supplier": "leverandører",
    "staff": "ansatte", "leader": "ledere", "early_dialogue": "tidlig dialog",
    "funding_comment": "innspill til finansiering", "concept": "konsept", "steering": "styring",
    "pilot": "utprøving", "rollout": "innføring", "percent": "prosent", "count": "antall",
    "association": "forening", "ministry": "departement", "agency": "etat", "company": "selskap",
    "intermunicipal": "interkommunalt", "group": "gruppe", "political": "politisk",
    "administrative": "administrativt", "expert": "faglig", "regional": "regionalt",
    "state_municipal": "stat og kommune", "production": "i drift",
}  # fmt: skip

FACTS_HEADER = ("Opplysning", "Verdi")
BACKLINKS_TITLE = "Lenker hit"
SOURCES = Table("Kilder", "sources", (
    Cell("Kilde", "title"), Cell("Adresse", "url", Sort.ADDRESS), Cell("Utgiver", "publisher"),
    Cell("Dato", "date"),
))  # fmt: skip
DECISIONS = Table("Vedtak", "decisions", (
    Cell("Dato", "date"), Cell("Vedtak", "title"), Cell("Organ", "body", Sort.LINK),
    Cell("Sak", "case"),
))  # fmt: skip
UPDATES = Table("Rapporter", "updates", (Cell("Dato", "date"), Cell("Rapport", "text")))
MILESTONES = Table("Milepæler", "milestones", (
    Cell("Milepæl", "title"), Cell("Planlagt", "date"), Cell("Nådd", "done"),
))  # fmt: skip
INDICATORS = Table("Indikatorer", "indicators", (
    Cell("Indikator", "title"), Cell("Enhet", "unit", Sort.WORD),
    Cell("Utgangsverdi", "baseline.value"), Cell("Målverdi", "target.value"),
    Cell("Verdier", "values", Sort.SERIES), Cell("Kilde", "baseline.source"),
))  # fmt: skip
COSTS = Table("Kostnader", "costs", (
    Cell("År", "year"), Cell("Drift", "operating", Sort.MONEY),
    Cell("Investering", "investment", Sort.MONEY), Cell("Ordning", "scheme", Sort.LINK),
))  # fmt: skip
FUNDING = Table("Finansiering", "funding", (
    Cell("År", "year"), Cell("Ordning", "scheme", Sort.LINK), Cell("Beløp", "amount", Sort.MONEY),
    Cell("Kilde", "source", Sort.ADDRESS),
))  # fmt: skip
INVOLVEMENT = Table("Involvering", "involvement", (
    Cell("Steg", "step", Sort.WORD), Cell("Dato", "date"), Cell("Organ", "body", Sort.LINK),
    Cell("Resultat", "outcome"),
))  # fmt: skip

DATED = (Cell("Opplysninger per", "as_of"), Cell("Gjennomgått", "reviewed"))
STATUS = (
    Cell("Status", "status", Sort.WORD), Cell("Statusdato", "status_date"),
    Cell("Begrunnelse", "status_reason"), Cell("Periode", "period", Sort.PERIOD),
)  # fmt: skip
REGISTER_INDEX = (Cell("Sammendrag", "summary"), Cell("Nettsted", "website", Sort.ADDRESS))
FIGURE_SOURCE = Cell("Kilde", "source", Sort.ADDRESS)
AMOUNTS = (Cell("År", "year"), Cell("Beløp", "amount", Sort.MONEY), FIGURE_SOURCE)


def _register(*facts: Cell, tables: tuple[Table, ...] = ()) -> Sheet:
    website = Cell("Nettsted", "website", Sort.ADDRESS)
    return Sheet((*facts, website, DATED[0]), (*tables, SOURCES), REGISTER_INDEX)


SHEETS = {
    "goal": Sheet(
        (Cell("Satsingsområde", "area", Sort.LINK), Cell("Stilling", "standing", Sort.WORD),
         Cell("Støtter", "frameworks", Sort.LINK), *DATED),
        (INDICATORS, DECISIONS, UPDATES, SOURCES),
        (Cell("Satsingsområde", "area", Sort.LINK), Cell("Stilling", "standing", Sort.WORD)),
    ),
    "measure": Sheet(
        (Cell("Mål", "goals", Sort.LINK), *STATUS, Cell("Ansvarlig", "responsible", Sort.LINK),
         Cell("Målgruppe", "audience", Sort.WORD), Cell("Felleskomponenter", "uses", Sort.LINK),
         *DATED),
        (COSTS, MILESTONES, DECISIONS, UPDATES, SOURCES),
        (Cell("Mål", "goals", Sort.LINK), *STATUS[:2]),
    ),
    "project": Sheet(
        (Cell("Tiltak", "measures", Sort.LINK), Cell("Fase", "phase", Sort.WORD), *STATUS,
         Cell("Leder", "lead", Sort.LINK), Cell("Partnere", "partners", Sort.LINK),
         Cell("Deltakere", "participants", Sort.LINK), Cell("Felleskomponenter", "uses", Sort.LINK),
         Cell("Avhenger av", "depends_on", Sort.LINK),
         Cell("Samlet kostnad", "total_cost", Sort.MONEY), *DATED),
        (FUNDING, INVOLVEMENT, MILESTONES, DECISIONS, UPDATES, SOURCES),
        (Cell("Tiltak", "measures", Sort.LINK), STATUS[0], Cell("Leder", "lead", Sort.LINK)),
    ),
    "area": Sheet(
        (Cell("Støtter", "frameworks", Sort.LINK), DATED[0]), (SOURCES,),
        (Cell("Sammendrag", "summary"),),
    ),
    "organisation": _register(
        Cell("Type", "type", Sort.WORD), Cell("Del av", "part_of", Sort.LINK)
    ),
    "network": _register(
        Cell("Fylker", "counties"), Cell("Medlemmer", "members"),
        Cell("Antall medlemmer", "member_count"), Cell("Periode", "period", Sort.PERIOD),
        tables=(Table("Tilskudd", "grants", AMOUNTS),),
    ),
    "body": _register(
        Cell("Nivå", "level", Sort.WORD), Cell("Mandat", "mandate"),
        Cell("Medlemmer", "members", Sort.LINK), Cell("Rapporterer til", "reports_to", Sort.LINK),
    ),
    "component": _register(
        Cell("Eier", "owner", Sort.LINK), Cell("Modenhet", "maturity", Sort.WORD),
        Cell("Prismodell", "price_model"), Cell("Bygger på", "builds_on", Sort.LINK),
        tables=(Table("Utbredelse", "adoption", (
            Cell("Dato", "date"), Cell("Antall", "count"), Cell("Av", "total"), FIGURE_SOURCE)),),
    ),
    "scheme": _register(
        Cell("Eiere", "owners", Sort.LINK), Cell("Periode", "period", Sort.PERIOD),
        Cell("Regler", "rules"), tables=(Table("Beløp", "amounts", AMOUNTS),),
    ),
    "framework": _register(
        Cell("Eiere", "owners", Sort.LINK), Cell("Periode", "period", Sort.PERIOD),
        Cell("Følger", "follows", Sort.LINK),
        tables=(Table("Prioriteringer", "goals", (
            Cell("Prioritering", "title"), Cell("Forklaring", "description"))),),
    ),
}  # fmt: skip
