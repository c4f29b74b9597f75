"""Uptake: what the local sites say about each goal of this strategy, and their measures for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from living_strategy.content.corpus import ListedSite
from living_strategy.content.graph import Graph
from living_strategy.model import Goal
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.collected import Collected, CollectedJudgement, CollectedMeasure
from living_strategy.model.entry_fields import decided_hash
from living_strategy.model.local_site import LocalSite
from living_strategy.model.municipality import Municipality

NOTHING_RELEASED: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class LocalStrategy:
    """A site of the list with its place. `judgements` are by the ids of goals as they are called
    today; only those of goals that are in force count. `outdated` are the ids of those that were
    judged in another wording than what is in force.
    """

    place: Municipality
    site: LocalSite
    collected: Collected | None
    judgements: Mapping[str, CollectedJudgement]
    outdated: frozenset[str] = frozenset()

    @property
    def reports(self) -> bool:
        """Whether it says what it has decided about this strategy. Silence is no answer."""
        return bool(self.collected and self.collected.is_good and self.collected.follows)

    @property
    def measures(self) -> tuple[CollectedMeasure, ...]:
        """Its measures for goals of this strategy."""
        return self.collected.measures if self.collected else ()

    def count(self, state: AdoptionState) -> int:
        """Return of how many goals it has decided this."""
        return sum(judgement.state is state for judgement in self.judgements.values())


@dataclass(frozen=True, slots=True)
class LocalMeasure:
    """A measure and whose it is."""

    strategy: LocalStrategy
    measure: CollectedMeasure


@dataclass(frozen=True, slots=True)
class GoalUptake:
    """A goal with the strategies that have decided something about it, those that report and have
    not treated it, and the measures that serve it.
    """

    goal: Goal
    by_state: Mapping[AdoptionState, tuple[LocalStrategy, ...]]
    untreated: tuple[LocalStrategy, ...]
    measures: tuple[LocalMeasure, ...]

    @property
    def treated(self) -> int:
        """How many have decided something about it."""
        return sum(map(len, self.by_state.values()))

    @property
    def outdated(self) -> int:
        """How many have judged another wording of it than what is in force."""
        strategies = (one for found in self.by_state.values() for one in found)
        return sum(self.goal.id in one.outdated for one in strategies)


class Uptake:
    """What is known of all local sites, worked out once. `released` are the hashes of what is
    decided of goals in the newest edition, by their ids: whoever judged that has judged what is in
    force, also if the text has been changed since and not released yet.
    """

    def __init__(self, graph: Graph, released: Mapping[str, str] = NOTHING_RELEASED) -> None:
        self._released = released
        self._goals = graph.active(Goal)
        # Sites may have judged a goal under an earlier id.
        self._ids = {alias: goal.id for goal in self._goals for alias in goal.aliases}
        self._ids |= {goal.id: goal.id for goal in self._goals}
        places = graph.corpus.municipalities.by_number
        listed = {one.site.number: one for one in graph.corpus.local_sites}
        self._in_force = {goal.id: decided_hash(goal) for goal in self._goals}
        self.strategies = tuple(
            self._strategy(places[number], one)
            for number, one in sorted(listed.items())
            if number in places
        )
        self.by_number = {strategy.place.number: strategy for strategy in self.strategies}

    @cached_property
    def reporting(self) -> tuple[LocalStrategy, ...]:
        """The strategies that say what they have decided."""
        return tuple(strategy for strategy in self.strategies if strategy.reports)

    @cached_property
    def goals(self) -> tuple[GoalUptake, ...]:
        """Every goal in force, in the order of the strategy."""
        measures: dict[str, list[LocalMeasure]] = defaultdict(list)
        for strategy in self.reporting:
            for measure in strategy.measures:
                for goal_id in dict.fromkeys(self._ids.get(one, "") for one in measure.goals):
                    measures[goal_id].append(LocalMeasure(strategy, measure))
        return tuple(self._of(goal, tuple(measures.get(goal.id, ()))) for goal in self._goals)

    def _of(self, goal: Goal, measures: tuple[LocalMeasure, ...]) -> GoalUptake:
        by_state: dict[AdoptionState, list[LocalStrategy]] = {state: [] for state in AdoptionState}
        untreated: list[LocalStrategy] = []
        for strategy in self.reporting:
            judgement = strategy.judgements.get(goal.id)
            (by_state[judgement.state] if judgement else untreated).append(strategy)
        states = {state: tuple(strategies) for state, strategies in by_state.items()}
        return GoalUptake(goal, states, tuple(untreated), measures)

    def _strategy(self, place: Municipality, listed: ListedSite) -> LocalStrategy:
        judgements = self._judged(listed.collected)
        outdated = (
            goal_id
            for goal_id, judgement in judgements.items()
            if judgement.judged
            and judgement.judged not in (self._in_force[goal_id], self._released.get(goal_id))
        )
        return LocalStrategy(place, listed.site, listed.collected, judgements, frozenset(outdated))

    def _judged(self, collected: Collected | None) -> Mapping[str, CollectedJudgement]:
        judged: dict[str, CollectedJudgement] = {}
        for judgement in collected.judgements if collected else ():
            goal_id = self._ids.get(judgement.id)
            # Under the id of today it counts before one under an earlier id.
            if goal_id and (goal_id not in judged or goal_id == judgement.id):
                judged[goal_id] = judgement
        return judged
