"""`schema`: the fields of a kind as JSON Schema, for editors and web forms."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.kind_words import find_kind, kind_choices
from living_strategy.adapters.cli.offered_kinds import offered_kinds, settings_of
from living_strategy.adapters.cli.output import write, write_data
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.cli.site_url import site_url
from living_strategy.adapters.starting.editor_files import NotSettings, editor_files
from living_strategy.adapters.storage.pair_writer import write_together
from living_strategy.adapters.system_faults import explained
from living_strategy.forms.schema import (
    adoption_schema,
    register_schema,
    schema,
    search_words_schema,
    settings_schema,
)
from living_strategy.forms.schema_files import EDITOR_SETTINGS, schema_files
from living_strategy.language import Language
from living_strategy.model import KINDS, Entry
from living_strategy.model.catalogue_schema import catalogue_schema
from living_strategy.model.own_words import language_of, speaking

# What people call the file with the settings, in all languages; no kind is called so.
SETTINGS_WORDS = (
    *("strategy", "strategi", "strategien", "strategy.yml"),
    *("settings", "innstillinger", "innstillingar"),
)
# What people call records in adoption/, and catalogue.json.
ADOPTION_WORDS = ("adoption", "adopsjon", "adopsjonen")
CATALOGUE_WORDS = ("catalogue", "catalog", "katalog", "katalogen", "catalogue.json")
SEARCH_WORDS = ("search-words", "search-words.yml", "søkeord", "sokeord")


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        write_schema,
        _details(language, KINDS),
        (
            click.Argument(["kind"], required=False, metavar=text("[KIND]")),
            click.Option(
                ["--all", "all_kinds"],
                is_flag=True,
                help=text("All kinds in use and the other files, each under its name."),
            ),
            click.Option(
                ["--editor", "for_editor"],
                is_flag=True,
                help=text("Write what Visual Studio Code needs into .vscode/."),
            ),
            click.Option(
                ["--url"],
                metavar=text("ADDRESS"),
                default="",
                help=text("Address of the published site; with --editor."),
            ),
        ),
        lambda session: _details(language, offered_kinds(session)),
    )


def _details(language: Language, kinds: tuple[type[Entry], ...]) -> str:
    message = language.text(
        "Programs such as Visual Studio Code use it to help while one writes: names, "
        "explanations and choices. KIND is one of: {kinds}; “strategy” gives the settings of "
        "strategy.yml, “catalogue” the open data of a whole strategy, “adoption” a record in "
        "adoption/, “search-words” the words of the search, and the name of a file in "
        "strategy/registers/ the whole of it.\n\n"
        "With --editor they are written into .vscode/, for the files that are YAML from end to "
        "end. Do that again after a new version, or after a change of your own words. A "
        "published site has them, too: with its address, .vscode/ only names those."
    )
    return message.format(kinds=kind_choices(language, kinds))


def write_schema(
    session: Session, kind: str | None, all_kinds: bool, for_editor: bool, url: str
) -> None:
    """Write one schema, or all of them in one object, or those for an editor."""
    language, settings = session.language, settings_of(session)
    if settings:
        language = speaking(language, settings)
    if [bool(kind), all_kinds, for_editor].count(True) != 1:
        raise click.UsageError(language.text("Name a kind, or write --all or --editor."))
    if for_editor:
        _write_for_editor(session, language, site_url(url, language))
        return
    if kind:
        content = _schema(kind.casefold(), language, offered_kinds(session))
    else:
        kinds = offered_kinds(session)
        content = {member.kind: schema(member, language) for member in kinds}
        content |= {file.name: file.make(language) for file in schema_files(kinds)}
    write_data(json.dumps(content, ensure_ascii=False, indent=2))


def _schema(word: str, language: Language, kinds: tuple[type[Entry], ...]) -> dict[str, Any]:
    others: tuple[tuple[tuple[str, ...], Callable[[Language], dict[str, Any]]], ...] = (
        (SETTINGS_WORDS, settings_schema),
        (ADOPTION_WORDS, adoption_schema),
        (SEARCH_WORDS, search_words_schema),
        (CATALOGUE_WORDS, lambda _: catalogue_schema()),
    )
    for words, make in others:
        if word in words:
            return make(language)
    if kind := next((kind for kind in KINDS if word == _register(kind)), None):
        return register_schema(kind, language)
    return schema(find_kind(word, language, kinds), language)


def _register(kind: type[Entry]) -> str:
    return f"{kind.register}.yml" if kind.register else ""


def _write_for_editor(session: Session, language: Language, url: str) -> None:
    """Write the schemas in the language of the strategy, which everybody who edits it shares."""
    target, kinds = session.root / EDITOR_SETTINGS, offered_kinds(session)
    settings = settings_of(session)
    words = language_of(settings) if settings else language
    try:
        before = target.read_bytes() if target.exists() else None
        files = editor_files(words, kinds, url, before)
        write_together({session.root / path: content for path, content in files.items()})
    except NotSettings:
        message = language.text(
            "{file} has comments, or is no JSON. Take them out, or move the file away for a moment."
        )
        raise CannotStart(message.format(file=EDITOR_SETTINGS)) from None
    except OSError as error:
        raise CannotStart(explained(error, language, EDITOR_SETTINGS)) from None
    message = language.text("{file} has been written. It names {count} schemas.")
    write(message.format(file=EDITOR_SETTINGS, count=len(tuple(schema_files(kinds)))))
