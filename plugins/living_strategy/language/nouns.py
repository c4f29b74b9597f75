"""The nouns of a strategy, such as its word for a measure, in the forms that sentences need.

A translation names a noun by its key and a form: `{measure.the_many}`, or `{Measure.the_many}` at
the beginning of a sentence. Which word stands there is for the strategy to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# The keys of all nouns: the kinds of entries, and those whom the state involves in its projects.
NOUNS = (
    "area",
    "goal",
    "measure",
    "project",
    "organisation",
    "network",
    "body",
    "component",
    "scheme",
    "framework",
    "term",
    "sector",
)

# The overviews whose title a strategy may choose, which stands in a message as `{page.timeline}`.
TITLED_PAGES = (
    "results",
    "strategy_map",
    "timeline",
    "late",
    "status",
    "leads",
    "coverage",
    "financing",
    "action_plan",
    "four_year_plan",
    "involvement",
    "municipalities",
    "changes",
    "report",
    "sources",
    "search",
    "print",
)
PAGE = "page"

# The vocabularies whose values sentences name, as in `{status.planned}`: a strategy may have words
# of its own for them.
NAMED_VOCABULARIES = ("status", "standing", "phase", "maturity", "financing")

NOUN_PLACE = re.compile(r"\{([A-Za-z]+)\.([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in the forms that are given: one, many, the one and the many. In English the last two
    follow from the first two.
    """

    one: str
    many: str
    the_one: str
    the_many: str


# What agrees with the gender of a noun in Norwegian: masculine, feminine and neuter.
_AGREEING: Mapping[str, Mapping[str, tuple[str, str, str]]] = {
    "nb": {
        "a": ("en", "ei", "et"),
        "any": ("noen", "noen", "noe"),
        "each": ("hver", "hver", "hvert"),
        "it": ("den", "den", "det"),
        "new": ("ny", "ny", "nytt"),
        "single": ("én", "én", "ett"),
        "this": ("denne", "denne", "dette"),
    },
    "nn": {
        "a": ("ein", "ei", "eit"),
        "any": ("nokon", "noka", "noko"),
        "each": ("kvar", "kvar", "kvart"),
        "it": ("han", "ho", "det"),
        "new": ("ny", "ny", "nytt"),
        "single": ("éin", "éi", "eitt"),
        "this": ("denne", "denne", "dette"),
    },
    "en": {
        "a": ("a", "a", "a"),
        "any": ("any", "any", "any"),
        "each": ("each", "each", "each"),
        "it": ("it", "it", "it"),
        "new": ("new", "new", "new"),
        "single": ("one", "one", "one"),
        "this": ("this", "this", "this"),
    },
}
GIVEN_FORMS = ("one", "many", "the_one", "the_many")
AGREEING_FORMS = tuple(_AGREEING["nb"])
FORMS = (*GIVEN_FORMS, *AGREEING_FORMS)

_MASCULINE, _FEMININE, _NEUTER = range(3)
_VOWELS = tuple("aeiou")
_CONSONANT_SOUNDS = ("eu", "one", "uni", "us")
_DEFINITE = ("den ", "det ")


def spoken(
    template: str,
    noun: Callable[[str], Noun],
    page: Callable[[str], str],
    value: Callable[[str, str], str],
    code: str,
) -> str:
    """Return a message with nouns, titles and words for values in their places; what names none
    stays as it is.
    """
    if "." not in template or "{" not in template:
        return template

    def word(place: re.Match[str]) -> str:
        key, name = place[1], place[2]
        if key.lower() in NAMED_VOCABULARIES:
            words = value(key.lower(), name)
            return words if key[0].isupper() else inside_sentence(words)
        if not is_noun_place(key, name):
            return place[0]
        words = page(name) if key == PAGE else form(noun(key.lower()), name, code)
        return words[:1].upper() + words[1:] if key[0].isupper() else words

    return NOUN_PLACE.sub(word, template)


def without_nouns(text: str) -> str:
    """Return a text without the places of nouns and values: translations may have others."""
    return NOUN_PLACE.sub(
        lambda place: "" if is_noun_place(place[1], place[2]) or _is_of_value(place) else place[0],
        text,
    )


def values_in(text: str) -> frozenset[str]:
    """Return the values that a text has places for, such as `status.planned`."""
    places = (place for place in NOUN_PLACE.finditer(text) if _is_of_value(place))
    return frozenset(f"{place[1].lower()}.{place[2]}" for place in places)


def inside_sentence(words: str) -> str:
    """Return words as they stand inside a sentence; what is an abbreviation stays."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _is_of_value(place: re.Match[str]) -> bool:
    return place[1].lower() in NAMED_VOCABULARIES


def is_noun_place(key: str, name: str) -> bool:
    """Whether this is the place of a noun or title, such as `measure` and `the_many`."""
    return name in TITLED_PAGES if key == PAGE else key.lower() in NOUNS and name in FORMS


def form(noun: Noun, name: str, code: str) -> str:
    """Return one of `FORMS` of a noun in a language. Nothing is known of the genders of a language
    that does not come with the program: its catalogue writes what agrees with a noun itself.
    """
    if name in GIVEN_FORMS:
        return str(getattr(noun, name))
    if code not in _AGREEING:
        return noun.the_one if name in ("it", "this") else noun.one
    # A language from outside has no words here; its translator does without these forms.
    agreeing = _AGREEING.get(code, _AGREEING["en"])[name][_gender(noun, code)]
    if name == "it":
        return agreeing
    if name == "a" and code == "en" and _begins_with_vowel(noun.one):
        agreeing = "an"
    if name == "this" and code in ("nb", "nn"):
        return f"{agreeing} {_without_article(noun.the_one)}"
    return f"{agreeing} {noun.one}"


def _gender(noun: Noun, code: str) -> int:
    """Return the gender: in Norwegian the ending of “the one” tells it."""
    if code not in ("nb", "nn"):
        return _NEUTER
    if noun.the_one.endswith("t"):
        return _NEUTER
    return _FEMININE if noun.the_one.endswith("a") else _MASCULINE


def _begins_with_vowel(word: str) -> bool:
    plain = word.casefold()
    return plain.startswith(_VOWELS) and not plain.startswith(_CONSONANT_SOUNDS)


def _without_article(the_one: str) -> str:
    """Return “overordnede strategien” of “den overordnede strategien”."""
    return next(
        (the_one.removeprefix(word) for word in _DEFINITE if the_one.startswith(word)), the_one
    )


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The words that a strategy has chosen itself.

    `terms` has a word for a value of a closed vocabulary, by the vocabulary and the value;
    `pages` a title by one of `TITLED_PAGES`, `addresses` a word by ours, and `former_addresses` the
    words that stood in its place before.
    """

    nouns: Mapping[str, Noun] = field(default_factory=lambda: MappingProxyType({}))
    terms: Mapping[tuple[str, str], str] = field(default_factory=lambda: MappingProxyType({}))
    pages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    addresses: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    former_addresses: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )


PACKAGE_WORDS = OwnWords()
