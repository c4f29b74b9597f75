"""What every page says of the stage of a strategy: on hearing, adopted, or over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.language import Language
from living_strategy.settings import Settings
from living_strategy.settings.stages import Closure, Hearing
from living_strategy.site.contact_address import address_of
from living_strategy.site.footer import FooterLink


@dataclass(frozen=True, slots=True)
class StageNotice:
    """What every page says of the stage, as text, and where to go on."""

    text: str
    links: tuple[FooterLink, ...]


def stage_notice(settings: Settings, language: Language, today: date) -> StageNotice | None:
    """Return the line for a strategy that is over or on hearing; None for one in force."""
    if settings.closed and settings.closed.is_over(today):
        return _closed(settings.closed, language)
    if settings.hearing:
        return _on_hearing(settings.hearing, settings.proposed_by, language, today)
    return None


def decision(settings: Settings, graph: Graph, language: Language) -> FooterLink | None:
    """Return who adopted the strategy, when and in which case, with the address of the papers if
    there is one. None before it is adopted, and where nobody answers for the site: there the words
    may be others than those which were adopted.
    """
    if not settings.adopted or settings.is_demonstration:
        return None
    edition = settings.adopted[-1]
    body = graph.find(edition.body)
    message = language.text("Adopted by {body}, {date}")
    if edition.case:
        message = language.text("Adopted by {body}, {date}, case {number}")
    words = message.format(
        body=body.title if body else edition.body,
        date=language.date(edition.date),
        number=edition.case,
    )
    return FooterLink(words, edition.url or "")


def _closed(closed: Closure, language: Language) -> StageNotice:
    message = language.text(
        "This strategy was in force until {date}. What is told here is as of then."
    )
    links = []
    if closed.successor:
        label = language.text("It was followed by {title}").format(title=closed.successor.title)
        links.append(FooterLink(label, closed.successor.url))
    if closed.url:
        links.append(FooterLink(language.text("Read how it was ended"), closed.url))
    return StageNotice(message.format(date=language.date(closed.date)), tuple(links))


def _on_hearing(
    hearing: Hearing, proposer: str | None, language: Language, today: date
) -> StageNotice:
    text, day = language.text, language.date(hearing.until)
    papers = [FooterLink(text("Papers of the hearing"), hearing.url)] if hearing.url else []
    sentences = [text("This is a proposal, and nothing in it is adopted.")]
    if proposer:
        sentences.append(text("It comes from: {name}.").format(name=proposer))
    if hearing.case:
        sentences.append(text("Case {number}.").format(number=hearing.case))
    if not hearing.is_open(today):
        sentences.append(text("The hearing ended {date}.").format(date=day))
        return StageNotice(" ".join(sentences), tuple(papers))
    sentences.append(text("You can say what you think until {date}.").format(date=day))
    answer = FooterLink(text("Send an answer"), address_of(hearing.answer))
    return StageNotice(" ".join(sentences), (answer, *papers))
