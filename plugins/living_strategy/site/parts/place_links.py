"""Links to the pages of municipalities and counties from the pages of entries that name them."""

from __future__ import annotations

from markupsafe import Markup

from living_strategy.model import Entry
from living_strategy.model.municipality import Municipality
from living_strategy.site.context import ViewContext


def place_link(municipality: Municipality, entry: Entry, context: ViewContext) -> Markup:
    """Return a link to a municipality or county from the page of an entry. An entry that names
    one is what its page is made for, so that it is there.
    """
    register = context.graph.corpus.municipalities
    address = context.addresses.municipality(municipality.number, register)
    href = context.resolve(context.addresses.entry(entry), address)
    return Markup('<a href="{}">{}</a>').format(href, register.label(municipality.number))
