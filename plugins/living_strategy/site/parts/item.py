"""The page that every entry has: facts, text, links both ways, sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.corpus import ProsePage
from living_strategy.content.graph import Graph
from living_strategy.model import KINDS, Entry, Framework, Measure, Project
from living_strategy.model.framework import FrameworkGoal
from living_strategy.model.levels import UP
from living_strategy.site.context import ViewContext
from living_strategy.site.groups import incoming_groups, outgoing_groups
from living_strategy.site.markdown.bodies import texts_of_entry
from living_strategy.site.parts.adopted import entry_since_adopted
from living_strategy.site.parts.change_rows import entry_rows
from living_strategy.site.parts.following import following
from living_strategy.site.parts.linked_data import of_entry
from living_strategy.site.parts.missing_facts import missing_facts
from living_strategy.site.ways_to_propose import Way

# What an entry uses or waits for, besides the levels above; who stands behind it is said in a part
# of its own.
_NEEDS = {"measure": ("uses",), "project": ("uses", "depends_on")}

_SORT_ATTRIBUTE = ' data-pagefind-sort="'
_SORT_KEY = re.compile(rf'{_SORT_ATTRIBUTE}[^"]*"')

Extra = Callable[[Any, Graph, ViewContext], dict[str, Any]]


def no_extra(entry: Any, graph: Graph, context: ViewContext) -> dict[str, Any]:
    """Return no values of a kind's own."""
    return {}


def item_pages(
    kind: type[Entry], template: str, context: ViewContext, extra: Extra = no_extra
) -> Iterator[Page]:
    """Yield a page for every entry of a kind. `extra` gives what the kind's own template needs,
    and as `listed` what else that lists.
    """
    graph = context.graph
    kind_label, kind_plural = context.language.text(kind.label), context.language.text(kind.labels)
    words, ways = kind_words(context), context.ways_to_propose

    def make(entry: Entry) -> Page:
        record = graph.record(entry.id)
        path = context.addresses.entry(entry)
        follow, values = following(context, entry), extra(entry, graph, context)
        missing = missing_facts(entry, context.language)
        page = context.page(
            path,
            template,
            title=entry.title,
            description=entry.summary or "",
            source=record.source.path,
            page_type=kind.kind,
            linked_data=of_entry(entry, graph),
            script="entry.js",
            head=follow.head(path, context),
            following=follow,
            entry=entry,
            kind_label=kind_label,
            kind_plural=kind_plural,
            kind_words=words,
            up=_upwards(kind),
            pointed_to=outgoing_groups(entry, graph, context.language),
            pointed_from=incoming_groups(entry, graph, context.language),
            ways_to_propose=(
                *ways.in_form(entry.id, path),
                *ways.of_page(entry.id, entry.title, record.source.path, with_contact=not missing),
            ),
            ways_to_report=_ways_to_report(entry, path, context),
            place=context.order.place(entry),
            missing=missing,
            mentioned_in=_only_mentioned(entry, graph, values.get("listed", ())),
            changes=entry_rows(entry, context),
            adopted_state=entry_since_adopted(entry, context),
            **values,
        )
        return _with_sort_key(page)

    for entry in context.choose(graph.of_kind(kind)):
        path, texts = context.addresses.entry(entry), texts_of_entry(entry)
        yield context.kept.page_at(path, texts, partial(make, entry))


def _ways_to_report(entry: Entry, path: str, context: ViewContext) -> tuple[Way, ...]:
    """Return where a new status is reported; nowhere for what has none, or is retired."""
    if entry.retired or not isinstance(entry, (Measure, Project)):
        return ()
    return context.ways_to_propose.to_report(entry, path)


def _with_sort_key(page: Page) -> Page:
    """Return the page with its path as the one key that the index sorts by. The search knows pages
    by their place in that order, and a template of the strategy's own need not begin as ours do.
    """
    key = f' data-pagefind-sort="page:{page.path}"'
    if key in page.content and page.content.count(_SORT_ATTRIBUTE) == 1:
        return page
    return replace(page, content=f"<span{key}></span>\n{_SORT_KEY.sub('', page.content)}")


def _only_mentioned(
    entry: Entry, graph: Graph, listed: Iterable[Entry]
) -> tuple[Entry | ProsePage, ...]:
    """Return what mentions an entry, without what stands on its page already: what is linked to it,
    and what the page of its kind lists.
    """
    linked = {link.source for link in graph.incoming.get(entry.id, ())}
    linked |= {link.target for link in graph.outgoing.get(entry.id, ())}
    linked |= {member.id for member in listed}
    return tuple(
        holder
        for holder in graph.mentioned_in.get(entry.id, ())
        if not isinstance(holder, Entry) or holder.id not in linked
    )


def _upwards(kind: type[Entry]) -> tuple[str, ...]:
    serves = (relation.name for relation in UP.get(kind.kind, ()))
    return (*serves, *_NEEDS.get(kind.kind, ()))


def framework_goals(
    references: tuple[str, ...], graph: Graph
) -> tuple[tuple[Framework, FrameworkGoal | None], ...]:
    """Return the frameworks, and the goals in them, that references such as `agenda/goal` name."""
    goals = []
    for reference in references:
        name, _, part = reference.partition("/")
        framework = graph.find(name)
        if isinstance(framework, Framework):
            goal = next((goal for goal in framework.goals if goal.id == part), None)
            goals.append((framework, goal))
    return tuple(goals)


def kind_words(context: ViewContext) -> dict[str, str]:
    """Return the plural of every kind."""
    return {kind.kind: context.language.text(kind.labels) for kind in KINDS}
