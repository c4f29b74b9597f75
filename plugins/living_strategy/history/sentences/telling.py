"""One change of one field as one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from pydantic import BaseModel

from living_strategy.history.change import FieldChange, Operation, Plain
from living_strategy.history.fields import FieldPlan, Sort, field_plans
from living_strategy.history.sentences.durations import moved_by
from living_strategy.history.sentences.passages import passages, with_more, written_into
from living_strategy.history.sentences.phrases import TEXT, VALUE, Phrases
from living_strategy.history.sentences.vocabulary import phrases_of
from living_strategy.history.sentences.words import Words, cut, raised
from living_strategy.history.texts import Rewording, difference, mentions
from living_strategy.language import Language
from living_strategy.language.nouns import inside_sentence
from living_strategy.model.trait import Change

# A text of this length is shown before and after a comma was moved in it.
MAX_SHOWN_FORM = 80


@dataclass(slots=True)
class Trail:
    """Where the path of a change leads: the model and plan of its field, and on the way there the
    phrases of each field that holds a part, and the words for what stands in the parts.
    """

    model: type[BaseModel]
    plan: FieldPlan
    insides: list[Phrases] = field(default_factory=list)
    gaps: dict[str, str] = field(default_factory=dict)


def sentence(
    change: FieldChange, model: type[BaseModel], titles: Mapping[str, str], language: Language
) -> str:
    """Tell a change in one sentence without full stop. `titles` are those of entries by id, of
    today or of then, and the names of municipalities and counties by number.
    """
    return Telling(model, Words(titles, language)).sentence(change)


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells the changes of an entry of one model in one language."""

    model: type[BaseModel]
    words: Words

    @property
    def language(self) -> Language:
        """The language of the reader."""
        return self.words.language

    def sentence(self, change: FieldChange) -> str:
        """Tell one change."""
        trail = self.trail(change)
        if trail is None:
            template = self.language.text(
                "The site does not know this field, which changed: {field}"
            )
            return template.format(field=change.path[-1])
        return self.finished(change, trail, self._core(change, trail))

    def replacement(self, removed: FieldChange, added: FieldChange) -> str:
        """Tell of a link that leads elsewhere: two changes that are one sentence."""
        trail = self.trail(added)
        relation = trail.plan.trait.relation if trail else None
        if trail is None or relation is None:
            return self.sentence(added)
        gaps = {"old": self._target(removed.old), "new": self._target(added.new)}
        core = self._filled(relation.replaced, trail, gaps)
        return self.finished(added, trail, core)

    def finished(self, change: FieldChange, trail: Trail, core: str) -> str:
        """Add to a sentence where it happened, and whether it only puts a mistake right."""
        phrases = phrases_of(trail.model, trail.plan.name)
        text = core.removesuffix(".")
        insides = trail.insides[:-1] if phrases.names_part else trail.insides
        text = self._located(text, trail, insides)
        if change.correction:
            template = self.language.text("Correction: {sentence}")
            text = template.format(sentence=inside_sentence(text))
        return raised(text)

    def trail(self, change: FieldChange) -> Trail | None:
        """Follow the path of a change; None if it leads to no field of today's model."""
        model, path, parts = self.model, list(change.path), list(change.parts)
        insides: list[Phrases] = []
        gaps: dict[str, str] = {}
        while plan := field_plans(model).get(path.pop(0)):
            # A sentence of a list of sentences has a place, and no fields.
            if not path or (plan.is_list and len(path) == 1):
                return Trail(model, plan, insides, gaps)
            if plan.is_list:
                path.pop(0)
            if plan.part is None:
                return None
            if plan.is_list and parts:
                gaps |= self.words.fields(plan.part, parts.pop(0), _unit(change))
            insides.append(phrases_of(model, plan.name))
            model = plan.part
        return None

    def _located(self, text: str, trail: Trail, insides: Sequence[Phrases]) -> str:
        """Add the names of the parts that a change is in, innermost first."""
        gaps = trail.gaps | {"indicator": inside_sentence(trail.gaps.get("title", ""))}
        names = [
            self._inside(phrases, trail)
            for phrases in reversed(insides)
            if phrases.inside and "{sentence}" not in phrases.inside
        ]
        if names and text.endswith(")"):
            text = f"{text[:-1]}; {', '.join(names)})"
        elif names:
            template = self.language.text("{sentence} ({part})")
            text = template.format(sentence=text, part=", ".join(names))
        for phrases in insides:
            if "{sentence}" in phrases.inside:
                text = self._filled(phrases.inside, trail, gaps | {"sentence": text})
        return text

    def _inside(self, phrases: Phrases, trail: Trail) -> str:
        """Name a part, without the field that changed in it."""
        gaps = {name: words for name, words in trail.gaps.items() if name != trail.plan.name}
        name = self._filled(phrases.inside, trail)
        return self._detailed(name, trail, gaps, phrases.inside_details)

    def _core(self, change: FieldChange, trail: Trail) -> str:
        relation = trail.plan.trait.relation
        phrases = phrases_of(trail.model, trail.plan.name)
        match change.operation:
            case Operation.LINKED if relation:
                return self._filled(relation.added, trail, {"other": self._target(change.new)})
            case Operation.UNLINKED if relation:
                return self._filled(relation.removed, trail, {"other": self._target(change.old)})
            case Operation.REORDERED:
                return self._filled("The order of “{field}” is changed", trail)
            case Operation.WORDED:
                return self._worded(change, trail, phrases)
            case Operation.ADDED:
                return self._came(change, trail, phrases.added or VALUE.came, phrases)
            case Operation.REMOVED:
                return self._went(change, trail, phrases.removed or VALUE.went, phrases)
        if relation:
            gaps = {"other": self._target(change.new)}
            return self._filled("The link to {other} leads to its new id", trail, gaps)
        if change.old is None:
            return self._came(change, trail, phrases.came or VALUE.came, phrases)
        if change.new is None:
            return self._went(change, trail, phrases.went or VALUE.went, phrases)
        return self._changed(change, trail, phrases)

    def _came(self, change: FieldChange, trail: Trail, template: str, phrases: Phrases) -> str:
        gaps = self._element(change, trail, change.new)
        text = self._filled(template, trail, gaps)
        return self._detailed(text, trail, gaps, phrases.details)

    def _detailed(
        self, text: str, trail: Trail, gaps: Mapping[str, str], details: Mapping[str, str]
    ) -> str:
        for name, detail in details.items():
            if name in gaps:
                text = self._filled(detail, trail, {**gaps, "sentence": text})
        return text

    def _went(self, change: FieldChange, trail: Trail, template: str, phrases: Phrases) -> str:
        gaps = self._element(change, trail, change.old)
        return self._detailed(self._filled(template, trail, gaps), trail, gaps, phrases.lost)

    def _changed(self, change: FieldChange, trail: Trail, phrases: Phrases) -> str:
        old, new = change.old, change.new
        gaps = {"old": self._value(change, trail, old), "new": self._value(change, trail, new)}
        text = self._filled(phrases.changed or VALUE.changed, trail, gaps)
        if trail.plan.sort is not Sort.DATE or not (isinstance(old, str) and isinstance(new, str)):
            return text
        if new.startswith(old):
            return self._filled(phrases.exact or VALUE.changed, trail, gaps)
        if old.startswith(new):
            return self._filled(phrases.vague or VALUE.changed, trail, gaps)
        duration = moved_by(old, new, self.language) if phrases.moves else ""
        if not duration:
            return text
        template = self.language.text("{sentence} ({duration})")
        return template.format(sentence=text, duration=duration)

    def _worded(self, change: FieldChange, trail: Trail, phrases: Phrases) -> str:
        old, new = str(change.old), str(change.new)
        if change.change is Change.EDITORIAL and change.slips:
            pairs = self.language.text("“{old}” is now “{new}”")
            slips = ", ".join(pairs.format(old=was, new=now) for was, now in change.slips)
            return self._filled("Spelling put right in “{label}”: {slips}", trail, {"slips": slips})
        if difference(old, new).rewording is Rewording.FORM:
            if max(len(old), len(new)) > MAX_SHOWN_FORM:
                return self._filled("Punctuation or layout of “{label}” put right", trail)
            gaps = {"old": old, "new": new}
            return self._filled("{label} corrected from “{old}” to “{new}”", trail, gaps)
        before, after = self.words.plain(old), self.words.plain(new)
        came = [target for target in mentions(new) if target not in mentions(old)]
        went = [target for target in mentions(old) if target not in mentions(new)]
        if before == after and (came or went):
            return self._links(trail, came, went)
        if before == after:
            return self._filled("A link in “{label}” leads elsewhere", trail)
        text = self._rewritten(trail, phrases, before, after)
        if came:
            gaps = {"sentence": text, "titles": self._targets(came)}
            text = self._filled("{sentence}; now links to {titles}", trail, gaps)
        return self._without(text, trail, went)

    def _rewritten(self, trail: Trail, phrases: Phrases, old: str, new: str) -> str:
        """Tell what differs between two texts, or what was written into or out of a long one."""
        came, went = written_into(old, new), written_into(new, old)
        if came:
            return self._filled("Added to “{label}”: “{new}”", trail, {"new": came})
        if went:
            return self._filled("Removed from “{label}”: “{old}”", trail, {"old": went})
        was, now, more = passages(old, new)
        gaps = {"old": was, "new": now}
        sentence = self._filled(phrases.changed or TEXT.changed, trail, gaps)
        return with_more(sentence, more, self.language)

    def _without(self, text: str, trail: Trail, went: Sequence[str]) -> str:
        gaps = {"sentence": text, "titles": self._targets(went)}
        return (
            self._filled("{sentence}; no longer links to {titles}", trail, gaps) if went else text
        )

    def _links(self, trail: Trail, came: Sequence[str], went: Sequence[str]) -> str:
        if not came:
            gaps = {"titles": self._targets(went)}
            return self._filled("“{label}” no longer links to {titles}", trail, gaps)
        text = self._filled(
            "“{label}” now links to {titles}", trail, {"titles": self._targets(came)}
        )
        return self._without(text, trail, went)

    def _element(self, change: FieldChange, trail: Trail, element: Plain) -> dict[str, str]:
        """Return the words for what came or went: the fields of a part, or the value itself."""
        if not (trail.plan.part and isinstance(element, Mapping)):
            value = self._value(change, trail, element)
            return {"old": value, "new": value}
        gaps = self.words.fields(trail.plan.part, element, _unit(change))
        if "reason" in gaps:
            gaps["reason"] = gaps["reason"].removesuffix(".")
        return gaps | self._comparison(change, trail, element)

    def _comparison(
        self, change: FieldChange, trail: Trail, element: Mapping[str, Plain]
    ) -> dict[str, str]:
        """Return what the value of an indicator was before."""
        value, before = _number(element), _number(_before(change))
        if trail.plan.name != "values" or value is None or before is None:
            return {}
        direction = "same" if value == before else "up" if value > before else "down"
        figure = phrases_of(type_of_part(trail), "value").figure
        return {direction: self.words.number(str(before), figure, _unit(change))}

    def _value(self, change: FieldChange, trail: Trail, value: Plain) -> str:
        figure = phrases_of(trail.model, trail.plan.name).figure
        return self.words.value(trail.plan, value, figure, _unit(change))

    def _target(self, target: Plain) -> str:
        return self.words.title(target) if isinstance(target, str) else cut(str(target))

    def _targets(self, targets: Sequence[str]) -> str:
        return ", ".join(self.words.title(target) for target in targets)

    def _filled(self, message: str, trail: Trail, gaps: Mapping[str, str] | None = None) -> str:
        phrases = phrases_of(trail.model, trail.plan.name)
        label = self.language.text(phrases.label or trail.plan.trait.label)
        field_label = self.language.text(trail.plan.trait.label)
        sums = {"amount": self.language.text("an unknown sum")}
        words = sums | {"label": label, "field": field_label} | trail.gaps | dict(gaps or {})
        unknown = self.language.text("unknown")
        return self.language.text(message).format_map(_Gaps(unknown, words))


class _Gaps(dict[str, str]):
    """What fills the gaps of a message; what an old version did not say is unknown."""

    def __init__(self, unknown: str, words: Mapping[str, str]) -> None:
        super().__init__(words)
        self._unknown = unknown

    def __missing__(self, key: str) -> str:
        return self._unknown


def type_of_part(trail: Trail) -> type[BaseModel]:
    """Return the model of the parts in a field, or the model of the field if it has none."""
    return trail.plan.part or trail.model


def _unit(change: FieldChange) -> Plain:
    return next((part["unit"] for part in change.parts if part.get("unit")), None)


def _before(change: FieldChange) -> Plain:
    """Return the value that an indicator had before the one that came, or its baseline."""
    indicator = change.parts[-1] if change.parts else {}
    values, position = indicator.get("values"), change.position
    if isinstance(values, Sequence) and not isinstance(values, str) and position:
        return values[position - 1] if position <= len(values) else None
    return indicator.get("baseline")


def _number(measurement: Plain) -> Decimal | None:
    value = measurement.get("value") if isinstance(measurement, Mapping) else None
    try:
        number = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None
