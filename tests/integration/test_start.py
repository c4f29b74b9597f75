"""`start`: a whole repository for a strategy of somebody's own, which works at once."""

from __future__ import annotations

import io
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from living_strategy.adapters.cli.commands import start
from living_strategy.adapters.starting import repository
from living_strategy.adapters.starting.engine import NoEngine
from living_strategy.adapters.starting.new_folder import PREFIX
from living_strategy.forms.schema_files import schema_files
from tests.integration.conftest import Run
from tests.integration.document_steps import FILE, follow, steps_of
from tests.integration.processes import PATIENCE
from tests.integration.site_fixtures import Installed, install
from tests.integration.site_support import HERE, environment, host_attempt, read_tree
from tests.integration.site_support import run as run_command
from tests.pins import ROOT
from tests.repositories import commit, git

GIT = {
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
    "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org",
    "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.org",
}  # fmt: skip
STAVANGER, GISKE, VESTLAND = (
    ("--municipality", "1103"),
    ("--municipality", "Giske"),
    ("--county", "46"),
)
WHOSE = "Si hvem strategien er for: --municipality, --county eller --owner, ett av dem."
HEROY = (
    "Det er flere kommuner som heter Herøy. Skriv nummeret: 1515 (Møre og Romsdal); "
    "1818 (Nordland)."
)
FORMER = "0219 var nummeret til Bærum til og med 2019. I dag er det 3201 Bærum: skriv det."
WHEEL = "engine/living_strategy-0.1.0-py3-none-any.whl"
MADE = [
    *(".github/workflows/content.yml", ".github/workflows/pages.yml"),
    *(".github/workflows/upstream.yml", ".gitignore"),
    ".gitlab-ci.yml",
    *sorted(f".vscode/schemas/{file.file_name}" for file in schema_files()),
    *(".vscode/settings.json", "CODEOWNERS", "Makefile", "README.md"),
    *("engine/generated.sha256", WHEEL),
    *("goals/eksempel-mal.md", "measures/eksempel-tiltak.md", "mkdocs.yml"),
    *("projects/eksempel-prosjekt.md", "requirements.txt"),
    *("strategy/registers/organisations.yml", "strategy/slik-bidrar-du.md"),
    "strategy/strategy.yml",
]
REFUSED = {
    "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "commit.gpgsign", "GIT_CONFIG_VALUE_0": "x",
}  # fmt: skip
LOCAL = ".living-strategy-program.mk"
STRATEGIES = [
    (STAVANGER, "nb", "tiltak/eksempel-tiltak"),
    (GISKE, "nn", "tiltak/dome-tiltak"),
    (VESTLAND, "nn", "prosjekt/dome-prosjekt"),
    (("--owner", "Region Skåne", "--language", "en"), "en", "measures/example-measure"),
]
each = pytest.mark.parametrize(("whose", "code", "page"), STRATEGIES, ids=lambda value: value[-1])


def test_what_is_said_and_made(run: Run, tmp_path: Path) -> None:
    """All files are committed but the one that is for this machine; what was assumed is said."""
    said = run(tmp_path, "start", "ny mappe", *STAVANGER, **GIT)

    folder = tmp_path / "ny mappe"
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines() == [
        "Strategien for Stavanger kommune ligger i ny mappe.",
        "Nettstedet er på bokmål, fordi Stavanger kommune er språklig nøytral. Velg en annen "
        "målform med --language.",
        "Alt er lagret i git.",
        "Vis nettstedet: cd 'ny mappe' && make serve",
        "Ett eksempel av hver type viser hvordan den skrives, og «make check» minner om dem. "
        "«README.md» sier hva som er neste steg.",
    ]
    assert git(folder, "ls-files").splitlines() == MADE
    assert git(folder, "status", "--porcelain", "--ignored") == f"!! {LOCAL}"
    assert git(folder, "log", "--format=%s %D") == "Begynn på strategien HEAD -> main"
    assert [path.name for path in tmp_path.iterdir()] == ["ny mappe"]


