"""A word for a value that no vocabulary has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity, nearest
from living_strategy.language import vocabulary
from living_strategy.model.body import Level
from living_strategy.model.budget import Financing, GainUnit
from living_strategy.model.component import Maturity
from living_strategy.model.framework import FrameworkRole, GoalList, Wording
from living_strategy.model.goal import GoalWording, Standing
from living_strategy.model.measure import Audience
from living_strategy.model.organisation import OrganisationKind
from living_strategy.model.own_lists import REPLACING
from living_strategy.model.own_lists import VOCABULARIES as OWN_LISTS
from living_strategy.model.price import Interval, Payer
from living_strategy.model.project import Step
from living_strategy.model.values import Direction, Phase, Status, Unit
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule
from living_strategy.settings import Settings

CODE = Code(
    "unknown-own-word",
    Severity.WARNING,
    message="There is nothing called “{name}” to have a word of its own.",
    hint="Choose one of: {allowed}.",
    hint_near="Did you mean “{near}”?",
    messages={"list": "The words of these values stand in the list “{list}” of strategy.yml."},
    hints={"list": "Write the word in “{list}”, and take this line out."},
    meaning="Under “values” each line names a vocabulary, such as status, and below it its values.",
    wrong="terms:\n  values:\n    status:\n      going-on: I gang",
    right="terms:\n  values:\n    status:\n      ongoing: I gang",
)


@cache
def vocabularies() -> Mapping[str, type[StrEnum]]:
    """Return the vocabularies by their names."""
    # Few strategies have words of their own, and these modules load many others.
    from living_strategy.figures.signals import SignalKind, State
    from living_strategy.history.event import EventClass

    return {
        vocabulary(kind): kind
        for kind in (
            Status,
            Standing,
            Phase,
            Audience,
            Level,
            OrganisationKind,
            Maturity,
            Step,
            Payer,
            Interval,
            Financing,
            Unit,
            GainUnit,
            Direction,
            GoalWording,
            Wording,
            GoalList,
            FrameworkRole,
            EventClass,
            SignalKind,
            State,
        )
    }


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report vocabularies and values that do not exist."""
    for name, words in graph.corpus.settings.terms.values.items():
        kind = vocabularies().get(name)
        if kind is None:
            yield _unknown(graph, (name,), tuple(vocabularies()))
            continue
        if own_list := _own_list(kind, graph.corpus.settings):
            location = graph.corpus.settings_source.locate(("terms", "values", name), key=True)
            yield Diagnostic(CODE.name, location, {"list": own_list, "case": "list"})
            continue
        values = tuple(value.value for value in kind)
        for value in words:
            if value not in values:
                yield _unknown(graph, (name, value), values)


def _own_list(kind: type[StrEnum], settings: Settings) -> str:
    """Return the setting that lists all values of a vocabulary with their words; empty if none."""
    names = (name for name in REPLACING if kind in OWN_LISTS[name] and getattr(settings, name))
    return next(names, "")


def _unknown(graph: Graph, path: tuple[str, ...], allowed: tuple[str, ...]) -> Diagnostic:
    location = graph.corpus.settings_source.locate(("terms", "values", *path), key=True)
    params = {
        "name": path[-1],
        "near": nearest(path[-1], allowed),
        "allowed": ", ".join(allowed),
    }
    return Diagnostic(CODE.name, location, params)


RULE = Rule(CODE, check)
