"""National goals here: what the council has decided about each, what serves it, what is lacking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.language import Language
from living_strategy.model.adoption import AdoptionState
from living_strategy.site.context import ViewContext
from living_strategy.site.list_choices import is_filtered
from living_strategy.site.page_type import PageType
from living_strategy.site.pages.national_goals.fields import language_of, shown_fields
from living_strategy.site.parts.filters import Choice, Facet
from living_strategy.site.parts.pagination import paginate
from living_strategy.upstream.national_goals import Gap, NationalGoal, NationalGoals
from living_strategy.upstream.national_words import (
    gap_words,
    state_key,
    state_words,
    summary_words,
    told_gaps,
)

MAX_ROWS = 200


@dataclass(frozen=True, slots=True)
class Decided:
    """The goals that one thing is decided about, for a council paper."""

    state: AdoptionState
    words: str
    goals: tuple[NationalGoal, ...]


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield a list for each strategy above of which a version is pinned, and a page for each of its
    goals.
    """
    followed = context.national
    for goals in followed:
        yield from _list(goals, followed, context)
        for goal in goals.goals:
            yield _page(goal, goals, followed, context)


def _path(goals: NationalGoals, followed: Sequence[NationalGoals], context: ViewContext) -> str:
    names = [one.pinned.name for one in followed]
    return context.addresses.national_goals(goals.pinned.name, names)


def _title(goals: NationalGoals, followed: Sequence[NationalGoals], language: Language) -> str:
    title = language.text("National goals in our strategy")
    return title if len(followed) == 1 else f"{title}: {goals.pinned.title}"


def _list(
    goals: NationalGoals, followed: Sequence[NationalGoals], context: ViewContext
) -> Iterator[Page]:
    language = context.language
    path, title = _path(goals, followed, context), _title(goals, followed, language)
    for part in paginate(goals.goals, path, MAX_ROWS, language):
        has_filters = is_filtered(len(part.items))
        yield context.page(
            part.path,
            "national_goals.html",
            script="filter.js" if has_filters else "",
            is_filtered=has_filters,
            title=part.title(title),
            heading=title,
            top=path,
            description=language.text(
                "What we have decided about each national goal, and what we do about it."
            ),
            in_menu=part.number == 1,
            part=part,
            goals=goals,
            others=[
                (one.pinned.title, _path(one, followed, context))
                for one in followed
                if one is not goals
            ],
            facets=_facets(part.items, language),
            keys={name: language.parameter(name) for name in ("status", "area")},
            gaps=told_gaps(goals, language),
            summary=summary_words(goals, language),
            decided=tuple(_decided(goals, language)),
            key_of=state_key,
            words_of=lambda state: state_words(state, language),
            page_of=lambda goal: context.addresses.national_goal(goals.pinned.name, goal.entry.id),
            text_language=language_of(goals.catalogue, context.settings.language),
        )


def _decided(goals: NationalGoals, language: Language) -> Iterator[Decided]:
    for state in AdoptionState:
        found = tuple(goal for goal in goals.goals if goal.treatment.state is state)
        if found:
            yield Decided(state, state_words(state, language), found)


def _facets(rows: Sequence[NationalGoal], language: Language) -> list[Facet]:
    states = Counter(goal.treatment.state for goal in rows)
    areas = Counter(goal.area.id for goal in rows if goal.area)
    titles = {goal.area.id: goal.area.title for goal in rows if goal.area}
    facets = (
        Facet(
            language.parameter("status"),
            language.text("Decided here"),
            tuple(
                Choice(state_key(state), state_words(state, language), states[state])
                for state in (*AdoptionState, None)
                if states[state]
            ),
        ),
        Facet(
            language.parameter("area"),
            language.text("National area"),
            tuple(Choice(key, title, areas[key]) for key, title in titles.items()),
        ),
    )
    return [facet for facet in facets if facet.narrows(len(rows))]


def _page(
    goal: NationalGoal,
    goals: NationalGoals,
    followed: Sequence[NationalGoals],
    context: ViewContext,
) -> Page:
    language, record = context.language, goal.treatment.record
    lock = goals.pinned.lock
    return context.page(
        context.addresses.national_goal(goals.pinned.name, goal.entry.id),
        "national_goal.html",
        page_type=PAGE.name,
        title=goal.title,
        description=language.text(
            "From {strategy}. Here stands what we have decided about it."
        ).format(strategy=goals.pinned.title),
        source=record.source.path if record else "",
        ways_to_propose=context.ways_to_propose.of_page(
            goal.entry.id, goal.title, record.source.path if record else ""
        ),
        script="entry.js",
        top=_path(goals, followed, context),
        heading=_title(goals, followed, language),
        goal=goal,
        adoption=record.adoption if record else None,
        upstream=goals.pinned.title,
        version=goals.catalogue.version,
        fetched=lock.date if lock else None,
        fields=tuple(shown_fields(goal, goals.pinned, language)),
        gaps=[gap_words(gap, language) for gap in goal.gaps],
        is_outdated=Gap.OUTDATED in goal.gaps,
        key=state_key(goal.treatment.state),
        state=state_words(goal.treatment.state, language),
        national_page=goals.catalogue.page(goal.entry),
        successors=[
            (one.title, goals.catalogue.page(one))
            for one in goals.catalogue.successors(goal.entry.id)
        ],
        text_language=language_of(goals.catalogue, context.settings.language),
    )


PAGE = PageType("national_goals", render)
