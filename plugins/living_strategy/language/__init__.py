"""The site's language: message catalogues, dates, numbers and money, alphabetical order."""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping, Sequence
from copy import copy
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from living_strategy.language.alphabet import order_of
from living_strategy.language.nouns import PACKAGE_WORDS, Noun, OwnWords, spoken
from living_strategy.language.particulars import OwnWord, Particulars, Terms

if TYPE_CHECKING:
    from babel import Locale

    from living_strategy.partial_date import PartialDate

LANGUAGES = ("nb", "nn", "en")
DOMAIN = "living_strategy"
PROGRAM = "living-strategy"
OwnLists: TypeAlias = Mapping[type[StrEnum], Mapping[str, StrEnum | OwnWord]]
NO_LISTS: OwnLists = MappingProxyType({})
NOK = "NOK"
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
    "national",
)


class Language:
    """One of `LANGUAGES`. English is the language of the message ids and needs no catalogue."""

    def __init__(
        self,
        code: str,
        translations: gettext.NullTranslations,
        program: str = PROGRAM,
        own: OwnWords = PACKAGE_WORDS,
        own_lists: OwnLists = NO_LISTS,
        currency: str = NOK,
        alphabet: str = "nb",
    ) -> None:
        self.code = code
        self.program = program
        self._translations = translations
        self._own = own
        self._own_lists = own_lists
        self._currency = currency
        self._alphabet = alphabet
        # Each page asks for the same messages.
        self._spoken: dict[str, str] = {}

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
        return self._changed(program=program)

    def naming(self, own: OwnWords) -> Language:
        """Return this language with the words that a strategy has chosen itself."""
        return self._changed(_own=own)

    def listing(self, own_lists: OwnLists) -> Language:
        """Return this language with the lists that a strategy has in place of some vocabularies."""
        return self._changed(_own_lists=own_lists)

    def paying(self, currency: str) -> Language:
        """Return this language with sums in another currency (ISO 4217)."""
        return self._changed(_currency=currency)

    def sorting(self, alphabet: str) -> Language:
        """Return this language with lists in the alphabet of another."""
        return self._changed(_alphabet=alphabet)

    def _changed(self, **attributes: object) -> Language:
        other = copy(self)
        vars(other).update(attributes, _spoken={})
        return other

    def command(self, words: str) -> str:
        """Return a command of ours as the reader must type it, such as `living-strategy check`."""
        return f"{self.program} {words}"

    def text(self, message: str) -> str:
        """Translate a message; `{currency}` in it is the name of the currency."""
        words = self._translations.gettext(message) if message else ""
        if "{currency}" in words:
            words = words.replace("{currency}", self.currency)
        return self._with_nouns(words)

    def plural(self, singular: str, plural: str, count: int) -> str:
        """Translate a message for this number of things; `{count}` stands for the number."""
        return self._with_nouns(self._translations.ngettext(singular, plural, count))

    def context(self, context: str, message: str) -> str:
        """Translate a message in one of several meanings of its English words."""
        return self._with_nouns(self._translations.pgettext(context, message))

    def term(self, value: StrEnum | OwnWord) -> str:
        """Return the word for a value of a closed vocabulary, such as a status."""
        if not isinstance(value, StrEnum):
            return value.word
        own = self._own.terms.get((vocabulary(type(value)), value.value))
        return own or self.context(type(value).__name__.lower(), term_label(value))

    def has_own_word(self, value: StrEnum) -> bool:
        """Whether the strategy has a word of its own for a value of a closed vocabulary."""
        return (vocabulary(type(value)), value.value) in self._own.terms

    def _value(self, name: str, value: str) -> str:
        """Return the word for a value that a message names by its vocabulary and key."""
        own = self._own.terms.get((name, value))
        return own or self.context(name.replace("_", ""), _label(value))

    def noun(self, key: str) -> Noun:
        """Return the word for a kind of entries, in the forms that sentences need."""
        if own := self._own.nouns.get(key):
            return own
        one, many = self.context("one", key), self.context("many", key)
        the_one, the_many = self.context("the one", key), self.context("the many", key)
        # English has no such forms, and stands where a catalogue from outside has none.
        if the_one == the_many == key:
            return Noun(one, many, f"the {one}", f"the {many}")
        return Noun(one, many, the_one, the_many)

    def page_title(self, name: str) -> str:
        """Return the title of an overview, one of `TITLED_PAGES`."""
        return self._own.pages.get(name) or self.context("title of a page", name)

    def choices(self, kind: type[StrEnum]) -> tuple[StrEnum | OwnWord, ...]:
        """Return all values of a vocabulary, as far as the strategy has no list of its own."""
        return tuple(self._own_lists.get(kind, {}).values()) or tuple(kind)

    def has_own(self, kind: type[StrEnum]) -> bool:
        """Whether the strategy has a list of its own for a vocabulary."""
        return kind in self._own_lists

    def listed(self, kind: type[StrEnum]) -> str:
        """Return all that may be chosen as files write it, with the words that readers see."""
        return Terms(self.choices(kind)).words(self)

    def choice(self, kind: type[StrEnum], key: str) -> StrEnum | OwnWord | None:
        """Return the value with this key, also one of the vocabulary that the strategy's own list
        leaves out: it may have been written before. None if there is no such value.
        """
        own = self._own_lists.get(kind, {}).get(key)
        return own or (kind(key) if key in list(kind) else None)

    def address(self, word: str) -> str:
        """Return the word as used in addresses of the site: lower-case ASCII."""
        return self._own.addresses.get(word) or self.context("address", word)

    def former_addresses(self, word: str) -> tuple[str, ...]:
        """Return the words that a strategy had before in the place of that in addresses."""
        return self._own.former_addresses.get(word, ())

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
        return _decimal(self.code, str(value))

    def fixed_number(self, value: Decimal | int, decimals: int) -> str:
        """Return a number with so many decimals, or with more where it has more."""
        from babel.numbers import format_decimal

        number = Decimal(value).normalize()
        exponent = number.as_tuple().exponent
        places = max(decimals, -exponent if isinstance(exponent, int) else 0)
        pattern = f"#,##0.{'0' * places}" if places else "#,##0"
        return format_decimal(number, pattern, locale=self.locale)

    def short_number(self, value: Decimal) -> str:
        """Return a long number in short, such as `1,5 mill.`: where there is little room."""
        from babel.numbers import format_compact_decimal

        words = format_compact_decimal(value, locale=self.locale, fraction_digits=1)
        return words.replace(" ", "\u00a0")

    def percent(self, value: Decimal | int) -> str:
        """Return a share of a hundred, such as `27 %`."""
        return self.text("{number}%").format(number=self.number(value)).replace(" ", "\u00a0")

    @property
    def currency(self) -> str:
        """The name of the currency in running text, in the plural, such as `svenske kroner`."""
        if self._currency == NOK:
            return self.context("currency", "kroner")
        from babel.numbers import get_currency_name

        return get_currency_name(self._currency, count=2, locale=self.locale)

    def money(self, amount: Decimal | int) -> str:
        """Format a sum, such as `15 000 000 kr`, with no-break spaces."""
        before, after = _around_sums(self.code, self._currency)
        return f"{before}{self.number(amount)}{after}"

    def millions(self, amount: int) -> str:
        """Format a sum as millions with one decimal, such as `175,6 mill. kr`: a sum of many is
        not known more exactly. Less than a million is written in full.
        """
        if amount < 1_000_000:
            return self.money(amount)
        rounded = (Decimal(amount) / 1_000_000).quantize(Decimal("0.1"))
        return self.money_in_millions(rounded.normalize())

    def money_in_millions(self, millions: Decimal | int) -> str:
        """Format so many millions of the currency, such as `1,5 mill. kr`, on one line."""
        before, after = _around_sums(self.code, self._currency)
        words = self.context("sum", "{number} million").format(number=self.number(millions))
        return f"{before}{words}{after}".replace(" ", "\u00a0")

    def sort_key(self, text: str) -> str:
        """Return a key that sorts names in the alphabet of the strategy."""
        return text.casefold().translate(order_of(self._alphabet))

    def kind(self, key: str) -> str:
        """Return the word for a kind in running text, such as `fellesprosjekt`."""
        return self.noun(key).one

    def message(self, template: str, particulars: Particulars) -> str:
        """Fill the particulars into a message, each in the words of the language."""
        words = {
            name: value if isinstance(value, str) else value.words(self)
            for name, value in particulars.items()
        }
        return self.text(template).format_map(words)

    def any_of(self, words: Sequence[str]) -> str:
        """Join alternatives: `a, b or c`."""
        return _joined(words, self.text("{most} or {last}"))

    def all_of(self, words: Sequence[str]) -> str:
        """Join what belongs together: `a, b and c`."""
        return _joined(words, self.text("{most} and {last}"))

    def _with_nouns(self, words: str) -> str:
        """Put the nouns of the strategy in their places in a message."""
        if words not in self._spoken:
            self._spoken[words] = spoken(words, self.noun, self.page_title, self._value, self.code)
        return self._spoken[words]

    @property
    def placeholder_id(self) -> str:
        """The placeholder in a new entry where the id of another must be chosen."""
        return self.context("id", "choose-one")

    @property
    def locale(self) -> Locale:
        """Babel's locale, loaded when first needed."""
        return _locale(self.code)


