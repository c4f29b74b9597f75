"""What happened to an entry, on its page: what readers must know is open, the rest folded."""

from __future__ import annotations

import re

from living_strategy.site.pages.goal import view as goals
from tests.followed import goal, published, state

FIRST = state("2026-08-10")
REWORDED = [
    state(f"2026-08-1{day}", goals__mal=goal(text=f"Teksten er ny for {day}. gang."))
    for day in (1, 2)
]


def section(*states) -> tuple[str, str]:  # type: ignore[no-untyped-def]
    """The tags of what stands open, and the label and tags of what is folded."""
    made = published(FIRST, *states)
    content = next(page.content for page in goals.render(made.graph, made.context))
    history = content[content.index('id="ls-history"') :].partition("</section>")[0]
    open_part, _, folded = history.partition("<details")
    label = re.search(r"<summary>(.*?)</summary>", folded)
    return tags(open_part), f"{label[1] if label else ''}: {tags(folded)}"


def tags(text: str) -> str:
    """The classes of change in a piece of a page, in order."""
    return " ".join(re.findall(r"ls-tag--(\w+)", text))


def test_rewordings_are_folded_and_the_beginning_stands_open() -> None:
    """A text before and after is long, and says the same in other words."""
    assert section(*REWORDED) == ("new", "2 other changes: clarification clarification")


def test_nothing_is_folded_where_nothing_was_reworded() -> None:
    """Then there is nothing to open."""
    assert section(state("2026-08-11", goals__mal=goal("proposed"))) == (
        "substantive new",
        ": ",
    )


def test_no_more_than_three_stand_open() -> None:
    """The eldest of many changes of substance are folded with the rewordings."""
    turns = [
        state(f"2026-08-1{day}", goals__mal=goal("proposed" if day % 2 else "adopted"))
        for day in range(1, 5)
    ]

    assert section(*turns) == (
        "substantive substantive substantive",
        "2 other changes: substantive new",
    )
