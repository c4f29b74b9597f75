"""The action plan of a small municipality that does not exist, with sums that are easy to add by
hand: some divided, some not, some unknown, paid for by several, and some by nobody yet.
"""

from __future__ import annotations

from pathlib import Path

_SOURCE = """as_of: 2026-11
sources:
  - title: Handlings- og økonomiplan
    publisher: Lillevik kommune
    date: 2025-12
"""

FILES: dict[str, str] = {
    "strategy/strategy.yml": """title: Digital plan for Lillevik
language: nb
owner: lillevik
summary: Hva Lillevik gjør digitalt, og hva det koster.
period: {start: 2026, end: 2029}
contact: post@lillevik.example
publication: demonstration
areas:
  - id: tjenester
    title: Enkle tjenester
    summary: Innbyggerne skal slippe å vente.
    as_of: 2026-11
    sources: [{title: Handlings- og økonomiplan, publisher: Lillevik kommune}]
  - id: trygghet
    title: Trygge systemer
    summary: Systemene skal tåle mer.
    as_of: 2026-11
    sources: [{title: Handlings- og økonomiplan, publisher: Lillevik kommune}]
""",
    "strategy/registers/organisations.yml": """lillevik:
  title: Lillevik kommune
  type: municipality
storvik:
  title: Storvik kommune
  type: municipality
""",
    "strategy/registers/schemes.yml": f"""fondet:
  title: Fondet for ny teknologi
  owners: [lillevik]
  amounts:
    - {{year: 2026, amount: 600000}}
    - {{year: 2027, amount: 500000}}
  decisions:
    - {{date: 2025-12-11, title: Oppretter fondet, body: lillevik, case: 91/25}}
  milestones:
    - {{title: Første tildeling, date: 2026-03, done: 2026-03-10}}
  updates:
    - {{date: 2026-08, text: Halve summen er betalt ut.}}
{"".join(f"  {line}" + chr(10) for line in _SOURCE.splitlines())}""",
    "goals/kortere-ventetid.md": f"""---
title: Kortere ventetid
area: tjenester
standing: adopted
{_SOURCE}---

Ingen skal vente mer enn en uke.
""",
    "goals/sikker-drift.md": f"""---
title: Sikker drift
area: trygghet
standing: adopted
{_SOURCE}---

Systemene skal virke hver dag.
""",
    "measures/nye-skjema.md": f"""---
title: Nye skjema
goals: [kortere-ventetid]
status: ongoing
status_date: 2026-10
responsible: [lillevik]
responsible_unit: Innbyggertorget
priority: 1
period: {{start: 2025-01, end: 2027-06}}
costs:
  - {{year: 2025, operating: 90000, payer: lillevik, financing: covered}}
  - year: 2026
    operating: 100000
    investment: 400000
    payer: lillevik
    financing: covered
    budget_line: Ansvar 1200
  - {{year: 2026, operating: 50000, payer: storvik}}
  - {{year: 2027, operating: 120000, payer: lillevik, note: Anslag.}}
gains:
  - title: Mindre tid til registrering
    unit: hours
    amount: 1200
    every: year
    date: 2027
    reached: 300
    reached_date: 2025-12
    note: Anslag.
  - {{title: Spart porto, unit: kroner, amount: 40000, every: year, date: 2026}}
milestones:
  - {{title: Ti skjema, date: 2025-10, done: 2025-11}}
  - {{title: Alle skjema, date: 2026-12}}
decisions:
  - {{date: 2025-12-11, title: Vedtar handlingsplanen, body: lillevik, case: 91/25}}
updates:
  - {{date: 2025-11, text: De ti første er i bruk.}}
{_SOURCE}---

Alle skjema blir digitale.
""",
    "measures/ny-brannmur.md": f"""---
title: Ny brannmur
goals: [sikker-drift]
status: planned
status_date: 2026-10
responsible: [lillevik, storvik]
responsible_unit: Felles drift
period: {{start: 2026, end: 2029}}
costs:
  - {{year: 2026, undivided: 300000, scheme: fondet, financing: covered}}
  - year: 2027
    investment: 700000
    payer: lillevik
    financing: unfinanced
    note: Søkes om i 2026.
  - {{year: 2028, payer: lillevik, note: Prisen er ikke kjent.}}
  - {{year: 2029, operating: 0, payer: lillevik}}
{_SOURCE}---

Brannmuren er ti år gammel.
""",
    "measures/opplaering.md": f"""---
title: Opplæring i sikkerhet
goals: [sikker-drift]
status: planned
responsible: [lillevik]
period: {{start: 2026}}
{_SOURCE}---

Alle ansatte får kurs.
""",
    "projects/felles-arkiv.md": f"""---
title: Felles arkiv
measures: [nye-skjema]
status: ongoing
status_date: 2026-09
lead: storvik
period: {{start: 2026-02, end: 2028}}
total_cost: 2000000
costs:
  - {{year: 2026, operating: 25000, investment: 200000, scheme: fondet}}
  - {{year: 2027, operating: 75000, financing: applied_for}}
  - {{year: 2028, operating: 75000}}
gains:
  - {{title: Færre feil, unit: persons}}
milestones:
  - {{title: Avtalen er klar, date: 2026-06}}
{_SOURCE}---

Arkivet deles med Storvik.
""",
}


def write_plan(root: Path) -> Path:
    """Write the plan below a folder."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return root
