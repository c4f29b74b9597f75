"""The site's language: message catalogues, dates, numbers and money, alphabetical order."""

from __future__ import annotations

import gettext
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from living_strategy.language.particulars import Particulars

if TYPE_CHECKING:
    from babel import Locale

    from living_strategy.partial_date import PartialDate

LANGUAGES = ("nb", "nn", "en")
DOMAIN = "living_strategy"
PROGRAM = "living-strategy"
NO_TERMS: Mapping[StrEnum, str] = MappingProxyType({})
TYPE_NAMES = ("text", "number", "list", "mapping", "empty")
CATALOGUES = Path(__file__).parent / "locales"

# Words that stand behind the question mark of an address: what a list is narrowed by.
PARAMETERS = (
    "area",
    "status",
    "standing",
    "maturity",
    "responsible",
    "audience",
    "network",
    "year",
    "month",
    "class",
    "kind",
)

# Norwegian order: the three last letters as characters that stand after z, letters with marks
# beside their plain form, and the Sámi letters beside the Latin letter they grew out of.
_NORWEGIAN_ORDER = str.maketrans(
    {
        "æ": "{",
        "ä": "{",
        "ø": "|",
        "ö": "|",
        "å": "}",
        "á": "a",
        "à": "a",
        "é": "e",
        "è": "e",
        "ê": "e",
        "í": "i",
        "ó": "o",
        "ô": "o",
        "ú": "u",
        "ü": "y",
        "č": "c",
        "đ": "d",
        "ŋ": "n",
        "ñ": "n",
        "š": "s",
        "ŧ": "t",
        "ž": "z",
    }
)

# Swedish order: å, ä and ö stand last, with the Norwegian letters beside theirs.
_SWEDISH_ORDER = _NORWEGIAN_ORDER | str.maketrans("åäæöø", "{||}}")
_ORDERED_AS_SWEDISH = ("sv", "fi")


