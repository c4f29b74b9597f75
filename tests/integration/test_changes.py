"""The command `changes` and the pages about changes, over a strategy in a repository."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from living_strategy.adapters.plain.build import build_site
from tests.integration.conftest import Run
from tests.national import a_catalogue, a_national_goal, pinned_files
from tests.repositories import git

pytestmark = pytest.mark.usefixtures("quick_builds")
SETTINGS = """\
title: Strategi for Lillevik
language: nb
publication: demonstration
contact: post@lillevik.example
adopted:
  - {body: styret, date: 2026-02-20, case: 26/4, ref: vedtatt-2026}
  - {body: styret, date: 2026-03, ref: finnes-ikke}
meetings:
  - {body: styret, date: 2025-12-01}
  - {body: styret, date: 2026-04-10, url: "https://lillevik.example/mote"}
  - {body: styret, date: 2026-12-01}
areas:
  - {id: omrade, title: Området, as_of: 2026}
"""
GOAL = """\
---
title: Raske svar
area: omrade
standing: proposed
as_of: 2026
---
Innbyggerne får svar innen tre uker.
"""
MEASURE = "---\ntitle: Svartjeneste\ngoals: [svar]\nstatus: planned\nas_of: 2026\n---\n"
BODIES = "styret: {title: Styret, level: political, as_of: 2026}\n"
UPSTREAM = "upstream: [{name: ks, title: Nasjonal strategi}]\n"
START = {
    "strategy/strategy.yml": SETTINGS,
    "strategy/registers/bodies.yml": BODIES,
    "goals/svar.md": GOAL,
}
ADOPTED = START | {"goals/svar.md": GOAL.replace("proposed", "adopted")}
BEGUN = ADOPTED | {"measures/tjeneste.md": MEASURE}
TODAY = date(2026, 11, 21)
STATES: tuple[tuple[str, Mapping[str, str], str], ...] = (
    ("2026-01-15", START, "Write it down"),
    ("2026-02-20", ADOPTED, "Adopt the goal"),
    ("2026-05-02", BEGUN, "Plan the measure"),
    ("2026-06-01", BEGUN | {"goals/svar.md": BEGUN["goals/svar.md"].replace("tre", "to")}, "Two"),
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The states, each committed at noon of its day; the second is tagged as what was adopted."""
    root = tmp_path / "strategi"
    root.mkdir()
    git(root, "init", "--quiet")
    for day, files, subject in STATES:
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
        seconds = int(datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC).timestamp())
        git(root, "add", "--all", ".")
        git(root, "commit", "--quiet", f"--message={subject}", when=seconds)
        if files is ADOPTED:
            git(root, "tag", "vedtatt-2026")
            git(root, "tag", "strategy-2026.1")
    return root


def told(run: Run, root: Path, *arguments: str) -> list[dict[str, object]]:
    """What the command tells a program."""
    result = run(root, "changes", "--as-of", f"{TODAY}", "--format", "json", *arguments)
    assert result.returncode == 0, result.stderr
    events: list[dict[str, object]] = json.loads(result.stdout)
    return events


def brief(events: list[dict[str, object]]) -> list[tuple[object, ...]]:
    """Day, entry, class and sentences."""
    return [(event["date"], event["id"], event["class"], event["sentences"]) for event in events]


TEXT = (
    "Tekst endret fra «Innbyggerne får svar innen tre uker.» til "
    "«Innbyggerne får svar innen to uker.»"
)
STANDING = "Vedtaksstatus endret fra forslag fra nettstedet til vedtatt"


def test_everything_newest_first(repository: Path, run: Run) -> None:
    """What came with the strategy is told as written down."""
    events = brief(told(run, repository))

    assert events[:3] == [
        ("2026-06-01", "svar", "clarification", [TEXT]),
        ("2026-05-02", "tjeneste", "new", ["Nytt tiltak"]),
        ("2026-02-20", "svar", "substantive", [STANDING]),
    ]
    assert {event[3][0] for event in events[3:] if isinstance(event[3], list)} == {
        "Innholdet ble lagt inn her"
    }


@pytest.mark.parametrize(
    "since",
    [
        # A day, the beginning of a month, the newest meeting of a body that has been, its key,
        # a commit.
        *("2026-04-10", "2026-05", "styret", "styret-2026-04-10", "HEAD~2"),
    ],
)
def test_since(repository: Path, run: Run, since: str) -> None:
    """The state then and the state now are compared, each entry once."""
    assert brief(told(run, repository, "--since", since)) == [
        ("2026-06-01", "svar", "clarification", [TEXT]),
        ("2026-05-02", "tjeneste", "new", ["Nytt tiltak"]),
    ]


