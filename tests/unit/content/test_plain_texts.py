"""Which fields are shown as they are written, by what the models declare."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from pydantic import BaseModel

from living_strategy.content.field_types import is_plain_text
from living_strategy.model import KINDS
from living_strategy.model.page_fields import PageFields
from living_strategy.model.search_words import SearchWords
from living_strategy.model.types import classes_in, marks_in, models_in
from living_strategy.settings import Settings

# Words that are neither shown as they are written nor held to a pattern: Markdown, and names of
# entries and places, which have findings of their own.
OTHERS = {
    "AdoptedEdition.body", "Meeting.body", "Network.members", "Project.participants",
    "Settings.currency", "Settings.frameworks", "Settings.owner", "Update.text",
    *(f"{kind.__name__}.description" for kind in KINDS),
}  # fmt: skip


def every_model() -> Iterator[type[BaseModel]]:
    """Every model that a file of a strategy is read into, with all inside."""
    waiting: list[type[BaseModel]] = [*KINDS, Settings, PageFields, SearchWords]
    seen: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        yield model
        for field in model.model_fields.values():
            waiting += models_in(field.annotation)


def has_pattern(model: type[BaseModel], name: str) -> bool:
    """Whether only some forms of text may stand in a field."""
    field = model.model_fields[name]
    marks = (*field.metadata, *marks_in(field.annotation))
    return any(getattr(mark, "pattern", None) for mark in marks)


def holds_words(model: type[BaseModel], name: str) -> bool:
    """Whether a field holds text, other than one of some choices."""
    kinds = list(classes_in(model.model_fields[name].annotation))
    return str in kinds and not any(issubclass(kind, StrEnum) for kind in kinds)


def test_every_field_of_words_says_what_it_is() -> None:
    """A new field with words is plain text, Markdown or a name of something, and says which."""
    undeclared = {
        f"{model.__name__}.{name}"
        for model in every_model()
        for name in model.model_fields
        if holds_words(model, name)
        and not has_pattern(model, name)
        and not is_plain_text(model, (name,))
    }

    assert undeclared == OTHERS
