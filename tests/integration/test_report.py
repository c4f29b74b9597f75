"""The command `report`, over a strategy in a repository and over one in none."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.integration.conftest import Run
from tests.reported_year import COMMITS
from tests.repositories import git

PERIOD = ("report", "--from", "2026-05", "--to", "2026-08", "--as-of", "2026-11-21")
PAPER = Path(__file__).parents[1] / "unit" / "papers" / "report.md"


def written(root: Path, number: int) -> None:
    """Write the strategy as it was after a commit, and nothing else."""
    for path in {path for commit in COMMITS for path in commit.files}:
        text = COMMITS[number].files.get(path)
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, str):
            file.write_text(text, "utf-8")
        else:
            file.unlink(missing_ok=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The year of the strategy, a commit for each state."""
    root = tmp_path / "strategi"
    root.mkdir()
    git(root, "init", "--quiet")
    for number, commit in enumerate(COMMITS):
        written(root, number)
        noon = datetime.fromisoformat(f"{commit.day}T12:00").replace(tzinfo=UTC)
        git(root, "add", "--all", ".")
        git(root, "commit", "--quiet", "--message=x", when=int(noon.timestamp()))
    return root


def test_report_of_a_repository(repository: Path, run: Run) -> None:
    """What git kept, as Markdown for a case document: the same as of a history in memory."""
    result = run(repository, *PERIOD, "--format", "md")

    assert (result.returncode, result.stdout) == (0, PAPER.read_text("utf-8"))


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        ("text", "Rapport: mai 2026 til august 2026\n=================================\n"),
        ("html", "<h2>Rapport: mai 2026 til august 2026</h2>\n<p>31. august 2026 var 2 tiltak "),
    ],
)
def test_forms(repository: Path, run: Run, form: str, beginning: str) -> None:
    """The same in other forms."""
    assert run(repository, *PERIOD, "--format", form).stdout.startswith(beginning)


def test_report_without_git(tmp_path: Path, run: Run) -> None:
    """It rests on what the content dates; that the rest is unknown is said, and how to mend it."""
    root = tmp_path / "strategi"
    written(root, -1)
    result = run(root, *PERIOD)

    assert result.returncode == 0
    assert "Ingen historikk er kjent: Rapporten bygger bare på" in result.stdout
    assert "Nytt vedtak: «Bevilger midler», 20. mai 2026 («KS»)" in result.stdout
    assert "Ny organisasjon" not in result.stdout
    assert result.stderr.strip()


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        ("2026-08", "2026-05", "Perioden slutter før den begynner: 2026-08 til 2026-05."),
        ("i mai", "2026-05", "«i mai» er ikke en dato. Skriv den som 2026-05-01, 2026-05 "),
        ("2026-05", "2026-05-32", "«2026-05-32» er ikke en dato."),
        ("2027-01", "2027-04", "2027-01 er ikke kommet ennå."),
    ],
)
def test_periods_that_are_none(
    repository: Path, run: Run, first: str, last: str, message: str
) -> None:
    """A sentence says what is wrong, and nothing is written."""
    result = run(repository, "report", "--from", first, "--to", last, "--as-of", "2026-11-21")

    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
