"""Every text of the strategy that a reader meets, and the words in it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from living_strategy.content.corpus import Corpus
from living_strategy.content.markdown.prose import blank_code
from living_strategy.model.values import Source

FOLDER = Path(__file__).parent
# Fields that hold no prose: addresses, numbers of cases, ids.
_NO_PROSE = frozenset(("id", "url", "source", "publisher", "aliases", "number", "case"))
_ID = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)*\Z")
_NOT_READ = re.compile(
    r"""https?://\S+                 # addresses
      | \]\([^)]*\)                  # where links lead
      | \[\[[^\[\]|]*\|              # ids in mentions that bring their own words
      | \[\[[^\[\]|]*\]\]            # mentions that show a title
      | (?<=\))\{[^{}\n]*=[^{}\n]*\} # sizes of pictures""",
    re.VERBOSE,
)
_MENTION = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@dataclass(frozen=True)
class Text:
    """A text and the file it stands in."""

    place: str
    text: str


def texts_of(corpus: Corpus) -> Iterator[Text]:
    """Titles, summaries, bodies, notes, reports and every other written field, and written pages.

    Titles of sources are left out: they stand as their publishers wrote them. So are pages in
    another language.
    """
    settings = corpus.settings
    yield from (
        Text("strategy/strategy.yml", words)
        for words in (settings.title, settings.summary)
        if words
    )
    for record in corpus.records.values():
        for text in _fields(record.entry):
            yield Text(record.source.path, text)
    for page in (page for page in corpus.prose if not page.language):
        yield Text(page.source.path, page.title)
        yield Text(page.source.path, page.source.body)


def _fields(model: BaseModel) -> Iterator[str]:
    for name in type(model).model_fields:
        if name in _NO_PROSE or (isinstance(model, Source) and name == "title"):
            continue
        yield from _values(getattr(model, name))


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from _fields(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _values(part)
    # Plain text only: dates, statuses and other closed words have types of their own.
    elif type(value) is str and not _ID.match(value):
        yield value


def words_of(text: str) -> list[str]:
    """The words that a reader sees, without addresses, code and the titles of other entries."""
    return WORD.findall(_NOT_READ.sub(" ", blank_code(text)))


def sentences_of(text: str) -> list[int]:
    """The number of words in every sentence: what ends with a full stop, a question mark, an
    exclamation mark or a colon. Headings, cells and list items without one are none, and a full
    stop in a date, a number or an abbreviation ends none.
    """
    plain = blank_code(text).replace("\r", "")
    plain = re.sub(r"^\s*(?:\|[-| :]+\||#+ .*|>.*)$", "\n\n", plain, flags=re.M)
    plain = re.sub(r"\s*\|\s*", "\n\n", _MENTION.sub(r"\1", plain))
    plain = re.sub(r"\]\([^)]*\)", "", plain)
    plain = re.sub(r"^\s*(?:[-*+]|\d+\.)\s", "\n\n", plain, flags=re.M)
    plain = re.sub(r"\b(\d+|bl\.a|f\.eks|nr|St|ca|jf|kap|mill|mrd|pst)\.(?=\s)", r"\1", plain)
    parts = re.split(r"(?<=[.!?:])[»\"*)]*\s+(?=[A-ZÆØÅ«*\[(])|\n\s*\n", plain)
    ended = (part for part in parts if re.search(r"[.!?:][»\"*)\s]*\Z", part))
    return [len(re.findall(r"\w[\w’'-]*", part)) for part in ended]


def unknown_words(words: Iterable[str], dictionary: str) -> set[str]:
    """The words that Hunspell does not find in a dictionary such as `nb_NO`.

    Raises:
        RuntimeError: Hunspell or the dictionary is not there; `make dictionary` installs them.
    """
    command = ("hunspell", "-d", dictionary, "-i", "utf-8", "-l")
    try:
        done = subprocess.run(
            command,
            input="\n".join(sorted(set(words))),
            text=True,
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise RuntimeError("no Norwegian dictionary; run: make dictionary") from error
    return set(done.stdout.split())


def word_list(name: str) -> list[str]:
    """The words of a list of ours, in the order they stand; lines that begin with # explain."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
