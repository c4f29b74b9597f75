"""The first use of a term on a page, with its meaning at hand.

A word that the register of terms explains becomes a button where a page first uses it. The browser
opens the meaning beside it, without a script; one that knows no popovers shows the meanings below
the text, as notes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from html import escape

from living_strategy.model.term import Term

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)(?:[^<>"]|"[^"]*")*>')
# Where a button must not stand, or where a word is a name and no use of it.
_CLOSED = frozenset(
    ("a", "abbr", "button", "caption", "code", "dt", "em", "figcaption", "h1", "h2", "h3", "h4",
     "h5", "h6", "pre", "summary", "th")
)  # fmt: skip
_EMPTY = frozenset(("br", "hr", "img", "wbr"))


class Definitions:
    """The terms of a strategy, to be found in the texts of its pages."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = {
            escape(word): term for term in terms for word in _written_forms(term) if word
        }

    @cached_property
    def _words(self) -> re.Pattern[str]:
        """Match any word, the longest first. Parts of words and of compounds are none."""
        longest_first = sorted(self._terms, key=lambda word: (-len(word), word))
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")

    def marked(self, html: str, seen: set[str], address: Callable[[Term], str]) -> str:
        """Return a text in which the first use of each term opens its meaning.

        Args:
            html: sanitised HTML without marks.
            seen: ids of the terms that the page has explained; those of this text are added.
            address: gives the address of a term, as seen from the page.
        """
        if not self._terms:
            return html
        used: list[Term] = []
        parts = [self._in_text(part, seen, used) for part in _parts(html)]
        notes = [_note(term, address(term)) for term in used]
        return "".join((*parts, *notes))

    def _in_text(self, part: tuple[str, bool], seen: set[str], used: list[Term]) -> str:
        text, is_open = part

        def button(match: re.Match[str]) -> str:
            term = self._terms[match[0]]
            if term.id in seen:
                return match[0]
            seen.add(term.id)
            used.append(term)
            return (
                f'<button type="button" class="ls-term" popovertarget="ls-term-{term.id}">'
                f"{match[0]}</button>"
            )

        return self._words.sub(button, text) if is_open else text


def _parts(html: str) -> Iterator[tuple[str, bool]]:
    """Yield what stands between tags, and tags, and whether a button may stand there."""
    closed = position = 0
    for match in _TAG.finditer(html):
        yield html[position : match.start()], not closed
        yield match[0], False
        position = match.end()
        if match[2] in _CLOSED - _EMPTY:
            closed += -1 if match[1] else 1
    yield html[position:], not closed


def _written_forms(term: Term) -> Iterator[str]:
    """Yield a term as it stands within a sentence and where one begins, and its other forms."""
    for word in (term.title, *term.forms):
        yield word
        yield word[:1].upper() + word[1:]
        # An abbreviation is written in capitals wherever it stands.
        if not word[1:2].isupper():
            yield word[:1].lower() + word[1:]


def _note(term: Term, address: str) -> str:
    link = f'<a href="{escape(address)}">{escape(term.title)}</a>'
    return (
        f'<div class="ls-definition" id="ls-term-{term.id}" popover data-pagefind-ignore>'
        f"<p><strong>{link}</strong>: {escape(term.summary)}</p></div>\n"
    )
