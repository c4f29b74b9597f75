"""A strategy's own catalogue: what is read of it, what is refused, and how a new one is made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools import catalogues

from living_strategy.language import Language
from living_strategy.language.catalogue import (
    empty_catalogue,
    is_known,
    read_catalogue,
)
from living_strategy.partial_date import PartialDate

HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
POLISH = (
    'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && '
    '(n%100<12 || n%100>14) ? 1 : 2);\\n"\n\n'
)
GOALS = 'msgid "{count} goal"\nmsgid_plural "{count} goals"\n'


def words(text: str, code: str = "sv") -> Language:
    """The language of a catalogue without mistakes."""
    read = read_catalogue(code, text)
    assert read.faults == ()
    return read.language


def test_words() -> None:
    """What is translated is in the language, and everything else in English."""
    swedish = words(f'{HEAD}msgid "Goals"\nmsgstr "Mål"\n\nmsgctxt "address"\nmsgid "goals"\n'
                    'msgstr "mal"\n')  # fmt: skip

    assert (swedish.code, swedish.text("Goals"), swedish.text("Measures")) == (
        "sv", "Mål", "Measures",
    )  # fmt: skip
    assert (swedish.address("goals"), swedish.address("measures")) == ("mal", "measures")
    assert swedish.date(PartialDate("2026-03-01")) == "1 mars 2026"
    assert swedish.number(1_250_000) == "1\u00a0250\u00a0000"


def test_plural_forms() -> None:
    """The head of the file says which form stands for which number."""
    polish = words(
        f'{POLISH}{GOALS}msgstr[0] "jeden cel"\nmsgstr[1] "{{count}} cele"\n'
        'msgstr[2] "{count} celów"\n',
        "pl",
    )
    forms = [polish.plural("{count} goal", "{count} goals", count) for count in (1, 3, 5, 22)]

    assert forms == ["jeden cel", "{count} cele", "{count} celów", "{count} cele"]


@pytest.mark.parametrize(
    ("message", "case", "line"),
    [
        ('msgid "Costs in {year}"\nmsgstr "Kostnader {ar}"\n', "placeholders", 5),
        ('msgid "Goals"\nmsgstr "Alla {mal}"\n', "placeholders", 5),
        ('msgid "Goals"\nmsgstr "Alla {"\n', "placeholders", 5),
        ('msgid "Goals"\nmsgstr "<b>Alla</b>"\n', "markup", 5),
        (f'{GOALS}msgstr[0] "ett mål"\nmsgstr[1] ""\n', "plurals", 5),
        ('msgctxt "address"\nmsgid "goals"\nmsgstr "mål"\n', "address", 6),
    ],
)
def test_mistakes(message: str, case: str, line: int) -> None:
    """A wrong translation is told with its line, is in English, and is not told as missing too."""
    read = read_catalogue("sv", HEAD + message)

    assert [(fault.case, fault.line) for fault in read.faults] == [(case, line)]
    assert read.missing == read.total - 1
    assert not read.is_broken


@pytest.mark.parametrize(
    ("text", "case", "line"),
    [
        (f'{HEAD}msgid "Goals"\nmsgstr "Mål\n', "syntax", 6),
        (f'{HEAD}msgid "Goals\nmsgstr "Mål"\n', "syntax", 5),
        (f"{HEAD}Goals = Mål\n", "syntax", 5),
        (f'{HEAD}{GOALS}msgstr[0] "ett"\nmsgstr[1] "två"\nmsgstr[2] "tre"\n', "syntax", 0),
        (HEAD.replace("(n != 1)", "(n ! 1)"), "plural-forms", 3),
    ],
)
def test_broken(text: str, case: str, line: int) -> None:
    """A file that cannot be read to its end gives no words, and the line where it stops."""
    read = read_catalogue("sv", text)

    assert read.is_broken
    assert [(fault.case, fault.line) for fault in read.faults if line] == [(case, line)] * bool(
        line
    )
    assert (read.language.code, read.language.text("Goals")) == ("sv", "Goals")
    assert read.missing == read.total


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Whatever a file holds, reading it ends with a language, and never with an exception."""
    assert read_catalogue("sv", HEAD + text).language.text("Goals")


def test_empty_catalogue() -> None:
    """It has every message of the program, keeps what is translated, and reads without mistakes."""
    made = empty_catalogue("sv", f'{HEAD}# kort\nmsgid "Goals"\nmsgstr "Mål"\n')
    again = empty_catalogue("sv", made)
    read = read_catalogue("sv", made)

    assert again == made
    assert read.faults == ()
    assert (read.total - read.missing, read.language.text("Goals")) == (1, "Mål")
    assert read.total == sum(1 for message in catalogues.collect() if message.id)
    assert "# kort\n" in made
    assert made.index("for readers of the site") < made.index("for those who write")


@pytest.mark.parametrize(
    ("code", "known"),
    [("sv", True), ("pt-BR", True), ("se", True), ("no", False), ("xx", False), ("", False)],
)
def test_known_languages(code: str, known: bool) -> None:
    """Norwegian of no particular form is none, and neither is a code that CLDR does not have."""
    assert is_known(code) is known
