"""`build`: write the whole site into a folder."""

from __future__ import annotations

from pathlib import Path

import click

from living_strategy.adapters.cli.commands.check import exit_code, show_findings
from living_strategy.adapters.cli.options import root_option
from living_strategy.adapters.cli.output import progress, write
from living_strategy.adapters.cli.session import Session
from living_strategy.adapters.cli.translatable import N_


@click.command(
    "build",
    help=N_(
        "Write the pages and the open data of the strategy into a folder.\n\n"
        "With errors nothing is written, and what is there stays as it is."
    ),
)
@root_option
@click.option(
    "--to", "target", type=click.Path(path_type=Path, file_okay=False), metavar=N_("FOLDER"),
    help=N_("The folder to write to. Without it: “site” beside strategy/."),
)
@click.pass_obj
def command(session: Session, target: Path | None) -> int:
    """Check, and write if there are no errors."""
    from living_strategy.adapters.standalone import build_site

    root, today = session.root, session.today
    target = target or root / "site"
    with progress(session.language.text("Building …")) as line:
        built = build_site(root, target, today, line)
    show_findings(built.diagnostics, session, root, "text")
    if exit_code(built.diagnostics):
        write(session.language.text("Nothing was written, because there are errors."))
        return 1
    message = session.language.plural(
        "{count} page is in {folder}.", "{count} pages are in {folder}.", built.pages
    )
    write(message.format(count=built.pages, folder=target))
    return 0
