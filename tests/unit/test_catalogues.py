"""The message catalogues are complete and right, and every field can be explained to an editor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import pytest
from pydantic import BaseModel
from tools import catalogues, own_words

from living_strategy.language import PARAMETERS, Language, term_label
from living_strategy.language.nouns import NOUNS, TITLED_PAGES, spoken
from living_strategy.model import KINDS
from living_strategy.model.help import field_help
from living_strategy.model.trait import Trait
from living_strategy.model.values import Status, Unit
from living_strategy.rules.unknown_own_word import vocabularies
from living_strategy.settings import KindWords, PageTitles, Settings
from living_strategy.site.addresses import VIEW_WORDS

# These read the program rather than run it.
pytestmark = pytest.mark.no_cover
LANGUAGES = tuple(catalogues.TRANSLATED)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from _models(field.annotation)
    for argument in get_args(annotation):
        yield from _models(argument)


CONTENT = tuple({model: None for kind in KINDS for model in _models(kind)})
FORMS = tuple({model: None for root in (*KINDS, Settings) for model in _models(root)})


@cache
def _messages(code: str) -> list[Any]:
    return [message for message in catalogues.read(code) if message.id]


def _pairs(message: Any) -> list[tuple[str, str]]:
    if message.pluralizable:
        return list(zip(message.id, message.string, strict=True))
    return [(message.id, message.string)]


def _spoken(language: Language, text: str) -> str:
    return spoken(text, language.noun, language.page_title, _value, language.code)


def _value(name: str, value: str) -> str:
    """The value that a message names, which there must be."""
    return vocabularies()[name](value).value


def test_catalogues_have_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is missing, unused, untranslated or fuzzy, and every placeholder is kept: the check
    of the script says nothing.
    """
    assert (catalogues.main("check"), capsys.readouterr().err) == (0, "")


@pytest.mark.parametrize("code", LANGUAGES)
def test_update_changes_nothing(code: str) -> None:
    """Collecting the messages again writes the very same file."""
    on_disk = catalogues.po_path(code).read_text("utf-8")

    assert catalogues.merged(code, catalogues.collect()) == on_disk


@pytest.mark.parametrize("code", LANGUAGES)
def test_sentences_are_translated(code: str) -> None:
    """A message of more than three words does not read the same in Norwegian as in English."""
    copied = [
        source
        for message in _messages(code)
        for source, translation in _pairs(message)
        if translation == source and len(re.findall(r"[^\W\d_]+", source)) > 3
    ]

    assert copied == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_quotation_marks_are_norwegian(code: str) -> None:
    """A translation uses «» where the English text uses curly quotation marks."""
    foreign = [m.id for m in _messages(code) for _, text in _pairs(m) if re.search("[“”]", text)]

    assert foreign == []


@pytest.mark.parametrize("code", [*LANGUAGES, "en"])
@pytest.mark.parametrize(
    ("context", "least"),
    [("address", len(KINDS) + len(VIEW_WORDS)), ("parameter", len(PARAMETERS))],
)
def test_addresses_are_unique_ascii_words(code: str, context: str, least: int) -> None:
    """Every word that stands in addresses is lower-case ASCII and different from the others."""
    messages = [m for m in _messages("nb" if code == "en" else code) if m.context == context]
    words = [str(m.id if code == "en" else m.string) for m in messages]

    assert len(set(words)) == len(words) >= least
    assert [word for word in words if not re.fullmatch(r"[a-z]+(-[a-z]+)*", word)] == []


def test_terms_are_collected_under_the_name_the_site_looks_up() -> None:
    """A value of a vocabulary is found by its enumeration's name and `term_label`."""
    assert catalogues.collect().get(term_label(Status.ONGOING), "status") is not None
    assert catalogues.collect().get(term_label(Unit.MILLION_KRONER), "unit") is not None


@pytest.mark.parametrize("model", CONTENT, ids=lambda model: model.__name__)
def test_every_content_field_has_one_trait(model: type[BaseModel]) -> None:
    """Each field says once what it is called, who decides it and how a change to it counts."""
    counts = {
        name: sum(isinstance(part, Trait) for part in field.metadata)
        for name, field in model.model_fields.items()
    }

    assert counts == dict.fromkeys(model.model_fields, 1)


