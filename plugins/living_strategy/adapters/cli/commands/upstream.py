"""`upstream`: which version of a national strategy this one builds upon."""

from __future__ import annotations

from pathlib import Path

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.options import format_option
from living_strategy.adapters.cli.output import write, write_data
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.cli.upstream_goals import goals_text
from living_strategy.adapters.cli.upstream_impact import IMPACT_FORMATS, impact_text
from living_strategy.adapters.cli.upstream_pinning import (
    pin,
    refuse_older,
    tell_outdated,
    tell_step,
)
from living_strategy.adapters.cli.upstream_settings import add_to_settings
from living_strategy.adapters.cli.upstream_versions import (
    NotUpdated,
    fetched,
    pinned_version,
    source_of,
)
from living_strategy.adapters.system_faults import explained
from living_strategy.adapters.upstream.catalogues import head, version
from living_strategy.adapters.upstream.pins import finish_pin, is_pinned
from living_strategy.content.corpus import Corpus
from living_strategy.content.graph import link
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.language import Language
from living_strategy.model.catalogue import Catalogue, EntryState
from living_strategy.settings import Upstream
from living_strategy.settings.upstream import is_upstream_name
from living_strategy.upstream.offers import is_newer, offered
from living_strategy.upstream.treatment import TREATED

ACTIONS = ("add", "check", "update", "impact", "list")
NEWER = 2
"""The exit code of `check` when there is a newer version; that of a mistake is 1."""


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        upstream,
        text(
            "“add” pins a strategy above under a short name, from the address of its "
            "catalogue.json or from a file. “check” ends with 0 if the pinned version is the "
            "newest one, and with 2 if there is a newer one. “update” takes the newest. What is "
            "pinned lies in upstream/; no other file changes, but for “add”, which names it in "
            "strategy.yml. “impact” says what the pinned version asks of you, since it was judged. "
            "“list” lists what it has to decide on, with the ids to write and what is decided."
        ),
        (
            click.Argument(["action"], type=click.Choice(ACTIONS), metavar=text("ACTION")),
            click.Argument(["name"], required=False, metavar=text("[NAME]")),
            click.Argument(["where"], required=False, metavar=text("[ADDRESS|FILE]")),
            click.Option(
                ["--to", "wanted"],
                metavar=text("VERSION"),
                help=text("Take this version instead of the newest one."),
            ),
            click.Option(
                ["--from", "given"],
                metavar=text("ADDRESS|FILE"),
                help=text("Take the catalogue from here instead of the address in strategy.yml."),
            ),
            click.Option(
                ["--allow-older"],
                is_flag=True,
                help=text("Take a version that is older than the pinned one."),
            ),
            click.Option(
                ["--report", "report_file"],
                type=click.Path(path_type=Path, dir_okay=False),
                metavar=text("FILE"),
                help=text(
                    "Where “update” writes what the new version asks of you, as Markdown for a "
                    "pull request."
                ),
            ),
            format_option(language, *IMPACT_FORMATS),
        ),
    )


def upstream(
    session: Session,
    action: str,
    name: str | None,
    where: str | None,
    wanted: str | None,
    given: str | None,
    allow_older: bool,
    report_file: Path | None,
    output_format: str,
) -> int | None:
    """Do one of the actions, for one strategy above or, where that makes sense, for all."""
    corpus = load(DiskSource(session.root)).corpus
    try:
        for known in corpus.upstreams.values():
            finish_pin(session.root, known.name, known)
    except OSError as error:
        raise NotUpdated(explained(error, session.language)) from None
    if action == "add":
        _add(session, corpus, name or "", where or given or "", wanted or "")
        return None
    if where:
        raise click.UsageError(session.language.text("Only “add” takes an address; use --from."))
    chosen = _chosen(corpus, name, session.language)
    if action == "check":
        newer = [_check(session, corpus, one, given or "") for one in chosen]
        return NEWER if any(newer) else 0
    if action == "impact":
        for one in chosen:
            _impact(session, corpus, one, given or "", output_format)
        return None
    if action == "list":
        for one in chosen:
            pinned_version(corpus, one, session.language)
        names = (one.name for one in chosen)
        write_data(goals_text(corpus, names, output_format, session))
        return None
    for one in chosen:
        _update(session, corpus, one, given or "", wanted or "", allow_older, report_file)
    return None


