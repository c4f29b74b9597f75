"""A strategy's own catalogue: a gettext file with the texts of the site in one more language."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO, StringIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from living_strategy.language import CATALOGUES, DOMAIN, Language
from living_strategy.language.nouns import values_in, without_nouns

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

# Ours, Jinja's, and those of the search page's program.
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)s|\[(?:COUNT|SEARCH_TERM)\]")
# Words that stand in addresses, and before and behind the question mark of one.
_IN_ADDRESSES = ("address", "parameter", "id")
_ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARKUP = re.compile(r"<[A-Za-z/!]")
_COUNT = "{count}"
# Norwegian of no particular form: it is written as bokmål or nynorsk.
_NORWEGIAN = "no"
_QUOTED = r'"(?:[^"\\]|\\.)*"'
# Other programs read on where a quotation mark is missing, and lose what stands there.
_LINE = re.compile(
    rf"\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[[0-9]+\])\s+)?{_QUOTED})?\s*"
)
# Parts of the program whose texts readers of a site meet; the others speak to those who write it.
_FOR_READERS = (
    "exports/",
    "figures/",
    "history/",
    "language/",
    "model/",
    "papers/",
    "proposals/",
    "site/",
)
_WIDTH = 100


@dataclass(frozen=True, slots=True)
class CatalogueFault:
    """A mistake in the file. `case` is one of syntax, plural-forms, placeholders, markup, plurals,
    address and same-address; `line` counts from 1, and is 0 where there is none.
    """

    case: str
    line: int
    message: str
    words: str


@dataclass(frozen=True, slots=True)
class ReadCatalogue:
    """What was made of a file: the language, what is wrong, and how many texts have no words in it,
    of all there are and of those that readers of a site meet.
    """

    language: Language
    faults: tuple[CatalogueFault, ...]
    missing: int
    total: int
    missing_for_readers: int

    @property
    def is_broken(self) -> bool:
        """Whether nothing of the file could be used."""
        return any(fault.case in ("syntax", "plural-forms") for fault in self.faults)


def is_known(code: str) -> bool:
    """Return whether there are dates and numbers for a language (CLDR, by its BCP 47 tag)."""
    from babel import Locale, UnknownLocaleError

    if code == _NORWEGIAN:
        return False
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


@lru_cache(maxsize=4)
def read_catalogue(code: str, text: str) -> ReadCatalogue:
    """Read the text of a `.po` file (GNU gettext). What is wrong in it is left out, and English
    stands in its place.
    """
    from babel.messages.pofile import PoFileError, read_po

    lines = text.split("\n")
    odd = next((number for number, line in enumerate(lines, 1) if not _LINE.fullmatch(line)), 0)
    if odd:
        return _unread(code, "syntax", odd, lines)
    try:
        given = read_po(StringIO(text), locale=code.replace("-", "_"), abort_invalid=True)
    except PoFileError as error:
        return _unread(code, "syntax", min(error.lineno + 1, len(lines)), lines)
    except (ValueError, LookupError, AttributeError, TypeError):
        # Babel has no error of its own for a header that it cannot read.
        return _unread(code, "plural-forms", _header_line(lines), lines)
    faults = tuple(_faults(given))
    wrong = {fault.line for fault in faults}
    good = [message for message in _translated(given) if message.lineno not in wrong]
    try:
        translations = _compiled(code, given, good)
    except (ValueError, TypeError, KeyError):
        return _unread(code, "plural-forms", _header_line(lines), lines)
    # What is wrong is told as that, and is not missing besides.
    known = {_key(message) for message in _translated(given)} & _messages().keys()
    total = len(_messages())
    return ReadCatalogue(
        Language(code, translations), faults, total - len(known), total, _for_readers(known)
    )


def _unread(code: str, case: str, line: int, lines: Sequence[str]) -> ReadCatalogue:
    """Return what is left of a file that cannot be read: nothing, and the line it stops at."""
    fault = CatalogueFault(case, line, "", lines[line - 1].strip())
    total = len(_messages())
    return ReadCatalogue(Language.bare(code), (fault,), total, total, _for_readers(()))


def empty_catalogue(code: str, text: str = "") -> str:
    """Return a `.po` file with every message of the program, first those that readers of a site
    meet, and the translations that a file with this text has already.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po, write_po

    locale = code.replace("-", "_")
    old = read_po(StringIO(text), locale=locale) if text.strip() else None
    catalog = Catalog(locale=locale, project=DOMAIN, charset="utf-8", fuzzy=False)
    for key, message in sorted(_messages().items(), key=lambda item: not _is_for_readers(item[1])):
        comment = "for readers of the site" if _is_for_readers(message) else "for those who write"
        new = catalog.add(
            message.id,
            locations=message.locations,
            context=message.context,
            auto_comments=[comment],
        )
        before = old.get(key[1], key[0]) if old else None
        if before and before.pluralizable == new.pluralizable:
            new.string, new.user_comments = before.string, before.user_comments
            new.flags |= before.flags & {"fuzzy"}
    written = BytesIO()
    write_po(written, catalog, width=_WIDTH, omit_header=True, include_lineno=False)
    header = (
        f'msgid ""\nmsgstr ""\n"Project-Id-Version: {DOMAIN}\\n"\n"Language: {code}\\n"\n'
        f'"Plural-Forms: {old.plural_forms if old else catalog.plural_forms}\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )
    return header + written.getvalue().decode()


@lru_cache(maxsize=1)
def _messages() -> Mapping[tuple[str | None, str], Message]:
    """Return every message of the program by context and text, from a catalogue that has all."""
    from babel.messages.pofile import read_po

    path = CATALOGUES / "nb" / "LC_MESSAGES" / f"{DOMAIN}.po"
    catalog = read_po(StringIO(Path(path).read_text(encoding="utf-8")), locale="nb")
    return {_key(message): message for message in catalog if message.id}


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, _forms(message.id)[0]


def _forms(words: str | Sequence[str] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ("",))


def _translated(catalog: Catalog) -> Iterator[Message]:
    """Yield the messages that have words and need no second look."""
    for message in catalog:
        if message.id and not message.fuzzy and any(_forms(message.string)):
            yield message


def _is_for_readers(message: Message) -> bool:
    return any(file.startswith(_FOR_READERS) for file, _ in message.locations)


def _for_readers(known: object) -> int:
    """Return how many texts for readers are not among these."""
    given = known if isinstance(known, set) else set()
    return sum(_is_for_readers(message) for key, message in _messages().items() if key not in given)


def _compiled(code: str, given: Catalog, messages: Sequence[Message]) -> gettext.GNUTranslations:
    """Return the translations as the standard library reads them; what they lack is in English."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    catalog = Catalog(locale=code.replace("-", "_"), charset="utf-8")
    catalog.mime_headers = [("Plural-Forms", given.plural_forms)]
    for message in messages:
        catalog.add(message.id, message.string, context=message.context)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    translations = gettext.GNUTranslations(compiled)
    translations.add_fallback(gettext.translation(DOMAIN, CATALOGUES, ["en"], fallback=True))
    return translations


def _faults(catalog: Catalog) -> Iterator[CatalogueFault]:
    addresses: dict[str, str] = {}
    for message in _translated(catalog):
        words = _forms(message.string)
        case, wrong = next(_faults_of(message, words), ("", words[0]))
        if message.context == "address" and not case:
            other = addresses.setdefault(words[0], _forms(message.id)[0])
            case = "same-address" if other != _forms(message.id)[0] else ""
        if case:
            yield CatalogueFault(case, message.lineno or 0, _forms(message.id)[0], wrong)


def _faults_of(message: Message, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a translation, each with the words that are."""
    ids = _forms(message.id)
    if not all(words):
        yield "plurals", next(text for text in words if text)
        return
    wanted = {name for text in ids for name in PLACEHOLDER.findall(without_nouns(text))}
    values = {value for text in ids for value in values_in(text)}
    for text in words:
        filled = without_nouns(text)
        names = set(PLACEHOLDER.findall(filled))
        # «One» may stand in place of the number.
        may_lack = {_COUNT} if len(ids) > 1 else set()
        lacks = (wanted - names - may_lack) or values - values_in(text)
        if names - wanted or lacks or not _can_be_filled(filled, ids):
            yield "placeholders", text
        if _MARKUP.search(text) and not any(_MARKUP.search(source) for source in ids):
            yield "markup", text
        if message.context in _IN_ADDRESSES and not _ADDRESS.fullmatch(text):
            yield "address", text


def _can_be_filled(text: str, ids: Sequence[str]) -> bool:
    """Return whether its braces come in pairs, unless those of the English words do not."""
    return _has_pairs(text) or not all(map(_has_pairs, ids))


def _has_pairs(text: str) -> bool:
    try:
        list(Formatter().parse(text))
    except ValueError:
        return False
    return True


def _header_line(lines: Sequence[str]) -> int:
    named = (number for number, line in enumerate(lines, 1) if "Plural-Forms" in line)
    return next(named, 1)
