"""`from-issue` and `issue-forms`: what somebody reports in an issue becomes a change to look at."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from living_strategy.adapters.cli.issue_file import MAX_BYTES
from tests.integration.conftest import Run
from tests.integration.site_support import keep_few_municipalities, leave_out_search
from tests.repositories import commit, git

MEASURE = "measures/veiledning.md"
ISSUE = """### Hvilken side gjelder det?

{entry}

### Hva er statusen nå?

{status}

### Siden når?

{since}

### Hva har skjedd?

{reason}

### Hvor har du det fra?

{evidence}
"""
ANSWERS = {
    "entry": "veiledning",
    "status": "Fullført",
    "since": "2025-11",
    "reason": "_No response_",
    "evidence": "_No response_",
}
ADDRESS = "https://github.com/o/r/issues/7"


@pytest.fixture
def tidy(strategy: Path, run: Run) -> Path:
    """A strategy in the canonical form, in a repository."""
    assert run(strategy, "format").returncode == 0
    commit(strategy)
    git(strategy, "config", "user.name", "x")
    git(strategy, "config", "user.email", "x@example.org")
    return strategy


def reported(folder: Path, **answers: str) -> Path:
    """The file of an issue, beside the strategy."""
    path = folder.parent / "issue.md"
    path.write_bytes(ISSUE.format(**(ANSWERS | answers)).replace("\n", "\r\n").encode())
    return path


def changed_lines(folder: Path) -> list[str]:
    """The lines that came since the last commit."""
    lines = git(folder, "diff", "--unified=0").splitlines()
    return [line[1:] for line in lines if line.startswith("+") and not line.startswith("+++")]


@pytest.mark.parametrize(
    "entry",
    [
        "veiledning",
        "Veiledning på  Biblioteket",
        "https://x.example/tiltak/veiledning/",
        "https://x.example/tiltak/veiledning/index.html?a=b#c",
    ],
)
def test_an_entry_is_found_by_what_people_call_it(tidy: Path, run: Run, entry: str) -> None:
    """By its id, its title or its address; the status and its date are two lines."""
    told = run(tidy, "from-issue", str(reported(tidy, entry=entry)))

    assert (told.returncode, told.stderr) == (0, f"{MEASURE} er skrevet.\n")
    assert told.stdout.startswith(
        "Veiledning på biblioteket (tiltak)\n  - Status endret fra pågår "
    )
    assert changed_lines(tidy) == ["status: completed", "status_date: 2025-11"]
    assert run(tidy, "check").returncode == 0


def test_what_has_happened_is_a_report(tidy: Path, run: Run) -> None:
    """With the address where it can be read, which is a source, too."""
    answers = {"reason": "Alle bibliotek\n\ntilbyr det.", "evidence": "https://x.example/sak/7"}
    assert run(tidy, "from-issue", str(reported(tidy, **answers))).returncode == 0

    text = (tidy / MEASURE).read_text("utf-8")
    assert "Alle bibliotek" in text
    assert text.count("https://x.example/sak/7") == 2
    assert "title: x.example\n" in text
    assert "status_reason" not in text


def test_what_is_paused_has_a_reason(tidy: Path, run: Run) -> None:
    """It is for readers. Without one the change is not made, as it is nowhere else."""
    told = run(tidy, "from-issue", str(reported(tidy, status="på pause")))
    assert told.returncode == 1
    assert "Ingenting er skrevet." in told.stderr
    assert changed_lines(tidy) == []

    answers = {"status": "På pause", "reason": "Permisjon.", "evidence": "Et brev fra biblioteket"}
    told = run(tidy, "from-issue", str(reported(tidy, **answers)))
    assert told.returncode == 0
    assert "Hvor de har det fra: Et brev fra biblioteket\n" in told.stdout
    assert "status_reason: Permisjon." in changed_lines(tidy)


def test_a_script_is_a_text(tidy: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an issue says comes on a page as it is written; as an id, a status or an address it is
    none.
    """
    leave_out_search(monkeypatch)
    keep_few_municipalities(monkeypatch)
    script = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    for answers in ({"entry": script}, {"status": script}, {"since": script}):
        told = run(tidy, "from-issue", str(reported(tidy, **answers)))
        assert (told.returncode, changed_lines(tidy)) == (2, [])
    answers = {"status": "Stanset", "reason": f"Slutt {script}", "evidence": "javascript:alert(1)"}
    assert run(tidy, "from-issue", str(reported(tidy, **answers))).returncode == 0
    assert run(tidy, "build").returncode == 0
    page = (tidy / "site/tiltak/veiledning/index.html").read_text("utf-8")

    assert "javascript:" not in (tidy / MEASURE).read_text("utf-8")
    assert "Slutt &lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_branch_with_the_change(tidy: Path, run: Run) -> None:
    """It has one commit that names the issue; a second report of the same entry waits for it."""
    event = tidy.parent / "event.json"
    body = reported(tidy).read_bytes().decode()
    event.write_text(json.dumps({"issue": {"body": body, "html_url": ADDRESS}}), "utf-8")
    told = run(tidy, "from-issue", str(event), "--branch")

    assert told.returncode == 0, told.stderr
    assert told.stderr.endswith("Endringen ligger på greina «status-veiledning».\n")
    assert git(tidy, "branch", "--show-current").strip() == "status-veiledning"
    assert git(tidy, "log", "-1", "--format=%B").strip() == (
        f"Meld ny status: Veiledning på biblioteket\n\n{ADDRESS}"
    )
    assert git(tidy, "status", "--porcelain") == ""
    assert git(tidy, "diff", "--name-only", "HEAD~1").split() == [MEASURE]

    git(tidy, "switch", "--quiet", "-")
    again = run(tidy, "from-issue", str(event), "--branch")
    assert again.returncode == 2
    assert "Det finnes alt en grein «status-veiledning»" in again.stderr
    assert changed_lines(tidy) == []


