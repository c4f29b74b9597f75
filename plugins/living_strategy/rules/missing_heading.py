"""A link to a place on a page that the page does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from living_strategy.content.corpus import ProsePage, Record
from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity, nearest
from living_strategy.model import Entry
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.destinations import Destinations, WrittenLink, written_links
from living_strategy.rules.rule import Rule

CODE = Code(
    "missing-heading",
    Severity.WARNING,
    message="The link to “{target}” leads to no heading: none there is called “#{anchor}”.",
    hint="The headings there are called {choices}.",
    hint_near="Did you mean “#{near}”? The headings there are called {choices}.",
    hints={"none": "There are no headings to lead to: take out # and what follows."},
    meaning="What stands behind # in a link is the name of a heading, made like an id: lower-case letters a to z and digits, with hyphens between words. A link to a heading that is not there leads to the top of the page, or nowhere at all.",
    wrong="[Les om metoden](om.md#metode)",
    right="[Les om metoden](om.md#slik-gjorde-vi-det)",
)
# Parts of pages that the program makes have names of its own, which depend on what there is.
_OURS = "ls-"
# More names than anybody chooses from.
_MAX_CHOICES = 12


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report links to what is no heading of a written page or an entry, and links into lists and
    overviews, which have no headings that people wrote.
    """
    site = Destinations(graph, context)
    known: dict[str, tuple[str, ...] | None] = {}
    for written in written_links(graph):
        text = _text_there(site, written) if written.fragment else None
        if text is None:
            continue
        if text not in known:
            known[text] = context.anchors(text)
        anchors = known[text]
        if anchors is not None and written.fragment not in anchors:
            params = {"target": written.link.target, "anchor": written.fragment}
            params |= _choices(written.fragment, anchors)
            yield Diagnostic(CODE.name, written.location, params, written.ref)


def _text_there(site: Destinations, written: WrittenLink) -> str | None:
    """Return the text whose headings a link may lead to, if the names on its page are known."""
    holder: Record | ProsePage | Entry | None = written.holder
    if written.way:
        holder = site.holder_at(written.path)
    if isinstance(holder, ProsePage):
        return None if "written.html" in site.context.overrides else holder.source.body
    # Templates of the strategy's own may have any names.
    if written.fragment.startswith(_OURS) or site.context.overrides:
        return None
    if holder is None:
        return "" if site.is_overview(written.path) else None
    return (holder.entry if isinstance(holder, Record) else holder).description


def _choices(written: str, anchors: tuple[str, ...]) -> Mapping[str, str]:
    """Name the headings there are. Footnotes have names too, which nobody writes."""
    names = [name for name in anchors if ":" not in name]
    if not names:
        return {"case": "none"}
    more = ["…"] if len(names) > _MAX_CHOICES else []
    choices = ", ".join([*(f"#{name}" for name in names[:_MAX_CHOICES]), *more])
    return {"choices": choices, "near": nearest(written[:100], names)}


RULE = Rule(CODE, check)
