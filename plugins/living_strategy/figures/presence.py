"""Presence: which kinds and overviews a strategy makes use of, and which of these have content.

What is switched off in the settings is asked for here and nowhere else. A small strategy needs no
menu of empty pages either.
"""

from __future__ import annotations

from living_strategy.content.graph import Graph
from living_strategy.figures.budget import cost_lines
from living_strategy.figures.involvement import state_projects
from living_strategy.model import (
    KINDS,
    Area,
    Component,
    Entry,
    Framework,
    Goal,
    Measure,
    Network,
    Project,
    Scheme,
)
from living_strategy.settings import Settings


def is_overview_in_use(word: str, settings: Settings) -> bool:
    """Return whether the site has an overview, by the word of its address, such as `timeline`."""
    return word not in settings.use.unused


def is_kind_in_use(kind: type[Entry], settings: Settings) -> bool:
    """Return whether a strategy has entries of a kind. Some kinds no strategy can do without."""
    return kind.register is None or kind.register not in settings.use.unused


def kinds_in_use(settings: Settings) -> tuple[type[Entry], ...]:
    """Return the kinds that a strategy has entries of, in order."""
    return tuple(kind for kind in KINDS if is_kind_in_use(kind, settings))


def unused_kinds(settings: Settings) -> frozenset[str]:
    """Return the names of the kinds that are switched off."""
    return frozenset(kind.kind for kind in KINDS if not is_kind_in_use(kind, settings))


def hidden_overviews(graph: Graph) -> frozenset[str]:
    """Return the address words of overviews that the site has not: those that are switched off, and
    those that are empty.
    """
    return frozenset(graph.corpus.settings.use.unused) | (_COUNTED - overviews_with_content(graph))


def is_list_shown(kind: str, graph: Graph) -> bool:
    """Return whether the site has the list of a kind: it has entries."""
    return bool(graph.by_kind.get(kind))


# The overviews that are empty as long as nothing in the strategy is for them.
_COUNTED = frozenset(
    (
        "results",
        "map",
        "timeline",
        "status",
        "coverage",
        "financing",
        "action-plan",
        "four-year-plan",
        "involvement",
        "municipalities",
        "local-strategies",
    )
)


def overviews_with_content(graph: Graph) -> frozenset[str]:
    """Return the address words of overviews in use that have content, such as `financing`."""
    projects = graph.of_kind(Project)
    has_costs = bool(cost_lines(graph))
    has_content_by_word = {
        "results": any(goal.indicators for goal in graph.active(Goal)),
        "map": any(graph.below(area) for area in graph.active(Area))
        or any(reference.entry and reference.relation for reference in graph.upstream),
        "timeline": bool(graph.active(Measure) or graph.active(Project)),
        "status": bool(graph.active(Goal) or graph.active(Measure) or graph.active(Project)),
        "coverage": bool(graph.of_kind(Framework)),
        "financing": bool(graph.of_kind(Scheme) or any(project.funding for project in projects)),
        "action-plan": has_costs,
        "four-year-plan": has_costs,
        "involvement": bool(state_projects(graph)),
        "municipalities": bool(
            graph.of_kind(Network)
            or graph.municipalities_of
            or any(scheme.prices for scheme in graph.of_kind(Scheme))
            or any(component.prices for component in graph.of_kind(Component))
        ),
    }
    has_content_by_word["local-strategies"] = any(
        listed.site.number in graph.corpus.municipalities.by_number
        for listed in graph.corpus.local_sites
    )
    settings = graph.corpus.settings
    return frozenset(
        word
        for word, has_content in has_content_by_word.items()
        if has_content and is_overview_in_use(word, settings)
    )
