"""Links of a page: its path decides what the address of every other page and file looks like."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from html import escape
from urllib.parse import urlsplit

from markupsafe import Markup

from living_strategy.content.corpus import ProsePage
from living_strategy.content.graph import Graph
from living_strategy.figures.presence import hidden_overviews, is_list_shown
from living_strategy.language import Language
from living_strategy.model import Area, Entry, Goal
from living_strategy.model.catalogue import Catalogue, CatalogueEntry
from living_strategy.model.values import Source
from living_strategy.site.addresses import Addresses, LinkResolver, relative_link
from living_strategy.site.groups import Group
from living_strategy.site.hues import Hues
from living_strategy.site.list_choices import choices_in_address
from living_strategy.site.markdown.marks import plain_mention
from living_strategy.site.page_words import PageWords, markup
from living_strategy.site.template_runtime import written
from living_strategy.upstream.national_goals import NationalGoal
from living_strategy.upstream.national_words import state_key, state_words
from living_strategy.upstream.treatment import Treatment, treatments


class PageLinks(PageWords):
    """Links to pages, entries and sources, each with the words and badges that belong to it."""

    def __init__(
        self,
        graph: Graph,
        language: Language,
        addresses: Addresses,
        resolve: LinkResolver,
        today: datetime.date,
    ) -> None:
        super().__init__(language, today)
        self._graph = graph
        self._addresses = addresses
        self._resolve = resolve
        self._hues = Hues(graph)
        # What every page says of an entry in the same way, by its id; all texts are escaped.
        self._anchors: dict[str, tuple[str, str, str]] = {}

    def move_to(self, path: str) -> None:
        """Move to another page."""
        self.path = path
        self.root = self._resolve(path, "")
        # What all relative links from here begin with.
        self._up = "../" * path.count("/") if self._resolve is relative_link else None

    def href(self, path: str) -> str:
        """Return the address of another page or file, as seen from here."""
        return self._resolve(self.path, path)

    def view(self, word: str) -> str:
        """Return the address of an overview."""
        return self.href(self._addresses.view(word))

    def has(self, word: str) -> bool:
        """Return whether the site has an overview: it may be switched off, or have no content."""
        return word not in self._hidden

    @cached_property
    def _hidden(self) -> frozenset[str]:
        """Asked for on every page, and the same on each."""
        return hidden_overviews(self._graph)

    def has_list(self, kind: str) -> bool:
        """Return whether the site has the list of a kind: it may have no entries."""
        return is_list_shown(kind, self._graph)

    def index(self, kind: str) -> str:
        """Return the address of the list of all entries of a kind."""
        return self.href(self._addresses.index(kind))

    def chosen(self, kind: str, **choices: str) -> str:
        """Return the address of the list of a kind with choices made, by the names of its facets;
        that of the whole list when it is too short to have any. filter.js reads them there.
        """
        return self.index(kind) + choices_in_address(self._graph, self._language, kind, choices)

    def entry(self, entry: Entry) -> str:
        """Return the address of an entry's page."""
        return self.href(self._addresses.entry(entry))

    def link(self, entry: Entry, words: str = "") -> Markup:
        """Return a link to an entry with its title, or with other words."""
        # Links are most of what a page is made of. Both parts of one are escaped here.
        return markup(self._link(entry, escape(words)))

    def _link(self, entry: Entry, words: str = "") -> str:
        anchor = self._anchors.get(entry.id)
        if anchor is None:
            anchor = escape(self._addresses.entry(entry)), escape(entry.title), self._mark(entry)
            self._anchors[entry.id] = anchor
        address, title, mark = anchor
        href = f"{self._up}{address}" if self._up is not None else escape(self.entry(entry))
        return f'<a href="{href}">{words}</a>' if words else f'<a{mark} href="{href}">{title}</a>'

    def _mark(self, entry: Entry) -> str:
        """Return the attribute that gives the title of an area a stitch in its colour."""
        return f' class="ls-stitch {self._hues.hue(entry)}"' if isinstance(entry, Area) else ""

    def linked_list(self, entries: Iterable[Entry]) -> Markup:
        """Return a list of links to entries, each with its badge."""
        items = [f"<li>{self._link(entry)}{self.badge(entry)}</li>" for entry in entries]
        return markup(f'<ul class="ls-list">{"".join(items)}</ul>')

    def link_to(self, entry_id: str | None) -> Markup:
        """Return a link to the entry with this id; its id alone when it does not exist."""
        entry = self._graph.find(entry_id) if entry_id else None
        return self.link(entry) if entry else Markup(escape(entry_id or ""))  # noqa: S704

    def page_link(self, page: ProsePage) -> Markup:
        """Return a link to a written page."""
        return Markup(  # noqa: S704 - both parts are escaped here
            f'<a href="{escape(self.href(page.address))}">{escape(page.title)}</a>'
        )

    def mentioned(self, holder: Entry | ProsePage) -> Markup:
        """Return a link to an entry or page that mentions something."""
        return self.link(holder) if isinstance(holder, Entry) else self.page_link(holder)

    def mention(self, entry_id: str, label: str) -> str:
        """Return the link for a mention; `label` is HTML already."""
        entry = self._graph.find(entry_id)
        if entry is None:
            if national := self._graph.find_upstream(entry_id):
                return self._national(entry_id.partition(":")[0], *national, label)
            return plain_mention(entry_id, label)
        # With words of its own: the title of an area has its stitch, and no text is for stitches.
        return self._link(entry, label or escape(entry.title))

    def _national(self, name: str, catalogue: Catalogue, entry: CatalogueEntry, label: str) -> str:
        """Return a link to the page here about an entry of a strategy above, or else to its page
        there; its title alone if nobody knows where that is.
        """
        if row := self._treated.get(name, {}).get(entry.id):
            return self._national_page(name, entry.id, label or escape(row.title))
        words = label or escape(entry.title)
        address = catalogue.page(entry)
        return f'<a href="{escape(address)}" rel="external">{words}</a>' if address else words

    def _national_page(self, name: str, entry_id: str, words: str) -> str:
        href = self.href(self._addresses.national_goal(name, entry_id))
        return f'<a href="{escape(href)}">{words}</a>'

    def national_goal(self, goal: NationalGoal) -> Markup:
        """Return a link to the page here about a national goal."""
        return markup(self._national_page(goal.upstream, goal.entry.id, escape(goal.title)))

    def national(self, written_id: str, words: str = "") -> Markup:
        """Return a link to what `ks:id` stands for, with what is decided about it."""
        national = self._graph.find_upstream(written_id)
        if national is None:
            return markup(escape(words or written_id))
        name = written_id.partition(":")[0]
        row = self._treated.get(name, {}).get(national[1].id)
        return markup(f"{self._national(name, *national, escape(words))}{self._decided(row)}")

    @cached_property
    def _treated(self) -> Mapping[str, Mapping[str, Treatment]]:
        """What is said here about the entries above that have a page here, by their ids, by the
        names of the strategies.
        """
        corpus = self._graph.corpus
        return {
            name: {row.entry.id: row for row in treatments(corpus, name)}
            for name in corpus.upstreams
        }

    def upstream_entries(self, entry: Entry) -> Markup:
        """Return a list of links to what an entry names in strategies above, with what is decided
        about it; empty without any.
        """
        followed = self._graph.corpus.upstreams
        items = [
            f"<li>{link} ({escape(followed[name].title)}){self._decided(row)}</li>"
            for name, row, link in self._named_above(entry)
        ]
        return markup(f'<ul class="ls-list">{"".join(items)}</ul>' if items else "")

    def national_links(self, entry: Entry) -> Markup:
        """Return the same links in a line, without whose they are."""
        return markup(", ".join(link for _, _, link in self._named_above(entry)))

    def _named_above(self, entry: Entry) -> Iterator[tuple[str, Treatment | None, str]]:
        """Yield what an entry names in strategies above: the short name of the strategy, what is
        said here about it, and the link.
        """
        for written_id in self._graph.upstream_ids(entry.id):
            name, _, national_id = written_id.partition(":")
            if national := self._graph.find_upstream(written_id):
                row = self._treated.get(name, {}).get(national_id)
                yield name, row, self._national(name, *national, "")

    def _decided(self, row: Treatment | None) -> str:
        """Return the badge of what is decided about a national goal."""
        if row is None:
            return ""
        style = f"ls-status ls-adoption ls-adoption--{state_key(row.state)}"
        return f' <span class="{style}">{escape(state_words(row.state, self._language))}</span>'

    def facts(self, group: Group | None) -> Markup:
        """Return linked entries as a term with its definition; nothing when there are none."""
        if group is None:
            return Markup("")
        items = [self._link(entry) for entry in group.entries]
        held = items[0] if len(items) == 1 else f"<ul><li>{'</li><li>'.join(items)}</li></ul>"
        # The label is escaped here, links above.
        return markup(f"<div><dt>{escape(group.label)}</dt><dd>{held}</dd></div>")

    def source(self, source: Source) -> Markup:
        """Return a source in a line: title with its address, publisher, date and note."""
        title = written(source.title)
        if source.url:
            title = f'<a href="{written(source.url)}" rel="external">{title}</a>'
        publisher = f", {written(source.publisher)}" if source.publisher else ""
        if source.date:
            dated = f", {written(self.date(source.date))}"
        else:
            dated = f" ({written(self._language.text('undated source'))})"
        note = f". {written(source.note)}" if source.note else ""
        return markup(f"{title}{publisher}{dated}{note}")

    def website(self, address: str) -> Markup:
        """Return a link to the site of an entry, with words that say where it leads."""
        host = urlsplit(address).hostname or address
        words = self._language.text("Read more at {site}").format(site=host.removeprefix("www."))
        return markup(f'<a href="{written(address)}" rel="external">{escape(words)}</a>')

    def wording_source(self, goal: Goal) -> Markup:
        """Return the text that the title of a goal is from: by its title, if the goal has it among
        its sources.
        """
        address = written(goal.wording_source or "")
        cited = (source.title for source in goal.sources if source.url == goal.wording_source)
        title = written(next(cited, goal.wording_source or ""))
        if not address.startswith(("https://", "http://")):
            return markup(title)
        return markup(f'<a href="{address}" rel="external">{title}</a>')
