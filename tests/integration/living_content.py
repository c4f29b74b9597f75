"""A made-up strategy of about 25 items with something of everything, and random edits to it."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

try:
    from yaml import CSafeDumper as Dumper
except ImportError:
    from yaml import SafeDumper as Dumper  # type: ignore[assignment]

from living_strategy.content.records.upstream import earlier_path
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.catalogue import Catalogue, EntryState, described
from living_strategy.model.catalogue_reading import read_catalogue
from living_strategy.model.collected import Collected, CollectedJudgement, CollectedMeasure
from living_strategy.partial_date import PartialDate
from tests.national import ADDRESS, a_catalogue, a_lock, a_national_goal

SOURCES = [{"title": "Strategien", "url": "https://www.ks.no/kommit"}]
KNOWN = {"as_of": "2024", "sources": SOURCES}
WORDED = {"wording": "paraphrased", "wording_source": "https://www.ks.no/kommit"}
# Up to a size and from it, so that each municipality has some of its own.
PRICES = [
    {
        "payer": "municipality", "every": "year", "amount": 10000, "below_inhabitants": 50000,
        "date": "2021", "source": "https://www.ks.no/d",
    },
    {
        "payer": "municipality", "every": "month", "amount": 500, "per_inhabitant": 0.125,
        "from_inhabitants": 50000, "note": "Med støtte.",
    },
]  # fmt: skip
WORDS = re.findall(
    r"\w+",
    "kommunen skal gi innbyggerne gode tjenester og dele data med andre når det er lov "
    "skole helse plan byggesak arkiv personvern nettverk økonomi æra å være",
)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
FOLDERS = (
    "strategy",
    "goals",
    "measures",
    "projects",
    "overrides",
    "upstream",
    "adoption",
    "collected",
)
BROKEN = "---\ntitle: [uten slutt\n---\n\nTekst.\n"


@dataclass
class Item:
    """A goal, measure or project: what stands in its file."""

    folder: str
    fields: dict[str, Any]
    body: str
    ending: str = "md"

    def text(self) -> str:
        """The file."""
        if self.ending == "yml":
            return dump(self.fields | {"description": self.body})
        return f"---\n{dump(self.fields)}---\n\n{self.body}\n"


def dump(data: Any) -> str:
    """YAML as people write it."""
    # The quick one of the two ways that the library has.
    return str(yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100))


def _noun(one: str, many: str, the_one: str, the_many: str, **address: str) -> dict[str, str]:
    return {"one": one, "many": many, "the_one": the_one, "the_many": the_many, **address}


TERMS = {
    "sector": "kommunesektoren",
    "kinds": {
        "project": _noun(
            "fellesprosjekt", "fellesprosjekter", "fellesprosjektet", "fellesprosjektene"
        ),
        "network": _noun(
            "digitaliseringsnettverk",
            "digitaliseringsnettverk",
            "digitaliseringsnettverket",
            "digitaliseringsnettverkene",
        ),
        "body": _noun(
            "samstyringsorgan",
            "samstyringsorganer",
            "samstyringsorganet",
            "samstyringsorganene",
            address="samstyringsorganer",
            former_addresses=["organer", "rad-og-utvalg"],
        ),
        "component": _noun(
            "felleskomponent",
            "felleskomponenter",
            "felleskomponenten",
            "felleskomponentene",
            address="felleskomponenter",
        ),
    },
    "values": {"event_class": {"editorial": "Redaksjonell"}},
    "pages": {"strategy_map": "Strategikart"},
}


def _areas() -> list[dict[str, Any]]:
    return [
        {
            "id": "brukeren",
            "title": "Brukeren i sentrum",
            "number": "1",
            "summary": "For folk.",
            "description": "Se [[veiledning]] og [[ks|foreningen]].",
            "frameworks": ["agenda/bruker"],
            "reviewed": "2026-01",
            "note": "Ordlyden er vår.",
            **KNOWN,
        },
        {"id": "sikkerhet", "title": "Sikkerhet & personvern", "number": "2", **KNOWN},
        {"id": "helse", "title": "Helse og «velferd»", **KNOWN},
    ]


def _settings() -> dict[str, Any]:
    return {
        "title": "Strategi for Lillevik",
        "language": "nb",
        "owner": "ks",
        "publication": "demonstration",
        "disclaimer": "Laget for å prøves.",
        "accessibility_statement": {"url": "https://uustatus.no/x", "date": "2026-05"},
        "contact": "post@lillevik.example",
        "security_contact": "https://www.ks.no/sikkerhet",
        "summary": "Mål og tiltak for Lillevik.",
        "catalogue": "languages/nb.po",
        "places": "norway",
        "organisation_numbers": "norwegian",
        "measures_note": "Kommunen har formulert tiltakene.",
        "sources_collected": "2026-05",
        "vision": {"text": "Et godt sted å bo.", "source": "Vedtaket", "url": "https://www.ks.no"},
        "proposed_by": "Kommunedirektøren",
        "hearing": {
            "until": "2027-01-15",
            "answer": "post@lillevik.example",
            "case": "26/4",
            "url": "https://www.ks.no/horing",
        },
        "closed": {
            "date": "2028-12-31",
            "successor": {"title": "Neste strategi", "url": "https://www.ks.no/neste"},
            "url": "https://www.ks.no/slutt",
        },
        "adopted": [
            {
                "body": "styret",
                "date": "2024-03",
                "case": "24/1",
                "url": "https://www.ks.no/vedtak",
            },
            {"body": "styret", "date": "2026-08-12", "case": "26/3", "ref": "vedtatt-2026"},
        ],
        "meetings": [
            {"body": "styret", "date": "2026-06-10"},
            {"body": "styret", "date": "2026-09-20", "url": "https://www.ks.no/mote"},
            {"body": "ks", "date": "2026-12-01", "title": "Høstmøtet"},
        ],
        "results": ["mal-2/andel", "mal-1/andel"],
        "doors": [
            {
                "who": "For folkevalgte",
                "ways": [
                    {"what": "Se målet", "to": "mal-1"},
                    {"what": "Se hva som er vedtatt", "to": "mal/?vedtak=adopted"},
                ],
            },
            {"who": "For alle", "ways": [{"what": "Hent tallene", "to": "data/indicators.csv"}]},
        ],
        "frameworks": ["agenda"],
        "period": {"start": "2024", "end": "2028"},
        "upstream": [{"name": "ks", "title": "Den nasjonale strategien", "address": ADDRESS}],
        "form": {"host": "github", "login": "https://login.example.org", "branch": "main"},
        "use": {"leads": "on"},
        "terms": TERMS,
        **_choices(),
    }


def _choices() -> dict[str, Any]:
    """What has a value when nobody chooses; the lists have the package's own words."""
    return {
        "reporting": "tertial",
        "alphabet": "nb",
        "currency": "NOK",
        "legal_profile": "norway",
        "text_licence": {
            "title": "CC BY 4.0",
            "url": "https://creativecommons.org/licenses/by/4.0/deed.no",
        },
        "data_licence": {"title": "NLOD 2.0", "url": "https://data.norge.no/nlod/no/2.0"},
        "design": {"name": "Lillevik"},
        "review_months": {"running": 6, "other": 12},
        "severity": {"missing-responsible": "info"},
        "units": {"kwh": {"symbol": "kWh", "decimals": 1, "minimum": 0}},
        "audiences": {
            "municipality": {"word": "Kommuner", "counts_as": "municipality"},
            "leader": "Ledere",
        },
        "organisation_types": {
            "association": "Forening",
            "agency": {"word": "Direktorat eller etat", "counts_as": "agency"},
            "municipality": "Kommune",
        },
        "phases": {"idea": "Idé", "delivery": "Gjennomføring", "ended": "Avsluttet"},
        "body_levels": {"political": "Politisk", "administrative": "Administrativt"},
    }


