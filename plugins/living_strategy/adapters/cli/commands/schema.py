"""`schema`: the fields of a kind as JSON Schema, for editors and web forms."""

from __future__ import annotations

import json

import click

from living_strategy.adapters.cli.options import root_option
from living_strategy.adapters.cli.output import write_data
from living_strategy.adapters.cli.session import Session
from living_strategy.adapters.cli.translatable import N_

# What people call the file with the settings, in all languages; no kind is called so.
SETTINGS_WORDS = (
    *("strategy", "strategi", "strategien", "strategy.yml"),
    *("settings", "innstillinger", "innstillingar"),
)


@click.command(
    "schema",
    help=N_(
        "Write the fields of a kind as JSON Schema (draft 2020-12).\n\n"
        "Programs such as Visual Studio Code use it to help while one writes: names, explanations "
        "and choices. KIND is area, goal, measure, project, organisation, network, body, "
        "component, scheme or framework; “strategy” gives the settings of strategy.yml."
    ),
)
@root_option
@click.argument("kind", required=False, metavar=N_("[KIND]"))
@click.option(
    "--all", "everything", is_flag=True, help=N_("All kinds and the settings, each under its name.")
)
@click.pass_obj
def command(session: Session, kind: str | None, everything: bool) -> None:
    """Write one schema, or all of them in one object."""
    from living_strategy.adapters.cli.kind_words import find_kind
    from living_strategy.forms.schema import schema, settings_schema
    from living_strategy.model import KINDS

    language = session.language
    if everything == bool(kind):
        raise click.UsageError(language.text("Name a kind, or write --all."))
    if kind and kind.casefold() in SETTINGS_WORDS:
        found = settings_schema(language)
    elif kind:
        found = schema(find_kind(kind, language), language)
    else:
        found = {one.kind: schema(one, language) for one in KINDS}
        found["strategy"] = settings_schema(language)
    write_data(json.dumps(found, ensure_ascii=False, indent=2))
