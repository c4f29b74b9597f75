"""`forms`: the programs behind the form on the site, and whether the form is up to date."""

from __future__ import annotations

import json
from pathlib import Path

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.findings import show_findings
from living_strategy.adapters.cli.output import note, write
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.form_programs import (
    FormProgramError,
    fetch_programs,
    kept_programs,
)
from living_strategy.adapters.publishing import read_strategy
from living_strategy.adapters.system_faults import explained
from living_strategy.form_site import FOLDER, PROGRAMS, FormSource, generated_files
from living_strategy.forms.web.backend import Backend
from living_strategy.forms.web.decap import decap
from living_strategy.forms.web.sveltia import sveltia
from living_strategy.language import Language
from living_strategy.publication import Publication

_SITE = "site"


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        forms,
        text(
            "The site has a form for proposals when strategy.yml says so under “form”. Its "
            "programs come from npm, are compared with their SHA-256 and kept in .cache/. The "
            "form itself is made from the content whenever the site is built.\n\n"
            "With --check nothing is fetched. The exit code is 1 if a program is missing, or if "
            "the form of the site in FOLDER is another one than the content now gives."
        ),
        (
            click.Option(
                ["--check", "only_check"],
                is_flag=True,
                help=text("Say what is missing or out of date, and change nothing."),
            ),
            click.Option(
                ["--site", "site"],
                type=click.Path(path_type=Path, file_okay=False),
                metavar=text("FOLDER"),
                help=text("The folder of the site. Without it: “site” beside strategy/."),
            ),
            click.Option(
                ["--sveltia", "repository"],
                metavar=text("ADDRESS"),
                help=text(
                    "Write the settings of the form as Sveltia CMS has them, for proposals to the "
                    "repository at this address, and fetch nothing."
                ),
            ),
        ),
    )


def forms(session: Session, only_check: bool, site: Path | None, repository: str | None) -> int:
    """Fetch what is missing, say what is out of date, or write the settings for another program."""
    language, root = session.language, session.root
    publication = read_strategy(root, session.today)
    if publication.has_errors:
        show_findings(publication.diagnostics, language, root, "text")
        return 1
    if publication.settings.form is None:
        note(
            language.text(
                "The site has no form for proposals. To have one, write “form:” in strategy.yml."
            )
        )
        return 0
    if repository is not None:
        return _write_sveltia(publication, repository, language)
    if only_check:
        return _check(publication, site or root / _SITE, language)
    try:
        fetch_programs(root)
    except FormProgramError as error:
        raise CannotStart(error.message(language)) from None
    except OSError as error:
        raise CannotStart(explained(error, language)) from None
    note(language.text("The programs behind the form are there."))
    return 0


def _write_sveltia(publication: Publication, repository: str, language: Language) -> int:
    target = FormSource(repository).backend(publication.settings, publication.language)
    if target is None:
        raise CannotStart(
            language.text("“{address}” is not the address of a repository.").format(
                address=repository
            )
        )
    config = decap(publication.graph, publication.language, target.settings, "")
    write(json.dumps(sveltia(config), ensure_ascii=False, indent=1))
    return 0


def _check(publication: Publication, site: Path, language: Language) -> int:
    kept = kept_programs(publication.root)
    missing = [name for name in PROGRAMS if name not in kept]
    for name in missing:
        write(language.text("{file} is missing.").format(file=name))
    stale = _stale(publication, site)
    for path in stale:
        write(language.text("{file} is out of date: build the site anew.").format(file=path))
    if not missing and not stale:
        note(language.text("The form is up to date."))
    return int(bool(missing or stale))


def _stale(publication: Publication, site: Path) -> list[str]:
    """Return the files of the form on a site that the content would now make otherwise. Where
    proposals go is as the site has it.
    """
    try:
        config = json.loads((site / FOLDER / "config.yml").read_text("utf-8"))
        target = Backend(dict(config["backend"]), ())
        url = str(config.get("site_url", ""))
    except (OSError, ValueError, LookupError, TypeError):
        return [f"{FOLDER}config.yml"]
    files = generated_files(
        publication.graph, publication.language, publication.source, target, url
    )
    return [
        file.path
        for file in files
        # The pages name where proposals go and say nothing of the content but its title.
        if not file.path.endswith(".html") and _content(site / file.path) != file.content
    ]


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
