"""A letter to whoever is responsible: what is listed on them, what is asked, and whom to answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from living_strategy.figures.roll_ups import RollUp
from living_strategy.figures.signal_words import question_words, signal_words
from living_strategy.figures.signals import Item, ItemSignals
from living_strategy.figures.status_summary import StatusSummary
from living_strategy.figures.summary_words import amounts_in_letters
from living_strategy.language import Language
from living_strategy.model import Entry, Goal
from living_strategy.papers.layout import one_line, paragraph
from living_strategy.partial_date import PartialDate
from living_strategy.settings import Settings

AddressOf = Callable[[Entry], str]


@dataclass(frozen=True, slots=True)
class OwnerLetter:
    """A letter, ready to be sent."""

    owner: Entry
    subject: str
    text: str


def owner_letters(
    summary: StatusSummary, settings: Settings, language: Language, address: AddressOf
) -> tuple[OwnerLetter, ...]:
    """Write to every owner of something that may need a look, by id. `address` gives the full
    address of an entry's page; it is empty where nobody knows it.
    """
    letters = [
        _letter(owner.holder, owner, summary, settings, language, address)
        for owner in summary.owners
        if owner.holder and owner.signalled
    ]
    return tuple(sorted(letters, key=lambda letter: letter.owner.id))


def _letter(
    owner: Entry,
    owned: RollUp,
    summary: StatusSummary,
    settings: Settings,
    language: Language,
    address: AddressOf,
) -> OwnerLetter:
    subject = language.text("What {owner} is responsible for in “{title}”").format(
        owner=one_line(owner.title), title=one_line(settings.title)
    )
    blocks = [
        *_opening(owned, summary, settings, language),
        *(
            "\n".join(_question_lines(number, item, language, address))
            for number, item in enumerate(owned.signalled, 1)
        ),
        *_closing(owned, settings, language),
    ]
    return OwnerLetter(owner, subject, "\n\n".join(blocks) + "\n")


def _opening(
    owned: RollUp, summary: StatusSummary, settings: Settings, language: Language
) -> Iterator[str]:
    text = language.text
    yield paragraph(
        text("You are listed as responsible for {amounts} in “{title}”.").format(
            amounts=amounts_in_letters(owned.rests_on, language), title=one_line(settings.title)
        )
    )
    today = language.date(PartialDate(summary.today.isoformat()))
    yield paragraph(
        text(
            "On {date} we went through the dates that we know. What follows may be late, or is not "
            "confirmed. It is computed from dates: nobody has judged your work. Please answer the "
            "questions, or tell us that you are not responsible."
        ).format(date=today)
    )


def _question_lines(
    number: int, item: ItemSignals, language: Language, address: AddressOf
) -> Iterator[str]:
    entry = item.entry
    head = f"{number}. "
    indent = " " * len(head)
    yield paragraph(one_line(entry.title), head, indent)
    if not isinstance(entry, Goal):
        yield paragraph(status_line(entry, language), indent, indent)
    if page := address(entry):
        yield f"{indent}{page}"
    for signal in item.told:
        words = f"{signal_words(signal, language)} {question_words(signal.kind, language)}"
        yield paragraph(one_line(words), f"{indent}- ", f"{indent}  ")


def status_line(entry: Item, language: Language) -> str:
    """Say which status is declared, and as of when."""
    if isinstance(entry, Goal):
        return language.term(entry.standing)
    status = language.term(entry.status).lower()
    if not entry.status_date:
        return language.text("Declared status: {status}, without a date").format(status=status)
    return language.text("Declared status: {status}, as of {date}").format(
        status=status, date=language.date(entry.status_date)
    )


def _closing(owned: RollUp, settings: Settings, language: Language) -> Iterator[str]:
    text = language.text
    quiet = [one_line(item.entry.title) for item in owned.items if not item.signals]
    if quiet:
        words = text("About these we ask nothing: {titles}.").format(titles="; ".join(quiet))
        yield paragraph(words)
    yield paragraph(
        text(
            "For each we need the status, the date from which it holds and, if there is one, the "
            "address of a page that says so. What you send may be published."
        )
    )
    if settings.contact:
        yield paragraph(text("Send the answer to {contact}.").format(contact=settings.contact))
    else:
        yield paragraph(text("Answer whoever sent you this."))