def _registers() -> dict[str, dict[str, dict[str, Any]]]:
    return {
        "organisations": {
            "ks": {"title": "KS", "type": "association", "website": "https://www.ks.no", **KNOWN},
            "etaten": {
                "title": "Etaten",
                "type": "agency",
                "part_of": "ks",
                "number": "999999999",
                **KNOWN,
            },
            "lillevik": {"title": "Lillevik kommune", "type": "municipality", **KNOWN},
        },
        "networks": {
            "diginett": {
                "title": "DigiNett",
                "counties": ["46"],
                "members": ["4601"],
                "member_count": 12,
                "period": {"start": "2018"},
                "grants": [
                    {"year": 2023, "amount": 100000, "count": 2, "source": "https://www.ks.no/a"},
                    {"year": 2024, "note": "Summen er ikke kjent."},
                ],
                "website": "https://diginett.example",
                **KNOWN,
            },
            "diginord": {
                "title": "DigiNord",
                "counties": ["18"],
                "part_of": "diginett",
                "period": {"start": "2020", "end": "2022"},
                **KNOWN,
            },
        },
        "bodies": {
            "styret": {
                "title": "Styret",
                "level": "political",
                "mandate": "Bestemmer.",
                "members": ["ks"],
                "member_count": 7,
                "website": "https://styret.example",
                **KNOWN,
            },
            "utvalget": {
                "title": "Utvalget",
                "level": "administrative",
                "reports_to": "styret",
                **KNOWN,
            },
        },
        "components": {
            "plattformen": {
                "title": "Plattformen",
                "owner": "ks",
                "maturity": "production",
                "price_model": "Selvkost",
                "prices": PRICES,
                "adoption": [
                    {"date": "2020", "count": 73, "total": 356, "source": "https://www.ks.no/b"},
                    {"date": "2022", "count": 200, "note": "Egen telling."},
                ],
                "builds_on": ["innlogging"],
                "website": "https://plattformen.example",
                **KNOWN,
            },
            "innlogging": {"title": "Innlogging", "owner": "etaten", "maturity": "pilot", **KNOWN},
        },
        "schemes": {
            "ordningen": {
                "title": "Ordningen",
                "owners": ["ks"],
                "period": {"start": "2017", "end": "2030"},
                "rules": ["Alle kan søke."],
                "prices": [*PRICES, {"payer": "county", "every": "once", "per_inhabitant": 5}],
                "amounts": [
                    {"year": 2018, "amount": 5000000, "count": 3, "source": "https://www.ks.no/c"},
                    {"year": 2019, "note": "Ikke oppgitt."},
                ],
                "milestones": [
                    {"title": "Rapport", "date": "2025-08", "done": "2025-09", "note": "Kort."}
                ],
                "decisions": [
                    {
                        "date": "2024-12-10",
                        "title": "Rammen",
                        "body": "styret",
                        "case": "24/90",
                        "url": "https://www.ks.no/n",
                    }
                ],
                "updates": [
                    {
                        "date": "2025-09",
                        "text": "Alt er betalt ut, se [[ks]].",
                        "source": "https://www.ks.no/o",
                    }
                ],
                "website": "https://ordningen.example",
                **KNOWN,
            },
        },
        "terms": {
            "rammestyring": {
                "title": "Rammestyring",
                "summary": "Staten styrer med lov og penger.",
                "forms": ["rammestyringen"],
                "website": "https://rammestyring.example",
                **KNOWN,
            },
        },
        "frameworks": {
            "agenda": {
                "title": "Agendaen",
                "summary": "Statens mål.",
                "owners": ["etaten"],
                "period": {"start": "2016-04"},
                "goals": [
                    {
                        "id": "bruker",
                        "title": "Brukeren",
                        "description": "Helhet.",
                        "wording": "verbatim",
                    },
                    {"id": "deling", "title": "Deling"},
                ],
                "goal_list": "incomplete",
                "follows": "programmet",
                "website": "https://agendaen.example",
                **KNOWN,
            },
            "programmet": {
                "title": "Programmet",
                "role": "predecessor",
                "goals": [{"id": "ett", "title": "Mål ett"}],
                "period": {"start": "2009", "end": "2015"},
                **KNOWN,
            },
        },
    }


