"""The text of a new entry: what is required filled in as far as can be, the rest as comments.

Comments that explain begin with two number signs. Fields that are switched off begin with one:
take it away with the space behind it, and the line is valid.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pydantic import BaseModel

from living_strategy.content.yaml.yaml_reader import read_yaml
from living_strategy.forms.fields import FormField, form_fields
from living_strategy.forms.form import Draft, Form
from living_strategy.language import Language
from living_strategy.model import Area, Entry
from living_strategy.model.levels import WAYS_UP
from living_strategy.model.trait import Relation

# What a new entry is until somebody decides otherwise.
UNDECIDED = "proposed"
_ELLIPSIS = "…"
_MAX_SHOWN = 12
_WIDTH = 96
_NUMBER = re.compile('"[0-9]+"')


def scaffold(kind: type[Entry], language: Language, draft: Draft) -> str:
    """Write a file for an item, or the block to paste for an area or an entry of a register.

    It can be read as it stands, and the only findings are about links that have to be chosen.
    """
    writer = _Writer(language, draft)
    lines = list(writer.entry(kind, draft.title))
    if kind.folder:
        text = language.text("The text of the page is written in Markdown below the next line.")
        return "\n".join(["---", *lines, "", *_remark(text), "---", ""])
    if kind is Area:
        return "\n".join([f"  - id: {draft.id}", *_indented(lines, 4), ""])
    return "\n".join([f"{draft.id}:", *_indented(lines, 2), ""])


def _in_order_of_use(kind: type[Entry]) -> list[FormField]:
    """Return all fields but id and title: the summary, the kind's own, then the common ones."""
    first = ("summary",) if kind.folder else ("summary", "description")
    hidden = ("id", "title", "description") if kind.folder else ("id", "title")
    fields = [field for field in form_fields(kind) if field.name not in hidden]
    return sorted(
        fields, key=lambda field: (field.name not in first, field.name in Entry.model_fields)
    )


def _remark(text: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent="## ", subsequent_indent="## ", break_on_hyphens=False
    )


def _indented(lines: list[str], width: int) -> list[str]:
    return [" " * width + line if line else line for line in lines]


class _Writer:
    def __init__(self, language: Language, draft: Draft) -> None:
        self.language = language
        self.draft = draft

    def entry(self, kind: type[Entry], title: str) -> Iterator[str]:
        """Yield the lines of all fields: required ones first, then the others as comments."""
        fields = [field for field in _in_order_of_use(kind) if self.can_lead(field)]
        way_up = self.way_up(kind)
        fields = [
            replace(field, required=field.required or field.name == way_up) for field in fields
        ]
        yield f"title: {_scalar(title)}"
        for field in fields:
            if field.required:
                yield ""
                yield from _remark(self.explanation(field))
                yield f"{field.name}: {self.value(field)}"
        yield ""
        text = self.language.text("Fields you may add: remove “# ” in front of what you need.")
        yield from _remark(text)
        for field in fields:
            if not field.required:
                yield from (f"# {line}" for line in self.optional(field))

    def optional(self, field: FormField) -> Iterator[str]:
        """Yield a commented-out field with an example value and a short explanation."""
        if field.part is None:
            yield f"{field.name}: {self.value(field)}  # {self.explanation(field)}"
            return
        yield f"{field.name}:  # {self.explanation(field)}"
        lines = list(self.part(field.part))
        if field.is_list:
            yield f"  - {lines[0]}"
            yield from _indented(lines[1:], 4)
        else:
            yield from _indented(lines, 2)

    def part(self, model: type[BaseModel]) -> Iterator[str]:
        """Yield the fields of a part that are required or have an example."""
        for field in form_fields(model):
            is_shown = field.required or (field.example and not field.part)
            if is_shown and self.can_lead(field):
                yield f"{field.name}: {self.value(field)}  # {self.explanation(field)}"

    def way_up(self, kind: type[Entry]) -> str:
        """Return the field that says what the entry serves: of those that can, the first one that
        leads to anything the strategy has.
        """
        ways = WAYS_UP.get(kind.kind, ())
        has_targets = (way.keys[0] for way in ways if self.ids(way.relation.targets))
        return next(has_targets, ways[0].keys[0] if ways else "")

    def can_lead(self, field: FormField) -> bool:
        """Return whether there is anything that the field may lead to, if it is a link."""
        return not field.relation or not self.draft.unused.issuperset(field.relation.targets)

    def value(self, field: FormField) -> str:
        """Return a value of the right form."""
        if field.relation:
            value = self.chosen(field, field.relation)
        elif field.choices:
            values = [choice.value for choice in self.language.choices(field.choices)]
            value = UNDECIDED if UNDECIDED in values else values[0]
        elif field.example and _reads(field.example):
            return self.placed(field.example)
        else:
            value = _scalar(self.placed(field.example) or _ELLIPSIS)
        return f"[{value}]" if field.is_list else value

    def chosen(self, field: FormField, relation: Relation) -> str:
        """Return the id that a link begins with: the only one there is, or a placeholder. A link
        that is commented out shows an existing id, or the number of a municipality: other examples
        of the model are entries of one strategy only.
        """
        ids = self.ids(relation.targets)
        if field.required:
            return ids[0] if len(ids) == 1 else self.language.placeholder_id
        if number := _NUMBER.search(self.placed(field.example)):
            return number[0]
        return ids[0] if ids else self.language.placeholder_id

    def placed(self, example: str) -> str:
        """Return an example with a place of the strategy's own for one of Norway's, where a
        county has two digits.
        """

        def own(number: re.Match[str]) -> str:
            is_county = len(number[0]) == len('"00"')
            name = self.draft.county if is_county else self.draft.municipality
            return f'"{name}"' if name else number[0]

        return _NUMBER.sub(own, example)

    def explanation(self, field: FormField) -> str:
        """Return what the field means, or what there is to choose from."""
        if field.choices:
            label = self.language.text(field.label)
            choices = self.language.choices(field.choices)
            terms = (f"{choice.value} ({self.language.term(choice)})" for choice in choices)
            return f"{label}: {', '.join(terms)}"
        text = " ".join(self.language.text(field.help).split())
        if field.relation and field.required and (ids := self.ids(field.relation.targets)):
            listed = ", ".join(ids[:_MAX_SHOWN]) + (", …" if len(ids) > _MAX_SHOWN else "")
            text += " " + self.language.text("Choose from: {choices}").format(choices=listed)
        return text

    def ids(self, kinds: Sequence[str]) -> list[str]:
        return [key for kind in kinds for key in self.draft.existing_ids.get(kind, ())]


def _reads(text: str) -> bool:
    """Return whether a text can follow a colon as it is."""
    tree = read_yaml(f"value: {text}")
    return not tree.problems and isinstance(tree.data, dict)


def _scalar(text: str) -> str:
    """Write the text as a YAML value: bare where every program reads this text, else quoted."""
    tree = read_yaml(f"value: {text}")
    if not tree.problems and not tree.plain and tree.data == {"value": text}:
        return text
    return json.dumps(text, ensure_ascii=False)


FORM = Form("scaffold", scaffold)
