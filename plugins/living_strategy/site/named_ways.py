"""Words of the links and buttons that lead to a proposal, as texts name them, and which of them a
site has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
        text("Fill in the form"): "form",
        text("Try the form"): "form",
    }


def supposed_ways(graph: Graph, language: Language) -> WaysToPropose:
    """Return the ways of a site whose address is not known: those that the settings allow."""
    has_form = graph.corpus.settings.form is not None
    doors = FormDoors("", dict.fromkeys(graph.entries, "admin/") if has_form else {})
    return WaysToPropose(graph, language, _SUPPOSED, doors)


def shown_ways(graph: Graph, language: Language, ways: WaysToPropose) -> frozenset[str]:
    """Return the words of those links and buttons that some page of the site shows."""
    text = language.text
    shown = set()
    for entry in _one_of_each(graph):
        name, source = entry.id, graph.record(entry.id).source.path
        found = [way.words for way in ways.of_page(name, entry.title, source)]
        shown.update(found)
        if isinstance(entry, (Measure, Project)) and ways.to_report(entry):
            shown.add(text("Report a new status"))
    in_form = [way for entry_id in graph.entries for way in ways.in_form(entry_id, "")[:1]][:1]
    if in_form:
        shown |= {in_form[0].words, text("Try the form")}
    # Pages of overviews lead to their file with these words, others where there is a choice.
    if len(shown & _of_pages(language)) > 1 or text("Change the text yourself") in shown:
        shown.add(text("Suggest a change"))
    return frozenset(shown)


def _of_pages(language: Language) -> set[str]:
    needs = {"address", "contact", "form"}
    apart = language.text("Try the form")
    return {words for words, need in named_ways(language).items() if need in needs} - {apart}


def _one_of_each(graph: Graph) -> Iterable[Entry]:
    """Yield one entry of each kind that there is, in force where one is."""
    for kind in KINDS:
        entries = graph.of_kind(kind)
        yield from sorted(entries, key=lambda entry: bool(entry.retired))[:1]
