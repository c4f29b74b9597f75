"""Context of the views: the strategy, its language, links, bodies and templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.signals import Item, ItemSignals, LastChanged, item_signals
from living_strategy.history.comparison import Comparison, newest_adopted
from living_strategy.history.edition import Edition
from living_strategy.history.event import NO_HISTORY, Event, History
from living_strategy.history.event_words import titles_of
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.settings import Settings
from living_strategy.site.addresses import Addresses, LinkResolver
from living_strategy.site.channels import Channels
from living_strategy.site.edit_addresses import edit_address
from living_strategy.site.kept_pages import KeptPages, PageStore
from living_strategy.site.last_changes import last_changes_in
from living_strategy.site.markdown.bodies import Bodies
from living_strategy.site.markdown.number_spaces import whole_numbers_in
from living_strategy.site.page_helpers import PageHelpers
from living_strategy.site.place_maps import PlaceMaps
from living_strategy.site.reading_order import ReadingOrder
from living_strategy.site.templates import Templates
from living_strategy.site.ways_to_propose import FormDoors, WaysToPropose
from living_strategy.upstream.national_goals import NationalGoals, national_goals
from living_strategy.upstream.released import released_hashes
from living_strategy.upstream.uptake import Uptake

Choose = Callable[[tuple[Entry, ...]], Sequence[Entry]]
"""Gets all entries of a kind, and says which of them to make pages of."""


def every_entry(entries: tuple[Entry, ...]) -> Sequence[Entry]:
    """Return all entries."""
    return entries


@dataclass(frozen=True)
class ViewContext:
    """Everything a view may use. `resolve` gives the address of one page as seen from another;
    `root` is the content root, whose `overrides/views` replace our templates; `history` is empty
    where none is known, and `comparisons` are those with the state at meetings and decisions;
    `editions` are the texts of decisions and releases, by the key of the occasion;
    `history_notice` says why the history does not reach back to the beginning. `order` has the
    lists that entries stand in; `store` keeps pages between builds, and `kept` are those of this
    build. `url` is the address of the site with a slash at the end, empty where it is not known;
    `edit` is the template of the addresses where readers can propose changes of files (see
    `edit_addresses`), or empty, and `doors` are those to the form on the site. Figures are as of
    `today`, also where a strategy that is over was `built_on` another day.
    """

    root: Path
    graph: Graph
    language: Language
    today: date
    addresses: Addresses
    resolve: LinkResolver
    bodies: Bodies
    compiled: BytecodeCache | None = None
    store: PageStore | None = None
    choose: Choose = every_entry
    history: History = NO_HISTORY
    comparisons: tuple[Comparison, ...] = ()
    history_notice: str = ""
    url: str = ""
    edit: str = ""
    editions: Mapping[str, Edition] = field(default_factory=dict)
    built_on: date | None = None
    doors: FormDoors = field(default_factory=FormDoors)
    order: ReadingOrder = field(init=False, repr=False)
    kept: KeptPages = field(init=False, repr=False)
    _helpers: PageHelpers = field(init=False, repr=False)
    _templates: Templates = field(init=False, repr=False)

    def __post_init__(self) -> None:
        helpers = self.helpers_for("")
        names = {"here": helpers, "settings": self.settings}
        templates = Templates(self.root, self.language, helpers.filters(), names, self.compiled)
        editions = [(key, *edition.summary) for key, edition in self.editions.items()]
        past = (
            self.history.fingerprint,
            self.comparisons,
            self.history_notice,
            self.url,
            self.edit,
            # Which entries it opens follows from the content.
            (self.doors.host, bool(self.doors.addresses)),
            editions,
        )
        kept = KeptPages(self.graph, self.bodies, self.today, past, self.store)
        object.__setattr__(self, "order", ReadingOrder(self.graph, self.language))
        object.__setattr__(self, "kept", kept)
        object.__setattr__(self, "_helpers", helpers)
        object.__setattr__(self, "_templates", templates)

    def choosing(self, choose: Choose) -> ViewContext:
        """Return the context for pages of other entries, with the templates already loaded."""
        chosen = copy(self)
        object.__setattr__(chosen, "choose", choose)
        return chosen

    @property
    def settings(self) -> Settings:
        """What the strategy says about itself."""
        return self.graph.corpus.settings

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What sentences about changes call things: see `titles_of`."""
        return titles_of(self.graph, self.history)

    @cached_property
    def last_changed(self) -> LastChanged:
        """Gives the day of an entry's last change of substance, where the history knows it."""
        return last_changes_in(self.history)

    def signals_of(self, entry: Item) -> ItemSignals:
        """Compute the signals of an item."""
        return item_signals(entry, self.graph, self.today, self.last_changed)

    @cached_property
    def place_maps(self) -> PlaceMaps:
        """Draws the maps of the pages of entries."""
        return PlaceMaps(self.graph, self.language)

    @cached_property
    def uptake(self) -> Uptake:
        """What local strategies say about the goals of this one."""
        return Uptake(self.graph, released_hashes(self.comparisons, self.editions))

    @cached_property
    def national(self) -> tuple[NationalGoals, ...]:
        """What is decided here about the goals of each strategy above."""
        return national_goals(self.graph, self.today)

    @cached_property
    def channels(self) -> Channels:
        """What readers can follow."""
        return Channels(self.graph, self.history, bool(self.url))

    @cached_property
    def adopted(self) -> Comparison | None:
        """Today beside the newest decision whose text is known."""
        return newest_adopted(self.comparisons)

    @cached_property
    def adopted_events(self) -> Mapping[tuple[str, str], Event]:
        """What differs from that decision, by kind and id."""
        events = self.adopted.events if self.adopted else ()
        return {(event.kind, event.entry): event for event in events}

    @cached_property
    def ways_to_propose(self) -> WaysToPropose:
        """Where readers can propose changes, and report a new status."""
        return WaysToPropose(self.graph, self.language, self.edit, self.doors)

    def edit_address(self, source: str) -> str:
        """Return where a reader can propose a change of a file; empty where that is not known."""
        return edit_address(self.edit, source)

    def helpers_for(self, path: str) -> PageHelpers:
        """Return the helpers of the page at `path`."""
        return PageHelpers(
            self.graph,
            self.language,
            self.addresses,
            self.resolve,
            self.bodies,
            self.today,
            path,
        )

    def page(
        self,
        path: str,
        template: str,
        *,
        title: str,
        description: str = "",
        source: str = "",
        in_menu: bool = False,
        page_type: str = "",
        linked_data: str = "",
        script: str = "",
        is_listed: bool = True,
        absolute_links: bool = False,
        head: str = "",
        **values: Any,
    ) -> Page:
        """Render a template into a page at `path`."""
        self._helpers.move_to(path)
        values |= {
            "page_title": title,
            "page_description": description,
            "updated": self.history.updated,
        }
        content = whole_numbers_in(self._templates.render(template, values))
        return Page(
            path,
            page_type or template.removesuffix(".html"),
            title,
            description,
            content,
            source,
            in_menu,
            linked_data,
            script,
            is_listed,
            absolute_links,
            head,
        )
