"""Every field of what is budgeted, gained, granted and decided stands in the print, in the open
data and, if it was decided, in the text of an edition. Who adds a field must say how it is told.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from living_strategy.content.graph import Graph
from living_strategy.exports import catalogue, csv_tables
from living_strategy.model import KINDS, Measure, Project, Scheme
from living_strategy.model.budget import Cost, Gain
from living_strategy.model.component import Adoption
from living_strategy.model.price import Price
from living_strategy.model.project import Funding
from living_strategy.model.trait import Origin, Trait
from living_strategy.model.types import models_in
from living_strategy.model.values import Amount, Decision
from living_strategy.papers.edition_text import edition_text
from living_strategy.settings import Settings
from living_strategy.site.pages.printout import view as printout
from tests.factories import (
    TODAY,
    a_goal,
    a_graph,
    a_measure,
    a_project,
    an_area,
    an_organisation,
    context_of,
)
from tests.unit.site.pages.overviews import pages_of

# What each field has, and how a reader of the print finds it.
TOLD: dict[type[BaseModel], dict[str, tuple[Any, str]]] = {
    Cost: {
        "year": (2031, "2031"), "operating": (111_001, "NOK 111,001"),
        "investment": (222_002, "NOK 222,002"), "undivided": (333_003, "NOK 333,003"),
        "payer": ("betaleren", "Den som betaler"), "scheme": ("ordningen", "Ordningen"),
        "financing": ("applied_for", "applied for"), "budget_line": ("Ansvar 4711", "Ansvar 4711"),
        "note": ("Om kostnaden", "Om kostnaden"),
    },
    Gain: {
        "title": ("Spart tid", "Spart tid"), "unit": ("hours", "hours"),
        "amount": ("4321", "4,321"), "every": ("month", "a month"), "date": ("2032", "2032"),
        "reached": ("1234", "1,234"), "reached_date": ("2030-05", "May 2030"),
        "source": ("https://x.example/g", "https://x.example/g"),
        "note": ("Om gevinsten", "Om gevinsten"),
    },
    Decision: {
        "date": ("2029-04-03", "April 3, 2029"), "title": ("Vedtar planen", "Vedtar planen"),
        "body": ("betaleren", "Decided by"), "case": ("91/25", "91/25"),
        "url": ("https://x.example/v", "https://x.example/v"),
    },
    Funding: {
        "scheme": ("ordningen", "Ordningen"), "year": (2033, "2033"),
        "amount": (444_004, "NOK 444,004"), "source": ("https://x.example/t", "https://x.example/t"),
        "note": ("Om tilskuddet", "Om tilskuddet"),
    },
    Amount: {
        "year": (2034, "2034"), "amount": (555_005, "NOK 555,005"), "count": (17, "17 projects"),
        "source": ("https://x.example/s", "https://x.example/s"),
        "note": ("Om summen", "Om summen"),
    },
}  # fmt: skip
OWN: dict[str, tuple[Any, str]] = {
    "responsible_unit": ("Innbyggertorget", "Innbyggertorget"), "priority": (7, "Priority 7"),
    "total_cost": (666_006, "NOK 666,006"),
}  # fmt: skip
# Prices are what a municipality of some size pays: its own page and that of the scheme work it out.
ELSEWHERE = {Price}
FIELDS = [(model, name) for model, fields in TOLD.items() for name in fields]


def _values(model: type[BaseModel]) -> list[dict[str, Any]]:
    return [{name: value for name, (value, _) in TOLD[model].items()}]


@cache
def _graph() -> Graph:
    own = {name: value for name, (value, _) in OWN.items()}
    total = {"total_cost": own.pop("total_cost")}
    budgeted: dict[str, Any] = {
        "costs": _values(Cost), "gains": _values(Gain), "decisions": _values(Decision)
    }  # fmt: skip
    scheme = {"id": "ordningen", "title": "Ordningen", "amounts": _values(Amount)}
    return a_graph(
        an_area(), a_goal(), a_measure(**budgeted, **own),
        a_project(**total, funding=_values(Funding)),
        an_organisation(id="betaleren", title="Den som betaler"),
        Scheme.model_validate(scheme | {"decisions": _values(Decision)}),
        settings=Settings.model_validate({"title": "Strategy", "language": "en"}),
    )  # fmt: skip


@cache
def _print(root: Path) -> str:
    page = pages_of(printout, context_of(root, _graph(), TODAY))["print/"]
    return f"{page.text} {' '.join(page.links)}".replace("\xa0", " ")


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The words and addresses of the print."""
    return _print(tmp_path_factory.mktemp("print"))


def _files(render: Any) -> str:
    files = render(_graph(), lambda entry: f"{entry.id}/")
    return "\n".join(file.content.decode() for file in files)


def test_no_model_and_no_field_is_forgotten() -> None:
    """All that holds kroner, and all fields of it, are told of in this test."""
    parts = {
        part
        for kind in KINDS
        for field in kind.model_fields.values()
        for part in models_in(field.annotation)
    }
    names = {"amount", "operating", "investment", "undivided"}
    with_money = {part for part in parts if names & set(part.model_fields)}

    assert with_money | {Decision} == set(TOLD) | ELSEWHERE
    assert Adoption in parts
    for model, fields in TOLD.items():
        assert set(fields) == set(model.model_fields)
    assert set(OWN) <= set(Measure.model_fields) | set(Project.model_fields)


@pytest.mark.parametrize(("model", "name"), FIELDS)
def test_in_print(model: type[BaseModel], name: str, paper: str) -> None:
    """A council reads it."""
    assert TOLD[model][name][1] in paper


@pytest.mark.parametrize("name", OWN)
def test_own_fields_in_print_and_open_data(name: str, paper: str) -> None:
    """What a measure or project says of itself."""
    value, words = OWN[name]

    assert words in paper
    assert str(value) in _files(csv_tables.render)
    assert str(value) in _files(catalogue.render)


@pytest.mark.parametrize(("model", "name"), FIELDS)
def test_in_open_data(model: type[BaseModel], name: str) -> None:
    """A program reads it, from the catalogue and from a table."""
    value = str(TOLD[model][name][0])

    assert value in _files(catalogue.render)
    assert value in _files(csv_tables.render)


@pytest.mark.parametrize(
    ("model", "name"), [(model, name) for model, name in FIELDS if model is not Amount]
)
def test_in_the_text_of_an_edition(model: type[BaseModel], name: str) -> None:
    """What a decision adopts stands in the text that is kept with its sum; reports do not."""
    trait = next(mark for mark in model.model_fields[name].metadata if isinstance(mark, Trait))
    value = TOLD[model][name][0]
    text = edition_text(_graph())
    told = {"applied_for": "Applied for", "hours": "Hours", "month": "Month"}.get(value, str(value))

    if trait.origin is Origin.DECIDED:
        assert told in text or TOLD[model][name][1] in text
    else:
        assert str(value) not in text
