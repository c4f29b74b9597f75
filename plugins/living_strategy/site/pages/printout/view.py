"""The whole strategy as one page to print: its texts, then areas, goals, measures and projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from living_strategy.artifact import Page
from living_strategy.content.corpus import ProsePage
from living_strategy.content.graph import Graph
from living_strategy.figures.areas import by_area
from living_strategy.language import Language
from living_strategy.model import Area, Entry, Goal, Measure, Project, Scheme
from living_strategy.model.goal import Standing
from living_strategy.site.context import ViewContext
from living_strategy.site.groups import Groups, outgoing_groups
from living_strategy.site.markdown.bodies import texts_of_entry
from living_strategy.site.page_type import PageType
from living_strategy.site.pages.printout import weight
from living_strategy.site.pages.printout.weight import Weights
from living_strategy.site.parts.pagination import Part, cut, numbered
from living_strategy.site.parts.told_gains import ToldGain, told_gains
from living_strategy.upstream.national_words import state_key, state_words


@dataclass(frozen=True, slots=True)
class Heading:
    """What a part or a group of it is called, and its name in addresses."""

    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """An entry or a written page. It stands in a part, and may stand in a group of it; one that is
    the part's or the group's own text has the same heading. `linked` are the entries it points to,
    `gains` are in words.
    """

    holder: Entry | ProsePage
    heading: Heading
    part: Heading
    group: Heading | None = None
    linked: Groups | None = None
    gains: tuple[ToldGain, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether people wrote it as a page."""
        return isinstance(self.holder, ProsePage)

    @property
    def level(self) -> int:
        """The level of its heading."""
        if self.heading == self.part:
            return 2
        return 3 if self.group in (None, self.heading) else 4