class Language:
    """One of `LANGUAGES`. English is the language of the message ids and needs no catalogue."""

    def __init__(
        self,
        code: str,
        translations: gettext.NullTranslations,
        program: str = PROGRAM,
        own_terms: Mapping[StrEnum, str] = NO_TERMS,
    ) -> None:
        self.code = code
        self.program = program
        self._translations = translations
        self._own_terms = own_terms

    @classmethod
    def load(cls, code: str) -> Language:
        """Load the language with this code; an unknown code gives English."""
        return _load(code if code in LANGUAGES else "en")

    @classmethod
    def bare(cls, code: str) -> Language:
        """Return English words with the dates and numbers of this language."""
        return cls(code, gettext.NullTranslations())

    def calling(self, program: str) -> Language:
        """Return this language for readers who call our program by another name."""
        return Language(self.code, self._translations, program, self._own_terms)

    def naming(self, own_terms: Mapping[StrEnum, str]) -> Language:
        """Return this language with other words for some values of closed vocabularies."""
        return Language(self.code, self._translations, self.program, own_terms)

    def command(self, words: str) -> str:
        """Return a command of ours as the reader must type it, such as `living-strategy check`."""
        return f"{self.program} {words}"

    def text(self, message: str) -> str:
        """Translate a message."""
        return self._translations.gettext(message) if message else ""

    def plural(self, singular: str, plural: str, count: int) -> str:
        """Translate a message for this number of things; `{count}` stands for the number."""
        return self._translations.ngettext(singular, plural, count)

    def context(self, context: str, message: str) -> str:
        """Translate a message in one of several meanings of its English words."""
        return self._translations.pgettext(context, message)

    def term(self, value: StrEnum) -> str:
        """Return the word for a value of a closed vocabulary, such as a status."""
        # Values of different vocabularies may be equal as texts.
        for own_value, words in self._own_terms.items():
            if own_value is value:
                return words
        return self.context(_vocabulary(value), term_label(value))

    def address(self, word: str) -> str:
        """Return the word as used in addresses of the site: lower-case ASCII."""
        return self.context("address", word)

    def parameter(self, word: str) -> str:
        """Return the word as used after the question mark of an address: lower-case ASCII."""
        return self.context("parameter", word)

    def date(self, value: PartialDate) -> str:
        """Format a date as `1. mars 2018`, `mars 2018` or `2018`, as exact as it is known."""
        return _date(self.code, value)

    def number(self, value: Decimal | int) -> str:
        """Return a number with this language's decimal mark and thousands separator."""
        if isinstance(value, int):
            # Every list and table counts, and Babel takes forty times as long for the same text.
            return f"{value:,}".replace(",", _thousands_separator(self.code))
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.locale)

    def short_number(self, value: Decimal) -> str:
        """Return a long number in short, such as `1,5 mill.`: where there is little room."""
        from babel.numbers import format_compact_decimal

        words = format_compact_decimal(value, locale=self.locale, fraction_digits=1)
        return words.replace(" ", "\u00a0")

    def percent(self, value: Decimal | int) -> str:
        """Return a share of a hundred, such as `27 %`."""
        return self.text("{number}%").format(number=self.number(value)).replace(" ", "\u00a0")

    def money(self, kroner: int) -> str:
        """Format whole Norwegian kroner, such as `15 000 000 kr`, with no-break spaces."""
        words = self.text("NOK {amount}").format(amount=self.number(kroner))
        return words.replace(" ", "\u00a0")

    def millions(self, kroner: int) -> str:
        """Format kroner as millions with one decimal, such as `175,6 mill. kr`: a sum of many is
        not known more exactly. Less than a million is written in full.
        """
        if kroner < 1_000_000:
            return self.money(kroner)
        amount = (Decimal(kroner) / 1_000_000).quantize(Decimal("0.1"))
        words = self.text("NOK {amount} million").format(amount=self.number(amount.normalize()))
        return words.replace(" ", "\u00a0")

    def sort_key(self, text: str) -> str:
        """Return a key that sorts names in the alphabet of the language: in the Norwegian one for
        those of the program, also in English, and for all others but Swedish and Finnish.
        """
        order = _SWEDISH_ORDER if self.code in _ORDERED_AS_SWEDISH else _NORWEGIAN_ORDER
        return text.casefold().translate(order)

    def kind(self, key: str) -> str:
        """Return the word for a kind in running text, such as `fellesprosjekt`."""
        return self.context("kind in a sentence", key)

    def message(self, template: str, particulars: Particulars) -> str:
        """Fill the particulars into a message, each in the words of the language."""
        words = {
            name: value if isinstance(value, str) else value.words(self)
            for name, value in particulars.items()
        }
        return self.text(template).format_map(words)

    def any_of(self, words: Sequence[str]) -> str:
        """Join alternatives: `a, b or c`."""
        if len(words) < 2:
            return "".join(words)
        return self.text("{most} or {last}").format(most=", ".join(words[:-1]), last=words[-1])

    @property
    def placeholder_id(self) -> str:
        """The placeholder in a new entry where the id of another must be chosen."""
        return self.context("id", "choose-one")

    @property
    def locale(self) -> Locale:
        """Babel's locale, loaded when first needed."""
        return _locale(self.code)


def term_label(value: StrEnum) -> str:
    """Return the English word for a value of a closed vocabulary, its message id."""
    return _label(value.value)


def placeholder_ids() -> frozenset[str]:
    """Return the placeholders of new entries, in every language, where an id must be chosen."""
    return frozenset(Language.load(code).placeholder_id for code in LANGUAGES)


def _vocabulary(value: StrEnum) -> str:
    """Return the gettext context of the words of a vocabulary."""
    return type(value).__name__.lower()


def _label(value: str) -> str:
    return value.replace("_", " ").capitalize()


@cache
def _load(code: str) -> Language:
    translations = gettext.translation(DOMAIN, CATALOGUES, [code], fallback=True)
    return Language(code, translations)


@lru_cache(maxsize=10_000)
def _date(code: str, value: PartialDate) -> str:
    if value.month is None:
        return str(value.year)
    from babel.dates import format_date

    pattern = "MMMM y" if value.day is None else "long"
    return format_date(value.earliest(), pattern, locale=_locale(code))


@cache
def _thousands_separator(code: str) -> str:
    from babel.numbers import get_group_symbol

    return get_group_symbol(_locale(code))


@cache
def _locale(code: str) -> Locale:
    from babel import Locale

    return Locale.parse(code, sep="-")