def test_since_a_tag_by_class(repository: Path, run: Run) -> None:
    """As Markdown for a case document."""
    arguments = ("changes", "--since", "vedtatt-2026", "--class", "new", "--format", "md")

    assert run(repository, *arguments).stdout == (
        "## Endret siden: vedtatt-2026\n\n### Ny\n\n- **Svartjeneste** (tiltak)\n"
        "    - Nytt tiltak\n"
    )


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (
            "text",
            "Endret siden: 1. juni 2026\n==========================\n\nIngenting er endret.\n",
        ),
        ("html", "<h2>Endret siden: 1. juni 2026</h2>\n<p>Ingenting er endret.</p>\n"),
    ],
)
def test_nothing_since(repository: Path, run: Run, form: str, text: str) -> None:
    """Whatever the form."""
    arguments = ("changes", "--since", "2026-06-01", "--as-of", f"{TODAY}", "--format", form)

    assert run(repository, *arguments).stdout == text


@pytest.mark.parametrize(
    ("since", "message"),
    [
        ("2025-12", "Historikken begynner 15. januar 2026"),
        ("2027-01-01", "2027-01-01 er ikke kommet ennå."),
        ("tull", "«tull» er ingen dato, ikke id-en til et organ"),
        ("--tull", "«--tull» er ingen dato"),
    ],
)
def test_since_something_unknown(repository: Path, run: Run, since: str, message: str) -> None:
    """A sentence says what is wrong, and nothing is written."""
    result = run(repository, "changes", f"--since={since}", "--as-of", f"{TODAY}")

    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_history_that_was_cut(repository: Path, run: Run, tmp_path: Path) -> None:
    """It is told from where it begins, and how to get the rest."""
    shallow = tmp_path / "kort"
    git(tmp_path, "clone", "--quiet", "--depth=2", f"file://{repository}", str(shallow))
    result = run(shallow, "changes", "--format", "md")

    assert result.returncode == 0
    assert "Tekst endret fra" in result.stdout
    assert "git fetch --unshallow" in result.stderr


def test_no_history(tmp_path: Path, run: Run) -> None:
    """Without a repository there is nothing to tell."""
    for path, text in START.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    result = run(tmp_path, "changes")

    assert (result.returncode, result.stdout) == (2, "")
    assert "git" in result.stderr


def test_a_version_that_nobody_can_read(repository: Path, run: Run) -> None:
    """It is named, and passed over."""
    goal = repository / "goals/svar.md"
    whole = goal.read_bytes()
    for text in (b"---\ntitle: [\n", whole):
        goal.write_bytes(text)
        git(repository, "commit", "--quiet", "--all", "--message=x")
    result = run(repository, "changes")

    assert result.returncode == 0
    assert "goals/svar.md kunne ikke leses slik den var da." in result.stderr


def test_a_past_that_no_reader_should_meet(repository: Path, run: Run) -> None:
    """A file of 50 MiB, bytes that are no text, and an entry that was deleted and came back: each
    once in words, and nothing of it stops what can be told.
    """
    goal = repository / "goals/svar.md"
    whole = goal.read_bytes()
    goal.unlink()
    git(repository, "commit", "--quiet", "--all", "--message=bort", when=1_781_000_000)
    for number, raw in enumerate((whole, b"x" * 50 * 2**20, whole, b"\xe5" + whole, whole)):
        goal.write_bytes(raw)
        git(repository, "add", "--all", ".")
        when = 1_781_000_000 + number * 86_400
        git(repository, "commit", "--quiet", "--message=x", when=when)
    result = run(repository, "changes", "--as-of", f"{TODAY}")

    assert result.returncode == 0
    assert result.stderr.count("goals/svar.md kunne ikke leses slik den var da.") == 1
    assert "Fjernet fra strategien" in result.stdout
    assert "Tatt inn igjen" in result.stdout


def test_day_that_is_none(repository: Path, run: Run) -> None:
    """`--as-of` takes a day of the calendar."""
    result = run(repository, "changes", "--as-of", "3.11.2026")

    assert result.returncode == 2
    assert "«3.11.2026» er ingen dag. Skriv den som 2026-11-03." in result.stderr


def test_a_decision_that_names_a_branch(repository: Path, tmp_path: Path) -> None:
    """A warning at the branch says how to make a tag of the commit that it leads to today."""
    settings = repository / "strategy/strategy.yml"
    settings.write_text(SETTINGS.replace("ref: finnes-ikke", "ref: utkast"), "utf-8")
    git(repository, "branch", "utkast", "vedtatt-2026")
    built = build_site(repository, tmp_path / "site", TODAY)

    commit, tag = git(repository, "rev-parse", "utkast")[:12], "adopted-2026-03"
    command = f"git tag {tag} {commit} && git push origin {tag}"
    assert [
        (finding.code, finding.location.line, dict(finding.params))
        for finding in built.diagnostics
        if finding.code.endswith("-revision")
    ] == [("moving-revision", 7, {"revision": "utkast", "tag": tag, "command": command})]


