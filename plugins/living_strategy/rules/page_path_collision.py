"""Two pages or files that would have the same address."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Location, Severity
from living_strategy.figures.presence import is_overview_in_use
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "page-path-collision",
    Severity.ERROR,
    message="The file would have the same address as {other}: {address}.",
    hint="Rename the file.",
    hints={
        "front": "The front page is made by the program. Give the page another name, such as om-strategien.md.",
    },
    meaning="Two pages cannot share an address: one of them would silently disappear. Capital letters make no difference.",
    wrong="strategy/mal/personvern.md beside goals/personvern.md",
    right="strategy/om-personvern.md",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report written pages that lie where a generated page lies, and pages and files that have
    the same address as another; one address in capital and small letters is the same.
    """
    first: dict[str, str] = {}
    addresses = [(page.address, page.source.path) for page in graph.corpus.prose]
    addresses += [(path, f"strategy/{path}") for path in graph.corpus.attachments]
    for address, path in addresses:
        holder = first.setdefault(address.casefold(), path)
        if holder != path:
            params = {"other": holder, "address": f"/{address}"}
            yield Diagnostic(CODE.name, Location(path), params, "", (Location(holder),))
        elif name := _generated(graph, context, address):
            case = {"case": "front"} if not address else {}
            yield Diagnostic(
                CODE.name, Location(path), {"other": name, "address": f"/{address}"} | case
            )


def _generated(graph: Graph, context: CheckContext, address: str) -> str:
    """Return the generated page with this address: the front page, a list or picture by its
    address, or an entry by its title. What is switched off takes no address.
    """
    word = context.addresses.get(address)
    if not address or (word and is_overview_in_use(word, graph.corpus.settings)):
        return f"/{address}"
    entry = context.entry_at(graph, address)
    return f"“{entry.title}”" if entry else ""


RULE = Rule(CODE, check)
