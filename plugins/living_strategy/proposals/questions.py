"""What somebody who proposes a change is asked. The host's forms, the addresses that fill them in
and the reader of the answers share it.
"""

from __future__ import annotations

from dataclasses import dataclass

from living_strategy.content.graph import Graph
from living_strategy.language import Language
from living_strategy.model import Measure, Project
from living_strategy.model.values import Status

# Names of the forms, as they stand in addresses and in the names of files.
CHANGE, STATUS, MEASURE = "change", "status", "measure"
# Questions that the program reads the answers of, or fills in.
ENTRY, NEW_STATUS, SINCE, REASON, EVIDENCE = "entry", "status", "since", "reason", "evidence"


@dataclass(frozen=True, slots=True)
class Question:
    """A question with a label that no other of the same form has. Its answer is one of `choices`,
    where there are any; else a line, or a longer text if it `is_long`.
    """

    id: str
    label: str
    help: str = ""
    is_required: bool = False
    is_long: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A form: its name, what it is for, and its questions in order."""

    name: str
    title: str
    summary: str
    questions: tuple[Question, ...]


def proposals(graph: Graph, language: Language) -> tuple[Proposal, ...]:
    """Return the forms that a strategy offers, in its language and words. A strategy of projects
    alone asks nobody for a measure.
    """
    has_projects, has_measures = graph.by_kind.get(Project.kind), graph.by_kind.get(Measure.kind)
    every = all_proposals(language)
    return every if has_measures or not has_projects else every[:2]


def all_proposals(language: Language) -> tuple[Proposal, ...]:
    """Return the forms of a strategy that has no content yet."""
    return _change(language), _status(language), _measure(language)


def statuses(language: Language) -> dict[str, Status]:
    """Return every status by the word that readers choose."""
    return {language.term(status): status for status in Status}


def _change(language: Language) -> Proposal:
    text = language.text
    return Proposal(
        CHANGE,
        text("Suggest a change"),
        text("Tell the editors what is wrong on a page, and what is right."),
        (
            _entry(language),
            Question("now", text("What is wrong, or missing?"), is_required=True, is_long=True),
            Question("right", text("What is right?"), is_required=True, is_long=True),
            _evidence(language),
        ),
    )


def _status(language: Language) -> Proposal:
    text = language.text
    return Proposal(
        STATUS,
        text("Report a new status"),
        text("Tell the editors how a measure or a project is going."),
        (
            _entry(language),
            Question(
                NEW_STATUS,
                text("What is the status now?"),
                is_required=True,
                choices=tuple(statuses(language)),
            ),
            Question(
                SINCE,
                text("Since when?"),
                text("A year, a month or a day, such as 2026-11."),
                is_required=True,
            ),
            Question(
                REASON,
                text("What has happened?"),
                text("What is paused or stopped needs a reason, which readers will see."),
                is_long=True,
            ),
            _evidence(language),
        ),
    )


def _measure(language: Language) -> Proposal:
    text = language.text
    return Proposal(
        MEASURE,
        text("Suggest a measure"),
        text("Suggest something to be done. Send it even if some answers are missing."),
        (
            Question("what", text("What should be done?"), is_required=True, is_long=True),
            # In words: forms with all goals to choose from would be out of date with each new goal.
            Question("goal", text("Which goal does it support?")),
            Question("who", text("Who could be responsible, and who takes part?")),
            Question("when", text("When does it begin, and when is it done?")),
            Question("cost", text("What does it cost, and who pays?")),
            Question("effect", text("How do we see that it works?"), is_long=True),
            _evidence(language),
        ),
    )


def _entry(language: Language) -> Question:
    label = language.text("Which page is it about?")
    hint = language.text("The last word of its address, or its title.")
    return Question(ENTRY, label, hint, is_required=True)


def _evidence(language: Language) -> Question:
    label = language.text("Where do you have it from?")
    return Question(EVIDENCE, label, language.text("Best is the address of an open source."))
