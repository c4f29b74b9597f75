"""Texts of a page: what people wrote, as it stands at its place on the page."""

from __future__ import annotations

import datetime
import re
from html import escape

from markupsafe import Markup

from living_strategy.content.corpus import ProsePage
from living_strategy.content.graph import Graph
from living_strategy.language import Language
from living_strategy.model import Entry, Term
from living_strategy.site.addresses import Addresses, LinkResolver
from living_strategy.site.markdown.bodies import Bodies
from living_strategy.site.markdown.definitions import Definitions
from living_strategy.site.markdown.marks import fill
from living_strategy.site.markdown.written_page import below_title, title_and_rest, written_body
from living_strategy.site.page_links import PageLinks
from living_strategy.site.page_words import markup

_HEADING = re.compile(r"(</?h)([2-6])(?=[ >])")
_ID = re.compile(r'(<[a-z][a-z0-9]*(?:\s(?:[^<>"]|"[^"]*")*?)?)\sid="[^"]*"')


class PageTexts(PageLinks):
    """Texts with their links as seen from the page, and the meaning of terms at their first use."""

    def __init__(
        self,
        graph: Graph,
        language: Language,
        addresses: Addresses,
        resolve: LinkResolver,
        bodies: Bodies,
        today: datetime.date,
    ) -> None:
        super().__init__(graph, language, addresses, resolve, today)
        self._bodies = bodies
        terms = graph.active(Term)
        self._definitions = Definitions(terms)
        self._pages_of_terms = {addresses.entry(term): term.id for term in terms}

    def move_to(self, path: str) -> None:
        """Move to another page."""
        super().move_to(path)
        # The page of a term says at its top what it means.
        self._defined = {self._pages_of_terms.get(path, "")}

    def body(self, text: str) -> Markup:
        """Return a Markdown text as it stands on this page, with the meaning of its terms."""
        return Markup(self.defined(self._html(text)))  # noqa: S704 - sanitised when it was rendered

    def defined(self, html: str) -> str:
        """Return a finished text in which the first use of each term opens its meaning."""
        return self._definitions.marked(html, self._defined, self.entry)

    def report(self, text: str, entry: Entry | None = None) -> Markup:
        """Return a Markdown text that is one of several on the page, below a heading of the third
        level. Nothing in it has an id, because others may have the same. In print its own links
        lead to the page of the entry.
        """
        return self._below(self._html(text), 3, self.entry(entry) if entry else "")

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
        return markup(f'<div lang="{page.language}">{text}</div>') if page.language else text

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
