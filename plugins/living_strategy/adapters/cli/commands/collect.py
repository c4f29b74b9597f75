"""`collect`: what the local sites have decided about this strategy, fetched and kept."""

from __future__ import annotations

from collections.abc import Sequence

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.output import note, progress, write
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.network.fetching import Terms
from living_strategy.adapters.system_faults import explained
from living_strategy.adapters.upstream.collecting import MOST, Outcome, collect, keep
from living_strategy.content.corpus import ListedSite
from living_strategy.content.loader import load
from living_strategy.content.records.local_sites import FOLDER, LOCAL_SITES
from living_strategy.content.source import DiskSource
from living_strategy.language import Language
from living_strategy.model.municipality import Municipalities

NOBODY_ANSWERED = 1
"""The exit code when no site gave anything; with one that did, it is 0."""


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        collect_sites,
        text(
            "Fetches the catalogue of each municipality and county in strategy/local-sites.yml, "
            "and keeps in collected/ what it says about the goals of this strategy. A site that "
            "does not answer keeps its last good copy. The command ends with 0 if any site "
            "answered, and with 1 if none did."
        ),
        (
            click.Option(
                ["--timeout"],
                type=click.FloatRange(0.1, 300),
                default=10.0,
                show_default=True,
                metavar=text("SECONDS"),
                help=text("How long a site may take, from the first connection to the last byte."),
            ),
            click.Option(
                ["--allow-local"],
                is_flag=True,
                help=text(
                    "Also fetch from addresses of this machine and of others in the house, if "
                    "they are written as numbers or as localhost. For trying it out."
                ),
            ),
        ),
    )


def collect_sites(session: Session, timeout: float, allow_local: bool) -> int | None:
    """Collect from all sites of the list."""
    language = session.language
    corpus = load(DiskSource(session.root)).corpus
    sites = _once(corpus.local_sites, corpus.municipalities)
    if not sites:
        write(language.text("{file} lists no site to collect from.").format(file=LOCAL_SITES))
        return None
    terms = Terms(seconds=timeout, most=MOST, may_be_local=allow_local)
    with progress("") as line:
        words = language.text("{done} of {total} sites have been asked")
        outcomes = collect(
            sites,
            terms,
            session.today,
            lambda done: line(words.format(done=done, total=len(sites))),
        )
    try:
        written = keep(session.root, outcomes)
    except OSError as error:
        raise CannotStart(explained(error, language, FOLDER)) from None
    _tell(outcomes, written, corpus.municipalities, language)
    return NOBODY_ANSWERED if all(outcome.problem for outcome in outcomes) else None


def _once(sites: Sequence[ListedSite], places: Municipalities) -> list[ListedSite]:
    """Return one site for each number that there is; `check` tells about the others."""
    by_number = {listed.site.number: listed for listed in sites}
    return [listed for number, listed in sorted(by_number.items()) if number in places.by_number]


def _tell(
    outcomes: Sequence[Outcome], written: int, places: Municipalities, language: Language
) -> None:
    for outcome in outcomes:
        if outcome.problem:
            name = f"{outcome.collected.number} {places.label(outcome.collected.number)}"
            note(f"{name}: {outcome.problem.message(language)} {_kept(outcome, language)}")
    answered = sum(outcome.problem is None for outcome in outcomes)
    message = language.plural(
        "{answered} of {count} site answered.",
        "{answered} of {count} sites answered.",
        len(outcomes),
    )
    write(message.format(answered=answered, count=len(outcomes)))
    message = language.plural(
        "{count} file in {folder}/ is new or changed.",
        "{count} files in {folder}/ are new or changed.",
        written,
    )
    write(message.format(count=written, folder=FOLDER))


def _kept(outcome: Outcome, language: Language) -> str:
    if fetched := outcome.collected.fetched:
        message = language.text("The copy of {date} is kept.")
        return message.format(date=language.date(fetched))
    return language.text("Nothing has been fetched from it yet.")
