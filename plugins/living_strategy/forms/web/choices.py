"""What a field may be chosen from, by the words that readers see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from living_strategy.content.graph import Graph
from living_strategy.forms.fields import FormField
from living_strategy.language import Language
from living_strategy.model import Entry, Framework, Goal
from living_strategy.settings import Settings

Option = dict[str, str]
# A link to more kinds than this may lead anywhere, and is written as an id.
_MAX_KINDS = 3
# Networks beside the numbers of municipalities and counties, which are too many to choose from.
_WITH_NUMBERS = "participants"
_RESULTS = ("results",)


class Choices:
    """The choices of a strategy as it stands. What is written already stays a choice, also where
    nobody would choose it now: a form forgets what it does not know.
    """

    def __init__(self, graph: Graph, language: Language) -> None:
        self._graph = graph
        self._language = language

    def of(
        self, field: FormField, kind: type[BaseModel], above: tuple[str, ...] = ()
    ) -> list[Option] | None:
        """Return the choices of a field of a kind or the settings; None if anything can be written.
        `above` are the fields that its part lies in, the outermost first.
        """
        if field.choices:
            options = [
                {"label": self._language.term(choice), "value": choice.value}
                for choice in self._language.choices(field.choices)
            ]
        elif field.relation and self._is_choice(field):
            options = self._entries(field.relation.targets, with_goals=kind is Goal)
        elif kind is Settings and (*above, field.name) == _RESULTS:
            options = self._indicators()
        else:
            return None
        known = {option["value"] for option in options}
        written = dict.fromkeys(self._written(kind, (*above, field.name)))
        return options + [{"label": v, "value": v} for v in written if v not in known]

    def _is_choice(self, field: FormField) -> bool:
        targets = field.relation.targets if field.relation else ()
        return len(targets) <= _MAX_KINDS and field.name != _WITH_NUMBERS

    def _entries(self, targets: Iterable[str], *, with_goals: bool) -> list[Option]:
        kinds = tuple(targets)
        options, gone = [], []
        for kind in kinds:
            for entry in self._graph.by_kind.get(kind, ()):
                label = entry.title
                if len(kinds) > 1:
                    label = f"{label} ({self._language.kind(kind)})"
                if entry.retired:
                    retired = self._language.text("{title} – retired").format(title=label)
                    gone.append({"label": retired, "value": entry.id})
                    continue
                options.append({"label": label, "value": entry.id})
                if with_goals and isinstance(entry, Framework):
                    options += [
                        {"label": f"{label}: {goal.title}", "value": f"{entry.id}/{goal.id}"}
                        for goal in entry.goals
                    ]
        return [*self._sorted(options), *self._sorted(gone)]

    def _sorted(self, options: list[Option]) -> list[Option]:
        return sorted(options, key=lambda option: self._language.sort_key(option["label"]))

    def _indicators(self) -> list[Option]:
        return self._sorted(
            [
                {
                    "label": f"{goal.title}: {indicator.title}",
                    "value": f"{goal.id}/{indicator.id}",
                }
                for goal in self._graph.of_kind(Goal)
                for indicator in goal.indicators
            ]
        )

    def _written(self, kind: type[BaseModel], path: tuple[str, ...]) -> Iterator[str]:
        owners: Iterable[BaseModel] = (self._graph.corpus.settings,)
        if issubclass(kind, Entry):
            owners = self._graph.by_kind.get(kind.kind, ())
        for owner in owners:
            yield from _values(owner, path)


def _values(value: Any, path: tuple[str, ...]) -> Iterator[str]:
    """Yield the texts that stand at a path through parts and lists."""
    if isinstance(value, tuple):
        for item in value:
            yield from _values(item, path)
    elif path and value is not None:
        yield from _values(getattr(value, path[0], None), path[1:])
    elif isinstance(value, str):
        yield str(getattr(value, "value", value))
