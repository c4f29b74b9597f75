"""Review: what a proposal does, before it has a format, and a format of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from living_strategy.content.new_findings import not_among
from living_strategy.content.versions import ADOPTION
from living_strategy.history.event import Event, Nature
from living_strategy.history.proposal import Proposal
from living_strategy.language import Language
from living_strategy.papers.changes import ChangeWords
from living_strategy.papers.review.state import Found, State

# The parts of an entry that other pages show.
_SHOWN_ELSEWHERE = ("title", "summary", "status", "phase", "standing", "retired", "aliases")


@dataclass(frozen=True, slots=True)
class TouchedPage:
    """A page that becomes another one: its title, what it is of, and its address."""

    title: str
    about: str
    address: str


@dataclass(frozen=True)
class Review:
    """A proposal beside what it is to change. `files` are the paths of other changed files;
    `address` gives that of the page of an entry by its kind and id, `site` that of a written page.
    `adopted` says whether there is an adopted text, which decided fields may depart from.
    """

    before: State
    after: State
    proposal: Proposal
    language: Language
    address: Callable[[str, str], str]
    site: str = ""
    files: tuple[str, ...] = ()
    adopted: bool = False

    @cached_property
    def words(self) -> ChangeWords:
        """What the words of the changes need."""
        titles = dict(self.before.titles) | dict(self.after.titles)
        return ChangeWords(titles, self.language, self.address)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What readers are told of."""
        return tuple(event for event in self.proposal.events if event.classified)

    @cached_property
    def gone(self) -> tuple[Event, ...]:
        """The entries that are gone without a trace."""
        return tuple(
            event
            for event in self.events
            if event.nature is Nature.REMOVED and event.kind != ADOPTION
        )

    @cached_property
    def new(self) -> tuple[Found, ...]:
        """The findings that come with the proposal."""
        return self._not_among(self.after.found, self.before.found)

    @cached_property
    def cured(self) -> tuple[Found, ...]:
        """The findings that go with it."""
        return self._not_among(self.before.found, self.after.found)

    def _not_among(self, found: tuple[Found, ...], others: tuple[Found, ...]) -> tuple[Found, ...]:
        return not_among(found, others, self._renamed, lambda each: each.finding)

    @cached_property
    def links_added(self) -> tuple[tuple[str, str], ...]:
        """The links that come, as pairs of titles in the order of the alphabet."""
        return self._titled(self.after.links - self._followed, self.after)

    @cached_property
    def links_removed(self) -> tuple[tuple[str, str], ...]:
        """The links that go."""
        return self._titled(self._followed - self.after.links, self.before)

    @property
    def _renamed(self) -> Mapping[tuple[str, str], tuple[str, str]]:
        return self.proposal.successors or {}

    @property
    def _followed(self) -> frozenset[tuple[str, str]]:
        """The links before, between the ids of after."""
        ids = {old[1]: new[1] for old, new in self._renamed.items()}
        return frozenset(
            (ids.get(source, source), ids.get(target, target))
            for source, target in self.before.links
        )

    def _titled(
        self, links: Iterable[tuple[str, str]], state: State
    ) -> tuple[tuple[str, str], ...]:
        titles = self.words.titles
        pairs = {(state.title(source), titles.get(target, target)) for source, target in links}
        return tuple(sorted(pairs))

    def page(self, source: str) -> TouchedPage | None:
        """Return the page of an entry by id, or a written page by the path of its file."""
        if page := self.after.pages.get(source):
            return TouchedPage(page.title, "", f"{self.site}{page.address}" if self.site else "")
        kind = self.after.kinds.get(source)
        if kind is None:
            return None
        address = self.address(kind, source)
        return TouchedPage(self.after.title(source), self.language.kind(kind), address)

    @cached_property
    def pages_beside(self) -> tuple[TouchedPage, ...]:
        """The pages that show something of what changes, besides those of the changed entries."""
        own = {event.entry for event in self.events}
        beside = {*self._ends()} - own
        pages = (page for source in sorted(beside) if (page := self.page(source)))
        return tuple(sorted(pages, key=lambda page: (page.title, page.about)))

    def _ends(self) -> Iterator[str]:
        """Yield the other ends of links that come or go, or that lead to what is shown anew."""
        links = self.after.links
        for source, target in links ^ self._followed:
            yield from (source, target)
        anew = {event.entry for event in self.events if _is_shown_anew(event)}
        for source, target in links:
            if target in anew:
                yield source
            if source in anew:
                yield target


def _is_shown_anew(event: Event) -> bool:
    if event.nature is not Nature.CHANGED:
        return True
    return any(change.path[0] in _SHOWN_ELSEWHERE for change in event.changes)


@dataclass(frozen=True, slots=True)
class Paper:
    """A format of a review, and the function that writes it as one text."""

    name: str
    render: Callable[[Review], str]
