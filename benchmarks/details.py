"""Front matter of generated goals, measures and projects, in the keys of the content contract.

Dates that were reported lie before 2026 and plans after 2030, so the findings of a check do not
depend on the day the benchmark is run. As in a strategy that is looked after, findings are few:
some measures have a cost after their period.
"""

from __future__ import annotations

from random import Random

from benchmarks import words
from benchmarks.entry import Fields
from benchmarks.prose import Writer
from benchmarks.registers import (
    BODIES,
    COMPONENTS,
    COUNTIES,
    FRAMEWORK_GOALS,
    FRAMEWORKS,
    MUNICIPALITIES,
    ORGANISATIONS,
    SCHEMES,
)  # fmt: skip

STATUSES = ("proposed", "planned", "ongoing", "ongoing", "ongoing", "completed", "paused")
PHASES = {
    "proposed": "idea", "planned": "planning", "ongoing": "delivery", "completed": "operation",
    "paused": "planning",
}  # fmt: skip
STEPS = ("early_dialogue", "funding_comment", "concept", "steering", "pilot", "rollout")
NOT_BEGUN = ("proposed", "planned")
ONE_CARELESS_IN = 25
AUDIENCES = (
    "municipality", "county", "state", "resident", "business", "voluntary", "supplier", "staff",
    "leader",
)  # fmt: skip


