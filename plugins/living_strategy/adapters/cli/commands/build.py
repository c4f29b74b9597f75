"""`build`: write the whole site into a folder."""

from __future__ import annotations

import os
from pathlib import Path

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.content_folders import in_content
from living_strategy.adapters.cli.findings import exit_code, show_findings
from living_strategy.adapters.cli.options import as_of_option
from living_strategy.adapters.cli.output import note, progress, write
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.cli.site_url import site_url, web_address
from living_strategy.adapters.plain.build import build_site
from living_strategy.adapters.publishing import EXPLAINED
from living_strategy.adapters.search.index import SearchIndexError
from living_strategy.adapters.storage.own_files import is_site
from living_strategy.adapters.storage.site_folder import is_no_part
from living_strategy.adapters.storage.site_lock import waiting_notice
from living_strategy.adapters.system_faults import explained
from living_strategy.language import Language
from living_strategy.site.edit_addresses import edit_template

FOLDER = "site"
_PROGRESS_INTERVAL = 25


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        build,
        text("With errors nothing is written, and what is there stays as it is."),
        (
            click.Option(
                ["--to", "target"],
                type=click.Path(path_type=Path, file_okay=False),
                metavar=text("FOLDER"),
                help=text("The folder to write to. Without it: “site” beside strategy/."),
            ),
            click.Option(
                ["--url"],
                default="",
                metavar=text("ADDRESS"),
                help=text(
                    "The address the site will have; with it come a sitemap, canonical addresses "
                    "and feeds of changes."
                ),
            ),
            click.Option(
                ["--edit-url", "edit"],
                default="",
                metavar=text("ADDRESS"),
                help=text(
                    "Where readers can propose changes of files; the path of a file comes at the "
                    "end, or in place of {path}."
                ),
            ),
            click.Option(
                ["--repo-url", "repository"],
                default="",
                metavar=text("ADDRESS"),
                help=text("The address of the repository, where the form sends proposals."),
            ),
            as_of_option(language),
        ),
    )


def build(session: Session, target: Path | None, url: str, edit: str, repository: str) -> int:
    """Check, and write if there are no errors."""
    language, root, today = session.language, session.root, session.today
    target = target or Path(os.path.relpath(root)) / FOLDER
    _check_target(target, root, language)
    waits = waiting_notice(language, target)
    with progress(language.text("Building …")) as line:

        def report_progress(files: int) -> None:
            if files % _PROGRESS_INTERVAL == 0:
                line(language.text("Building … files: {count}").format(count=files))

        try:
            built = build_site(
                root,
                target.absolute(),
                today,
                site_url(url, language),
                edit_template(web_address(edit, language)),
                web_address(repository, language),
                report_progress,
                lambda: note(waits),
            )
        except EXPLAINED as error:
            raise CannotStart(error.message(language)) from None
        except SearchIndexError as error:
            message = language.text("The search index could not be made: {reason}")
            raise CannotStart(message.format(reason=error)) from None
        except OSError as error:
            raise CannotStart(explained(error, language, target)) from None
    show_findings(built.diagnostics, language, root, "text")
    if exit_code(built.diagnostics):
        write(language.text("Nothing was written, because there are errors."))
        return 1
    if built.notice:
        note(built.notice)
    message = language.plural(
        "{count} page is in {folder}.", "{count} pages are in {folder}.", built.pages
    )
    write(message.format(count=built.pages, folder=target))
    return 0


def _check_target(target: Path, root: Path, language: Language) -> None:
    """Refuse a folder with other files in it: a site replaces everything in its folder.

    Raises:
        CannotStart: the folder holds something else, or is a part of the strategy.
    """
    full, home = target.resolve(), root.resolve()
    if home.is_relative_to(full) or in_content(full, home):
        message = language.text(
            "The site cannot be written to {folder}: the strategy itself is there."
        )
        raise CannotStart(message.format(folder=target))
    if _holds_something_else(target):
        message = language.text(
            "{folder} holds something else than a site. Choose a new or an empty folder."
        )
        raise CannotStart(message.format(folder=target))


def _holds_something_else(target: Path) -> bool:
    """Return whether a folder holds files that a build may not replace. The work folder of a
    stopped build and the system folders of a disk may be there.
    """
    if not target.is_dir() or is_site(target):
        return False
    return any(not is_no_part(entry.name) for entry in target.iterdir())
