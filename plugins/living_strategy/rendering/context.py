"""What a view works with: the strategy, its language, links, bodies and templates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from markupsafe import Markup

from living_strategy.artifact import Page
from living_strategy.graph import Graph
from living_strategy.language import Language
from living_strategy.loading.corpus import ProsePage
from living_strategy.model import Entry
from living_strategy.model.values import Status
from living_strategy.partial_date import PartialDate
from living_strategy.rendering.addresses import Addresses, LinkResolver
from living_strategy.rendering.bodies import Bodies
from living_strategy.rendering.markdown_body import fill, plain_mention
from living_strategy.rendering.templates import Templates
from living_strategy.settings import Settings


@dataclass(frozen=True)
class ViewContext:
    """Everything a view may use. `resolve` gives the address of one page as seen from another."""

    graph: Graph
    settings: Settings
    language: Language
    today: date
    addresses: Addresses
    resolve: LinkResolver
    bodies: Bodies
    templates: Templates

    def page(self, path: str, template: str, *, title: str, description: str = "",
             source: str = "", in_menu: bool = False, modified: str = "", page_type: str = "",
             **values: Any) -> Page:
        """Render a template into a page at `path`."""
        here = self.here(path)
        content = self.templates.render(
            template, here=here, settings=self.settings, page_title=title, **values
        )
        return Page(
            path, page_type or template.removesuffix(".html"), title, description, content,
            source, in_menu, modified,
        )

    def here(self, path: str) -> Here:
        """The helpers of the page at `path`."""
        return Here(self, path)


class Here:
    """The helpers of one page: what they return depends on where the page lies."""

    def __init__(self, context: ViewContext, path: str) -> None:
        self._context = context
        self.path = path
        self.root = context.resolve(path, "")

    def href(self, path: str) -> str:
        """The address of another page or file, as seen from here."""
        return self._context.resolve(self.path, path)

    def view(self, word: str) -> str:
        """The address of a page that is there once."""
        return self.href(self._context.addresses.view(word))

    def index(self, kind: str) -> str:
        """The address of the list of all entries of a kind."""
        return self.href(self._context.addresses.index(kind))

    def entry(self, entry: Entry) -> str:
        """The address of an entry's page."""
        return self.href(self._context.addresses.entry(entry))

    def link(self, entry: Entry, words: str = "") -> Markup:
        """A link to an entry with its title, or with other words."""
        return Markup(  # noqa: S704 - both parts are escaped here
            f'<a href="{escape(self.entry(entry))}">{escape(words or entry.title)}</a>'
        )

    def link_to(self, entry_id: str | None) -> Markup:
        """A link to the entry with this id; its id alone when it does not exist."""
        found = self._context.graph.find(entry_id) if entry_id else None
        return self.link(found) if found else Markup(escape(entry_id or ""))  # noqa: S704

    def page_link(self, page: ProsePage) -> Markup:
        """A link to a written page."""
        return Markup(  # noqa: S704 - both parts are escaped here
            f'<a href="{escape(self.href(page.address))}">{escape(page.title)}</a>'
        )

    def mentioned(self, holder: Entry | ProsePage) -> Markup:
        """A link to whatever mentions something."""
        return self.link(holder) if isinstance(holder, Entry) else self.page_link(holder)

    def body(self, text: str) -> Markup:
        """A Markdown text as it stands on this page."""
        return Markup(  # noqa: S704 - sanitised when it was rendered
            fill(self._context.bodies.html(text), self.root, self.mention)
        )

    def mention(self, entry_id: str, label: str) -> str:
        """The link for a mention; `label` is HTML already."""
        found = self._context.graph.find(entry_id)
        if found is None:
            return plain_mention(entry_id, label)
        return f'<a href="{escape(self.entry(found))}">{label or escape(found.title)}</a>'

    def date(self, value: PartialDate | None) -> str:
        """A date in words; empty when it is not known."""
        return self._context.language.date(value) if value else ""

    def number(self, value: Any) -> str:
        """A number the Norwegian way."""
        return self._context.language.number(value)

    def money(self, value: int | None) -> str:
        """Kroner; the word for unknown when there is no sum."""
        language = self._context.language
        return language.text("not known") if value is None else language.money(value)

    def term(self, value: Any) -> str:
        """The word for a value of a closed vocabulary."""
        return self._context.language.term(value)

    def status(self, value: Status) -> Markup:
        """A status as a badge: a word and a shape, so that colour is never needed to read it."""
        return Markup(  # noqa: S704 - the word is escaped here
            f'<span class="ls-status ls-status--{value.value}">{escape(self.term(value))}</span>'
        )
