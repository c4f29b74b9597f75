"""Reports: the same findings for people, for programs and for GitHub."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from living_strategy.adapters.reporting import REPORTERS, github, gitlab, text
from living_strategy.adapters.reporting import json as json_report
from living_strategy.adapters.reporting.files import Files
from living_strategy.diagnostics import Diagnostic, Finding, Location, Severity, with_excerpts
from living_strategy.language import LANGUAGES, Language
from living_strategy.language.particulars import Commands, Kind, Kinds
from living_strategy.rules import CODES
from living_strategy.rules.wording import render

ENGLISH = Language.load("en")
UNKNOWN = Finding(
    "unknown-reference",
    Location("goals/a.md", 3, 7, "area"),
    {
        "id": "digitl",
        "target_kinds": Kinds(("area",)),
        "near": "digital",
        "commands": Commands(("list area",)),
    },
    "a",
    (Location("strategy/strategy.yml", 4),),
    severity=Severity.ERROR,
)
ORPHAN = Finding(
    "orphan",
    Location("goals/a.md", 2, 1),
    {"kind": Kind("goal"), "source_kinds": Kind("measure")},
    severity=Severity.WARNING,
)
ALIAS = Finding(
    "alias-reference",
    Location("goals/b.md"),
    {"id": "old", "near": "new"},
    severity=Severity.INFO,
)


def test_text() -> None:
    """A finding is a line with its place, a hint below it, and where else to look."""
    report = text.report([UNKNOWN, ORPHAN, ALIAS], ENGLISH, Files())

    assert report == (
        "goals/a.md:3:7: error[unknown-reference] There is no priority area with the id “digitl”.\n"
        "    Did you mean “digital”? “living-strategy list area” shows all there are.\n"
        "    See also strategy/strategy.yml:4\n\n"
        "goals/a.md:2:1: warning[orphan] No measure points to this goal.\n"
        "    Link it from one, or ask whether it belongs in the strategy.\n\n"
        "goals/b.md: info[alias-reference] “old” is an earlier id of “new”.\n"
        "    Write “new”.\n\n"
        "1 error, 1 warning and 1 note in 2 files."
    )


def with_line(diagnostic: Diagnostic, read: str) -> Finding:
    """The finding with its line, from what was read of its file."""
    (shown,) = with_excerpts([diagnostic], {diagnostic.location.file: read})
    return Finding.judged(shown, Severity.ERROR)


def test_text_shows_the_line(tmp_path: Path) -> None:
    """The line in question is shown with a mark, and files are named from where one stands."""
    finding = with_line(UNKNOWN, "---\ntitle: A\narea: digitl\n---\n")
    report = text.report([finding], ENGLISH, Files(tmp_path, tmp_path / "strategy"))

    assert report.splitlines()[:3] == [
        "../goals/a.md:3:7: error[unknown-reference] "
        "There is no priority area with the id “digitl”.",
        "     3 | area: digitl",
        "       |       ^",
    ]


def test_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    """Of a long line only the surroundings of the place are shown."""
    diagnostic = Diagnostic("orphan", Location("a.md", 1, 301), ORPHAN.params)
    finding = with_line(diagnostic, "a" * 300 + "X" + "b" * 300)
    line, mark = text.report([finding], ENGLISH, Files(tmp_path, tmp_path)).splitlines()[1:3]

    assert line == "     1 | " + "a" * 50 + "X" + "b" * 49
    assert line[mark.index("^")] == "X"


@pytest.mark.parametrize(("file", "line"), [("a.md", 0), ("a.md", 2), ("a.md", 9), ("gone.md", 1)])
def test_line_that_is_not_there(tmp_path: Path, file: str, line: int) -> None:
    """A line that is empty, gone or was never read costs the excerpt, not the report."""
    diagnostic = Diagnostic("missing-source", Location(file, line))
    (shown,) = with_excerpts([diagnostic], {"a.md": "x\n"})
    finding = Finding.judged(shown, Severity.ERROR)

    assert " | " not in text.report([finding], ENGLISH, Files(tmp_path, tmp_path))


@pytest.mark.parametrize("line", [1, 2, 3])
def test_lines_are_counted_like_the_loader_counts(line: int) -> None:
    """Only a line feed ends a line of what was read, not every separator of Unicode."""
    finding = with_line(Diagnostic("orphan", Location("a.md", line, 1)), "a\u2028b\x0cc\nd\ne")

    assert finding.excerpt == ("a\u2028b\x0cc", "d", "e")[line - 1]


def test_no_file_is_opened_for_a_report(tmp_path: Path) -> None:
    """What lies under a name by now may be without end: a report shows what was read."""
    os.mkfifo(tmp_path / "a.md")
    finding = with_line(Diagnostic("orphan", Location("a.md", 1, 1), ORPHAN.params), "as it was")
    report = text.report([finding], ENGLISH, Files(tmp_path, tmp_path))

    assert report.splitlines()[1] == "     1 | as it was"


def test_nothing_moves_the_cursor(tmp_path: Path) -> None:
    """Control characters from content are shown, never sent to the terminal."""
    finding = Diagnostic(
        "unknown-mention", Location("a.md", 1, 1), {"id": "\x1b]0;title\x07", "near": ""}
    )
    finding = with_line(finding, "a\x1b[2J\u202eb\n")
    report = text.report([finding], ENGLISH, Files(tmp_path, tmp_path))

    assert "\\u001b[2J\\u202eb" in report
    assert not {"\x1b", "\x07", "\u202e"} & set(report)


@pytest.mark.parametrize(
    ("code", "severities", "summary"),
    [
        ("nb", (), "Ingen feil."),
        ("nb", (Severity.ERROR,), "1 feil i 1 fil."),
        ("nb", (Severity.ERROR,) * 3 + (Severity.WARNING,), "3 feil og 1 advarsel i 4 filer."),
        ("nb", (Severity.WARNING,) * 2, "2 advarsler i 2 filer."),
        ("nn", (Severity.WARNING,) * 2, "2 åtvaringar i 2 filer."),
        ("en", (Severity.INFO,), "1 note in 1 file."),
    ],
)
def test_summary(code: str, severities: tuple[Severity, ...], summary: str) -> None:
    """The summary counts findings and files, with the right form of each word."""
    findings = [
        Finding("orphan", Location(f"{number}.md"), severity=severity)
        for number, severity in enumerate(severities)
    ]

    assert text.summary(findings, Language.load(code)) == summary


def test_json() -> None:
    """The JSON report has the documented structure."""
    report = json.loads(json_report.report([UNKNOWN, ALIAS], ENGLISH, Files()))

    assert report["summary"] == {"error": 1, "warning": 0, "info": 1}
    assert report["findings"][0] == {
        "code": "unknown-reference",
        "severity": "error",
        "message": "There is no priority area with the id “digitl”.",
        "hint": "Did you mean “digital”? “living-strategy list area” shows all there are.",
        "file": "goals/a.md",
        "line": 3,
        "column": 7,
        "field": "area",
        "ref": "a",
        "related": [{"file": "strategy/strategy.yml", "line": 4, "column": None, "field": ""}],
        "help": "docs/checks/unknown-reference.md",
    }
    assert report["findings"][1]["line"] is None


def test_github() -> None:
    """Each finding is one workflow command; a finding on a whole file has no line."""
    report = github.report([UNKNOWN, ALIAS], ENGLISH, Files())

    assert report.splitlines() == [
        "::error file=goals/a.md,line=3,col=7,title=unknown-reference::There is no priority area "
        "with the id “digitl”.%0ADid you mean “digital”? “living-strategy list area” shows all "
        "there are.",
        "::notice file=goals/b.md,title=alias-reference::“old” is an earlier id of “new”.%0A"
        "Write “new”.",
        "1 error and 1 note in 2 files.",
    ]


def test_gitlab() -> None:
    """Each finding is an entry of a report about the quality of code: the same on another line, and
    never the same as another one.
    """
    moved = replace(UNKNOWN, location=replace(UNKNOWN.location, line=9))
    entries = json.loads(gitlab.report([UNKNOWN, moved, ALIAS], ENGLISH, Files()))

    assert entries[0] == {
        "description": "There is no priority area with the id “digitl”. Did you mean “digital”? "
        "“living-strategy list area” shows all there are.",
        "check_name": "unknown-reference",
        "fingerprint": entries[0]["fingerprint"],
        "severity": "critical",
        "location": {"path": "goals/a.md", "lines": {"begin": 3}},
    }
    assert entries[1]["location"]["lines"] == {"begin": 9}
    first, second, other = (entry["fingerprint"] for entry in entries)
    assert (first.removesuffix("1"), other[-2:]) == (second.removesuffix("2"), "-1")
    assert [entry["severity"] for entry in entries] == ["critical", "critical", "info"]
    # A finding on a whole file stands on its first line.
    assert entries[2]["location"]["lines"] == {"begin": 1}


def test_github_escapes() -> None:
    """Nothing from content can end a command or begin another one."""
    finding = Finding(
        "unknown-mention",
        Location("a,b:c%.md", 1, 1),
        {"id": "x\n::error::y 100%", "near": ""},
        severity=Severity.ERROR,
    )
    command = github.report([finding], ENGLISH, Files()).splitlines()[0]

    assert command.startswith("::error file=a%2Cb%3Ac%25.md,line=1,col=1,title=unknown-mention::")
    assert "x%0A::error::y 100%25" in command


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", CODES)
def test_wording_never_fails(name: str, code: str) -> None:
    """A finding without particulars still has a message in every language."""
    for params in ({}, {"near": "x"}):
        message, _ = render(Diagnostic(name, Location("a.md"), params), Language.load(code))

        assert message
        assert "{" not in message.replace("{start", "")


def test_wording_of_an_unknown_code() -> None:
    """A code that is not registered shows as itself."""
    assert render(Diagnostic("no-such-code", Location("a.md")), ENGLISH) == ("no-such-code", "")


def test_hint_when_nothing_is_near() -> None:
    """The ordinary hint is given when no name is near."""
    finding = Diagnostic("unknown-mention", Location("a.md"), {"id": "x", "near": ""})

    assert render(finding, ENGLISH)[1] == CODES["unknown-mention"].hint


def test_family() -> None:
    """Each reporter has a name of its own."""
    assert [reporter.name for reporter in REPORTERS] == ["text", "json", "github", "gitlab"]
