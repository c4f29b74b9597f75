"""Words of the summary of the status: how many, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from living_strategy.figures.roll_ups import RollUp
from living_strategy.figures.signal_words import gap_words
from living_strategy.figures.status_summary import StatusSummary
from living_strategy.language import Language
from living_strategy.language.number_words import NUMBER_WORDS, in_letters
from living_strategy.model import Goal, Measure, Project
from living_strategy.partial_date import PartialDate


def amounts(counts: Mapping[str, int], language: Language) -> str:
    """Write how many goals, measures and projects: `4 measures and 1 joint project`."""
    return _amounts(counts, language, language.number)


def amounts_in_letters(counts: Mapping[str, int], language: Language) -> str:
    """Write the same in letters, `four measures and one joint project`, unless a number is large:
    then all of them are written in digits.
    """
    if all(count <= len(NUMBER_WORDS) for count in counts.values()):
        return _amounts(counts, language, lambda count: in_letters(count, language))
    return amounts(counts, language)


def _amounts(counts: Mapping[str, int], language: Language, write: Callable[[int], str]) -> str:
    plural = language.plural
    words: Mapping[str, Callable[[int], str]] = {
        Goal.kind: lambda count: plural("{count} goal", "{count} goals", count),
        Measure.kind: lambda count: plural("{count} measure", "{count} measures", count),
        Project.kind: lambda count: plural(
            "{count} joint project", "{count} joint projects", count
        ),
    }
    parts = [words[kind](count).format(count=write(count)) for kind, count in counts.items()]
    if len(parts) < 2:
        return "".join(parts) or language.text("nothing is registered")
    return language.text("{most} and {last}").format(most=", ".join(parts[:-1]), last=parts[-1])


def look_words(roll_up: RollUp, language: Language) -> str:
    """Say of how many items how many may need a look, and how many are past a date."""
    count = len(roll_up.signalled)
    words = language.plural(
        "Of {items}, {count} may need a look.", "Of {items}, {count} may need a look.", count
    ).format(items=amounts(roll_up.rests_on, language), count=language.number(count))
    if not roll_up.late:
        return words
    late = language.plural("{count} is past a date.", "{count} are past a date.", roll_up.late)
    return f"{words} {late.format(count=language.number(roll_up.late))}"


def basis_words(summary: StatusSummary, language: Language) -> Iterator[str]:
    """Say what the summary rests on, and what is not known."""
    text = language.text
    today = language.date(PartialDate(summary.today.isoformat()))
    yield text("It was computed {date}, from dates alone.").format(date=today)
    yield from _history_words(summary, language)
    for gap, count in summary.gaps.items():
        yield gap_words(gap, count, language)
    yield text(
        "What is not known counts neither as good nor as bad. An item with something to look at "
        "counts there, also when other things about it are not known."
    )
    yield text(
        "What has the status “{status.completed}” or “{status.stopped}”, or is retired, is "
        "not looked at."
    )


def _history_words(summary: StatusSummary, language: Language) -> Iterator[str]:
    total = len(summary.items)
    if summary.with_history:
        yield language.plural(
            "The day of the last change of substance is known for {known} of {count} item, from "
            "the history of its file.",
            "The day of the last change of substance is known for {known} of {count} items, from "
            "the history of their files.",
            total,
        ).format(known=language.number(summary.with_history), count=language.number(total))
    if summary.with_history < total:
        yield language.text(
            "Where the history is not known, the dates of the item itself say when somebody looked "
            "at it: when it was reviewed, its reports, the date of its status and the date its "
            "facts are from."
        )
