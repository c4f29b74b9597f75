"""Where a message names a kind of entries: its noun is for the strategy to choose.

    python tools/own_words.py            count the messages that say a noun of ours themselves
    python tools/own_words.py list       and show them

A translation says `{goal.many}` in place of “mål”, so that a strategy may call its goals something
else (see docs/decisions/0029-own-words.md). What is found here is a noun that nobody can change.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The nouns of kinds and the titles of overviews that the catalogues have for them, in all forms.
NOUNS = {
    "en": re.compile(
        r"(?<![{\w])((priority )?areas?|goals?|measures?|(joint )?projects?|organisations?"
        r"|(digitalisation )?networks?"
        r"|((governance|governing) )?bod(y|ies)|(shared )?components?|shared solutions?|(funding )?schemes?|frameworks?"
        r"|overarching strateg(y|ies)|strategies above( this one)?|strategy above this one|terms?"
        r"|(the )?(municipal )?sector|action plans?|four-year plans?|strategy maps?|timelines?)(?![\w}])",
        re.I,
    ),
    "nb": re.compile(
        r"(?<![{\w])((satsings)?områd(e|er|et|ene)|mål(et|ene|s)?|tiltak(et|ene|s)?"
        r"|(felles)?prosjekt(er|et|ene|s)?|organisasjon(en|er|ene)?"
        r"|(digitaliserings)?nettverk(et|ene)?|(samstyrings)?organ(er|et|ene)?"
        r"|(felles)?komponent(en|er|ene)?|fellesløsning(en|er|ene)?"
        r"|(finansierings)?ordning(en|er|ene)?"
        r"|overordne(t|de) strategi(en|er|ene)?|begrep(er|et|ene)?"
        r"|(kommune)?sektoren|kommunal sektor|handlingsplan(en|er|ene)?|økonomiplan(en|er|ene)?|strategikart(et)?"
        r"|tidslinje(n|r|ne)?)(?![\w}])",
        re.I,
    ),
    "nn": re.compile(
        r"(?<![{\w])((satsings)?område(t)?|(satsings)?områda|mål(et)?|måla|tiltak(et|a)?"
        r"|(felles)?prosjekt(et|a)?|organisasjon(en|ar|ane)?"
        r"|(digitaliserings)?nettverk(et|a)?|(samstyrings)?organ(et|a)?"
        r"|(felles)?komponent(en|ar|ane)?|fellesløysing(a|ar|ane)?"
        r"|(finansierings)?ordning(a|ar|ane)?"
        r"|overordna strategi(en|ar|ane)?|omgrep(et|a)?"
        r"|(kommune)?sektoren|kommunal sektor|handlingsplan(en|ar|ane)?|økonomiplan(en|ar|ane)?|strategikart(et)?"
        r"|tidslinj(e|a|er|ene))(?![\w}])",
        re.I,
    ),
}
# The same letters in another meaning, and words of files, which no strategy can change.
OTHER_MEANINGS = {
    "en": (
        "“areas:”", "“measures” to", "“goals” to", "“areas” to", "Lighthouse measures", "a name for another body", "colour scheme",
        "goal, measure, project or scheme.", "when a governing body", "measure or project.",
        "measure, project or scheme.", "national or regional body", "law of your country", "when it has been decided", "on which terms",
        "organisation number", "payer, scheme or budget_line", "public bodies", "public body", "--body",
        "The body's own", "the body's own", "the house's own network", "folder measures/", "National goals", "national goals", "National goal", "national goal",
        "National area",
    ),
    "nb": ("offentlig organ", "statlig organ", "som i «kommunesektoren»", "Målet er at alle", "relasjon og mål", "styrende organ", "tiltak/", "nasjonale målet", "nasjonale mål", "Nasjonale mål",
           "nasjonalt mål", "Nasjonalt mål", "Nasjonalt område"),
    "nn": ("offentleg organ", "statleg organ", "som i «kommunesektoren»", "Målet er at alle", "relasjon og mål", "styrande organ", "tiltak/", "nasjonale målet", "nasjonale mål", "Nasjonale mål",
           "nasjonalt mål", "Nasjonalt mål", "Nasjonalt område"),
}  # fmt: skip
# Messages that are the title of an overview, and nothing else.
TITLES = (
    "About the figures and sources",
    "Coverage of overarching strategies",
    "Involvement of the municipal sector",
    "Past its date",
    "Reports",
    "The whole strategy",
    "Who leads what",
)
# Messages of one word that is none of these.
_OTHER_MESSAGES = ("Terms",)
# Contexts of messages that stand in files and addresses, or are values with words of their own.
_NO_SENTENCES = ("address", "parameter", "placeholder", "problem", "type of value", "id")
_OF_NOUNS = ("one", "many", "title of a page")


def has_noun(message: str | tuple[str, ...] | list[str], context: str | None = None) -> bool:
    """Whether a message of the program names a kind, and has a place for its noun in English."""
    if context:
        return context in _OF_NOUNS
    texts = (message,) if isinstance(message, str) else message
    if texts[0] in _OTHER_MESSAGES:
        return False
    return texts[0] in TITLES or any(next(hard_wired(text, "en"), None) for text in texts)


def hard_wired(text: str, code: str) -> Iterator[str]:
    """Yield the nouns of ours that a text says itself."""
    for phrase in OTHER_MEANINGS[code]:
        text = text.replace(phrase, "")
    for found in NOUNS[code].finditer(without_nouns(text)):
        yield found[0]


def without_nouns(text: str) -> str:
    """Return a text without the places of nouns, of which translations may have others."""
    from living_strategy.language import nouns

    return nouns.without_nouns(text)


def remaining(code: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each message of a catalogue that says a noun itself, with what it says."""
    from tools.catalogues import read

    for message in read(code):
        if message.id and not (message.context and message.context in (*_NO_SENTENCES, *_CONTEXTS)):
            strings = message.string if message.pluralizable else (message.string,)
            if found := tuple(noun for text in strings for noun in hard_wired(text, code)):
                yield str(message.id), found


# The nouns themselves.
_CONTEXTS = ("one", "many", "the one", "the many", "title of a page")


def main(is_list: bool) -> int:
    """Print how many messages say a noun themselves, by language, and which they are."""
    for code in NOUNS:
        found = tuple(remaining(code))
        print(f"{code}: {len(found)}")
        for message, nouns in found if is_list else ():
            print(f"    {', '.join(nouns)}: {message}")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(is_list=sys.argv[1:] == ["list"]))
