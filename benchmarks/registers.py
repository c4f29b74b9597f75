"""The fixed part of every generated strategy: areas and small registers, all invented."""

from __future__ import annotations

from benchmarks.entry import Fields

AREA_TITLES = (
    "Brukeren i sentrum", "Samarbeid og samstyring", "Deling av data", "Felles løsninger",
    "Kompetanse og ledelse", "Sikkerhet og personvern", "Innovasjon og næring", "Klima og sted",
)  # fmt: skip

ORGANISATIONS = (
    ("Landslaget for prøvekommuner", "association"), ("Departementet for eksempler", "ministry"),
    ("Etaten for eksempeldata", "agency"), ("Helseetaten i eksempelet", "agency"),
    ("Kartetaten i eksempelet", "agency"), ("Eksempeldrift AS", "company"),
    ("Felles Forvaltning AS", "company"), ("Prøvedal kommune", "municipality"),
    ("Eksempelvik kommune", "municipality"), ("Prøveland fylkeskommune", "county"),
    ("Interkommunalt Eksempelråd", "intermunicipal"), ("Brukergruppen for skjema", "group"),
)  # fmt: skip

# County number and one or two municipalities in it, as of 1 January 2024.
COUNTIES = (
    ("03", ("0301",)), ("11", ("1103", "1106")), ("15", ("1508",)), ("18", ("1804",)),
    ("31", ("3101",)), ("32", ("3201", "3203")), ("34", ("3401", "3403")), ("39", ("3901",)),
    ("42", ("4203", "4204")), ("46", ("4601", "4602")), ("50", ("5001", "5006")),
    ("55", ("5501",)),
)  # fmt: skip
MUNICIPALITIES = tuple(number for _, numbers in COUNTIES for number in numbers)

BODIES = (
    ("Strategirådet", "political"), ("Digitaliseringsutvalget", "administrative"),
    ("Fagrådet for arkitektur", "expert"), ("Fagrådet for personvern", "expert"),
    ("Regionforumet", "regional"), ("Samordningsrådet", "state_municipal"),
)  # fmt: skip

COMPONENTS = (
    "Felles innlogging", "Felles postkasse", "Felles skjemabygger", "Felles innsynsløsning",
    "Felles dialogtjeneste", "Felles register over fullmakter", "Felles arkivtjeneste",
    "Felles betalingstjeneste", "Felles varslingstjeneste", "Felles datakatalog",
    "Felles kartvisning", "Felles plattform for tjenester",
)  # fmt: skip

SCHEMES = (
    "Medfinansiering av digitale prosjekter", "Skjønnsmidler til fornyelse", "Felles kjøpsordning",
    "Nettverksmidler", "Innovasjonspotten", "Regionale utviklingsmidler",
    "Støtte til små kommuner", "Klimamidler", "Kompetansemidler", "Egenfinansiering i spleiselag",
    "Overgangsmidler", "Midler til åpne data",
)  # fmt: skip

FRAMEWORKS = ("Digital retning", "Én offentlig sektor", "Nasjonal plan for åpne data")
FRAMEWORK_GOALS = (
    "Brukeren først", "Trygg deling", "Felles byggeklosser", "Styrket kompetanse",
)  # fmt: skip


FIGURES = "https://example.org/tall"


def _sourced(title: str, slug: str) -> Fields:
    source = {
        "title": f"Om {title.lower()}",
        "url": f"https://example.org/kilder/{slug}",
        "publisher": "Eksempelforlaget",
        "date": "2025-02",
    }
    return {"sources": [source], "as_of": "2025-03"}


def _base(title: str, slug: str) -> Fields:
    return {
        "title": title,
        "summary": f"{title} er med i eksempelet for å ha noe å vise til.",
        "website": f"https://example.org/{slug}",
    } | _sourced(title, slug)


def areas() -> dict[str, Fields]:
    """Return the eight priority areas."""
    return {
        f"omrade-{index}": {
            "title": title,
            "summary": f"Området samler mål om {title.lower()}.",
            "frameworks": [f"rammeverk-{index % 3 + 1}/prioritering-{index % 4 + 1}"],
        }
        | _sourced(title, f"omrade-{index}")
        for index, title in enumerate(AREA_TITLES, 1)
    }


