"""Pins versions of strategies above, and tells what that means."""

from __future__ import annotations

from living_strategy.adapters.cli.output import write
from living_strategy.adapters.cli.session import Session
from living_strategy.adapters.cli.upstream_versions import NotUpdated
from living_strategy.adapters.system_faults import explained
from living_strategy.adapters.upstream.catalogues import Got
from living_strategy.adapters.upstream.pins import write_pin
from living_strategy.content.corpus import Corpus, Pinned
from living_strategy.content.graph import link
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.language import Language
from living_strategy.model.catalogue import Catalogue
from living_strategy.upstream.kept import needed
from living_strategy.upstream.offers import is_older, is_other_edition, step
from living_strategy.upstream.treatment import TREATED, treatments


def refuse_older(pinned: Pinned | None, got: Got, language: Language) -> None:
    """End without a change if taking this would be a step back, or another thing under a name.

    Raises:
        NotUpdated: it would.
    """
    if pinned is None or pinned.catalogue is None:
        return
    if is_other_edition(got.catalogue, pinned.catalogue):
        message = language.text(
            "What is there as version {version} is not what is pinned under that name. A version "
            "must not change: ask those who publish it. Add --allow-older to “update” to take it "
            "all the same."
        )
        raise NotUpdated(message.format(version=pinned.catalogue.version))
    if is_older(got.catalogue, pinned.catalogue):
        message = language.text(
            "Version {new} is older than {old}, which is pinned. Add --allow-older to “update” to "
            "take it all the same."
        )
        raise NotUpdated(message.format(new=got.catalogue.version, old=pinned.catalogue.version))


def pin(session: Session, corpus: Corpus, name: str, got: Got) -> None:
    """Pin a version, and keep the earlier ones that somebody judged or names.

    Raises:
        NotUpdated: it could not be written.
    """
    language = session.language
    before = corpus.upstreams.get(name)
    kept: tuple[Catalogue, ...] = ()
    if before and before.catalogue:
        records = (record for record in corpus.adoptions if record.upstream == name)
        named = {one.id for one in link(corpus).upstream if one.upstream == name}
        kept = needed(records, before.catalogue, before.earlier, got.catalogue, named)
    try:
        write_pin(session.root, name, got, session.today, kept)
    except OSError as error:
        raise NotUpdated(explained(error, language)) from None
    message = language.text("{title}, version {version}, is pinned as “{name}”.")
    title = got.catalogue.strategy["title"]
    write(message.format(title=title, version=got.catalogue.version, name=name))


def tell_step(old: Catalogue, new: Catalogue, language: Language) -> None:
    """Say in a line for each entry what a council must look at."""
    difference = step(old, new, TREATED)
    for message, ids, catalogue in (
        (language.text("New: {title} ({id})"), difference.new, new),
        (language.text("Changed: {title} ({id})"), difference.changed, new),
        (language.text("No longer in force: {title} ({id})"), difference.gone, old),
    ):
        for entry_id in ids:
            entry = catalogue.find(entry_id)
            write(message.format(title=entry.title if entry else entry_id, id=entry_id))


def tell_outdated(session: Session, name: str, language: Language) -> None:
    """Say how much was judged in another wording, and what to do next."""
    rows = treatments(load(DiskSource(session.root)).corpus, name)
    outdated = sum(row.is_outdated for row in rows)
    if outdated:
        message = language.plural(
            "{count} judgement is of an earlier version.",
            "{count} judgements are of earlier versions.",
            outdated,
        )
        write(message.format(count=outdated))
    message = language.text(
        "Next: “{command}” says what the new version asks of you, and “{paper}” is a draft for the "
        "council."
    )
    command = language.command(f"upstream impact {name}")
    write(message.format(command=command, paper=f"{command} --format paper"))
