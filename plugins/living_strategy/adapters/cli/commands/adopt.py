"""`adopt`: what the council has decided about a national goal, written down as a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import click
from pydantic import ValidationError

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.output import write
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.storage.pair_writer import write_together
from living_strategy.adapters.system_faults import explained
from living_strategy.content.corpus import AdoptionRecord, Corpus, Pinned
from living_strategy.content.loader import load
from living_strategy.content.records.adoption import adoption_path
from living_strategy.content.source import DiskSource
from living_strategy.editing.canonical import canonical
from living_strategy.language import Language
from living_strategy.model.adoption import Adoption, AdoptionState
from living_strategy.model.catalogue import Catalogue, CatalogueEntry
from living_strategy.upstream.judging import TEXT_FIELDS, Judgement, judged
from living_strategy.upstream.kept_comments import with_comments
from living_strategy.upstream.texts import record_text
from living_strategy.upstream.treatment import nearest_entry, records_by_entry


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    states = ", ".join(f"{state.value} ({language.term(state)})" for state in AdoptionState)
    return Definition(
        adopt,
        text(
            "The record is written into adoption/, with the version that is pinned. Written again "
            "with the same state, what is not said now stays as it was. ID is that of the national "
            "goal. STATE is one of: {states}."
        ).format(states=states),
        (
            click.Argument(["entry_id"], metavar="ID"),
            click.Option(
                ["--state"],
                required=True,
                type=click.Choice([state.value for state in AdoptionState]),
                metavar=text("STATE"),
                help=text("What was decided."),
            ),
            click.Option(
                ["--reason"],
                metavar=text("TEXT"),
                help=text("Why, in one sentence; adapted, declined and not-relevant need it."),
            ),
            click.Option(["--body"], metavar=text("NAME"), help=text("Who decided.")),
            click.Option(["--date"], metavar=text("DATE"), help=text("When it was decided.")),
            click.Option(["--case"], metavar=text("NUMBER"), help=text("Case number.")),
            click.Option(["--url"], metavar=text("ADDRESS"), help=text("Address of the minutes.")),
            click.Option(
                ["--planned"],
                metavar=text("DATE"),
                help=text("For when it is planned; planned needs it."),
            ),
            click.Option(
                ["--next-review"],
                metavar=text("DATE"),
                help=text("When it will be looked at again."),
            ),
            click.Option(
                ["--text", "texts"],
                multiple=True,
                metavar=text("FIELD=TEXT"),
                help=text("What a field says here, such as --text title=…; adapted needs one."),
            ),
            click.Option(
                ["--upstream", "name"],
                metavar=text("NAME"),
                help=text("Which strategy above, where there are several."),
            ),
        ),
    )


def adopt(
    session: Session,
    entry_id: str,
    state: str,
    reason: str | None,
    body: str | None,
    date: str | None,
    case: str | None,
    url: str | None,
    planned: str | None,
    next_review: str | None,
    texts: tuple[str, ...],
    name: str | None,
) -> None:
    """Write the record, unless it would lack something."""
    language = session.language
    corpus = load(DiskSource(session.root)).corpus
    pinned, catalogue = _pinned(corpus, name, language)
    entry = _entry(catalogue, entry_id.partition(":")[2] or entry_id, language)
    record = records_by_entry(corpus.adoptions, pinned).get(entry.id)
    decision = {"body": body or "", "date": date or "", "case": case or "", "url": url or ""}
    judgement = Judgement(
        AdoptionState(state),
        _one_line(reason or ""),
        planned or "",
        next_review or "",
        decision,
        _texts(texts, language),
    )
    before = record.adoption if record else None
    adoption = _valid(judged(judgement, entry, catalogue, before), language)
    path = record.source.path if record else adoption_path(pinned.name, entry.id)
    text = record_text(adoption)
    if record:
        text = with_comments(text, record.source.yaml)
    content = canonical(path, text.encode()).content
    try:
        write_together({session.root / path: content})
    except OSError as error:
        raise CannotStart(explained(error, language, path)) from None
    _tell(adoption, entry, catalogue, path, language)
    _tell_before(record, adoption, language)


def _pinned(corpus: Corpus, name: str | None, language: Language) -> tuple[Pinned, Catalogue]:
    usable = [
        (pinned, pinned.catalogue)
        for pinned in corpus.upstreams.values()
        if pinned.catalogue and name in (None, pinned.name)
    ]
    if not usable:
        message = language.text("No strategy above is pinned: begin with “{command}”.")
        command = language.command(
            language.text("upstream add national https://…/data/catalogue.json")
        )
        raise CannotStart(message.format(command=command))
    if len(usable) > 1:
        message = language.text("Say with --upstream which one is meant: {names}.")
        raise CannotStart(message.format(names=", ".join(pinned.name for pinned, _ in usable)))
    return usable[0]


def _entry(catalogue: Catalogue, entry_id: str, language: Language) -> CatalogueEntry:
    if entry := catalogue.find(entry_id):
        return entry
    message = language.text("Version {version} has no entry with the id “{id}”.")
    message = message.format(version=catalogue.version, id=entry_id)
    if near := nearest_entry(catalogue, entry_id):
        message += " " + language.text("Did you mean “{near}”?").format(near=near)
    raise CannotStart(message)


def _texts(texts: Iterable[str], language: Language) -> Mapping[str, str]:
    by_field: dict[str, str] = {}
    for written in texts:
        name, equals, text = written.partition("=")
        if not equals or name not in TEXT_FIELDS or not text.strip():
            message = language.text("“{written}” is no text of a field. Write one of: {fields}.")
            fields = ", ".join(f"{name}=…" for name in TEXT_FIELDS)
            raise CannotStart(message.format(written=written[:80], fields=fields))
        by_field[name] = text.strip()
    return by_field


def _valid(fields: dict[str, Any], language: Language) -> Adoption:
    """Return the record, if it says all that its state needs, in the form that it is read in."""
    try:
        adoption = Adoption.model_validate(fields)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        option = _OPTIONS.get(where, where)
        message = language.text("{option} is missing, or cannot be read as it is written.")
        raise CannotStart(message.format(option=option)) from None
    if adoption.state.needs_reason and not adoption.reason:
        _lacks("--reason", adoption, language)
    if adoption.state is AdoptionState.ADAPTED and not adoption.overlays:
        _lacks("--text", adoption, language)
    if adoption.state is AdoptionState.PLANNED and not adoption.planned:
        _lacks("--planned", adoption, language)
    return adoption


_OPTIONS = {
    "decision.body": "--body",
    "decision.date": "--date",
    "decision.case": "--case",
    "decision.url": "--url",
    "reason": "--reason",
    "planned": "--planned",
    "next_review": "--next-review",
}


def _lacks(option: str, adoption: Adoption, language: Language) -> None:
    message = language.text("“{state}” needs {option} too.")
    raise CannotStart(message.format(state=adoption.state.value, option=option))


def _tell(
    adoption: Adoption, entry: CatalogueEntry, catalogue: Catalogue, path: str, language: Language
) -> None:
    message = language.text(
        "“{title}” is now: {state}. Judged against version {version}, in {file}."
    )
    state = language.term(adoption.state)
    write(message.format(title=entry.title, state=state, version=catalogue.version, file=path))
    if adoption.decision is None and adoption.state is not AdoptionState.UNDER_CONSIDERATION:
        write(
            language.text(
                "Nothing says who decided it: add --body and --date when it has been decided."
            )
        )


def _tell_before(record: AdoptionRecord | None, adoption: Adoption, language: Language) -> None:
    """Say what stood there before, if something else was decided."""
    if record and record.adoption.state is not adoption.state:
        state = language.term(record.adoption.state)
        write(
            language.text("Before it was: {state}. Git keeps the earlier record.").format(
                state=state
            )
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())
