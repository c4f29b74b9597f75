"""The words of the published pages, for a search that looks inside compounds and mends spelling.

The search finds words by their beginnings. With the words themselves at hand it also finds
«informasjonssikkerhet» for «sikkerhet», and the nearest word for one that stands nowhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape

# More words than this cost readers more to fetch than they help.
MAX_WORDS = 20_000
_ARTICLE = re.compile(r"<article.*</article>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]{2,40}")
# The index has these whole, beside their parts: «KommIT-rådet».
_JOINED = re.compile(r"[^\W\d_]{2,40}(?:-[^\W\d_]{2,40})+")


def vocabulary(pages: Iterable[str]) -> list[str]:
    """Return the words of the articles in lower case, those that stand on most pages first."""
    counts: Counter[str] = Counter()
    for html in pages:
        article = _ARTICLE.search(html)
        if article:
            text = unescape(_TAG.sub(" ", article[0])).lower()
            counts.update({*_WORD.findall(text), *_JOINED.findall(text)})
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    return ordered[:MAX_WORDS]