@dataclass(frozen=True, slots=True)
class ChapterGroup:
    """Chapters below the heading of a priority area, or directly below the part."""

    heading: Heading | None
    chapters: tuple[Chapter, ...]

    @property
    def entries(self) -> tuple[Chapter, ...]:
        """Those that are not the part's or the group's own text."""
        own_headings = {self.heading, self.chapters[0].part}
        return tuple(chapter for chapter in self.chapters if chapter.heading not in own_headings)

    @property
    def needs_heading(self) -> bool:
        """Whether no chapter brings the group's heading along."""
        return self.heading is not None and self.heading != self.chapters[0].heading


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """A part of the strategy on one page of the print."""

    heading: Heading
    groups: tuple[ChapterGroup, ...]

    @property
    def needs_heading(self) -> bool:
        """Whether no chapter brings the part's heading along."""
        return self.heading != self.groups[0].chapters[0].heading


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield one page, or as many as a large strategy needs: a browser gives up on a page of
    thousands. Search and sitemap leave them out.
    """
    language = context.language
    chapters = [*_texts(graph), *_areas(graph, context), *_work(graph, context)]
    chapters += _schemes(graph, context)
    title = language.text("The whole strategy")
    path = context.addresses.view("print")

    def make(part: Part[Chapter]) -> Page:
        return context.page(
            part.path,
            "printout.html",
            is_listed=False,
            title=part.title(title),
            description=language.text("The whole strategy on one page, to print."),
            part=part,
            national=context.national if part.number == len(part.paths) else (),
            state_of=partial(state_words, language=language),
            key_of=state_key,
            parts=tuple(_parts(_with_links(chapter, context) for chapter in part.items)),
        )

    weights = Weights(graph, context.bodies)
    groups = cut(chapters, lambda chapter: weights.of(chapter.holder), weight.MAX_PART)
    for part in numbered(groups, path, language):
        texts = [text for chapter in part.items for text in _texts_of(chapter.holder)]
        # Which chapters a part has, and how many parts there are, follows from the other texts too.
        names = " ".join(chapter.heading.anchor for chapter in part.items)
        texts.append(f"{len(groups)}: {names}")
        yield context.kept.page_at(part.path, texts, partial(make, part))


def _with_links(chapter: Chapter, context: ViewContext) -> Chapter:
    """Return the chapter with what its entry points to, which only those that are made need."""
    holder = chapter.holder
    if isinstance(holder, ProsePage):
        return chapter
    return replace(
        chapter,
        linked=outgoing_groups(holder, context.graph, context.language),
        gains=told_gains(holder, context.language),
    )


def _texts_of(holder: Entry | ProsePage) -> Iterable[str]:
    return (holder.source.body,) if isinstance(holder, ProsePage) else texts_of_entry(holder)


def _parts(chapters: Iterable[Chapter]) -> Iterator[PrintedPart]:
    for heading, members in groupby(chapters, key=lambda chapter: chapter.part):
        groups = groupby(members, key=lambda chapter: chapter.group)
        yield PrintedPart(
            heading,
            tuple(ChapterGroup(name, tuple(group_chapters)) for name, group_chapters in groups),
        )


def _texts(graph: Graph) -> Iterator[Chapter]:
    """Yield the written pages as the menu has them, each followed by those that it leads to."""
    number = 0
    for page in graph.corpus.contents():
        subpages = (
            subpage
            for subpage in graph.corpus.listed_pages
            if page.is_chapter and subpage is not page and subpage.address.startswith(page.address)
        )
        part: Heading | None = None
        for written_page in (page, *subpages):
            number += 1
            heading = Heading(written_page.title, f"ls-text-{number}")
            part = part or heading
            yield Chapter(written_page, heading, part)


def _areas(graph: Graph, context: ViewContext) -> Iterator[Chapter]:
    """Yield each area with its goals: the adopted ones first."""
    key = context.language.sort_key
    part = Heading(_areas_and_goals(graph, context.language), "ls-part-areas")
    goals = {
        under.area.id if under.area else "": under.entries
        for under in by_area(graph, graph.active(Goal))
    }
    for area in (*graph.active(Area), None):
        group = _name(area, "area", context)
        if area:
            area_heading = _entry_heading(area)
            group = area_heading
            yield Chapter(area, area_heading, part, area_heading)
        for goal in sorted(
            goals.get(area.id if area else "", ()),
            key=lambda goal: (goal.standing is not Standing.ADOPTED, key(goal.title)),
        ):
            yield Chapter(goal, _entry_heading(goal), part, group)


def _areas_and_goals(graph: Graph, language: Language) -> str:
    """Return the title of their part, which names no kind that the strategy has none of."""
    has_areas, has_goals = any(graph.active(Area)), any(graph.active(Goal))
    if has_areas and has_goals:
        return language.text("Priority areas and goals")
    return language.text(Goal.labels if has_goals else Area.labels)


def _work(graph: Graph, context: ViewContext) -> Iterator[Chapter]:
    """Yield measures, then projects, area by area."""
    key = context.language.sort_key
    for kind in (Measure, Project):
        part = Heading(context.language.text(kind.labels), f"ls-part-{kind.kind}")
        for under in by_area(graph, graph.active(kind)):
            group = _name(under.area, kind.kind, context)
            for entry in sorted(under.entries, key=lambda entry: key(entry.title)):
                yield Chapter(entry, _entry_heading(entry), part, group)


def _schemes(graph: Graph, context: ViewContext) -> Iterator[Chapter]:
    """Yield the funding schemes of which something is decided, promised, paid or reported."""
    part = Heading(context.language.text(Scheme.labels), "ls-part-scheme")
    for scheme in graph.active(Scheme):
        if scheme.decisions or scheme.milestones or scheme.amounts or scheme.updates:
            yield Chapter(scheme, _entry_heading(scheme), part)


def _entry_heading(entry: Entry) -> Heading:
    return Heading(entry.title, f"ls-entry-{entry.id}")


def _name(area: Area | None, kind: str, context: ViewContext) -> Heading:
    if area is None:
        words = context.language.text("Without a priority area")
        return Heading(words, f"ls-{kind}-without-area")
    return Heading(area.title, f"ls-{kind}-in-{area.id}")


PAGE = PageType("printout", render, read=None)