def _organisations() -> dict[str, Fields]:
    organisations: dict[str, Fields] = {}
    for index, (title, sort) in enumerate(ORGANISATIONS, 1):
        slug = f"organisasjon-{index}"
        organisations[slug] = _base(title, slug) | {"type": sort}
    organisations["organisasjon-12"]["part_of"] = "organisasjon-3"
    return organisations


def _networks() -> dict[str, Fields]:
    return {
        f"nettverk-{index}": _base(f"Nettverk {index} for digitalisering", f"nettverk-{index}") | {
            "counties": [county], "members": list(members), "member_count": 10 + index,
            "period": {"start": f"{2013 + index % 5}"},
            "grants": [{"year": 2024, "amount": 400_000 + 25_000 * index, "source": FIGURES}],
        }
        for index, (county, members) in enumerate(COUNTIES, 1)
    }  # fmt: skip


def _bodies() -> dict[str, Fields]:
    bodies: dict[str, Fields] = {}
    for index, (title, level) in enumerate(BODIES, 1):
        slug = f"organ-{index}"
        bodies[slug] = _base(title, slug) | {
            "level": level, "mandate": "Gir råd om prioritering og følger opp gjennomføringen.",
            "members": [f"organisasjon-{index}", f"nettverk-{index}"], "member_count": 9 + index,
        }  # fmt: skip
        if index > 1:
            bodies[slug]["reports_to"] = f"organ-{index - 1}"
    return bodies


def _components() -> dict[str, Fields]:
    components: dict[str, Fields] = {}
    for index, title in enumerate(COMPONENTS, 1):
        slug = f"komponent-{index}"
        components[slug] = _base(title, slug) | {
            "owner": f"organisasjon-{index}", "maturity": "production",
            "price_model": "Kommunene betaler etter innbyggertall.",
            "adoption": [
                {"date": "2022-12", "count": 40 + index, "total": 356, "source": FIGURES},
                {"date": "2024-12", "count": 90 + index, "total": 357, "source": FIGURES},
            ],
        }  # fmt: skip
        if index > 1:
            components[slug]["builds_on"] = ["komponent-1"]
    return components


def _schemes() -> dict[str, Fields]:
    return {
        f"ordning-{index}": _base(title, f"ordning-{index}") | {
            "owners": [f"organisasjon-{index}"], "period": {"start": "2016"},
            "rules": ["Kommuner og fylkeskommuner kan søke.", "Minst to kommuner må stå bak."],
            "amounts": [
                {"year": year, "amount": 1_000_000 * (index + year - 2020), "count": index + 2,
                 "source": FIGURES}
                for year in (2022, 2023, 2024)
            ],
        }
        for index, title in enumerate(SCHEMES, 1)
    }  # fmt: skip


def _frameworks() -> dict[str, Fields]:
    frameworks: dict[str, Fields] = {}
    for index, title in enumerate(FRAMEWORKS, 1):
        slug = f"rammeverk-{index}"
        frameworks[slug] = _base(title, slug) | {
            "owners": [f"organisasjon-{index}"], "period": {"start": "2020", "end": "2030"},
            "goals": [
                {"id": f"prioritering-{number}", "title": goal,
                 "description": "Kommunal sektor og staten arbeider sammen om dette."}
                for number, goal in enumerate(FRAMEWORK_GOALS, 1)
            ],
        }  # fmt: skip
    frameworks["rammeverk-2"]["follows"] = "rammeverk-3"
    return frameworks


def registers() -> dict[str, dict[str, Fields]]:
    """Return the entries of each register by its name, as in `strategy/registers/<name>.yml`."""
    return {
        "organisations": _organisations(),
        "networks": _networks(),
        "bodies": _bodies(),
        "components": _components(),
        "schemes": _schemes(),
        "frameworks": _frameworks(),
    }