def test_no_branch_where_nothing_may_be_written(tidy: Path, run: Run) -> None:
    """Work in progress stays; so does the branch that is checked out."""
    before = git(tidy, "branch", "--show-current")
    issue = str(reported(tidy))
    assert run(tidy, "from-issue", issue, "--branch", "--check").returncode == 0
    with (tidy / MEASURE).open("a", encoding="utf-8") as file:
        file.write("\nEn setning til.\n")
    told = run(tidy, "from-issue", issue, "--branch")

    assert told.returncode == 2
    assert MEASURE in told.stderr
    assert git(tidy, "branch", "--list").split() == ["*", before.strip()]
    assert changed_lines(tidy)[-1] == "En setning til."


def test_git_that_cannot_commit(tidy: Path, run: Run) -> None:
    """The change is there, and the message says what is left to do."""
    hook = tidy / ".git" / "hooks" / "commit-msg"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'Ikke i dag' >&2\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    told = run(tidy, "from-issue", str(reported(tidy)), "--branch")

    assert told.returncode == 2
    assert "Endringen er skrevet, men ikke lagt inn. Git sier: Ikke i dag" in told.stderr


def test_outside_of_a_repository(strategy: Path, run: Run) -> None:
    """A branch needs git; the change alone does not."""
    assert run(strategy, "format").returncode == 0
    issue = str(reported(strategy))
    assert run(strategy, "from-issue", issue, "--branch").returncode == 2
    assert run(strategy, "from-issue", issue).returncode == 0


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"entry": "_No response_"}, "under «Hvilken side gjelder det?»"),
        ({"entry": "veiledninga"}, "Mente du «veiledning»?"),
        ({"entry": "../../etc/passwd"}, "Ingen oppføring har id-en «passwd»"),
        ({"entry": "innbyggernes-ferdigheter"}, "Det har bare tiltak og prosjekter."),
        ({"status": "Ferdig"}, "under «Hva er statusen nå?». Ferdig\n    Foreslått, Planlagt, "),
        ({"status": "\x1b[2Jx"}, "under «Hva er statusen nå?»"),
        ({"since": "i fjor"}, "under «Siden når?». i fjor\n    Et år, en måned eller en dag"),
        ({"since": "2025-13"}, "under «Siden når?». 2025-13"),
    ],
)
def test_answers_that_cannot_be_used(
    tidy: Path, run: Run, answers: dict[str, str], said: str
) -> None:
    """Each is named by its question, with what it may be; nothing is written."""
    told = run(tidy, "from-issue", str(reported(tidy, **answers)))

    assert told.returncode == 2
    assert said in told.stderr
    assert "\x1b" not in told.stderr
    assert changed_lines(tidy) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Saken har ingen svar på skjemaet «Meld ny status»."),
        (b"Hei!", "Saken har ingen svar på skjemaet «Meld ny status»."),
        (b'{"issue": {"body": null}}', "Saken har ingen svar"),
        (b"{" * 5000, "Saken har ingen svar"),
        (b'{"a":' * 5000, "Saken har ingen svar"),
        (b"\xff\xfe", "er ikke tekst i UTF-8."),
        (b"x" * (MAX_BYTES + 1), "er for stor til å være en sak."),
    ],
    ids=["empty", "other", "null", "broken", "deep", "bytes", "large"],
)
def test_files_that_are_no_issue(tidy: Path, run: Run, content: bytes, said: str) -> None:
    """One sentence each."""
    path = tidy.parent / "issue"
    path.write_bytes(content)
    told = run(tidy, "from-issue", str(path))

    assert told.returncode == 2
    assert said in told.stderr
    assert run(tidy, "from-issue", str(tidy / "nowhere")).returncode == 2


def test_what_is_said_already_changes_nothing(tidy: Path, run: Run) -> None:
    """A report that comes twice is no second change."""
    issue = str(reported(tidy))
    assert run(tidy, "from-issue", issue).returncode == 0
    again = run(tidy, "from-issue", issue)

    assert (again.returncode, again.stdout) == (
        0,
        "Det er ingenting å endre: Det står slik allerede.\n",
    )


def test_forms_are_written_and_kept_up_to_date(tidy: Path, run: Run) -> None:
    """`--check` names those that are not as they should be; a real validator accepts them."""
    assert run(tidy, "issue-forms", "github", "--check").returncode == 1
    told = run(tidy, "issue-forms", "github")
    paths = sorted((tidy / ".github/ISSUE_TEMPLATE").iterdir())

    assert told.returncode == 0
    assert [path.name for path in paths] == ["change.yml", "measure.yml", "status.yml"]
    assert run(tidy, "issue-forms", "github", "--check").stdout == "Skjemaene er oppdaterte.\n"
    subprocess.run(
        [
            *(sys.executable, "-m", "check_jsonschema"),
            *("--builtin-schema", "vendor.github-issue-forms", *map(str, paths)),
        ],
        check=True,
    )

    paths[0].write_text("name: x\n", "utf-8")
    stale = run(tidy, "issue-forms", "github", "--check")
    assert (stale.returncode, stale.stderr) == (
        1,
        ".github/ISSUE_TEMPLATE/change.yml er utdatert.\n",
    )
    assert run(tidy, "issue-forms", "gitlab").returncode == 0
    assert (tidy / ".gitlab/issue_templates/Meld ny status.md").is_file()