def _goal(number: int, area: str, /, **fields: Any) -> Item:
    values = [
        {"date": "2022", "value": 20 + number, "source": "https://www.ks.no/d"},
        {"date": "2023", "value": 30 + number, "source": "https://www.ks.no/e", "note": "Få svar."},
    ]
    indicator = {
        "id": "andel",
        "title": "Andel som er med",
        "unit": "percent",
        "direction": "up",
        "baseline": {
            "date": "2020",
            "value": 10,
            "source": "https://www.ks.no/f",
            "note": "Et utvalg.",
        },
        "target": {"value": 90, "date": "2028", "source": "https://www.ks.no/g", "note": "Vårt."},
        "path": [
            {"date": "2022", "value": 25, "source": "https://www.ks.no/h", "note": "Første steg."},
            {"date": "2026", "value": 70},
        ],
        "values": values,
        "note": "Alle kommuner er spurt.",
    }
    standing = "adopted" if number % 2 else "proposed"
    return Item(
        "goals",
        {
            "title": f"Mål {number} for folk",
            "area": area,
            "standing": standing,
            **(WORDED if standing == "adopted" else {"wording": "own"}),
            "summary": f"Kort om mål {number}.",
            "indicators": [indicator] if number < 3 else [],
            "frameworks": ["agenda/bruker"] if number == 1 else [],
            **KNOWN,
            **fields,
        },
        f"Alle skal være med. Dette er mål {number}.\n\n## Hvorfor\n\n"
        "Fordi `kode` og **vilje**, og rammestyring.",
    )


def _measure(number: int, goals: list[str], status: str, **fields: Any) -> Item:
    return Item(
        "measures",
        {
            "title": f"Tiltak {number}",
            "goals": goals or None,
            "status": status,
            "status_date": "2024-03",
            "responsible": ["ks"],
            "audience": ["municipality"],
            "uses": ["plattformen"],
            "period": {"start": "2023", "end": "2028"},
            **KNOWN,
            **fields,
        },
        f"Tiltak {number} bygger på [[digihjelpen|et eldre prosjekt]].\n\n- ett\n- to",
    )