def _chosen(corpus: Corpus, name: str | None, language: Language) -> tuple[Upstream, ...]:
    """Return the strategies above that are meant: the one of this name, or all."""
    known = corpus.settings.upstream
    chosen = tuple(one for one in known if name in (None, one.name))
    if not chosen:
        raise NotUpdated(
            language.text(
                "strategy.yml names no strategy of this name to follow. Add one with “{command}”."
            ).format(
                command=language.command(
                    language.text("upstream add national https://…/data/catalogue.json")
                )
            )
        )
    return chosen


def _add(session: Session, corpus: Corpus, name: str, where: str, wanted: str) -> None:
    language = session.language
    if not name or not where:
        raise click.UsageError(
            language.text("Write a short name, such as national, and an address or a file.")
        )
    if not is_upstream_name(name):
        raise CannotStart(
            language.text(
                "“{name}” cannot be a short name: use a to z, digits and hyphens."
            ).format(name=name)
        )
    got = fetched(language, lambda report: version(where, wanted, report))
    refuse_older(corpus.upstreams.get(name), got, language)
    pin(session, corpus, name, got)
    address = where if got.address else ""
    add_to_settings(session, corpus, name, str(got.catalogue.strategy["title"]), address)
    message = language.text("Write down what the council decides with “{command}”.")
    write(message.format(command=language.command(f"adopt {_example(got.catalogue)} --state …")))


def _example(catalogue: Catalogue) -> str:
    """Return the id of a goal, as it is to be written."""
    goals = (entry.id for entry in catalogue.of_kind(TREATED) if entry.state is EntryState.IN_FORCE)
    return next(goals, "ID")


def _check(session: Session, corpus: Corpus, one: Upstream, given: str) -> bool:
    language = session.language
    pinned = pinned_version(corpus, one, language)
    got = fetched(language, lambda report: head(source_of(one, given, language), report))
    newer = is_newer(got.catalogue, pinned)
    edition = offered(got.catalogue)
    message = (
        language.text("{title}: version {new} is there; {old} is pinned. Take it with “{command}”.")
        if newer
        else language.text("{title}: {old} is pinned, and there is no newer version.")
    )
    write(
        message.format(
            title=one.title,
            old=pinned.version,
            new=edition.name if edition else got.catalogue.version,
            command=language.command(f"upstream update {one.name}"),
        )
    )
    return newer


def _update(
    session: Session,
    corpus: Corpus,
    one: Upstream,
    given: str,
    wanted: str,
    allow_older: bool,
    report_file: Path | None,
) -> None:
    language = session.language
    pinned = corpus.upstreams[one.name]
    got = fetched(language, lambda report: version(source_of(one, given, language), wanted, report))
    if is_pinned(pinned, got) and pinned.catalogue:
        message = language.text("{title}: {old} is pinned already; nothing has changed.")
        write(message.format(title=one.title, old=got.catalogue.version))
        return
    if not allow_older:
        refuse_older(pinned, got, language)
    pin(session, corpus, one.name, got)
    if pinned.catalogue:
        tell_step(pinned.catalogue, got.catalogue, language)
    tell_outdated(session, one.name, language)
    if report_file:
        _report(session, corpus, one, report_file)


def _report(session: Session, corpus: Corpus, one: Upstream, file: Path) -> None:
    """Write what the new version asks for; of several strategies above, one below the other."""
    graph = link(load(DiskSource(session.root)).corpus)
    text = impact_text(graph, graph.corpus.upstreams[one.name], "md", session)
    try:
        with file.open("ab" if one is not corpus.settings.upstream[0] else "wb") as opened:
            opened.write(f"{text}\n".encode())
    except OSError as error:
        raise NotUpdated(explained(error, session.language)) from None


def _impact(
    session: Session, corpus: Corpus, one: Upstream, given: str, output_format: str
) -> None:
    """Say what the pinned version asks for; `given` is an earlier version to compare all with."""
    language = session.language
    pinned_version(corpus, one, language)
    pinned = corpus.upstreams[one.name]
    start = next((kept for kept in pinned.earlier if kept.version == given), None)
    if given and start is None:
        start = fetched(language, lambda report: head(given, report)).catalogue
    write_data(impact_text(link(corpus), pinned, output_format, session, start))
