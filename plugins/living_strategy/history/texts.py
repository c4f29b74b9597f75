"""What a changed text says: the same, the same in another form, a word mended, something else."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto
from typing import NamedTuple

from living_strategy.content.markdown.prose import MENTION
from living_strategy.history.slips import common_beginning, may_be_slip

# More than this many words changed at once is another text, whatever it says.
MAX_WORDS = 2_000
# So are texts of a few words each, over and over: comparing takes time by how often they are
# the same. Running text of that length has less than a quarter of these pairs.
MAX_PAIRS = 50_000


class Rewording(Enum):
    """How much of a text is another."""

    LAYOUT = auto()
    """White space alone."""
    FORM = auto()
    """Punctuation, capital letters, emphasis, a word that stood twice."""
    SLIPS = auto()
    """Words that may be slips of the pen."""
    WORDS = auto()
    """Other words, another figure, another link."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How much of a text is another, and the pairs of words that may be slips."""

    rewording: Rewording
    slips: tuple[tuple[str, str], ...] = ()


# How far back the end of the sentence before is looked for.
_MAX_BEFORE = 80


class _Word(NamedTuple):
    """A word, figure, sign or link. `key` is what counts of it; a word knows where it stands."""

    written: str
    key: str
    text: str = ""
    place: int = 0

    @property
    def is_name(self) -> bool:
        """Whether it has a capital letter in the middle of a sentence."""
        before = self.text[max(0, self.place - _MAX_BEFORE) : self.place]
        return self.written[0].isupper() and not _SENTENCE_END.search(before)


# Signs of punctuation are no words, but a dash between figures and a sign before one are.
_TOKEN = re.compile(
    r"(?P<link>\[\[[^\[\]|\n]{1,120}|https?://[^\s)>\]\x22]+)"
    r"|(?P<figure>\d[^\W_]*(?:[.,:]\d+|[ \u00a0\u202f]\d{3}(?!\d))*)"
    r"|(?P<word>[^\W_]+(?:[-\u2010\u2011'’][^\W_]+)*)"
    r"|(?P<sign>(?<=\d)[-\u2010-\u2015](?=\d)|(?<!\w)[-\u2010-\u2015\u2212](?=\d)|[%‰§&@]|[^\w\s])"
)
_SENTENCE_END = re.compile(r"(?:\A|[.!?:|\n])[\s*_#>«“\x22(\[-]*\Z")
_NO_LETTERS = re.compile(r"[-\u2010\u2011'’\s]")


def difference(old: str, new: str) -> Difference:
    """Return what differs between two texts that are not the same."""
    start, end = _common_ends(old, new)
    middles = old[start : len(old) - end], new[start : len(new) - end]
    # What is common ends at a blank, so it is the same in all ways to write a letter.
    if not all(unicodedata.is_normalized("NFC", middle) for middle in middles):
        old, new = unicodedata.normalize("NFC", old), unicodedata.normalize("NFC", new)
        start, end = _common_ends(old, new)
        middles = old[start : len(old) - end], new[start : len(new) - end]
    if middles[0].split() == middles[1].split():
        return Difference(Rewording.LAYOUT)
    before = _words(old, start, len(old) - end)
    after = _words(new, start, len(new) - end)
    if [word.key for word in before] == [word.key for word in after]:
        return Difference(Rewording.FORM)
    if len(before) + len(after) > MAX_WORDS or _pairs(before, after) > MAX_PAIRS:
        return Difference(Rewording.WORDS)
    return _compared(before, after)


def mentions(text: str) -> list[str]:
    """Return the ids of the entries that a text links to, each once, in order."""
    return list(dict.fromkeys(match["id"] for match in MENTION.finditer(text)))


def _pairs(before: list[_Word], after: list[_Word]) -> int:
    """Return how many pairs there are of a word in one text and the same in the other."""
    counts = Counter(word.key for word in before)
    return sum(counts[word.key] for word in after)


def _compared(before: list[_Word], after: list[_Word]) -> Difference:
    slips = []
    for old, new in _differing(before, after):
        pairs = _slips(old, new)
        if pairs is None:
            return Difference(Rewording.WORDS)
        slips += pairs
    return Difference(Rewording.SLIPS, tuple(slips))


def _differing(
    before: list[_Word], after: list[_Word]
) -> Iterator[tuple[list[_Word], list[_Word]]]:
    """Yield the words that differ, place by place."""
    while before and after and before[0].key == after[0].key:
        before, after = before[1:], after[1:]
    while before and after and before[-1].key == after[-1].key:
        before, after = before[:-1], after[:-1]
    if len(before) < 2 or len(after) < 2:
        yield before, after
        return
    keys = [word.key for word in before], [word.key for word in after]
    for operation, first, last, low, high in SequenceMatcher(None, *keys, False).get_opcodes():
        if operation != "equal":
            yield before[first:last], after[low:high]


def _slips(before: list[_Word], after: list[_Word]) -> list[tuple[str, str]] | None:
    """Return the pairs of words that may be slips; None if one is none."""
    if not all(word.key.isalpha() for word in (*before, *after)):
        return None
    if len(before) != len(after):
        joined = ["".join(word.key for word in words) for words in (before, after)]
        if joined[0] != joined[1]:
            return None
        return [(_written(before), _written(after))]
    for old, new in zip(before, after, strict=True):
        if not may_be_slip(old.written, new.written, is_name=old.is_name and new.is_name):
            return None
    return [(old.written, new.written) for old, new in zip(before, after, strict=True)]


def _written(words: list[_Word]) -> str:
    return " ".join(word.written for word in words)


def _words(text: str, start: int, end: int) -> list[_Word]:
    words: list[_Word] = []
    for match in _TOKEN.finditer(text, start, end):
        word = _word(text, match)
        # A word that stands twice in a row says no more than once.
        if word and not (words and word.key == words[-1].key and word.key.isalpha()):
            words.append(word)
    return words


def _word(text: str, match: re.Match[str]) -> _Word | None:
    written = match[0]
    sort = match.lastgroup
    if sort == "sign":
        return _Word(written, "–" if _is_dash(written) else written) if _counts(match) else None
    if sort == "word":
        key = written.casefold()
        key = key if key.isalpha() else _NO_LETTERS.sub("", key)
        return _Word(written, key, text, match.start())
    return _Word(written, _NO_LETTERS.sub("", written) if sort == "figure" else written)


def _is_dash(sign: str) -> bool:
    return unicodedata.category(sign) == "Pd" or sign == "\u2212"


def _counts(match: re.Match[str]) -> bool:
    """Whether a sign says something: signs of mathematics and money do, punctuation does not."""
    sign, text = match[0], match.string
    if _is_dash(sign):
        return text[match.end() : match.end() + 1].isdigit()
    is_punctuation = unicodedata.category(sign).startswith("P") or sign in "|`"
    return sign in "%‰§&@" or not is_punctuation


def _common_ends(old: str, new: str) -> tuple[int, int]:
    """How much the texts have in common at the beginning and the end, in whole words.

    The last word of the beginning is left out: it may stand twice in one of them.
    """
    same = common_beginning(old, new)
    start = _last_blank(old, _last_blank(old, same)) + 1
    end = common_beginning(old[same:][::-1], new[same:][::-1])
    tail = old[len(old) - end :]
    cuts = [cut for cut in (tail.find(" "), tail.find("\n")) if cut >= 0]
    return start, end - min(cuts) if cuts else 0


def _last_blank(text: str, before: int) -> int:
    return max(text.rfind(blank, 0, max(before, 0)) for blank in " \n")