def test_a_misspelt_class(repository: Path, tmp_path: Path) -> None:
    """A build tells of those of late, also when it reads nothing anew, and how to say it right;
    then it is silent.
    """
    goal = repository / "goals/svar.md"
    for day, subject, word in (("2026-07-01", "Gammel", "en"), ("2026-11-20", "Ny", "fire")):
        goal.write_text(GOAL.replace("tre", word), "utf-8")
        when = int(datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC).timestamp())
        message = f"--message={subject}\n\nChnage: editorial"
        git(repository, "commit", "--quiet", "--all", message, when=when)
    commit = git(repository, "rev-parse", "HEAD")[:12]
    line = f"Change: editorial {commit}"
    command = f'git commit --allow-empty -m "Class of a change" --trailer "{line}"'
    found = {
        "commit": commit, "subject": "Ny", "line": "Chnage: editorial",
        "near": "Change: editorial", "command": command,
    }  # fmt: skip

    def built() -> list[Mapping[str, object]]:
        diagnostics = build_site(repository, tmp_path / "site", TODAY).diagnostics
        return [dict(each.params) for each in diagnostics if each.code == "unknown-trailer"]

    assert [built(), built()] == [[found], [found]]
    correction = ("--allow-empty", "--message=Class of a change", "--trailer", line)
    git(repository, "commit", "--quiet", *correction, when=when)
    assert built() == []


def test_pages_of_a_repository(repository: Path, tmp_path: Path) -> None:
    """A page for each occasion that has a state, and a finding about the revision that is none."""
    site = tmp_path / "site"
    built = build_site(repository, site, TODAY)

    assert [
        (finding.code, finding.location.line)
        for finding in built.diagnostics
        if finding.code == "unknown-revision"
    ] == [("unknown-revision", 7)]
    assert sorted(path.parent.name for path in site.glob("endringer/*/index.html")) == [
        "strategy-2026.1",
        "styret-2026-02-20",
        "styret-2026-04-10",
    ]
    since = (site / "endringer/styret-2026-02-20/index.html").read_text("utf-8")
    assert TEXT in since
    assert STANDING not in since
    assert "Sist endret 1. juni 2026." in (site / "mal/svar/index.html").read_text("utf-8")
    assert "Oppdatert 1. juni 2026." in (site / "index.html").read_text("utf-8")


def test_what_is_decided_about_national_goals(repository: Path, run: Run) -> None:
    """A record is told of in the command, the report, the pages and the feed."""
    files = pinned_files(a_catalogue()) | {
        "strategy/strategy.yml": SETTINGS + UPSTREAM,
        "adoption/ks/personvern.yml": (
            f'state: adopted\nagainst: {{version: "v1", hash: "{a_national_goal().decided}"}}\n'
            "decision: {body: styret, date: 2026-06-18}\n"
        ),
    }
    for path, text in files.items():
        (repository / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / path).write_bytes(text if isinstance(text, bytes) else str(text).encode())
    seconds = int(datetime(2026, 7, 1, 12, tzinfo=UTC).timestamp())
    git(repository, "add", "--all", ".")
    git(repository, "commit", "--quiet", "--message=Adopt", when=seconds)
    words = "Styret vedtok «Innebygd personvern» fra den nasjonale strategien, 18. juni 2026"
    [newest] = [event for event in told(run, repository) if event["kind"] == "adoption"]

    assert (newest["id"], newest["title"]) == ("ks:personvern", "Innebygd personvern")
    assert newest["sentences"] == [words]
    now = ("--as-of", f"{TODAY}")
    paper = run(repository, "changes", "--since", "2026-06-02", "--format", "md", *now).stdout
    assert words in paper
    period = ("--from", "2026-06-02", "--to", "2026-08", *now)
    reported = run(repository, "report", *period).stdout
    assert reported.count("Innebygd personvern (Lokal behandling)\n  - Styret vedtok") == 1
    assert reported.count("(Lokal behandling)") == 1
    build_site(repository, repository / "ut", TODAY, "https://lillevik.example/")
    for page in ("index.html", "endringer/index.html"):
        assert words in (repository / "ut" / page).read_text("utf-8"), page
    feeds = [file.read_text("utf-8") for file in (repository / "ut").rglob("*.atom")]
    assert any(words in feed for feed in feeds)
