"""The fields of a national goal as a page shows them: what is national, and what is local."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from markupsafe import Markup

from living_strategy.content.corpus import Pinned
from living_strategy.figures.result_words import amount_words
from living_strategy.language import Language
from living_strategy.model.catalogue import Catalogue
from living_strategy.model.values import Unit
from living_strategy.site.markdown.foreign_text import foreign_html
from living_strategy.upstream.national_goals import NationalGoal
from living_strategy.upstream.treatment import TailoredField, tailored

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?\Z")
# In this order; whatever else there is stands on the national page.
_SHOWN = ("title", "summary", "description", "area", "indicators", "note")
# The level of the heading above the texts.
_LEVEL = 3


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field with its label. `national` is what the pinned version says, as HTML, and empty where
    it says nothing; `local` is the text that stands in its place here, and empty where there is
    none. `is_base_changed` is whether the national text is another than the one it replaced.
    """

    label: str
    national: Markup
    local: str = ""
    is_markdown: bool = False
    is_base_changed: bool = False


def shown_fields(goal: NationalGoal, pinned: Pinned, language: Language) -> Iterator[ShownField]:
    """Yield the fields of a goal that readers need."""
    catalogue = pinned.catalogue
    by_name = {field.name: field for field in tailored(goal.entry, goal.treatment.record)}
    labels = {
        "title": language.text("Title"),
        "summary": language.text("In short"),
        "description": language.text("Description"),
        "area": language.text("National area"),
        "indicators": language.text("Indicators"),
        "note": language.text("Note"),
    }
    for name in (*_SHOWN, *(name for name in by_name if name not in _SHOWN)):
        field = by_name.get(name)
        if field is None or catalogue is None or not (name in _SHOWN or field.is_local):
            continue
        yield ShownField(
            labels.get(name, name),
            _national(field, goal, catalogue, language),
            str(field.value) if field.is_local else "",
            name == "description",
            field.is_base_changed,
        )


def language_of(catalogue: Catalogue, site: str) -> str:
    """Return the language of a catalogue's texts as HTML has it; empty if it is that of the site,
    or nobody knows.
    """
    code = catalogue.strategy.get("language")
    is_known = isinstance(code, str) and bool(_LANGUAGE.match(code))
    return str(code) if is_known and code != site else ""


def _national(
    field: TailoredField, goal: NationalGoal, catalogue: Catalogue, language: Language
) -> Markup:
    value: Any = field.national
    if field.name == "area" and goal.area:
        value = goal.area.title
    if field.name == "indicators" and isinstance(value, list):
        lines = [line for part in value if (line := _indicator(part, language))]
        items = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
        return Markup("<ul>{}</ul>").format(items) if items else Markup("")
    if not isinstance(value, str) or not value.strip():
        return Markup("")
    if field.name == "description":
        return foreign_html(value, catalogue, _LEVEL)
    return Markup("<p>{}</p>").format(value)


def _indicator(part: Any, language: Language) -> str:
    """Return an indicator in a line, with its target; empty where it is none."""
    if not isinstance(part, Mapping) or not isinstance(part.get("title"), str):
        return ""
    title: str = part["title"]
    target = part.get("target")
    if not isinstance(target, Mapping) or (amount := _amount(part, target, language)) is None:
        return title
    when = target.get("date")
    if isinstance(when, str) and when:
        words = language.text("{title}: target {amount} in {date}")
        return words.format(title=title, amount=amount, date=when)
    return language.text("{title}: target {amount}").format(title=title, amount=amount)


def _amount(part: Mapping[str, Any], target: Mapping[str, Any], language: Language) -> str | None:
    value = target.get("value")
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = Decimal(str(value))
        unit = Unit(str(part.get("unit")))
    except (InvalidOperation, ValueError):
        return str(value)
    return amount_words(number, unit, language) if number.is_finite() else None
