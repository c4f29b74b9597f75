"""New findings are those that another state of the strategy has not, wherever they stand."""

from __future__ import annotations

from living_strategy.content.new_findings import not_among
from living_strategy.diagnostics import Diagnostic, Finding, Location, Severity

RENAMED = {("goal", "mal"): ("goal", "nytt-mal")}


def a_finding(file: str, line: int = 1, ref: str = "", **params: str) -> Finding:
    """A finding in a list of a file."""
    location = Location(file, line, 1, f"x[{line}].y")
    return Finding.judged(Diagnostic("missing-source", location, params, ref), Severity.WARNING)


def new(
    found: list[Finding],
    others: list[Finding],
    renamed: dict[tuple[str, str], tuple[str, str]] | None = None,
) -> list[Finding]:
    """Those that are not among others."""
    return [*not_among(found, others, renamed or {}, lambda finding: finding)]


def test_a_finding_is_the_same_on_another_line() -> None:
    """Each as often as it is there."""
    found = [a_finding("goals/mal.md", line) for line in (1, 9)]

    assert new([found[0]], [found[1]]) == []
    assert new(found, [found[1]]) == [found[1]]


def test_a_finding_that_says_something_else_is_another_one() -> None:
    """Such as another id that nobody has, in the same field."""
    was, now = (a_finding("goals/mal.md", id=written) for written in ("a", "b"))

    assert new([now], [was]) == [now]


def test_a_finding_of_a_renamed_entry_is_the_same() -> None:
    """In its file, about it in the files of others, and where it names it."""
    before = [
        a_finding("goals/mal.md", 1, "mal"),
        a_finding("projects/p.md", 1, "p", id="mal", near="ja"),
        a_finding("strategy/local-sites.yml", 1, "mal"),
    ]
    after = [
        a_finding("goals/nytt-mal.md", 3, "nytt-mal"),
        a_finding("projects/p.md", 1, "p", id="nytt-mal", near="ja"),
        a_finding("strategy/local-sites.yml", 1, "nytt-mal"),
    ]

    assert new(after, before) == after
    assert new(after, before, RENAMED) == []
