"""What a new version of a strategy above asks for, in words: sentences without full stops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from living_strategy.content.graph import Graph
from living_strategy.history.delta import MODELS
from living_strategy.history.fields import field_plans
from living_strategy.history.sentences import sentences
from living_strategy.history.sentences.words import cut
from living_strategy.language import Language
from living_strategy.model.catalogue import Catalogue, CatalogueEntry, Json
from living_strategy.partial_date import PartialDate
from living_strategy.upstream.difference import ItemNature
from living_strategy.upstream.field_differences import FieldDifference
from living_strategy.upstream.impact_rows import ImpactRow, LocalDate, Reference
from living_strategy.upstream.moved_dates import day_of


@dataclass(frozen=True, slots=True)
class ImpactWords:
    """Tells rows in one language. `titles` are those of national entries by id, and `local` those
    of this strategy. Only editors are told ids, and what to write instead.
    """

    titles: Mapping[str, str]
    local: Mapping[str, str]
    language: Language
    is_for_editors: bool = True

    def reasons(self, row: ImpactRow) -> tuple[str, ...]:
        """Say what is asked for, and why."""
        return tuple(self.language.text(reason) for reason in row.reasons)

    def state(self, row: ImpactRow) -> str:
        """Say what was decided, and about which version."""
        if row.state is None:
            return self.language.text("Not treated")
        state = self.language.term(row.state)
        if not row.version:
            return state
        text = self.language.text("{state}, judged against version {version}")
        return text.format(state=state, version=row.version)

    def ground(self, row: ImpactRow) -> Iterator[str]:
        """Say what was decided, by whom and when, and why."""
        adoption, text = (row.record.adoption if row.record else None), self.language.text
        if adoption and (decision := adoption.decision):
            parts = [
                self.local.get(decision.body, decision.body),
                self.language.date(decision.date),
            ]
            if decision.case:
                parts.append(text("case {number}").format(number=decision.case))
            yield text("The last decision here: {decision}").format(decision=", ".join(parts))
        if adoption and adoption.reason:
            yield text("The reason then: {reason}").format(reason=adoption.reason.rstrip("."))

    def told(self, row: ImpactRow) -> tuple[str, ...]:
        """Say what has changed, field by field, and what took over."""
        return tuple(self._told(row))

    def here(self, row: ImpactRow) -> tuple[str, ...]:
        """Say what it touches here: local words, dates and links."""
        template = self.language.text(
            "{field}: the national text was “{base}” and is now “{now}”. Local words: “{ours}”"
        )
        overlays = (
            template.format(field=field, base=base, now=now, ours=ours)
            for field, base, now, ours in self.texts(row)
        )
        return (*overlays, *self.touched(row))

    def touched(self, row: ImpactRow) -> tuple[str, ...]:
        """Say which dates and links it touches here."""
        dates = (self._date(date) for date in row.dates)
        return (*dates, *(self._reference(reference) for reference in row.references))

    def texts(self, row: ImpactRow) -> Iterator[tuple[str, str, str, str]]:
        """Yield for each field with local words its label, the national text before and now, and
        the local one; each short enough for a line.
        """
        text = self.language.text
        for overlay in row.overlays:
            yield (
                self.field(row.entry.kind, overlay.field),
                shown(overlay.base) or text("not here any more"),
                shown(overlay.now) or text("no text"),
                shown(overlay.ours),
            )

    def field(self, kind: str, name: str) -> str:
        """Return what readers call a field; its name if this version does not know it."""
        model = MODELS.get(kind)
        plan = field_plans(model).get(name) if model else None
        return self.language.text(plan.trait.label) if plan else name

    def _told(self, row: ImpactRow) -> Iterator[str]:
        difference, text = row.difference, self.language.text
        model = MODELS.get(difference.entry.kind)
        if model:
            told = sentences(difference.changes, model, self.titles, self.language)
            yield from (sentence.text for sentence in told)
        for field in difference.fields:
            if not field.changes:
                yield self._untold(field, difference.entry.kind)
        if difference.nature is ItemNature.NEW:
            yield from self._new(difference.entry)
        yield from self._retired(difference.entry)
        if difference.successors and self.is_for_editors:
            titles = ", ".join(f"{entry.title} ({entry.id})" for entry in difference.successors)
            yield text("Took over: {titles}").format(titles=titles)
        elif difference.successors:
            for entry in difference.successors:
                says = self._summary(entry)
                titles = f"{entry.title}. {says}" if says else entry.title
                yield text("Took over: {titles}").format(titles=titles.rstrip("."))
        elif difference.nature is ItemNature.RETIRED:
            yield text("Nothing took over")

    def _new(self, entry: CatalogueEntry) -> Iterator[str]:
        text = self.language.text
        if says := self._summary(entry):
            yield text("It says: {text}").format(text=says.rstrip("."))
        if before := [self.titles[old] for old in entry.replaces if old in self.titles]:
            yield text("It takes over from: {titles}").format(titles=", ".join(before))

    def _retired(self, entry: CatalogueEntry) -> Iterator[str]:
        """Say when the strategy above retired it, and why."""
        retired = entry.fields.get("retired")
        if not isinstance(retired, Mapping):
            return
        day, reason = day_of(retired.get("date")), shown(retired.get("reason"))
        if day and reason:
            message = self.language.text("Retired {date}: {reason}")
            yield message.format(date=self.language.date(day), reason=reason.rstrip("."))

    def _summary(self, entry: CatalogueEntry) -> str:
        return shown(entry.fields.get("summary"))

    def _untold(self, field: FieldDifference, kind: str) -> str:
        message = (
            self.language.text("“{field}” says the same, written in another way")
            if field.is_known
            else self.language.text("“{field}” has changed; this version does not know the field")
        )
        return message.format(field=self.field(kind, field.name))

    def _date(self, local: LocalDate) -> str:
        template = (
            self.language.text("{title}, {what}: {date} is later than the national {national}")
            if local.is_later
            else self.language.text(
                "{title}, {what}: {date} is not later than the national {national}"
            )
        )
        return template.format(
            title=local.entry.title,
            what=local.what or self.language.text("the end"),
            date=self.language.date(local.date),
            national=self.language.date(PartialDate(local.moved.new)),
        )

    def _reference(self, reference: Reference) -> str:
        text = self.language.text
        title = self.local.get(reference.source, reference.source)
        if not self.is_for_editors:
            return text("“{title}” builds on it here").format(title=title)
        if not reference.suggestions:
            return text("{title} names {written}").format(title=title, written=reference.written)
        return text("{title} names {written}; write {suggestions} instead").format(
            title=title,
            written=reference.written,
            suggestions=self.language.any_of(reference.suggestions),
        )


def words_for(graph: Graph, catalogues: tuple[Catalogue, ...], language: Language) -> ImpactWords:
    """Return the words for a strategy and the versions above it; the last version counts most."""
    titles = graph.corpus.municipalities.labels() | {
        entry.id: entry.title for catalogue in catalogues for entry in catalogue.by_id.values()
    }
    local = {entry.id: entry.title for entry in graph.entries.values()}
    return ImpactWords(titles, local, language)


def shown(value: Json) -> str:
    """Return a text short enough for a line."""
    return cut(" ".join(str(value).split())) if value else ""