def test_no_address_of_this_machine(run: Run, tmp_path: Path) -> None:
    """What is committed names no path of this machine and no index of packages."""
    run(tmp_path, "start", "ny", *STAVANGER, **GIT)
    texts = {name: (tmp_path / "ny" / name).read_bytes() for name in MADE if name != WHEEL}
    forbidden = [sys.prefix, str(tmp_path), str(ROOT), "pypi", "index-url", "file:/"]

    assert {
        name: word for name, text in texts.items() for word in forbidden if word.encode() in text
    } == {}


@pytest.mark.site
@pytest.mark.no_cover
@each
def test_it_is_a_site_at_once(
    run: Run, tmp_path: Path, whose: tuple[str, ...], code: str, page: str
) -> None:
    """The check only reminds of the examples; both roads build, the host in its strict way."""
    run(tmp_path, "start", "ny", *whose, **GIT)
    root = tmp_path / "ny"

    checked = run(root, "check", "--strict")
    built = run(root, "build", "--to", "plain")
    hosted = host_attempt(root)

    assert checked.returncode == 0
    lines = [line for line in checked.stdout.splitlines() if ": " in line and "[" in line]
    assert [line.split("[")[1].split("]")[0] for line in lines] == ["still-example"] * 4
    assert built.returncode == 0
    assert hosted.returncode == 0
    assert "WARNING" not in hosted.stdout
    for site in ("plain", "site"):
        text = (root / site / page / "index.html").read_text("utf-8")
        assert f'<html lang="{code}"' in text


@pytest.mark.site
def test_make_works_offline(run: Run, tmp_path: Path) -> None:
    """`make check` and `make site` use the program that started it; nothing is fetched."""
    run(tmp_path, "start", "ny", *STAVANGER, **GIT)
    root = tmp_path / "ny"
    nowhere = {"PIP_NO_INDEX": "1", "PIP_INDEX_URL": "http://127.0.0.1:9/", **HERE}

    checked = run_command("make", "check", folder=root, **nowhere)
    built = run_command("make", "site", folder=root, **nowhere)

    assert "4 opplysninger i 4 filer." in checked.stdout
    assert "Documentation built" in built.stdout
    assert (root / "site" / "pagefind" / "pagefind.js").is_file()
    assert not (root / ".venv").exists()
    assert git(root, "status", "--porcelain") == ""


@pytest.mark.site
@pytest.mark.matrix
def test_the_wheel_makes_the_same(with_mkdocs: Installed, tmp_path: Path) -> None:
    """A program that was installed from the wheel of a strategy checks and builds it, and starts
    another one with the same wheel.
    """
    first, second = tmp_path / "first", tmp_path / "second"
    run_command(
        with_mkdocs.program("living-strategy"), "start", first, *GISKE, folder=tmp_path, **GIT
    )
    install(tmp_path, first / WHEEL, "[site]")
    fresh = Installed(tmp_path / "venv")

    run_command(fresh.program("living-strategy"), "check", folder=first)
    run_command(fresh.program("mkdocs"), "build", "--strict", folder=first)
    run_command(fresh.program("living-strategy"), "start", second, *GISKE, folder=tmp_path, **GIT)

    assert (first / "site" / "tiltak" / "dome-tiltak" / "index.html").is_file()
    assert (second / WHEEL).read_bytes() == (first / WHEEL).read_bytes()


# The guide


@pytest.mark.site
def test_the_guide_works(tmp_path: Path) -> None:
    """One's own first goal, measure and project take four files by hand, and nothing else is left
    to be reminded of.
    """
    clone = tmp_path / "clone"
    clone.mkdir()
    steps = [step for step in steps_of(ROOT / "docs" / "start.md") if step.mark]

    folder = follow(steps, clone, LIVING_STRATEGY_LANGUAGE="en", **GIT)

    by_hand = {step.mark.removeprefix(FILE) for step in steps if step.mark.startswith(FILE)}
    site = tmp_path / "storvik-strategy" / "site"
    assert folder == site.parent
    assert len(by_hand) <= 6
    assert by_hand <= set(git(folder, "ls-files").splitlines())
    assert git(folder, "status", "--porcelain") == ""
    for page in ("goals/an-answer-within-a-week", "measures/one-inbox"):
        assert (site / page / "index.html").is_file()


# In a copy of this repository