def _project(number: int, measures: list[str], status: str, **fields: Any) -> Item:
    return Item(
        "projects",
        {
            "title": f"Prosjekt {number}",
            "measures": measures,
            "status": status,
            "phase": "delivery",
            "lead": "ks",
            "partners": ["lillevik"],
            "participants": ["0301", "diginett"],
            "period": {"start": "2023-01", "end": "2027"},
            **KNOWN,
            **fields,
        },
        f"Om prosjekt {number}. Se [mål 1](https://www.ks.no) og [[mal-1]].",
        ending="yml" if number % 3 == 0 else "md",
    )


def _items() -> dict[str, Item]:
    milestones = [
        {"title": "Første", "date": "2023-05", "done": "2023-06"},
        {"title": "Neste", "date": "2024-05", "note": "Utsatt en gang."},
        {"title": "Siste", "date": "2027-05"},
    ]
    decisions = [
        {
            "date": "2023-02",
            "title": "Vedtak",
            "body": "styret",
            "case": "15/57",
            "url": "https://www.ks.no/h",
        }
    ]
    updates = [
        {"date": "2023-03", "text": "I gang, se [[ks]].", "source": "https://www.ks.no/i"},
        {"date": "2024-04", "text": "Videre med **kraft**.\n\n## Hvorfor\n\nFordi."},
    ]
    costs = [
        {"year": 2024, "operating": 100000, "investment": 50000, "scheme": "ordningen"},
        {"year": 2025, "operating": 120000, "note": "Anslag."},
        {
            "year": 2026,
            "undivided": 300000,
            "payer": "lillevik",
            "financing": "covered",
            "budget_line": "Ansvar 1234",
        },
    ]
    project_costs = [
        {"year": 2026, "operating": 80000, "investment": 400000, "payer": "lillevik"},
        {"year": 2027, "operating": 90000, "financing": "unfinanced", "note": "Søkes om."},
        {"year": 2027, "undivided": 70000, "scheme": "ordningen", "budget_line": "Sak 26/57"},
    ]
    gains = [
        {
            "title": "Mindre venting",
            "unit": "hours",
            "amount": 1200,
            "every": "year",
            "date": "2027",
            "reached": 300,
            "reached_date": "2025-12",
            "source": "https://www.ks.no/m",
            "note": "Anslag.",
        }
    ]
    funding = [
        {"scheme": "ordningen", "year": 2023, "amount": 2000000, "source": "https://www.ks.no/j"},
        {"scheme": "ordningen", "note": "Ukjent sum."},
    ]
    involvement = [
        {
            "step": "concept",
            "date": "2022",
            "body": "utvalget",
            "outcome": "Hørt.",
            "source": "https://www.ks.no/k",
        }
    ]
    return {
        "mal-1": _goal(
            1,
            "brukeren",
            aliases=["ferdigheter"],
            decisions=decisions,
            number="1.1",
            sources=[
                *SOURCES,
                {"title": "Rapporten", "publisher": "KS", "date": "2019-06", "note": "Kapittel 2."},
            ],
        ),
        "mal-2": _goal(2, "sikkerhet", updates=updates),
        "mal-3": _goal(3, "helse"),
        "mal-4": _goal(4, "helse", summary=None),
        "veiledning": _measure(
            1,
            ["mal-1"],
            "ongoing",
            milestones=milestones,
            costs=costs,
            gains=gains,
            responsible_unit="Innbyggertorget",
            priority=1,
            decisions=decisions,
            updates=updates,
        ),
        "opplaering": _measure(2, ["mal-1", "mal-2"], "planned"),
        "varsling": _measure(3, ["mal-2"], "completed", areas=["helse"]),
        "journal": _measure(4, ["mal-3", "mal-4"], "stopped", status_reason="For dyrt."),
        # These serve nothing here, but something in the strategy above.
        "personvernet": _measure(6, ["ks:personvern"], "ongoing", costs=costs),
        "datadeling": _measure(7, ["mal-1", "ks:deling"], "planned"),
        "tilliten": _measure(8, [], "ongoing", areas=["ks:tillit"]),
        "portal": _measure(5, ["mal-3"], "proposed", aliases=["gammel-portal"]),
        "digihjelpen": _project(1, ["veiledning"], "completed", aliases=["kurset"]),
        "kurs": _project(
            2,
            ["veiledning", "opplaering"],
            "ongoing",
            milestones=milestones,
            funding=funding,
            costs=project_costs,
            gains=[
                {"title": "Færre feil", "unit": "kroner", "amount": 250000.5},
                {"title": "Mindre strøm", "unit": "kwh", "amount": 1500.5, "reached": 20},
                {**gains[0], "amount": 900},
            ],
            responsible_unit="Opplæring",
            priority=2,
            updates=updates,
            uses=["plattformen"],
            status_date="2024-03",
        ),
        "nettkurs": _project(3, ["opplaering"], "planned", depends_on=["kurs"]),
        "statlig": _project(4, ["varsling"], "ongoing", lead="etaten", involvement=involvement),
        "felles-journal": _project(
            5,
            ["journal"],
            "paused",
            status_reason="Venter.",
            total_cost=30000000,
            decisions=decisions,
        ),
        "bestilling": _project(
            6, ["portal"], "proposed", goals=["mal-2"], areas=["brukeren"], phase=None, lead=None
        ),
        "gammel-losning": _project(
            7,
            ["portal"],
            "completed",
            retired={"date": "2024-01", "reason": "Erstattet.", "replaced_by": "bestilling"},
        ),
        "delt-losning": _project(
            8,
            ["portal"],
            "completed",
            retired={
                "date": "2024-02",
                "reason": "Delt.",
                "split_into": ["bestilling", "nettkurs"],
            },
        ),
    }


