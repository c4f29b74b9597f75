"""A link on a written page that leads to no page or file of the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import KINDS
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "missing-page",
    Severity.ERROR,
    message="The link to “{target}” leads to no page or file of the site.",
    hint="Check the path: it is written as seen from the folder of this file. To link to an entry, write [[id]].",
    meaning="Links on a page lead to other pages and files below strategy/, to lists and overviews of the site, or to addresses on the web.",
    wrong="[Les om målene](maal.md)",
    right="[Les om målene](mal/index.md)",
)
_CHAPTER = re.compile(r"(^|/)(?:index|README)\.md$")
_SETTINGS = (".yml", ".yaml")
_KINDS = {kind.kind for kind in KINDS}


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report links that are written as seen from the file of the page they stand on, as Markdown
    editors and hosts of repositories read them.
    """
    written = {"", *(page.address for page in graph.corpus.prose)}
    for page in graph.corpus.prose:
        for link in page.links:
            path = _from_root(page.path, link.params["target"])
            address = _address(path)
            if (context.has_file(path) and not path.endswith(_SETTINGS)) or address in written:
                continue
            ours = context.is_reserved(path) or context.is_reserved(address)
            if not ours or _is_no_entry(graph, context, address):
                found = {"target": link.params["target"]}
                yield Diagnostic(CODE.name, page.locate_link(link), found)


def _from_root(page: str, target: str) -> str:
    """The path below `strategy/` that a link on a page leads to."""
    name = unquote(re.split(r"[?#]", target, maxsplit=1)[0])
    folder = posixpath.dirname(page)
    return posixpath.normpath(posixpath.join("/", folder, name)).lstrip("/")


def _address(path: str) -> str:
    """The address of the page of a Markdown file, which need not exist; a file's own if it is
    another.
    """
    address = _CHAPTER.sub(r"\1", path)
    return address.removesuffix(".md").rstrip("/") + "/" if address.strip("/") else ""


def _is_no_entry(graph: Graph, context: CheckContext, address: str) -> bool:
    """Whether an address lies where only pages of entries do, and is none. Lists have further
    pages, which are numbered.
    """
    folder, _, name = address.rstrip("/").rpartition("/")
    return (
        context.addresses.get(f"{folder}/") in _KINDS
        and not name.isdigit()
        and context.entry_at(graph, address) is None
        and not graph.corpus.may_exist(name)
    )


RULE = Rule(CODE, check)
