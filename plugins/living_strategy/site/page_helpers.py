"""Page helpers: links, dates, numbers and words, as the templates of a page need them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from living_strategy.content.graph import Graph
from living_strategy.language import Language
from living_strategy.site.addresses import Addresses, LinkResolver
from living_strategy.site.markdown.bodies import Bodies
from living_strategy.site.page_texts import PageTexts


class PageHelpers(PageTexts):
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
        super().__init__(graph, language, addresses, resolve, bodies, today)
        self.move_to(path)

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
            "upstream_entries": self.upstream_entries,
            "national_links": self.national_links,
            "national_goal": self.national_goal,
            "national": self.national,
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