@pytest.fixture
def template_copy(tmp_path: Path) -> Path:
    """This repository as a forge copies a template."""
    folder = tmp_path / "kopi"
    for name in git(ROOT, "-c", f"safe.directory={ROOT}", "ls-files").splitlines():
        if not name.startswith(("tests/golden/", "benchmarks/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    commit(folder)
    return folder


def test_a_copy_becomes_a_strategy(run: Run, template_copy: Path) -> None:
    """Without --yes nothing happens where nobody can answer; with it nothing national stays."""
    before = git(template_copy, "ls-files")

    refused = run(template_copy, "start", ".", *STAVANGER, **GIT)
    untouched = git(template_copy, "ls-files"), git(template_copy, "status", "--porcelain")
    done = run(template_copy, "start", ".", *STAVANGER, "--yes", **GIT)

    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.endswith(
        "Feil: Ingenting ble endret. Legg til --yes for å ta det bort.\n"
    )
    assert untouched == (before, "")
    assert done.returncode == 0
    assert git(template_copy, "ls-files").splitlines() == MADE
    assert git(template_copy, "status", "--porcelain") == ""
    assert git(template_copy, "log", "--format=%s").splitlines() == ["Begynn på strategien", "x"]
    assert sorted(path.name for path in template_copy.iterdir() if path.name != LOCAL) == sorted(
        {".git", *(name.split("/")[0] for name in MADE)}
    )


def test_a_copy_with_changes_is_left_alone(run: Run, template_copy: Path) -> None:
    """What is not committed would be lost."""
    (template_copy / "ny.txt").write_text("ny\n", "utf-8")

    refused = run(template_copy, "start", ".", *STAVANGER, "--yes", **GIT)

    assert (refused.returncode, refused.stderr) == (
        2,
        "Feil: Her er det endringer som ikke er lagret i git. Lagre dem eller angre dem, og prøv "
        "igjen.\n",
    )
    assert git(template_copy, "status", "--porcelain") == "?? ny.txt"


class Terminal(io.StringIO):
    """Somebody who answers."""

    def isatty(self) -> bool:
        """Whether it is one."""
        return True


@pytest.mark.parametrize(("answer", "code"), [("n", 2), ("y", 0)])
def test_a_terminal_is_asked(
    run: Run, template_copy: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    """Who can answer decides, after having read what is taken away and what stays."""
    (template_copy / "eget.txt").write_text("vårt\n", "utf-8")
    commit(template_copy)
    monkeypatch.setattr(sys, "stdin", Terminal(f"{answer}\n"))

    said = run(template_copy, "start", ".", *STAVANGER, **GIT)

    assert said.returncode == code
    assert "Dette blir stående: eget.txt.\n" in said.stderr
    assert "Skal dette tas bort fra .?" in said.stdout
    assert (template_copy / "plugins").exists() == bool(code)
    assert (template_copy / "eget.txt").read_text("utf-8") == "vårt\n"


# Bad input


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), WHOSE),
        ((*STAVANGER, *VESTLAND), WHOSE),
        (("--municipality", "Herøy"), HEROY),
        (("--municipality", "0219"), FORMER),
        (("--owner", "?"), "«?» kan ikke være navnet på en eier: Skriv bokstaver, høyst 120."),
    ],
)  # fmt: skip
def test_whose(run: Run, tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    """One sentence says what to write; nothing is made."""
    said = run(tmp_path, "start", "ny", *arguments)

    assert (said.returncode, said.stdout, said.stderr) == (2, "", f"Feil: {message}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("folder", "message"),
    [
        ("full", "full er ikke tom. Velg en ny eller tom mappe."),
        ("full/fil", "full/fil er ikke tom. Velg en ny eller tom mappe."),
        ("borte/ny", "Mappen borte/ny kan ikke lages, for mappen over finnes ikke."),
    ],
)
def test_where(run: Run, tmp_path: Path, folder: str, message: str) -> None:
    """A folder with something in it, a file, and a folder below one that is missing are refused."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "fil").write_text("x", "utf-8")

    said = run(tmp_path, "start", folder, *STAVANGER)

    assert (said.returncode, said.stdout, said.stderr) == (2, "", f"Feil: {message}\n")
    assert read_tree(tmp_path) == {"full/fil": b"x"}


def test_an_empty_clone(run: Run, tmp_path: Path) -> None:
    """A repository that a forge has just made keeps its settings and gets the first commit."""
    git(tmp_path, "init", "--quiet", "--initial-branch", "hoved")
    git(tmp_path, "remote", "add", "origin", "https://example.org/strategi.git")

    said = run(tmp_path, "start", ".", *STAVANGER, **GIT)

    assert said.returncode == 0
    assert "Vis nettstedet: make serve" in said.stdout.splitlines()
    assert git(tmp_path, "ls-files").splitlines() == MADE
    assert git(tmp_path, "remote") == "origin"
    assert git(tmp_path, "branch", "--show-current") == "hoved"


def test_inside_another_repository(run: Run, tmp_path: Path) -> None:
    """No repository is made inside another one, and nothing is committed there."""
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")

    said = run(tmp_path, "start", "plan", *STAVANGER, **GIT)

    message = "Ingenting er lagret i git, og det er ikke laget noe repo, for mappen ligger i repoet"
    assert f"{message} {tmp_path.resolve()}." in said.stdout
    assert not (tmp_path / "plan/.git").exists()
    assert git(tmp_path, "status", "--porcelain") == "?? plan/"


def test_a_full_disk(tmp_path: Path) -> None:
    """A file that the system does not take ends it with a sentence, and leaves nothing behind."""

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = subprocess.run(
        [sys.executable, "-m", "living_strategy", "start", "ny", *STAVANGER],
        cwd=tmp_path,
        env=environment(**HERE, PYTHONDONTWRITEBYTECODE="1", **GIT),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
        preexec_fn=no_room,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Feil: ")
    assert len(done.stderr.splitlines()) == 1
    assert "filen er for stor" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"PATH": "/nowhere"},
            "Git er ikke installert her, så det er ikke laget noe repo ennå. Alt annet er på "
            "plass.",
        ),
        (
            {"EMAIL": "", "GIT_AUTHOR_NAME": "", "GIT_COMMITTER_NAME": ""},
            "Ingenting er lagret i git ennå, for git vet ikke hva du heter: Sett «user.name» og "
            "«user.email» i git, og kjør så «git commit -m start».",
        ),
        (
            {
                "GIT_CONFIG_COUNT": "1",
                "GIT_CONFIG_KEY_0": "commit.gpgsign",
                "GIT_CONFIG_VALUE_0": "x",
            },
            "Ingenting er lagret i git ennå. Git sier: fatal: bad boolean config value 'x' for "
            "'commit.gpgsign'",
        ),
    ],
    ids=["no git", "no name", "git refuses"],
)
def test_without_a_commit(run: Run, tmp_path: Path, changes: dict[str, str], sentence: str) -> None:
    """The strategy is complete all the same, and what is missing is said."""
    said = run(tmp_path, "start", "ny", *STAVANGER, **{**GIT, **changes})

    assert said.returncode == 0
    assert said.stdout.splitlines()[2] == sentence
    made = {name for name in read_tree(tmp_path / "ny") if not name.startswith(".git/")}
    assert made == {*MADE, LOCAL}


def test_no_git_wanted(run: Run, tmp_path: Path) -> None:
    """With --no-git there is no repository, and nothing is said about one."""
    said = run(tmp_path, "start", "ny", *STAVANGER, "--no-git")

    assert set(read_tree(tmp_path / "ny")) == {*MADE, LOCAL}
    assert "git" not in said.stdout


def test_from_source_alone(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is not installed says what to do."""

    def none() -> None:
        raise NoEngine

    monkeypatch.setattr(start, "this_engine", none)
    said = run(tmp_path, "start", "ny", *STAVANGER)

    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == (
        "Feil: Dette programmet er ikke installert som en pakke, så det kan ikke legges ved "
        "strategien. Installer det med pip, eller kjør «make install» i repoet.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_what_git_ignores() -> None:
    """What a stopped start would leave behind is ignored here and in a new strategy."""
    files = ROOT / "plugins" / "living_strategy" / "starting" / "files" / "shared"
    for ignored in (ROOT / ".gitignore", files / "gitignore"):
        lines = ignored.read_text("utf-8").splitlines()
        assert f"{PREFIX.removesuffix('start-')}*/" in lines
    assert repository.BRANCH in (ROOT / ".github" / "workflows" / "pages.yml").read_text("utf-8")