def _prose() -> dict[str, str]:
    return {
        "om-oss.md": "---\ntitle: Om oss & andre\n---\n\nSe [[digihjelpen]] og [[ks|KS]].\n",
        "hjelp/index.md": (
            "# Hjelp\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nLes [om oss](../om-oss.md).\n"
        ),
    }


# A local strategy that is listed, with what was collected from it.
_LOCAL = {
    "strategy/local-sites.yml": b'sites:\n  - {number: "3301", address: "https://lokal.example/"}\n',
    "collected/3301.json": Collected(
        number="3301",
        address="https://lokal.example/",
        fetched=PartialDate("2026-01-01"),
        changed=PartialDate("2026-01-01"),
        title="En lokal strategi",
        follows=True,
        judgements=(CollectedJudgement(id="mal-1", state=AdoptionState.ADOPTED),),
        measures=(CollectedMeasure(id="tiltak", title="Kurs i klarspråk", goals=("mal-1",)),),
    )
    .text()
    .encode(),
}


# The strategy above: an earlier version of it is kept, in which one goal said something else.
_PRIVACY = a_national_goal(
    summary="Personvern fra start.",
    description="Se [[deling]] og [siden](https://nasjonal.example/).",
    indicators=[
        {
            "id": "andel",
            "title": "Andel løsninger",
            "unit": "percent",
            "direction": "up",
            "target": {"date": "2030", "value": 90},
        }
    ],
)
_EARLIER = a_catalogue(
    _PRIVACY,
    a_national_goal("deling", title="Deling av data", area="data"),
    a_national_goal("skyen", title="Skyen", area="data"),
    name="nasjonal-2025.1",
    date="2025-11-01",
)
_PINNED = a_catalogue(
    _PRIVACY,
    a_national_goal("deling", title="Deling og bruk av data", area="data"),
    a_national_goal("skyen", title="Skyen", area="data", state=EntryState.RETIRED),
    a_national_goal("ki", title="Kunstig intelligens", area="data"),
    a_national_goal("tilgang", title="Universell utforming", area="data"),
    a_national_goal("bredband", title="Bredbånd", area="data"),
    a_national_goal("arkiv", title="Arkiv", area="data"),
    described("area", {"id": "tillit", "title": "Tillit", "number": "1"}, "0" * 64),
    described("area", {"id": "data", "title": "Data", "number": "2"}, "0" * 64),
    name="nasjonal-2026.1",
)


def _read(raw: bytes) -> Catalogue:
    catalogue = read_catalogue(raw)
    assert isinstance(catalogue, Catalogue)
    return catalogue


def _judged(goal: str, state: str, **fields: Any) -> bytes:
    entry = _read(_PINNED).by_id[goal]
    against = {"version": "nasjonal-2026.1", "hash": entry.decided}
    return dump({"state": state, "against": against, **fields}).encode()


_DECISION = {
    "body": "styret",
    "date": "2026-06-10",
    "case": "26/7",
    "url": "https://www.ks.no/sak",
}
# Every state, and every field of a record.
_ABOVE: dict[str, bytes] = {
    "upstream/ks.catalogue.json": _PINNED,
    "upstream/ks.lock.yml": a_lock(_PINNED, "nasjonal-2026.1").encode(),
    earlier_path("ks", _read(_EARLIER).hash): _EARLIER,
    "adoption/ks/personvern.yml": _judged(
        "personvern",
        "adapted",
        reason="Vi går lenger.",
        decision=_DECISION,
        next_review="2026-10",
        overlays=[
            {
                "field": "summary",
                "text": "Personvern hos oss.",
                "base": _read(_PINNED).by_id["personvern"].base("summary"),
            }
        ],
    ),
    "adoption/ks/ki.yml": _judged("ki", "planned", planned="2026-06", decision=_DECISION),
    "adoption/ks/tilgang.yml": _judged("tilgang", "adopted", decision=_DECISION),
    "adoption/ks/bredband.yml": _judged("bredband", "declined", reason="Det er bygd ut."),
    "adoption/ks/arkiv.yml": _judged("arkiv", "under-consideration", next_review="2027"),
}


