"""Links to the pages of municipalities and counties from the pages of entries that name them."""

from __future__ import annotations

from markupsafe import Markup, escape

from living_strategy.figures.presence import is_overview_in_use
from living_strategy.model import Entry
from living_strategy.model.municipality import Municipality
from living_strategy.site.context import ViewContext


def place_link(municipality: Municipality, entry: Entry, context: ViewContext) -> Markup:
    """Return a link to a municipality or county from the page of an entry. An entry that names
    one is what its page is made for, so that it is there; only the name where there are no such
    pages.
    """
    register = context.graph.corpus.municipalities
    if not is_overview_in_use("municipalities", context.settings):
        return Markup(escape(register.label(municipality.number)))  # noqa: S704 - escaped here
    address = context.addresses.municipality(municipality.number, register)
    href = context.resolve(context.addresses.entry(entry), address)
    return Markup('<a href="{}">{}</a>').format(href, register.label(municipality.number))
