"""What a strategy makes use of, and which overviews have content."""

from __future__ import annotations

import pytest

from living_strategy.figures.presence import (
    hidden_overviews,
    is_kind_in_use,
    is_list_shown,
    is_overview_in_use,
    kinds_in_use,
    overviews_with_content,
    unused_kinds,
)
from living_strategy.model import KINDS, Framework, Network, Organisation
from living_strategy.settings import Settings, Use
from living_strategy.site.addresses import VIEW_WORDS
from living_strategy.site.pages import OVERVIEWS
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area

_REGISTERS = {kind.register: kind for kind in KINDS if kind.register}
_OVERVIEWS = {page_type.name: page_type.overview for page_type in OVERVIEWS if page_type.overview}


def _settings(**switches: str) -> Settings:
    return Settings.model_validate({"title": "Prøve", "use": switches})


def test_everything_is_in_use_until_it_is_switched_off() -> None:
    """Nobody has to write anything."""
    settings = Settings(title="Prøve")

    assert kinds_in_use(settings) == KINDS
    assert [word for word in VIEW_WORDS if not is_overview_in_use(word, settings)] == []


def test_a_switch_is_named_as_what_it_switches() -> None:
    """A register by its file, an overview by the folder of its page; the registers that every
    strategy needs have none.
    """
    assert set(Use.model_fields) == set(_OVERVIEWS) | set(_REGISTERS) - {"organisations"}
    assert set(_OVERVIEWS.values()) <= set(VIEW_WORDS)


@pytest.mark.parametrize(("switch", "word"), _OVERVIEWS.items())
def test_an_overview_that_is_off(switch: str, word: str) -> None:
    """It alone is not in use."""
    settings = _settings(**{switch: "off"})

    assert [name for name in VIEW_WORDS if not is_overview_in_use(name, settings)] == [word]
    assert kinds_in_use(settings) == KINDS


@pytest.mark.parametrize("register", sorted(set(_REGISTERS) - {"organisations", None}))
def test_a_register_that_is_off(register: str) -> None:
    """Its kind alone is not in use; without strategies above there is no coverage of them."""
    settings, kind = _settings(**{register: "off"}), _REGISTERS[register]
    unused = [word for word in VIEW_WORDS if not is_overview_in_use(word, settings)]

    assert [own for own in KINDS if not is_kind_in_use(own, settings)] == [kind]
    assert unused_kinds(settings) == {kind.kind}
    assert unused == (["coverage"] if kind is Framework else [])


def test_both_ways_of_doing_without_coverage_name_their_own_switch() -> None:
    """Whoever wants it back is told which line to take out."""
    assert _settings(frameworks="off").use.unused["coverage"] == "frameworks"
    assert _settings(coverage="off").use.unused == {"coverage": "coverage"}
    assert _settings(coverage="off", frameworks="off").use.unused["coverage"] == "coverage"


def test_an_overview_with_content_may_be_off() -> None:
    """Then no menu has it."""
    entries = (
        an_area(), a_goal(), a_measure(), a_project(participants=["0301"]),
        Network.model_validate({"id": "nett", "title": "Nett"}),
    )  # fmt: skip
    whole = overviews_with_content(a_graph(*entries))
    settings = _settings(municipalities="off", timeline="off")

    assert whole == {"map", "timeline", "status", "municipalities"}
    assert overviews_with_content(a_graph(*entries, settings=settings)) == {"map", "status"}


def test_what_is_empty_is_hidden_as_well_as_what_is_off() -> None:
    """Of a fund with areas and projects alone, and of a strategy that has just begun."""
    fund = (an_area(), a_project(measures=None, areas=["omrade"]))
    empty = {
        "results",
        "coverage",
        "financing",
        "involvement",
        "municipalities",
        "local-strategies",
    }
    plans = {"action-plan", "four-year-plan"}

    assert hidden_overviews(a_graph(*fund)) == empty | plans
    assert hidden_overviews(a_graph(*fund, settings=_settings(late="off"))) == (
        empty | plans | {"late"}
    )
    assert hidden_overviews(a_graph()) == empty | plans | {"map", "timeline", "status"}
    assert [kind.kind for kind in KINDS if is_list_shown(kind.kind, a_graph(*fund))] == [
        "area", "project",
    ]  # fmt: skip


def test_organisations_are_always_in_use() -> None:
    """Somebody owns a strategy."""
    settings = _settings(**dict.fromkeys(Use.model_fields, "off"))

    assert Organisation in kinds_in_use(settings)
    assert [kind.kind for kind in kinds_in_use(settings)] == [
        "area", "goal", "measure", "project", "organisation",
    ]  # fmt: skip