@dataclass
class LivingContent:
    """The strategy in memory; `write` makes the files of a folder equal to it."""

    settings: dict[str, Any] = field(default_factory=_settings)
    areas: list[dict[str, Any]] = field(default_factory=_areas)
    registers: dict[str, dict[str, dict[str, Any]]] = field(default_factory=_registers)
    items: dict[str, Item] = field(default_factory=_items)
    prose: dict[str, str] = field(default_factory=_prose)
    files: dict[str, bytes] = field(
        default_factory=lambda: {"strategy/bilder/kart.png": PIXEL, **_LOCAL, **_ABOVE}
    )

    def texts(self) -> dict[str, bytes]:
        """Every file by its path."""
        texts = {"strategy/strategy.yml": dump({**self.settings, "areas": self.areas})}
        for register, entries in self.registers.items():
            texts[f"strategy/registers/{register}.yml"] = dump(entries)
        for name, item in self.items.items():
            fields = {key: value for key, value in item.fields.items() if value is not None}
            path = f"{item.folder}/{name}.{item.ending}"
            texts[path] = Item(item.folder, fields, item.body, item.ending).text()
        texts |= {f"strategy/{path}": text for path, text in self.prose.items()}
        return {path: text.encode() for path, text in texts.items()} | self.files

    def write(self, root: Path) -> None:
        """Write what changed, and take away what is gone; other files are left alone."""
        wanted = self.texts()
        for folder in FOLDERS:
            for path in sorted((root / folder).rglob("*"), reverse=True):
                if path.is_file() and path.relative_to(root).as_posix() not in wanted:
                    path.unlink()
                elif path.is_dir() and not any(path.iterdir()):
                    path.rmdir()
        for name, content in wanted.items():
            path = root / name
            if not path.exists() or path.read_bytes() != content:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)

    def write_new(self, root: Path) -> Path:
        """Write into a folder that is emptied first."""
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir(parents=True)
        self.write(root)
        return root


def for_readers() -> LivingContent:
    """The same with more to find, to choose between and to look up, for tests in a browser."""
    content = LivingContent()
    # Their order is another one if numbers, or signs, are compared in another way.
    goals = {
        "plan": ("brukeren", "Digital skole", "Elevene skulle ha det bedre. Skolen er digital."),
        "plan-2": ("helse", "Penger til digital utvikling", "Midlertidig hjelp er ikke penger."),
        "plan-10": (
            "helse",
            "Et eksempel på tjenester",
            "En partner er et eksempel, og en pasient. Det pågår på nett.",
        ),
        "plan2": ("brukeren", "AI og kunstig intelligens", "Tjenestene bruker AI med gode kilder."),
        "innebygd-personvern": (
            "sikkerhet",
            "Innebygd personvern",
            "Personvern gjelder en person og flere personer.",
        ),
    }
    for number, (name, (area, title, body)) in enumerate(goals.items(), 5):
        content.items[name] = _goal(number, area, title=title)
        content.items[name].body = body
    measures = {
        "velferdsteknologi": ("Spredning av velferdsteknologi", "proposed", "2024"),
        "bredband": ("Bredbånd til alle", "ongoing", "2021"),
        "barnevern": ("Bedre barnevern", "ongoing", "2025"),
        "trygge-systemer": ("Sikkerhet i alle ledd", "ongoing", "2025"),
    }
    served = zip(measures.items(), ("plan", "plan-2", "plan-10", "plan2"), strict=True)
    for number, ((name, (title, status, date)), goal) in enumerate(served, 6):
        content.items[name] = _measure(
            number,
            ["innebygd-personvern", goal],
            status,
            title=title,
            status_date=date,
            audience=["leader", "municipality"],
        )
    for number, name in enumerate(("barnevern-pa-nett", "barnevern-i-kommunen"), 8):
        content.items[name] = _project(
            number,
            ["barnevern"],
            "completed" if number == 8 else "ongoing",
            title=f"Barnevern {number}",
            status_date="2026",
            participants=["3301", "4601"],
        )
    content.items["kurs"].fields["funding"] += [
        {"scheme": "ordningen", "year": year, "amount": year * 1000} for year in range(2014, 2023)
    ]
    content.items["opplaering"].fields["audience"] = ["leader"]
    content.items["mal-1"].fields["indicators"].append(
        {
            "id": "antall",
            "title": "Antall som er med",
            "unit": "count",
            "direction": "up",
            "baseline": {"date": "2020", "value": 3, "source": "https://www.ks.no/d"},
        }
    )
    content.items["bredband"].fields["summary"] = "Gjelder 2 000 innbyggere."
    content.registers["networks"]["diginord"]["counties"] = ["33"]
    content.prose["om-oss.md"] += "\nGiske kommune spurte først.\n"
    return content


# Edits: each changes the content in one way, and says what it did.

Edit = Callable[[LivingContent, random.Random], str]


def _words(chance: random.Random, most: int = 8) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(2, most)))