class Details:
    """Draws the fields of one item."""

    def __init__(self, random: Random, writer: Writer, kind: str, number: int) -> None:
        """Choose the title; the rest is drawn when asked for."""
        self._random = random
        self._writer = writer
        self._title = writer.title(kind, number)
        self._slug = f"{kind}-{number}"
        self._is_careless = number % ONE_CARELESS_IN == 0

    def goal(self, area: str) -> Fields:
        """Draw a goal with one or two indicators."""
        return self._shared() | {
            "area": area,
            "standing": self._random.choice(("adopted", "proposed")),
            "frameworks": self._framework_goals(),
            "indicators": [self._indicator(index) for index in range(self._random.randint(1, 2))],
            **self._reports(),
        }

    def measure(self, goals: list[str]) -> Fields:
        """Draw a measure with costs and milestones."""
        status = self._random.choice(STATUSES)
        return self._shared() | {
            "goals": goals,
            **self._standing(status),
            "responsible": self._ids(("organisasjon", len(ORGANISATIONS)), ("organ", len(BODIES))),
            "audience": self._random.sample(AUDIENCES, 2),
            # A completed one ends behind its costs, but for those of the careless.
            "period": self._period(status, "2025-12" if self._is_careless else "2026-01"),
            "costs": [] if status in NOT_BEGUN else [
                {"year": year, "operating": self._kroner(50, 900),
                 "investment": self._kroner(100, 4_000), "scheme": self._one("ordning", SCHEMES)}
                for year in (2025, 2026)
            ],
            "milestones": self._milestones(status),
            "uses": self._ids(("komponent", len(COMPONENTS))),
            **self._reports(),
        }  # fmt: skip

    def project(self, measures: list[str], needs: list[str]) -> Fields:
        """Draw a joint project with money, participants, involvement and milestones."""
        status = self._random.choice(STATUSES)
        grants = [self._kroner(500, 9_000) for _ in range(2)]
        fields = self._shared() | {
            "measures": measures,
            "phase": PHASES[status],
            **self._standing(status),
            "period": self._period(status),
            "lead": self._one("organisasjon", ORGANISATIONS),
            "partners": self._ids(("nettverk", len(COUNTIES)), ("organ", len(BODIES))),
            "participants": [
                *self._random.sample(MUNICIPALITIES, 3), self._one("nettverk", COUNTIES),
            ],
            "funding": [
                {"scheme": self._one("ordning", SCHEMES), "year": 2023 + index, "amount": grant,
                 "source": f"https://example.org/tildeling/{self._slug}-{index}"}
                for index, grant in enumerate(grants)
            ],
            "total_cost": sum(grants) + self._kroner(100, 2_000),
            "uses": self._ids(("komponent", len(COMPONENTS))),
            "involvement": [
                {"step": step, "date": f"202{index + 2}", "body": self._one("organ", BODIES),
                 "outcome": self._random.choice(words.OUTCOMES)}
                for index, step in enumerate(STEPS[self._random.randint(0, 3):][:2])
                if self._random.random() < 0.6
            ],
            "milestones": self._milestones(status),
            **self._reports(),
        }  # fmt: skip
        return fields | ({"depends_on": needs} if needs else {})

    def _shared(self) -> Fields:
        summary = self._writer.sentence(self._random.choice(words.SUMMARIES))
        return {
            "title": self._title,
            "summary": summary,
            "sources": [
                {"title": f"Notat {index} om {self._writer.theme}",
                 "url": f"https://example.org/notat/{self._slug}-{index}",
                 "publisher": "Eksempelforlaget", "date": f"202{self._random.randint(2, 4)}-05"}
                for index in range(1, self._random.randint(1, 2) + 1)
            ],
            "as_of": f"2025-0{self._random.randint(1, 6)}",
            "reviewed": f"2025-09-{self._random.randint(10, 28)}",
        }  # fmt: skip

    def _standing(self, status: str) -> Fields:
        fields: Fields = {"status": status, "status_date": f"2024-{self._random.randint(10, 12)}"}
        if status == "paused":
            fields["status_reason"] = self._random.choice(words.REASONS)
        return fields

    def _period(self, status: str, completed: str = "2024-09") -> Fields:
        start = "2032" if status in NOT_BEGUN else "2022-01"
        return {"start": start, "end": completed if status == "completed" else "2034-12"}

    def _milestones(self, status: str) -> list[Fields]:
        titles = self._random.sample(words.MILESTONES, 3)
        if status in NOT_BEGUN:
            return [
                {"title": title, "date": f"{2032 + index}-03"} for index, title in enumerate(titles)
            ]
        reached = len(titles) if status == "completed" else 2
        return [
            {"title": title, "date": f"{2022 + index}-04",
             "done": f"{2022 + index}-04-{self._random.randint(10, 28)}"}
            if index < reached else {"title": title, "date": f"{2032 + index}-11"}
            for index, title in enumerate(titles)
        ]  # fmt: skip

    def _reports(self) -> Fields:
        """Draw a decision and an update, each in half of the items."""
        decision = {
            "date": f"2021-{self._random.randint(10, 12)}-{self._random.randint(10, 28)}",
            "title": self._random.choice(words.DECISIONS), "body": self._one("organ", BODIES),
            "case": f"21/{self._random.randint(10, 990)}",
        }  # fmt: skip
        update = {
            "date": f"2024-0{self._random.randint(1, 9)}",
            "text": self._writer.sentence(self._random.choice(words.UPDATES)),
        }
        return {
            "decisions": [decision] if self._random.random() < 0.5 else [],
            "updates": [update] if self._random.random() < 0.5 else [],
        }

    def _indicator(self, index: int) -> Fields:
        title, unit = words.INDICATORS[self._random.randint(0, 1) * 2 + index]
        start = self._random.randint(2, 30)
        return {
            "id": f"indikator-{index + 1}", "title": title, "unit": unit, "direction": "up",
            "baseline": {"date": "2021-12", "value": start, "source": "Eksempelrapporten"},
            "target": {"value": 90, "date": "2035", "source": "Eksempelplanen"},
            "values": [
                {"date": f"{year}-12", "value": start + step * 7, "source": "Eksempelrapporten"}
                for step, year in enumerate((2022, 2023, 2024), 1)
            ],
        }  # fmt: skip

    def _framework_goals(self) -> list[str]:
        framework = self._one("rammeverk", FRAMEWORKS)
        return [f"{framework}/prioritering-{self._random.randint(1, len(FRAMEWORK_GOALS))}"]

    def _one(self, stem: str, among: tuple[object, ...]) -> str:
        return f"{stem}-{self._random.randint(1, len(among))}"

    def _ids(self, *stems: tuple[str, int]) -> list[str]:
        return [f"{stem}-{self._random.randint(1, count)}" for stem, count in stems]

    def _kroner(self, low: int, high: int) -> int:
        return self._random.randint(low, high) * 1_000
