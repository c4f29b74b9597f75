"""A text that tells readers to press what is not on the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from living_strategy.content.corpus import ProsePage, Record, TextField
from living_strategy.content.graph import Graph
from living_strategy.content.markdown.prose import blank_code
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "dead-advice",
    Severity.WARNING,
    message="Readers are told of “{words}”, which is on no page of this site.",
    hint="Give the address of the repository, as repo_url in mkdocs.yml or with --edit-url. If the site shall have none, say it in another way.",
    hints={
        "contact": "Add “contact:” to strategy/strategy.yml, or say it in another way.",
        "either": "Give the address of the repository, as repo_url in mkdocs.yml or with --edit-url, or add “contact:” to strategy/strategy.yml. If the site shall have none of them, say it in another way.",
        "form": "The form needs “form:” in strategy/strategy.yml, the address of the repository, and its programs, which the command “forms” fetches. If the site shall have none, say it in another way.",
    },
    meaning="A site shows only the ways to propose changes that it has, and a text that tells readers to press something else leads them nowhere. Words of such links count when they stand in quotation marks, in bold type or in italics. “check” knows what the settings say; a build knows the address of the repository, too. A page that says when each of them is there has “ways: conditional” at its top, and is not looked at.",
    wrong="Er noe feil? Trykk på «Fyll ut skjemaet».",
    right="Er noe feil? Skriv til postmottak@lillevik.example.",
)
# Quotations have a mark on each of their lines.
_BLANK = r"[\s>]+"
# A link of the text's own leads somewhere, however its words are written.
_MARKS = "«“„\"”'*_"
_OPENING, _CLOSING = f"[{_MARKS}]", r"[.,:]?[»”“\"'*_](?![»”“\"'*_]*\]\()"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report words of links and buttons in quotation marks, bold type or italics, where the site has none of
    the kind. Examples in code say nothing about the site.
    """
    if not context.named_ways:
        return
    known = {words.casefold(): words for words in context.named_ways}
    words = "|".join(re.escape(name).replace(r"\ ", _BLANK) for name in known)
    expression = re.compile(rf"{_OPENING}(?P<words>{words}){_CLOSING}", re.IGNORECASE)
    shown: frozenset[str] | None = None
    for holder, text in _texts(graph):
        # Most texts have no such mark, which is sooner known.
        if not any(mark in text.text for mark in _MARKS) or not expression.search(text.text):
            continue
        shown = context.shown_ways() if shown is None else shown
        for match in expression.finditer(blank_code(text.text)):
            # An expression takes more letters for the same than texts do, such as i and ı.
            name = known.get(re.sub(_BLANK, " ", match["words"]).casefold())
            if name and name not in shown:
                yield _finding(holder, text, match, name, context.named_ways[name])


def _texts(graph: Graph) -> Iterable[tuple[Record | ProsePage, TextField]]:
    for record in graph.corpus.records.values():
        yield from ((record, text) for text in record.texts)
    yield from ((page, page.text) for page in graph.corpus.prose if not page.has_conditional_ways)


def _finding(
    holder: Record | ProsePage, text: TextField, match: re.Match[str], name: str, need: str
) -> Diagnostic:
    base = holder.base if isinstance(holder, Record) else ()
    location = holder.source.locate_in_text(
        text.path, text.text, match.start("words"), match["words"], base=base
    )
    params = {"words": name} | ({} if need == "address" else {"case": need})
    ref = holder.entry.id if isinstance(holder, Record) else ""
    return Diagnostic(CODE.name, location, params, ref)


RULE = Rule(CODE, check)
