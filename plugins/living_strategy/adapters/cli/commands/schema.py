"""`schema`: the fields of a kind as JSON Schema, for editors and web forms."""

from __future__ import annotations

import json

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.kind_words import find_kind, kind_choices
from living_strategy.adapters.cli.offered_kinds import offered_kinds, settings_of
from living_strategy.adapters.cli.output import write_data
from living_strategy.adapters.cli.session import Session
from living_strategy.forms.schema import adoption_schema, schema, settings_schema
from living_strategy.language import Language
from living_strategy.model import KINDS, Entry
from living_strategy.model.catalogue_schema import catalogue_schema
from living_strategy.model.own_words import speaking

# What people call the file with the settings, in all languages; no kind is called so.
SETTINGS_WORDS = (
    *("strategy", "strategi", "strategien", "strategy.yml"),
    *("settings", "innstillinger", "innstillingar"),
)
# What people call records in adoption/, and catalogue.json.
ADOPTION_WORDS = ("adoption", "adopsjon", "adopsjonen")
CATALOGUE_WORDS = ("catalogue", "catalog", "katalog", "katalogen", "catalogue.json")


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
                help=text("All kinds in use and the settings, each under its name."),
            ),
        ),
        lambda session: _details(language, offered_kinds(session)),
    )


def _details(language: Language, kinds: tuple[type[Entry], ...]) -> str:
    message = language.text(
        "Programs such as Visual Studio Code use it to help while one writes: names, "
        "explanations and choices. KIND is one of: {kinds}; “strategy” gives the settings of "
        "strategy.yml, “catalogue” the open data of a whole strategy, “adoption” a record in "
        "adoption/."
    )
    return message.format(kinds=kind_choices(language, kinds))


def write_schema(session: Session, kind: str | None, all_kinds: bool) -> None:
    """Write one schema, or all of them in one object."""
    language, settings = session.language, settings_of(session)
    if settings:
        language = speaking(language, settings)
    if all_kinds == bool(kind):
        raise click.UsageError(language.text("Name a kind, or write --all."))
    if kind and kind.casefold() in SETTINGS_WORDS:
        content = settings_schema(language)
    elif kind and kind.casefold() in ADOPTION_WORDS:
        content = adoption_schema(language)
    elif kind and kind.casefold() in CATALOGUE_WORDS:
        content = catalogue_schema()
    elif kind:
        content = schema(find_kind(kind, language, offered_kinds(session)), language)
    else:
        content = {member.kind: schema(member, language) for member in offered_kinds(session)}
        content["strategy"] = settings_schema(language)
    write_data(json.dumps(content, ensure_ascii=False, indent=2))