@pytest.mark.parametrize("model", FORMS, ids=lambda model: model.__name__)
def test_every_field_has_translated_help(model: type[BaseModel]) -> None:
    """Each field has a help text in the source, and the catalogues have it too."""
    texts = field_help(model)

    assert list(texts) == list(model.model_fields)
    assert [text for text in texts.values() if catalogues.collect().get(text) is None] == []


def test_help_includes_inherited_fields_as_one_paragraph() -> None:
    """Help of a kind starts with what every entry has, each text without line breaks."""
    texts = field_help(KINDS[0])

    assert texts["title"] == "Short name as readers see it."
    assert [text for text in texts.values() if "\n" in text or "  " in text] == []


def test_messages_are_collected_from_every_form_of_call() -> None:
    """Functions, methods, contexts, plurals and addresses are found; computed texts are not."""
    source = """
_("One"); language.text("Two"); language.plural("a thing", "{count} things", 3)
language.context("verb", "Open"); language.address("news"); N_(computed); text(f"{x}")
"""

    assert set(catalogues.in_python(source)) == {
        catalogues.Found("One"),
        catalogues.Found("Two"),
        catalogues.Found("a thing", "{count} things"),
        catalogues.Found("Open", context="verb"),
        catalogues.Found("news", context="address"),
    }


def test_messages_are_collected_from_templates() -> None:
    """A template's calls are found in output, conditions and arguments of other calls."""
    source = """{{ _("One") }}{% if pgettext("verb", "Open") == x %}{% endif %}
{{ card(title=language.text("Two")) }}{{ ngettext("a thing", "{count} things", n) }}"""

    assert set(catalogues.in_template(source)) == {
        catalogues.Found("One"),
        catalogues.Found("Two"),
        catalogues.Found("Open", context="verb"),
        catalogues.Found("a thing", "{count} things"),
    }


def test_compiled_catalogues_do_not_depend_on_the_clock() -> None:
    """Compiling twice gives the same bytes."""
    path = catalogues.po_path("nb").with_suffix(".mo")
    catalogues.compile_catalogues()
    first = path.read_bytes()
    catalogues.compile_catalogues()

    assert path.read_bytes() == first
    assert b"Creation-Date: 2000-01-01" in first


def test_unknown_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    """The script answers a wrong command with its manual and exit code 2."""
    assert catalogues.main("translate") == 2
    assert "catalogues.py update" in capsys.readouterr().err


@pytest.mark.parametrize("code", catalogues.CATALOGUES)
def test_no_message_says_a_noun_itself(code: str) -> None:
    """A word for a kind of entries stands in no message: the strategy may have another one. Write
    `{goal.many}` in its place; docs/decisions/0029-own-words.md says how.
    """
    assert [message for message, _ in own_words.remaining(code)] == []


@pytest.mark.parametrize("code", catalogues.CATALOGUES)
def test_every_noun_of_a_message_is_known(code: str) -> None:
    """A place for a noun is one that the program fills, in a form that the language has."""
    language = Language.load(code)
    left = [
        place
        for message in _messages(code)
        for _, text in _pairs(message)
        for place in re.findall(r"\{[A-Za-z]+\.\w+\}", _spoken(language, text))
    ]

    assert left == []


def test_nouns_are_found_in_every_form() -> None:
    """The tool knows a noun in all forms of the catalogues, and no part of another word."""
    for code in catalogues.CATALOGUES:
        language = Language.load(code)
        # Of the sector, sentences name the one alone.
        for key in NOUNS[:-1]:
            noun = language.noun(key)
            for word in (noun.one, noun.many, noun.the_one, noun.the_many):
                assert list(own_words.hard_wired(f"x {word} y", code)), (code, word)
    assert list(own_words.hard_wired("{goal.many} and måltid, {measures}", "nb")) == []


def test_the_nouns_are_those_of_the_kinds() -> None:
    """Each kind has a noun, and a place in the settings for a word of its own."""
    kinds = tuple(kind.kind for kind in KINDS)

    assert kinds == tuple(KindWords.model_fields)
    assert (*kinds, "sector") == NOUNS
    assert tuple(PageTitles.model_fields) == TITLED_PAGES
