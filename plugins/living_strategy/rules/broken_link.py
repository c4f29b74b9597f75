"""A link in a text that leads to no page or file of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.destinations import Destinations, WrittenLink, written_links
from living_strategy.rules.rule import Rule

CODE = Code(
    "broken-link",
    Severity.ERROR,
    message="The link to “{target}” leads to no page or file of the site.",
    messages={"empty": "The link has no address."},
    hint="Check the path. On a page it is written as seen from the folder of the file, in an entry as seen from strategy/. To link to an entry, write [[id]].",
    hint_near="To link to this entry, write [[{near}]].",
    hints={
        "empty": "Write between the round brackets where it leads, or take the brackets out.",
        "image": "Put the image under strategy/, and check that the name is the same to the letter.",
        "computer": "This is a file on one computer, which nobody else can open. Put it under strategy/ and link to it there, or link to its address on the web.",
        "web": "The address of another site begins with https://. Without it, it is looked for on this site.",
        "mail": "Write mailto: in front of an e-mail address.",
        "root": "A link that begins with / leads to this site itself. Check the path; to another site, write the whole address, with https://.",
        "door": "Write an address of this site as it stands after the name of the site, such as “{example}”, or the id of an entry.",
        "settings": "This file is read by the program and not published. Link to the page that shows what it says, or write [[id]].",
        "switched-off": "This strategy has switched it off. Take the link out, or take the line “{switch}: off” out under “use” in strategy/strategy.yml.",
        "left-out": "The file is there, but the site leaves it out. Take the link out, or let the file be published.",
    },
    meaning="Links in texts lead to written pages and files below strategy/, to lists, overviews and data files of the site, or to addresses on the web.",
    wrong="[Les om målene](maal.md)",
    right="[Les om målene](mal/index.md)",
)
# What a target looks like that was meant for somewhere else.
_FORMS = {
    # C:/ and the folders that hold people's own files.
    "computer": re.compile(r"/?[A-Za-z]:|/(?:Users|home|Volumes|mnt)/"),
    "web": re.compile(r"www\.|[\w-]+(?:\.[\w-]+)*\.(?:no|com|net|org|eu|info|io)(?:/|$)", re.I),
    "mail": re.compile(r"[^/@\s]+@[\w.-]+$"),
}
_ENDING = re.compile(r"\.(?:md|yml|yaml|html)$")
_NO_PATH = re.compile(r"[?#].*")


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report links to what is not on the site; images too."""
    site = Destinations(graph, context)
    for written in written_links(graph):
        target = written.link.target
        if not target or (written.way and not site.exists(written.path)):
            params = {"target": target, **_way_out(graph, written, site)}
            yield Diagnostic(CODE.name, written.location, params, written.ref)
    yield from _broken_doors(graph, site)


def _broken_doors(graph: Graph, site: Destinations) -> Iterator[Diagnostic]:
    """Report ways from the front page that lead nowhere. Ids of entries are references."""
    for index, door in enumerate(graph.corpus.settings.doors):
        for number, way in enumerate(door.ways):
            path = _NO_PATH.sub("", way.to)
            if not way.is_entry and not site.exists(path):
                location = graph.locate("", ("doors", index, "ways", number, "to"))
                params = {"case": "door", "example": site.example}
                if switch := site.switched_off(path):
                    params = {"case": "switched-off", "switch": switch}
                yield Diagnostic(CODE.name, location, {"target": way.to, **params})


def _way_out(graph: Graph, written: WrittenLink, site: Destinations) -> Mapping[str, str]:
    """Tell what the link was probably meant to be."""
    path = written.path
    if not written.link.target:
        return {"case": "empty"}
    for case, form in _FORMS.items():
        if form.match(written.way):
            return {"case": case}
    if switch := site.switched_off(path):
        return {"case": "switched-off", "switch": switch}
    if _left_out(graph, path):
        return {"case": "left-out"}
    if written.link.is_image:
        return {"case": "image"}
    if entry := graph.find(_ENDING.sub("", path).rpartition("/")[2]):
        return {"near": entry.id}
    if path.endswith((".yml", ".yaml", "registers")):
        return {"case": "settings"}
    return {"case": "root"} if written.way.startswith("/") else {}


def _left_out(graph: Graph, path: str) -> bool:
    names = {path, f"{path}.md", f"{path}/index.md", f"{path}/README.md"}
    return not names.isdisjoint(graph.corpus.left_out)


RULE = Rule(CODE, check)
