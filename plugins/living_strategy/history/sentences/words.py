"""Values of fields in the words of a reader: dates, sums, vocabularies, titles, texts cut short."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from living_strategy.content.markdown.prose import MENTION
from living_strategy.history.change import Plain
from living_strategy.history.fields import FieldPlan, Sort, field_plans
from living_strategy.history.sentences.phrases import Figure
from living_strategy.history.sentences.vocabulary import phrases_of
from living_strategy.language import Language
from living_strategy.language.nouns import inside_sentence
from living_strategy.model.own_value import OwnMoney, OwnUnit, OwnValue
from living_strategy.model.values import Unit
from living_strategy.partial_date import PartialDate

# How much of a text is shown.
MAX_SHOWN = 160
# Emphasis, code, headings, lists, lines of tables, links.
_MARKS = re.compile(
    r"\*\*|__|`|^#{1,6} |^ {0,9}[-*+] |^[|: -]+$|!?\[(?P<text>[^\]]*)\]\([^)]*\)", re.MULTILINE
)
_INTEGER = re.compile(r"-?[0-9]{1,15}\Z")


@dataclass(frozen=True, slots=True)
class Words:
    """Puts values into the words of a language. `titles` are those of entries, municipalities and
    counties by id or number.
    """

    titles: Mapping[str, str]
    language: Language

    def value(self, plan: FieldPlan, value: Plain, figure: Figure, unit: Plain = None) -> str:
        """Return the words for a value of a field, whatever stands in it."""
        if value is None:
            return self.language.text("unknown")
        if not isinstance(value, str):
            return cut(self._nested(value))
        if plan.trait.relation:
            return self.title(value)
        match plan.sort:
            case Sort.DATE:
                return self.date(value)
            case Sort.CHOICE if choice := plan.choices and self.language.choice(
                plan.choices, value
            ):
                return (
                    choice.word
                    if isinstance(choice, OwnValue)
                    else inside_sentence(self.language.term(choice))
                )
            case Sort.NUMBER:
                return self.number(value, figure, unit)
            case Sort.PROSE:
                return cut(self.plain(value))
        # Numbers in lists are those of municipalities, which have names; an earlier id stays an id.
        return cut(self.titles.get(value, value) if plan.is_list and value.isdigit() else value)

    def fields(
        self, model: type[BaseModel], part: Mapping[str, Plain], unit: Plain = None
    ) -> dict[str, str]:
        """Return the words for all values of a part, by field."""
        words: dict[str, str] = {}
        for name, plan in field_plans(model).items():
            value = part.get(name)
            if plan.is_list and plan.trait.relation and isinstance(value, Sequence):
                words[name] = self.titles_of([str(target) for target in value])
            elif value and not plan.is_list and not plan.part:
                figure = phrases_of(model, name).figure
                words[name] = self.value(plan, value, figure, unit)
        return words

    def title(self, target: str) -> str:
        """Return the title of an entry in quotation marks, or the id of one that has none."""
        framework, slash, goal = target.partition("/")
        title = self.titles.get(target)
        if title is None and slash and framework in self.titles:
            title = f"{self.titles[framework]}, {goal}"
        return self.language.text("“{title}”").format(title=cut(title or target))

    def titles_of(self, targets: Sequence[str]) -> str:
        """Return the titles of one entry or several, as they stand in a sentence."""
        *most, last = [self.title(target) for target in targets] or [""]
        template = self.language.text("{most} and {last}")
        return template.format(most=", ".join(most), last=last) if most else last

    def date(self, text: str) -> str:
        """Return a date as exact as it is known; what is none stays as it was written."""
        try:
            return self.language.date(PartialDate.parse(text.strip()))
        except (PydanticCustomError, ValueError):
            return cut(text)

    def number(self, text: str, figure: Figure, unit: Plain = None) -> str:
        """Return a number in the form of what it counts."""
        try:
            number = int(text) if _INTEGER.match(text) else Decimal(text)
        except InvalidOperation:
            return cut(text)
        if figure is Figure.YEAR or not _is_readable(number):
            return cut(text)
        if figure is Figure.MONEY and isinstance(number, int):
            return self.language.money(number)
        if figure is Figure.VALUE:
            return self._in_unit(number, unit)
        return self._counted(number, unit)

    def _counted(self, number: Decimal | int, unit: Plain) -> str:
        """Return a number alone, with the decimals of its unit if that is the strategy's own."""
        own = self._own_unit(unit)
        if own is None or isinstance(own, OwnMoney):
            return self.language.number(number)
        return self.language.fixed_number(number, own.decimals)

    def _own_unit(self, unit: Plain) -> OwnUnit | None:
        own = self.language.choice(Unit, unit) if isinstance(unit, str) else None
        return own if isinstance(own, OwnUnit) else None

    def _in_unit(self, number: Decimal | int, unit: Plain) -> str:
        if own := self._own_unit(unit):
            return own.amount(number, self.language)
        written = self.language.number(number)
        match unit:
            case Unit.PERCENT:
                return self.language.percent(number)
            case Unit.RANK:
                return self.language.text("number {number}").format(number=written)
            case Unit.MILLION:
                return self.language.text("{number} million").format(number=written)
            case Unit.MILLION_KRONER:
                return self.language.money_in_millions(number)
        return written

    def plain(self, text: str) -> str:
        """Return a text in Markdown as its readers see it, on one line."""
        text = MENTION.sub(
            lambda match: match["text"] or self.titles.get(match["id"], match["id"]), text
        )
        return " ".join(_MARKS.sub(lambda match: match["text"] or "", text).split())

    def _nested(self, value: Plain) -> str:
        if isinstance(value, str) or value is None:
            return value or ""
        inner = value.values() if isinstance(value, Mapping) else value
        return ", ".join(filter(None, map(self._nested, inner)))


def _is_readable(number: Decimal | int) -> bool:
    return isinstance(number, int) or (number.is_finite() and -15 < number.adjusted() < 15)


def cut(text: str) -> str:
    """Return a text, or its beginning if it is too long to be shown."""
    return text if len(text) <= MAX_SHOWN else f"{_whole_words(text[:MAX_SHOWN])} …"


def _whole_words(text: str) -> str:
    return text.rpartition(" ")[0] or text


def raised(text: str) -> str:
    """Return words as they stand at the beginning of a sentence."""
    return text[:1].upper() + text[1:]
