"""Page helpers: links, dates, numbers and words, as the templates of a page need them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial
from html import escape
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from living_strategy.content.corpus import ProsePage
from living_strategy.content.graph import Graph
from living_strategy.figures.goal_wording import wording_words
from living_strategy.figures.overdue import Overdue
from living_strategy.figures.result_words import amount_words
from living_strategy.figures.signal_words import signal_words
from living_strategy.figures.signals import Signal
from living_strategy.figures.status_age import is_doubtful
from living_strategy.language import Language
from living_strategy.model import Area, Entry, Goal, Measure, Project, Term
from living_strategy.model.goal import Standing
from living_strategy.model.values import Source, Status, Unit
from living_strategy.partial_date import PartialDate
from living_strategy.site.addresses import Addresses, LinkResolver, relative_link
from living_strategy.site.groups import Group
from living_strategy.site.hues import Hues
from living_strategy.site.icons import icon
from living_strategy.site.list_choices import choices_in_address
from living_strategy.site.markdown.bodies import Bodies
from living_strategy.site.markdown.definitions import Definitions
from living_strategy.site.markdown.marks import fill, plain_mention
from living_strategy.site.markdown.written_page import below_title, title_and_rest, written_body
from living_strategy.site.status_words import status_words
from living_strategy.site.template_runtime import written

_HEADING = re.compile(r"(</?h)([2-6])(?=[ >])")
# Makes HTML of a text that is HTML already. `Markup(…)` asks it first, which takes longer than all
# else that is done for a link.
_markup: Callable[[str], Markup] = partial(str.__new__, Markup)
_ID = re.compile(r'(<[a-z][a-z0-9]*(?:\s(?:[^<>"]|"[^"]*")*?)?)\sid="[^"]*"')


class PageHelpers:
    """Helpers for the page that is being made. Its path decides what every link looks like.

    In templates it is `here`, and its methods in `filters` are filters: `entry|link`,
    `milestone.date|date`. (Jinja calls a filter several times faster than a method.)
    """

    def __init__(
        self,
        graph: Graph,
        language: Language,
        addresses: Addresses,
        resolve: LinkResolver,
        bodies: Bodies,
        today: datetime.date,
        path: str = "",
    ) -> None:
        self._graph = graph
        self._language = language
        self._addresses = addresses
        self._resolve = resolve
        self._bodies = bodies
        self._today = today
        self._statuses: dict[tuple[Status, str], Markup] = {}
        self._hues = Hues(graph)
        # What every page says of an entry in the same way, by its id; all texts are escaped.
        self._anchors: dict[str, tuple[str, str, str]] = {}
        self._states: dict[str, Markup] = {}
        self._terms: dict[Any, str] = {}
        terms = graph.active(Term)
        self._definitions = Definitions(terms)
        self._pages_of_terms = {addresses.entry(term): term.id for term in terms}
        self.move_to(path)

    def move_to(self, path: str) -> None:
        """Move to another page."""
        self.path = path
        self.root = self._resolve(path, "")
        # The page of a term says at its top what it means.
        self._defined = {self._pages_of_terms.get(path, "")}
        # What all relative links from here begin with.
        self._up = "../" * path.count("/") if self._resolve is relative_link else None

    def filters(self) -> dict[str, Callable[..., Any]]:
        """Return the methods that templates use as filters."""
        return {
            "address": self.entry,
            "link": self.link,
            "link_to": self.link_to,
            "page_link": self.page_link,
            "linked_list": self.linked_list,
            "source": self.source,
            "website": self.website,
            "mentioned": self.mentioned,
            "body": self.body,
            "report": self.report,
            "chapter": self.chapter,
            "written": self.written,
            "facts": self.facts,
            "date": self.date,
            "day": self.day,
            "number": self._language.number,
            "percent": self._language.percent,
            "money": self.money,
            "millions": self._language.millions,
            "amount": self.amount,
            "term": self.term,
            "status": self.status,
            "state": self.state,
            "badge": self.badge,
            "signal": self.signal,
            "wording": self.wording,
            "wording_source": self.wording_source,
            "icon": self.icon,
            "hue": self._hues.hue,
            "areas": self._hues.areas,
            "thread": self._hues.thread,
        }

    @staticmethod
    def overdue_milestones(deadlines: Iterable[Overdue]) -> frozenset[tuple[str, PartialDate]]:
        """Return title and date of the overdue milestones, to be looked up one by one."""
        return frozenset(
            (deadline.milestone, deadline.due) for deadline in deadlines if deadline.milestone
        )

    def href(self, path: str) -> str:
        """Return the address of another page or file, as seen from here."""
        return self._resolve(self.path, path)

    def view(self, word: str) -> str:
        """Return the address of an overview."""
        return self.href(self._addresses.view(word))

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
        return _markup(self._link(entry, escape(words)))

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
        return _markup(f'<ul class="ls-list">{"".join(items)}</ul>')

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
        return _markup(f"{title}{publisher}{dated}{note}")

    def website(self, address: str) -> Markup:
        """Return a link to the site of an entry, with words that say where it leads."""
        host = urlsplit(address).hostname or address
        words = self._language.text("Read more at {site}").format(site=host.removeprefix("www."))
        return _markup(f'<a href="{written(address)}" rel="external">{escape(words)}</a>')

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

    def facts(self, group: Group | None) -> Markup:
        """Return linked entries as a term with its definition; nothing when there are none."""
        if group is None:
            return Markup("")
        items = [self._link(entry) for entry in group.entries]
        held = items[0] if len(items) == 1 else f"<ul><li>{'</li><li>'.join(items)}</li></ul>"
        # The label is escaped here, links above.
        return _markup(f"<div><dt>{escape(group.label)}</dt><dd>{held}</dd></div>")

    def body(self, text: str) -> Markup:
        """Return a Markdown text as it stands on this page, with the meaning of its terms."""
        return Markup(self.defined(self._html(text)))  # noqa: S704 - sanitised when it was rendered

    def defined(self, html: str) -> str:
        """Return a finished text in which the first use of each term opens its meaning."""
        return self._definitions.marked(html, self._defined, self.entry)

    def report(self, text: str) -> Markup:
        """Return a Markdown text that is one of several on the page, below a heading of the third
        level. Nothing in it has an id, because others may have the same.
        """
        return self._below(self._html(text), 3, "")

    def chapter(self, entry: Entry, level: int) -> Markup:
        """Return the text of an entry below a heading of this level, as one of many on the page."""
        return self._below(self._html(entry.description), level, self.entry(entry))

    def written(self, page: ProsePage, level: int) -> Markup:
        """Return the text of a written page below a heading of this level, as one of many on the
        page. Its own title is left out, because that is the heading.
        """
        html = fill(written_body(page, self._bodies), self.root, self.mention)
        text = self._below(title_and_rest(html)[1], level, self.href(page.address))
        # A code of letters, digits and hyphens; the text is HTML already.
        return _markup(f'<div lang="{page.language}">{text}</div>') if page.language else text

    def _html(self, text: str) -> str:
        """Return the HTML of a Markdown text. No `Markup`, which escapes what is put into it: that
        is what replacing with a template does in Python 3.11.
        """
        return fill(below_title(self._bodies.html(text)), self.root, self.mention)

    def _below(self, html: str, level: int, address: str) -> Markup:
        """Lower the headings of a text below a heading of this level. It loses its ids, and
        links to them lead to the page at `address`, where they have them.
        """
        html = _HEADING.sub(
            lambda heading: f"{heading[1]}{min(6, int(heading[2]) + level - 1)}", html
        )
        own = f'href="{escape(address)}'
        if ' id="' in html:
            html = _ID.sub(r"\1", html)
        html = html.replace('href="#', f"{own}#").replace('href="?', f"{own}?")
        return Markup(html)  # noqa: S704 - sanitised when it was rendered

    def mention(self, entry_id: str, label: str) -> str:
        """Return the link for a mention; `label` is HTML already."""
        entry = self._graph.find(entry_id)
        if entry is None:
            return plain_mention(entry_id, label)
        # With words of its own: the title of an area has its stitch, and no text is for stitches.
        return self._link(entry, label or escape(entry.title))

    def date(self, value: PartialDate | None) -> str:
        """Return a date in words; empty when it is not known."""
        return self._language.date(value) if value else ""

    def day(self, value: datetime.date) -> str:
        """Return a day of the calendar in words."""
        return self._language.date(PartialDate(value.isoformat()))

    def money(self, value: int | None) -> str:
        """Return kroner, or the word for unknown when there is no sum."""
        language = self._language
        return language.text("not known") if value is None else language.money(value)

    def amount(self, value: Decimal, unit: Unit) -> str:
        """Return a value of an indicator in its unit."""
        return amount_words(value, unit, self._language)

    def term(self, value: Any) -> str:
        """Return the word for a value of a closed vocabulary."""
        # Values of different vocabularies may be equal as texts.
        key = (type(value), value)
        word = self._terms.get(key)
        if word is None:
            word = self._terms[key] = self._language.term(value)
        return word

    def badge(self, entry: Entry) -> Markup:
        """Return the badge beside the link of an entry: its status, or that it is a proposal."""
        if isinstance(entry, Measure | Project):
            return _markup(f" {self.state(entry)}")
        if isinstance(entry, Goal) and entry.standing is Standing.PROPOSED:
            word = escape(self.term(entry.standing))
            return Markup(f' <span class="ls-tag">{word}</span>')  # noqa: S704 - escaped above
        return Markup("")

    @staticmethod
    def icon(name: str) -> Markup:
        """Return the drawing of a kind, or of something else that has one, as SVG."""
        return icon(name)

    def signal(self, signal: Signal) -> str:
        """Return the sentence of a signal, with how long ago it was."""
        return signal_words(signal, self._language)

    def wording(self, goal: Goal) -> str:
        """Return whose words the title of a goal is in; empty where nobody has said so."""
        return wording_words(goal, self._language)

    def wording_source(self, goal: Goal) -> Markup:
        """Return the text that the title of a goal is from: by its title, if the goal has it among
        its sources.
        """
        address = written(goal.wording_source or "")
        cited = (source.title for source in goal.sources if source.url == goal.wording_source)
        title = written(next(cited, goal.wording_source or ""))
        if not address.startswith(("https://", "http://")):
            return _markup(title)
        return _markup(f'<a href="{address}" rel="external">{title}</a>')

    def state(self, entry: Measure | Project) -> Markup:
        """Return the status of an entry as a badge with its year; one that may no longer be true
        looks different.
        """
        state = self._states.get(entry.id)
        if state is None:
            words = status_words(entry, self._language, self._today)
            older = " ls-older" if is_doubtful(entry, self._today) else ""
            state = self._states[entry.id] = self._badge(entry.status, words, older)
        return state

    def status(self, value: Status) -> Markup:
        """Return a status by itself as a badge, as in a key; that of an entry is its `state`."""
        return self._badge(value, self.term(value))

    def _badge(self, value: Status, words: str, older: str = "") -> Markup:
        """Return a word and a shape, so that colour is never needed to read it."""
        badge = self._statuses.get((value, words))
        if badge is None:
            badge = self._statuses[value, words] = Markup(  # noqa: S704 - words are escaped here
                f'<span class="ls-status ls-status--{value.value}{older}">{escape(words)}</span>'
            )
        return badge
