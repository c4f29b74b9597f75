"""`start`: a whole repository for a strategy of one's own."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.offered_languages import OfferedLanguages, check_offered
from living_strategy.adapters.cli.output import note
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.cli.started import commit_exchange, explaining, report, write_strategy
from living_strategy.adapters.starting.copied_repository import (
    Exchange,
    NotReady,
    is_copy,
    lies_in,
    plan_exchange,
)
from living_strategy.adapters.starting.editor_files import editor_files
from living_strategy.adapters.starting.engine import Engine, NoEngine, this_engine
from living_strategy.adapters.starting.fork import plan_fork
from living_strategy.adapters.starting.new_folder import is_free
from living_strategy.adapters.system_faults import explained
from living_strategy.content.municipalities import load_municipalities
from living_strategy.editing.canonical import canonical, style_of
from living_strategy.forms.issues import issue_forms
from living_strategy.language import Language
from living_strategy.proposals.issue_addresses import IssueHost
from living_strategy.proposals.questions import all_proposals
from living_strategy.starting.files import (
    LOCAL_PROGRAM,
    local_program,
    requirements,
    starting_files,
)
from living_strategy.starting.owner import (
    NoOwner,
    Owner,
    county_owner,
    municipality_owner,
    named_owner,
)


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        start,
        text(
            "The folder gets content, settings, pipelines and this version of the program, and "
            "nothing else; the site can be looked at straight away. FOLDER is new or empty, or “.” "
            "in a copy of the repository of this program, where the national strategy and the "
            "source of the program are then taken away."
        ),
        (
            click.Argument(["folder"], type=click.Path(path_type=Path), metavar=text("FOLDER")),
            click.Option(
                ["--municipality"],
                metavar=text("PLACE"),
                help=text("Number or name of a municipality, such as 1103 or Stavanger."),
            ),
            click.Option(
                ["--county"],
                metavar=text("PLACE"),
                help=text("Number or name of a county, such as 46 or Vestland."),
            ),
            click.Option(
                ["--owner"], metavar=text("NAME"), help=text("Name of any other public body.")
            ),
            click.Option(
                ["--language", "chosen"],
                type=OfferedLanguages(),
                help=text("Language of the site. Without it: what the place has chosen."),
            ),
            click.Option(
                ["--git/--no-git", "with_git"],
                default=True,
                help=text("Make a repository with a first commit, or leave it."),
            ),
            click.Option(
                ["--fork-of"],
                metavar=text("BRANCH"),
                help=text(
                    "In a fork that follows us: the branch of ours, such as upstream/main. What is "
                    "as it ever was there is taken away; what the fork has written or changed in "
                    "its content stays."
                ),
            ),
            click.Option(
                ["--yes"],
                is_flag=True,
                help=text("Take away what is national without asking, in a copy of this program."),
            ),
        ),
    )


def start(
    session: Session,
    folder: Path,
    municipality: str | None,
    county: str | None,
    owner: str | None,
    chosen: str | None,
    with_git: bool,
    fork_of: str | None,
    yes: bool,
) -> None:
    """Write everything, or nothing."""
    language = session.language
    check_offered(chosen or "", language)
    whose = _owner(language, municipality, county, owner, chosen or "")
    engine = _engine(language)
    files = _files(whose, session.today, engine, folder)
    # Loaded now: a copy of this program's repository is about to lose the catalogues.
    own = Language.load(whose.language).calling(language.program)
    if fork_of or is_copy(folder):
        exchange = _plan(folder, files, fork_of, language)
        _confirm(exchange, folder, language, yes)
        explaining(lambda: exchange.carry_out(engine.path), folder, language)
        said = commit_exchange(folder, own, language) if with_git else ""
    else:
        _check_free(folder, language)
        said = write_strategy(folder, files, own if with_git else None, language)
    report(folder, whose, said, own)


def _owner(
    language: Language, municipality: str | None, county: str | None, name: str | None, chosen: str
) -> Owner:
    if sum(value is not None for value in (municipality, county, name)) != 1:
        raise CannotStart(
            language.text(
                "Say whose strategy it is: --municipality, --county or --owner, one of them."
            )
        )
    register = load_municipalities()
    try:
        if municipality is not None:
            return municipality_owner(municipality, register, chosen)
        if county is not None:
            return county_owner(county, register, chosen)
        return named_owner(name or "", chosen or language.code, chosen=bool(chosen))
    except NoOwner as error:
        raise CannotStart(error.message(language)) from None


def _engine(language: Language) -> Engine:
    try:
        return this_engine()
    except NoEngine:
        message = language.text(
            "This program is not installed as a package, so it cannot be put beside the strategy. "
            "Install it with pip, or run “make install” in its repository."
        )
        raise CannotStart(message) from None
    except OSError as error:
        raise CannotStart(explained(error, language)) from None


def _files(owner: Owner, today: date, engine: Engine, folder: Path) -> dict[str, bytes]:
    texts = starting_files(owner, today)
    texts["requirements.txt"] = requirements(engine.path, engine.digest, engine.pins)
    programs = Path(sys.executable).parent
    if (programs / "mkdocs").exists() and not lies_in(programs, folder):
        texts[LOCAL_PROGRAM] = local_program(programs, engine.path)
    files = {path: text.encode() for path, text in texts.items()}
    for path in filter(style_of, files):
        files[path] = canonical(path, files[path]).content
    language = Language.load(owner.language)
    forms = {
        path: text.encode()
        for host in IssueHost
        for path, text in issue_forms(all_proposals(language), host)
    }
    return files | editor_files(language) | forms | {engine.path: engine.content}


def _check_free(folder: Path, language: Language) -> None:
    try:
        free = is_free(folder)
        parent = folder.absolute().parent.is_dir()
    except OSError as error:
        raise CannotStart(explained(error, language, folder)) from None
    if not parent:
        message = language.text("The folder {folder} cannot be made: the one above does not exist.")
        raise CannotStart(message.format(folder=folder))
    if not free:
        message = language.text("{folder} is not empty. Choose a new or an empty folder.")
        raise CannotStart(message.format(folder=folder))


def _plan(
    folder: Path, files: dict[str, bytes], fork_of: str | None, language: Language
) -> Exchange:
    try:
        return plan_fork(folder, files, fork_of) if fork_of else plan_exchange(folder, files)
    except NotReady as error:
        raise CannotStart(error.message(language)) from None
    except OSError as error:
        raise CannotStart(explained(error, language, folder)) from None


def _confirm(exchange: Exchange, folder: Path, language: Language, yes: bool) -> None:
    """Say what is going to happen and ask, where somebody can answer."""
    note(exchange.summary(language))
    if yes:
        return
    question = language.text("Take this away from {folder}?").format(folder=folder)
    if not sys.stdin.isatty():
        message = language.text("Nothing was changed. Add --yes to take it away.")
        raise CannotStart(message)
    if not click.confirm(question):
        raise CannotStart(language.text("Nothing was changed."))