def _pick(content: LivingContent, chance: random.Random, folder: str = "") -> str:
    return chance.choice(
        sorted(name for name, item in content.items.items() if folder in ("", item.folder))
    )


def _mentionable(content: LivingContent) -> list[str]:
    entries = [name for register in content.registers.values() for name in register]
    return sorted([*content.items, *entries, *(area["id"] for area in content.areas)])


def change_body(content: LivingContent, chance: random.Random) -> str:
    """Other words, with a mention now and then."""
    name = _pick(content, chance)
    mention = f" [[{chance.choice(_mentionable(content))}]]" if chance.random() < 0.5 else ""
    content.items[name].body = f"{_words(chance, 30)}{mention}.\n\n## {_words(chance, 3)}\n\nSlutt."
    return f"body of {name}"


def change_title(content: LivingContent, chance: random.Random) -> str:
    """A title is shown on many pages, and its letters may mean something to a template."""
    name = _pick(content, chance)
    extra = chance.choice(("", " & mer", " <nytt>", ' "sitat"', " {{ x }}", "  to  mellomrom"))
    content.items[name].fields["title"] = _words(chance) + extra
    return f"title of {name}"


def change_summary(content: LivingContent, chance: random.Random) -> str:
    """With and without a summary the head of the page differs."""
    name = _pick(content, chance)
    fields = content.items[name].fields
    fields["summary"] = None if fields.get("summary") else _words(chance)
    return f"summary of {name}"


def change_status(content: LivingContent, chance: random.Random) -> str:
    """A status counts on the pages above."""
    name = _pick(content, chance, chance.choice(("measures", "projects")))
    status = chance.choice(("proposed", "planned", "ongoing", "paused", "stopped"))
    reason = _words(chance) if status in ("paused", "stopped") else None
    content.items[name].fields |= {"status": status, "status_reason": reason}
    return f"status of {name}: {status}"


def add_item(content: LivingContent, chance: random.Random) -> str:
    """A new page, and new rows on others."""
    number = chance.randint(1000, 9999)
    if chance.random() < 0.3:
        area = chance.choice(content.areas)["id"]
        content.items[f"nytt-mal-{number}"] = _goal(number % 40, area)
    elif chance.random() < 0.5:
        goal = _pick(content, chance, "goals")
        item = _measure(number, [goal], "planned")
        item.body = item.body.replace("[[digihjelpen|", "[[ks|")
        content.items[f"nytt-tiltak-{number}"] = item
    else:
        measure = _pick(content, chance, "measures")
        item = _project(number, [measure], "ongoing")
        if chance.random() < 0.3:
            item.fields |= {"measures": None, "areas": [chance.choice(content.areas)["id"]]}
        content.items[f"nytt-prosjekt-{number}"] = item
    return f"new item {number}"


def _rewrite(content: LivingContent, change: Callable[[str], str]) -> None:
    """Change every text in which an id may stand."""
    for item in content.items.values():
        item.body = change(item.body)
        for update in item.fields.get("updates", ()):
            update["text"] = change(update["text"])
    for area in content.areas:
        area["description"] = change(area.get("description", ""))
    content.prose = {path: change(text) for path, text in content.prose.items()}


def remove_item(content: LivingContent, chance: random.Random) -> str:
    """Its page goes, and every mention of it."""
    if sum(item.folder == "projects" for item in content.items.values()) < 4:
        return add_item(content, chance)
    name = _pick(content, chance, "projects")
    # Some mentions and references still use an earlier id.
    gone = (name, *content.items[name].fields.get("aliases", ()))

    def without(text: str) -> str:
        for target in gone:
            text = text.replace(f"[[{target}]]", "det").replace(f"[[{target}|", "[[ks|")
        return text

    _rewrite(content, without)
    del content.items[name]
    for item in content.items.values():
        if set(gone) & set(item.fields.get("depends_on", ())):
            del item.fields["depends_on"]
        left = item.fields.get("retired") or {}
        if {left.get("replaced_by"), *left.get("split_into", ())} & set(gone):
            item.fields["retired"] = {"date": "2024-01", "reason": "Borte."}
    return f"removed {name}"


def rename_item(content: LivingContent, chance: random.Random) -> str:
    """A new id; the old one stays as an alias, and some references still use it."""
    name = _pick(content, chance)
    renamed = f"{name[:40].rstrip('-')}-{chance.randint(10, 99)}"
    if renamed in content.items:
        return change_body(content, chance)
    item = content.items.pop(name)
    item.fields["aliases"] = [*(item.fields.get("aliases") or ()), name]
    content.items[renamed] = item
    if chance.random() < 0.5:
        _rewrite(content, lambda text: text.replace(f"[[{name}]]", f"[[{renamed}]]"))
    return f"renamed {name} to {renamed}"