def _joined(words: Sequence[str], message: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return message.format(most=", ".join(words[:-1]), last=words[-1])


def term_label(value: StrEnum) -> str:
    """Return the English word for a value of a closed vocabulary, its message id."""
    return _label(value.value)


def placeholder_ids() -> frozenset[str]:
    """Return the placeholders of new entries, in every language, where an id must be chosen."""
    return frozenset(Language.load(code).placeholder_id for code in LANGUAGES)


@cache
def vocabulary(kind: type[StrEnum]) -> str:
    """Return the name of a closed vocabulary as settings have it, such as `organisation_kind`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def _label(value: str) -> str:
    return value.replace("_", " ").replace("-", " ").capitalize()


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


@lru_cache(maxsize=10_000)
def _decimal(code: str, value: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(Decimal(value), locale=_locale(code))


@cache
def _thousands_separator(code: str) -> str:
    from babel.numbers import get_group_symbol

    return get_group_symbol(_locale(code))


@cache
def _around_sums(code: str, currency: str) -> tuple[str, str]:
    """Return what stands before and behind a sum, with no-break spaces where the number begins or
    ends beside a letter.
    """
    from babel.numbers import format_currency

    standard = _locale(code).currency_formats["standard"].pattern
    whole = re.sub(r"\.0+", "", standard)
    words = format_currency(0, currency, whole, locale=_locale(code), currency_digits=False)
    before, _, after = words.partition("0")
    return (f"{before}\u00a0" if before[-1:].isalpha() else before), after


@cache
def _locale(code: str) -> Locale:
    from babel import Locale

    return Locale.parse(code, sep="-")
