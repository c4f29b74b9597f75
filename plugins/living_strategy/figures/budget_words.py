"""The sums of a plan in sentences that can stand in a paper to a council."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from living_strategy.figures.budget import CostLine, Division, add_up_lines
from living_strategy.language import Language
from living_strategy.model.budget import Financing


def amount_of_lines(division: Division, language: Language) -> str:
    """Return the known sum with what it is for, and how many costs are not known."""
    if division.is_unknown:
        return _unknown(division, language)
    words = language.money(division.total)
    parts = ", ".join(_parts(division, language))
    if parts:
        words = language.text("{sum} ({parts})").format(sum=words, parts=parts)
    if division.unknown:
        words = language.text("{sum}, and {unknown}").format(
            sum=words, unknown=_unknown(division, language)
        )
    return words


def _parts(division: Division, language: Language) -> Iterator[str]:
    messages = {
        "operating": language.text("operating {amount}"),
        "investment": language.text("investment {amount}"),
        "undivided": language.text("undivided {amount}"),
    }
    for sort in division.sorts:
        yield messages[sort].format(amount=language.money(getattr(division, sort)))


def _unknown(division: Division, language: Language) -> str:
    words = language.plural("{count} of unknown size", "{count} of unknown size", division.unknown)
    return words.format(count=language.number(division.unknown))


def _told(financing: Financing, language: Language) -> str:
    return f"{language.term(financing)}: {{amount}}."


def gap_sentences(lines: Sequence[CostLine], language: Language) -> Iterator[str]:
    """Yield what is not financed, what is applied for, and what nobody is told to pay for."""
    gaps = (
        (
            _told(Financing.UNFINANCED, language),
            [line for line in lines if line.cost.financing is Financing.UNFINANCED],
        ),
        (
            _told(Financing.APPLIED_FOR, language),
            [line for line in lines if line.cost.financing is Financing.APPLIED_FOR],
        ),
        (
            language.text("It is not stated who pays: {amount}."),
            [line for line in lines if not (line.cost.payer or line.cost.scheme)],
        ),
    )
    for message, members in gaps:
        if members:
            yield message.format(amount=amount_of_lines(add_up_lines(members), language))


def work_words(measures: int, projects: int, language: Language) -> str:
    """Return how many measures and projects there are; what there is none of is left out."""
    words = [
        language.plural(singular, plural, count).format(count=language.number(count))
        for count, singular, plural in (
            (measures, "{count} measure", "{count} measures"),
            (projects, "{count} joint project", "{count} joint projects"),
        )
        if count
    ]
    if len(words) == 2:
        return language.text("{first} and {second}").format(first=words[0], second=words[1])
    return "".join(words)
