"""The command `review`, over proposals in real repositories: files on disk and commits."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.integration.conftest import Run
from tests.integration.small_strategy import FILES
from tests.repositories import git

GOAL, MEASURE = "goals/innbyggernes-ferdigheter.md", "measures/veiledning.md"
TITLE = "## Dette endrer forslaget for leserne"


def save(root: Path, files: dict[str, str | None]) -> None:
    """Write files, or take them away."""
    for path, text in files.items():
        if text is None:
            (root / path).unlink()
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")


def commit(root: Path, files: dict[str, str | None]) -> str:
    """Commit files, and say the name of the commit."""
    save(root, files)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=x")
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def repository(strategy: Path) -> Path:
    """The small strategy on `main`, with a branch `proposal` checked out."""
    git(strategy, "init", "--quiet", "--initial-branch=main")
    commit(strategy, {})
    git(strategy, "switch", "--quiet", "--create", "proposal")
    return strategy


def review(run: Run, root: Path, *arguments: str) -> str:
    """What the command writes."""
    result = run(root, "review", "--base", "main", *arguments)
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def test_files_on_disk_and_a_commit_say_the_same(repository: Path, run: Run) -> None:
    """What is not committed counts, also a new file; committed, it is the same review. What came
    into the base meanwhile is no part of it.
    """
    measure = FILES[MEASURE].replace("ongoing", "completed").replace("2024\nresp", "2026-01\nresp")
    save(repository, {MEASURE: measure, "measures/ny.md": FILES[MEASURE].replace("Vei", "Ny vei")})
    here = review(run, repository)
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message=x")
    git(repository, "switch", "--quiet", "main")
    commit(repository, {GOAL: FILES[GOAL].replace("klarer", "greier"), "mkdocs.yml": "x: y\n"})

    assert review(run, repository, "--head", "proposal") == here
    assert here.splitlines()[:5] == [
        "<!-- living-strategy:review -->", TITLE, "", "Ny: 1. Vesentlig: 1.", "",
    ]  # fmt: skip
    assert "    - Status endret fra pågår til fullført, per januar 2026\n" in here
    assert "- **Ny veiledning på biblioteket** (tiltak)\n    - Nytt tiltak\n" in here
    assert "greier" not in here


def test_what_the_program_made(repository: Path, run: Run) -> None:
    """A site, a cache and an environment are no part of a proposal, wherever they lie and whatever
    git ignores; files that look like it are.
    """
    assert run(repository, "build").returncode == 0
    assert run(repository, "build", "--to", "ut/nettsted").returncode == 0
    ours = (".venv/pyvenv.cfg", ".venv/lib/x.py", ".living-strategy-upgrade-x/old/a")
    theirs = ("cache/x", "annet/assets/x", ".cache/andre/x")
    save(repository, dict.fromkeys((*ours, *theirs), "x\n"))
    listed = git(repository, "ls-files", "--others").splitlines()
    content = json.loads(review(run, repository, "--format", "json"))

    assert {path.split("/")[0] for path in listed} >= {"site", "ut", ".cache", ".venv"}
    assert content["files"] == sorted(theirs)


def test_a_renamed_goal(repository: Path, run: Run) -> None:
    """Its links follow, its findings are the same, and the preview leads to its new address."""
    renamed = FILES[GOAL].replace("aliases: [", "aliases: [innbyggernes-ferdigheter, ")
    head = commit(
        repository,
        {
            GOAL: None,
            "goals/nye-ferdigheter.md": renamed,
            MEASURE: FILES[MEASURE].replace("[innbyggernes", "[nye"),
        },
    )
    content = json.loads(review(run, repository, "--head", head, "--format", "json"))
    changed = {record["id"]: record["sentences"] for record in content["changes"]}

    assert changed == {
        "nye-ferdigheter": ["Id endret; het før «innbyggernes-ferdigheter»"],
        "veiledning": ["Lenken til «Innbyggerne klarer seg på nett» følger den nye id-en"],
    }
    assert content["links"] == {"added": [], "removed": []}
    assert content["findings"] == {"new": [], "cured": []}
    assert content["gone"] == []
    site = "https://forslag.example.no/sti"
    assert f"(<{site}/mal/nye-ferdigheter/>) (mål)" in review(
        run, repository, "--head", head, "--preview-url", site
    )


def test_a_deleted_entry(repository: Path, run: Run) -> None:
    """It is the first thing that is said, and what pointed to it is an error."""
    commit(repository, {"projects/digihjelpen.yml": None, "mkdocs.yml": "site_name: x\n"})
    text = review(run, repository)
    first = text.partition("### ")[2]

    assert first.startswith(
        "Se på dette først\n\n- **Digihjelpen** (prosjekt)\n    - Den er borte,"
    )
    assert "- **Filer som ikke er innhold" in first
    assert "    - mkdocs.yml\n" in first
    assert "nye feil. De må rettes før dette kan publiseres." in text


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (MEASURE, "---\ntitle: [\n---\n", "(feil)"),
        (MEASURE, "\x00\x01", "(feil)"),
        ("strategy/strategy.yml", "title: [\n", "(feil)"),
        ("strategy/strategy.yml", None, "Det er ingen strategi i dette forslaget"),
        ("strategy/registers/organisations.yml", "- ks\n- kommunene\n", "(feil)"),
        (MEASURE, "x" * 300_000, "(feil)"),
    ],
)
def test_broken_proposals(
    repository: Path, run: Run, path: str, text: str | None, said: str
) -> None:
    """They are told with their findings, and nothing that cannot be read is called gone."""
    head = commit(repository, {path: text})
    git(repository, "switch", "--quiet", "main")
    written = review(run, repository, "--head", head)

    assert written.startswith(f"<!-- living-strategy:review -->\n{TITLE}\n")
    assert said in written
    assert "Den er borte" not in written
    for output_format in ("json", "html"):
        assert review(run, repository, "--head", head, "--format", output_format)


def test_a_link_out_of_the_folder(repository: Path, run: Run, tmp_path: Path) -> None:
    """It is not followed, in files here and in a commit."""
    (tmp_path / "secret").write_text("title: Hemmelig\n")
    (repository / MEASURE).unlink()
    (repository / MEASURE).symlink_to(tmp_path / "secret")
    head = commit(repository, {})
    for text in (review(run, repository), review(run, repository, "--head", head)):
        assert "Hemmelig" not in text
        assert MEASURE in text


def test_a_shallow_copy(repository: Path, run: Run, tmp_path: Path) -> None:
    """Without the commit where the proposal began there is one sentence, and nothing is guessed."""
    commit(repository, {MEASURE: FILES[MEASURE].replace("ongoing", "completed")})
    git(repository, "switch", "--quiet", "main")
    commit(repository, {GOAL: FILES[GOAL].replace("klarer", "greier")})
    git(repository, "switch", "--quiet", "proposal")
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch",
        f"file://{repository}", str(copy))  # fmt: skip

    for base in ("origin/main", "main", "HEAD~1"):
        result = run(copy, "review", "--base", base)
        assert (result.returncode, result.stdout) == (2, "")
        assert "Bare den siste delen av historikken er her" in result.stderr
        assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("base", ["finnes-ikke", "--output=x", "a\nb", "", "HEAD:goals"])
def test_a_base_that_is_not_there(repository: Path, run: Run, base: str) -> None:
    """One sentence; nothing is taken for an option of git."""
    result = run(repository, "review", f"--base={base}")

    assert (result.returncode, result.stdout) == (2, "")
    assert "er ingen gren, tagg eller commit som er her" in result.stderr
    assert run(repository, "review", "--base=main", f"--head={base or 'x'}").returncode == 2


def test_without_a_repository(strategy: Path, run: Run) -> None:
    """One sentence."""
    result = run(strategy, "review", "--base", "main")

    assert result.returncode == 2
    assert "ligger ikke i noe git-repo" in result.stderr
    shutil.copytree(strategy, strategy / "inner")


def test_the_first_content_and_histories_that_do_not_meet(repository: Path, run: Run) -> None:
    """Where the base had no strategy all is new; unrelated histories are compared as they are."""
    git(repository, "switch", "--quiet", "--orphan", "empty")
    (repository / "README.md").write_text("x")
    git(repository, "add", "README.md")
    git(repository, "commit", "--quiet", "--message=x")
    git(repository, "switch", "--quiet", "proposal")
    content = json.loads(run(repository, "review", "--base", "empty", "--format", "json").stdout)

    assert {record["nature"] for record in content["changes"]} == {"new"}
    assert len(content["changes"]) >= 5