def change_alias(content: LivingContent, chance: random.Random) -> str:
    """One more earlier address, or one less that nothing uses."""
    name = _pick(content, chance)
    fields = content.items[name].fields
    own = [alias for alias in fields.get("aliases") or () if alias.startswith("alias-")]
    if own:
        fields["aliases"] = [alias for alias in fields["aliases"] if alias != own[0]]
        return f"alias {own[0]} of {name} removed"
    fields["aliases"] = [*(fields.get("aliases") or ()), f"alias-{chance.randint(0, 9999)}"]
    return f"alias for {name}"


def change_ending(content: LivingContent, chance: random.Random) -> str:
    """The same item in the other kind of file."""
    name = _pick(content, chance)
    item = content.items[name]
    item.ending = "md" if item.ending == "yml" else "yml"
    return f"{name}.{item.ending}"


def change_prose(content: LivingContent, chance: random.Random) -> str:
    """A written page comes, goes or changes."""
    mine = sorted(path for path in content.prose if path.startswith("side-"))
    if mine and chance.random() < 0.4:
        del content.prose[mine[0]]
        return f"page {mine[0]} removed"
    path = chance.choice([*content.prose, f"side-{chance.randint(0, 99)}.md"])
    head = f"---\ntitle: {_words(chance, 3)}\n---\n" if chance.random() < 0.5 else ""
    title = "" if head else f"# {_words(chance, 3)}\n"
    mention = chance.choice(_mentionable(content))
    content.prose[path] = f"{head}{title}\n{_words(chance, 20)} [[{mention}]].\n"
    return f"page {path}"


def change_register(content: LivingContent, chance: random.Random) -> str:
    """A register entry comes or gets another title."""
    register = chance.choice(("organisations", "bodies", "schemes"))
    entries = content.registers[register]
    name = chance.choice(sorted(entries))
    if chance.random() < 0.3 and len(entries) < 8:
        entries[f"ny-{register}-{chance.randint(0, 999)}"] = entries[name] | {
            "title": _words(chance, 3)
        }
        return f"new entry in {register}"
    entries[name]["title"] = _words(chance, 3)
    return f"title of {name}"


def change_settings(content: LivingContent, chance: random.Random) -> str:
    """What every page shows."""
    key = chance.choice(("title", "summary", "vision", "area"))
    if key == "vision":
        content.settings["vision"] = {"text": _words(chance)}
    elif key == "area":
        chance.choice(content.areas)["title"] = _words(chance, 3)
    else:
        content.settings[key] = _words(chance)
    return f"settings: {key}"


def change_image(content: LivingContent, chance: random.Random) -> str:
    """A file beside the written pages."""
    path = f"strategy/bilder/bilde-{chance.randint(0, 2)}.png"
    if path in content.files and chance.random() < 0.5:
        del content.files[path]
        return f"{path} removed"
    content.files[path] = PIXEL + chance.randbytes(8)
    return path


def change_language(content: LivingContent, chance: random.Random) -> str:
    """Every address changes, and back."""
    content.settings["language"] = "nn" if content.settings["language"] == "nb" else "nb"
    return f"language {content.settings['language']}"


def override(content: LivingContent, chance: random.Random) -> str:
    """A template of the strategy's own, and away with it."""
    path = "overrides/views/goal.html"
    if content.files.pop(path, None):
        return "template removed"
    content.files[path] = (
        b'{% extends "item.html" %}{% block sections %}<p>Eget: {{ entry.id }}</p>{% endblock %}'
    )
    return "template"


def break_item(content: LivingContent, chance: random.Random) -> str:
    """An item that cannot be read; the next call repairs it."""
    path = "goals/odelagt.md"
    if content.files.pop(path, None):
        return "repaired"
    content.files[path] = BROKEN.encode()
    return "broken"


EDITS: tuple[Edit, ...] = (
    change_body,
    change_body,
    change_body,
    change_title,
    change_title,
    change_summary,
    change_status,
    change_status,
    add_item,
    remove_item,
    rename_item,
    change_alias,
    change_ending,
    change_prose,
    change_register,
    change_settings,
    change_image,
    override,
)


def chosen_edits(chance: random.Random, count: int) -> list[Edit]:
    """So many edits: again and again all of them in an order of chance, with a broken item that is
    repaired and a change of language. A round has each sort.
    """
    chosen: list[Edit] = []
    while len(chosen) < count:
        deck = chance.sample(EDITS, k=len(EDITS))
        half = len(deck) // 2
        chosen += [*deck[:half], break_item, change_body, break_item, *deck[half:], change_language]
    return chosen[:count]


ROUND = len(EDITS) + 4


def edits(content: LivingContent, seed: int, count: int) -> list[Callable[[], str]]:
    """So many edits in a fixed order; each says what it did."""
    chance = random.Random(seed)
    return [lambda edit=edit: edit(content, chance) for edit in chosen_edits(chance, count)]
