"""Words of the links and buttons that lead to a proposal, as texts name them, and which of them a
site has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from living_strategy.content.graph import Graph
from living_strategy.language import Language
from living_strategy.model import KINDS, Entry, Measure, Project
from living_strategy.site.ways_to_propose import FormDoors, WaysToPropose

# Where files would be edited if the repository were known, at a host that takes issues.
_SUPPOSED = "https://github.com/owner/name/edit/main/{path}"


def named_ways(language: Language) -> Mapping[str, str]:
    """Return the words of every link and button, each with what a site must have for it: `address`
    of its files, `contact`, `form`, or `either` of the first two.
    """
    text = language.text
    return {
        text("Suggest a change"): "either",
        text("Report a new status"): "either",
        text("Tell the editors what is wrong"): "address",
        text("Change the text yourself"): "address",
        text("Write to us about a change"): "contact",
        text("Tell the editors what the status is"): "address",
        text("Write to us about the status"): "contact",
        text("Fill in the form"): "form",
        text("Try the form"): "form",
    }


def supposed_ways(graph: Graph, language: Language) -> WaysToPropose:
    """Return the ways of a site whose address is not known: those that the settings allow."""
    names = graph.entries if graph.corpus.settings.form is not None else ()
    doors = FormDoors("", dict.fromkeys(names, "admin/"), dict.fromkeys(names, "admin/"))
    return WaysToPropose(graph, language, _SUPPOSED, doors)


def shown_ways(graph: Graph, language: Language, ways: WaysToPropose) -> frozenset[str]:
    """Return the words of those links and buttons that some page of the site shows."""
    text = language.text
    of_pages = set(_of_pages(graph, ways))
    shown = {*of_pages, *_of_reports(graph, language, ways)}
    if text("Fill in the form") in of_pages:
        shown.add(text("Try the form"))
    # Pages of overviews lead to their file with these words, others where there is a choice.
    if len(of_pages) > 1 or text("Change the text yourself") in of_pages:
        shown.add(text("Suggest a change"))
    return frozenset(shown)


def _of_pages(graph: Graph, ways: WaysToPropose) -> Iterator[str]:
    """Yield the words of the ways to propose a change."""
    for entry in _one_of_each(graph):
        found = ways.of_page(entry.id, entry.title, graph.record(entry.id).source.path)
        yield from (way.words for way in found)
    in_form = (way for entry_id in graph.entries for way in ways.in_form(entry_id, ""))
    yield from (way.words for way in islice(in_form, 1))


def _of_reports(graph: Graph, language: Language, ways: WaysToPropose) -> Iterator[str]:
    """Yield the words above the ways to report a status, and theirs where there is a choice."""
    for entry in _one_of_each(graph):
        if isinstance(entry, Measure | Project):
            found = ways.to_report(entry, "")
            yield from [language.text("Report a new status")] if found else []
            yield from (way.words for way in found if len(found) > 1)


def _one_of_each(graph: Graph) -> Iterable[Entry]:
    """Yield one entry of each kind that there is, in force where one is."""
    for kind in KINDS:
        entries = graph.of_kind(kind)
        yield from sorted(entries, key=lambda entry: bool(entry.retired))[:1]
