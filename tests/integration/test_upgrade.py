"""`upgrade`: a strategy takes another version of the program, all of it or nothing."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path

import pytest

from living_strategy.adapters.starting.engine import this_engine
from living_strategy.adapters.upgrading import exchange
from tests.integration.conftest import Run
from tests.integration.other_version import (
    GIT,
    begun,
    blind_to,
    made_wheel,
    name_of,
    written,
)
from tests.integration.site_support import read_tree
from tests.integration.site_support import run as run_command
from tests.repositories import git

STAVANGER, GISKE, VESTLAND = (
    ("--municipality", "1103"),
    ("--municipality", "Giske"),
    ("--county", "46"),
)
SETTINGS = "strategy/strategy.yml"
SCHEMAS = ".vscode/schemas"
LATER = "0.2.0"
# A version that renames a key, a value and a file, and has another Makefile.
RENAMES = b"""
from living_strategy.upgrades.upgrade import Action, RenamedFile, RenamedKey, RenamedValue, Upgrade
LATER = Upgrade(
    "0.2.0",
    (
        RenamedKey(("goal", "measure"), ("as_of",), "reviewed"),
        RenamedValue(("project",), ("status",), "ongoing", "planned"),
        RenamedFile("overrides/old.md", "overrides/new.md"),
    ),
    (Action("mkdocs.yml", "Unseen."), Action("overrides/*.md", "Read it again.")),
)
UPGRADES = (*UPGRADES, LATER)
"""
CHANGES = {
    "upgrades/__init__.py": lambda content: content + RENAMES,
    "starting/files/shared/makefile": lambda content: content + b"\n# later\n",
}


def kept(root: Path) -> dict[str, bytes]:
    """All files but git's own."""
    return {name: text for name, text in read_tree(root).items() if not name.startswith(".git/")}


def pinned(root: Path) -> str:
    """The version that a strategy is pinned to, and the wheel that lies there is the one meant."""
    (wheel,) = (root / "engine").glob("*.whl")
    first, digest = (root / "requirements.txt").read_text("utf-8").splitlines()[:2]
    assert first == f"./engine/{wheel.name} \\"
    assert digest == f"    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}"
    return wheel.name.split("-")[1]


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """A folder with a later version."""
    folder = tmp_path / "versions"
    folder.mkdir()
    (folder / name_of(LATER)).write_bytes(made_wheel(LATER, CHANGES))
    return folder


def test_the_oldest_form(run: Run, tmp_path: Path) -> None:
    """What was renamed since is renamed, comments stay, and the rest is for people to do."""
    root = begun(run, tmp_path / "ny", *STAVANGER, changes=blind_to("still_example"))
    written(
        root,
        SETTINGS,
        "publication: demonstration\n",
        "publication: demonstration\nseverity: {missing-page: info} # sjelden\n"
        "sources_read:  2026-11   # lest av oss\n",
    )
    (root / "overrides" / "views").mkdir(parents=True)
    (root / "overrides" / "views" / "involvement.html").write_text(
        '{% extends "involvement.html" %}{# status in ahead #}', "utf-8"
    )
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Ours")

    said = run(root, "upgrade")

    assert (said.returncode, said.stderr) == (0, "")
    lines = said.stdout.splitlines()
    assert lines[:5] == [
        "Strategien har versjon 0.1.0 nå. Den hadde 0.0.9.",
        f"Filer som er endret: engine/{name_of('0.0.9')}, engine/{name_of('0.1.0')}, "
        f"requirements.txt, {SETTINGS}.",
        f"{SETTINGS}:9: «sources_read» heter «sources_collected» nå.",
        f"{SETTINGS}:8: «missing-page» heter «broken-link» nå.",
        "overrides/views/involvement.html: Spør med «status.is_ahead». Listen over det som ligger "
        "foran, er borte.",
    ]
    assert lines[6] == "Nytt etter oppgraderingen:"
    assert said.stdout.count("[still-example]") == 4
    assert git(root, "diff", "-U0", SETTINGS).splitlines()[5:] == [
        "-severity: {missing-page: info} # sjelden",
        "-sources_read:  2026-11   # lest av oss",
        "+severity: {broken-link: info} # sjelden",
        "+sources_collected:  2026-11   # lest av oss",
    ]
    assert pinned(root) == "0.1.0"
    assert (root / "engine" / name_of("0.1.0")).read_bytes() == this_engine().content
    again = run(root, "upgrade")
    assert (again.returncode, again.stdout) == (0, "Strategien har denne versjonen, 0.1.0.\n")


@pytest.mark.parametrize(
    ("whose", "goal", "project", "says"),
    [
        (STAVANGER, "goals/eksempel-mal.md", "projects/eksempel-prosjekt.md", "nå. Den hadde"),
        pytest.param(
            *(GISKE, "goals/dome-mal.md", "projects/dome-prosjekt.md", "no. Han hadde"),
            marks=pytest.mark.matrix,
        ),
        (VESTLAND, "goals/dome-mal.md", "projects/dome-prosjekt.md", "no. Han hadde"),
    ],
    ids=["nb", "nn", "county"],
)
@pytest.mark.no_cover
def test_a_later_version_does_it_itself(
    run: Run,
    run_process: Run,
    tmp_path: Path,
    later: Path,
    whose: tuple[str, ...],
    goal: str,
    project: str,
    says: str,
) -> None:
    """The wheel of a later version knows what it renamed; then the old program is no longer needed,
    and pip installs what is pinned, without any index.
    """
    run(tmp_path, "start", "ny", *whose, **GIT)
    root = tmp_path / "ny"
    (root / "overrides").mkdir()
    (root / "overrides" / "old.md").write_text("x\n", "utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Ours")
    before = kept(root)

    said = run_process(root, "upgrade", "--to", str(later / name_of(LATER)))

    after = kept(root)
    assert said.stderr == ""
    assert f"Strategien har versjon 0.2.0 {says} 0.1.0." in said.stdout
    assert "overrides/new.md: Read it again." in said.stdout
    assert "Unseen." not in said.stdout
    assert after[goal] == before[goal].replace(b"\nas_of:", b"\nreviewed:")
    assert after[project] == before[project].replace(b"\nstatus: ongoing", b"\nstatus: planned")
    assert after[goal] != before[goal]
    assert (after.get("overrides/old.md"), after["overrides/new.md"]) == (None, b"x\n")
    assert after["Makefile"] == before["Makefile"] + b"\n# later\n"
    assert pinned(root) == LATER
    for name in (".github/workflows/pages.yml", "mkdocs.yml", "README.md", "CODEOWNERS", SETTINGS):
        assert after[name] == before[name]
    assert not list(root.glob(".living-strategy-upgrade-*"))
    again = run_process(root, "upgrade", "--to", str(later))
    assert (again.returncode, kept(root)) == (0, after)
    first = "".join((root / "requirements.txt").read_text("utf-8").splitlines(keepends=True)[:2])
    (tmp_path / "one.txt").write_text(first.replace("./", f"{root}/"), "utf-8")
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps")
    run_command(*(*pip, "--require-hashes", "--target", "here", "-r", "one.txt"), folder=tmp_path)
    assert (tmp_path / "here" / f"living_strategy-{LATER}.dist-info").is_dir()


def test_only_check(run: Run, tmp_path: Path, later: Path) -> None:
    """The exit code says it, and nothing is changed."""
    root = begun(run, tmp_path / "ny", *STAVANGER)
    before = kept(root)
    versions = tmp_path / "earlier"
    versions.mkdir()
    (versions / name_of("0.0.8")).write_bytes(made_wheel("0.0.8"))

    said = [
        run(root, "upgrade", "--check", *more)
        for more in ((), ("--to", str(later)), ("--to", str(versions)), ("--to", "engine"))
    ]
    unknown = run(root, "upgrade", "--check", "--to", str(tmp_path / "nowhere"))

    assert [(one.returncode, one.stdout) for one in said] == [
        (2, "Versjon 0.1.0 er nyere. Strategien har 0.0.9.\n"),
        (2, "Versjon 0.2.0 er nyere. Strategien har 0.0.9.\n"),
        (0, "Strategien har versjon 0.0.9, som er nyere enn 0.0.8.\n"),
        (0, "Strategien har denne versjonen, 0.0.9.\n"),
    ]
    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert kept(root) == before


def test_an_earlier_version(run: Run, tmp_path: Path) -> None:
    """It is refused, unless somebody means it; then it is pinned and nothing else is changed."""
    run(tmp_path, "start", "ny", *STAVANGER, **GIT)
    root, wheel = tmp_path / "ny", tmp_path / name_of("0.0.9")
    wheel.write_bytes(made_wheel("0.0.9"))
    before = kept(root)

    refused = run(root, "upgrade", "--to", str(wheel))
    untouched = kept(root)
    done = run(root, "upgrade", "--to", str(wheel), "--downgrade")

    assert (refused.returncode, refused.stderr) == (
        2,
        "Feil: Versjon 0.0.9 er eldre enn 0.1.0. Legg til --downgrade hvis det er det du vil.\n",
    )
    assert untouched == before
    assert done.returncode == 0
    assert pinned(root) == "0.0.9"
    changed = {name for name in before if kept(root).get(name) != before[name]}
    assert changed == {f"engine/{name_of('0.1.0')}", "requirements.txt"}


def test_what_is_not_committed(run: Run, tmp_path: Path) -> None:
    """Only changes of files that would be written are in the way."""
    root = begun(run, tmp_path / "ny", *STAVANGER)
    written(root, SETTINGS, "publication:", "sources_read: 2026\npublication:")
    (root / "goals" / "eget.txt").write_text("x", "utf-8")
    (root / "README.md").write_text("# Vårt\n", "utf-8")
    with (root / SETTINGS).open("a", encoding="utf-8") as file:
        file.write("# ny linje\n")
    before = kept(root)

    refused = run(root, "upgrade")
    untouched = kept(root)
    git(root, "checkout", "--quiet", SETTINGS)
    done = run(root, "upgrade")

    assert (refused.returncode, refused.stderr) == (
        2,
        "Feil: Disse filene ville bli skrevet, og har endringer som ikke er lagret i git: "
        f"{SETTINGS}. Lagre dem eller angre dem, og prøv igjen.\n",
    )
    assert untouched == before
    assert done.returncode == 0
    assert (root / "README.md").read_text("utf-8") == "# Vårt\n"


def test_without_git(run: Run, tmp_path: Path) -> None:
    """Nobody is asked for a repository."""
    root = begun(run, tmp_path / "ny", *STAVANGER)
    shutil.rmtree(root / ".git")

    assert run(root, "upgrade").returncode == 0
    assert pinned(root) == "0.1.0"


def test_files_that_somebody_changed(run: Run, tmp_path: Path) -> None:
    """They stay, and what this version has is shown; what is gone stays away; packages and remarks
    of one's own stay in the file of pins.
    """
    root = begun(run, tmp_path / "ny", *STAVANGER)
    sums = root / "engine" / "generated.sha256"
    # As an earlier version would have made them.
    (root / "Makefile").write_text("# Tidligere\n", "utf-8")
    (root / ".gitignore").write_text("# Tidligere\n", "utf-8")
    lines = [
        f"{hashlib.sha256(b'# Tidligere' + bytes([10])).hexdigest()}  {line[66:]}"
        for line in sums.read_text("utf-8").splitlines()
    ]
    sums.write_text("\n".join([*lines, ""]), "utf-8")
    git(root, "rm", "--quiet", ".github/workflows/pages.yml")
    # Fetched on Windows, git gives such lines.
    (root / ".gitignore").write_bytes(b"# Tidligere\r\n")
    (root / ".gitlab-ci.yml").write_text("# Vår\n", "utf-8")
    with (root / "requirements.txt").open("a", encoding="utf-8") as file:
        file.write("# Vår\nour-theme==1.0 \\\n    --hash=sha256:00\nbabel==1.0\n")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Ours")

    said = run(root, "upgrade")
    assert said.returncode == 0

    assert (root / ".gitlab-ci.yml").read_text("utf-8") == "# Vår\n"
    message = (
        ".gitlab-ci.yml har dere endret, og den blir stående som den er. I denne versjonen ser den "
        "slik ut:\n--- .gitlab-ci.yml\n+++ .gitlab-ci.yml\n@@ -1 +1,"
    )
    assert message in said.stdout
    assert not (root / ".github" / "workflows" / "pages.yml").exists()
    assert (root / "Makefile").read_text("utf-8").startswith("# «make» viser")
    assert b".venv/" in (root / ".gitignore").read_bytes()
    text = (root / "requirements.txt").read_text("utf-8")
    assert text.endswith("# Vår\nour-theme==1.0 \\\n    --hash=sha256:00\n")
    assert "babel==1.0\n" not in text
    assert text.count("babel==") == 1
    assert "slik ut" not in run(root, "upgrade").stdout


def _indented(root: Path) -> None:
    """Write the schemas as the version before would have."""
    for path in (root / SCHEMAS).iterdir():
        text = json.dumps(json.loads(path.read_text("utf-8")), ensure_ascii=False, indent=3)
        path.write_text(f"{text}\n", "utf-8")
    git(root, "commit", "--quiet", "--all", "--message=Earlier schemas")


def test_schemas_for_an_editor_follow(run: Run, tmp_path: Path) -> None:
    """They are made anew where nobody has changed them; with a change of somebody's they stay, and
    a command is named. A strategy that has none gets none.
    """
    changes = {"forms/schema_files.py": lambda text: text.replace(b"indent=1", b"indent=3")}
    root = begun(run, tmp_path / "ny", *STAVANGER, changes=changes)
    new = read_tree(root / SCHEMAS)
    _indented(root)
    (root / "strategy/bilde.png").symlink_to("gone.png")
    git(root, "add", "strategy/bilde.png")
    git(root, "commit", "--quiet", "--message=A link that leads nowhere")
    (root / SCHEMAS / "gone.schema.json").write_text("{}\n", "utf-8")
    copies = [tmp_path / name for name in ("ours", "none")]
    for copy in copies:
        shutil.copytree(root, copy, symlinks=True)
    (root / SCHEMAS / "gone.schema.json").unlink()
    git(copies[1], "rm", "--quiet", "-r", ".vscode")
    shutil.rmtree(copies[1] / ".vscode", ignore_errors=True)
    git(copies[1], "commit", "--quiet", "--message=None")
    ours = read_tree(copies[0] / ".vscode")
    said, stays, none = (run(folder, "upgrade") for folder in (root, *copies))

    assert read_tree(root / SCHEMAS) == new
    assert f", {SCHEMAS}/area.schema.json, " not in said.stdout
    assert f", {SCHEMAS}/goal.schema.json, " in said.stdout
    assert read_tree(copies[0] / ".vscode") == ours
    assert f"Skjemaene i {SCHEMAS} er ikke slik forrige versjon laget dem" in stays.stdout
    assert "living-strategy schema --editor" in stays.stdout
    assert (none.returncode, ".vscode" in none.stdout) == (0, False)
    assert not (copies[1] / ".vscode").exists()


def test_a_version_from_an_index(run: Run, run_process: Run, tmp_path: Path, later: Path) -> None:
    """Pip fetches it from where it is set up to; here that is a folder. What is not there is said
    in pip's words.
    """
    root = begun(run, tmp_path / "ny", *STAVANGER)
    index = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(later)}

    missing = run(root, "upgrade", "--to", "0.3.0", **index)
    done = run_process(root, "upgrade", "--to", LATER, **index)

    assert missing.returncode == 2
    assert missing.stderr.startswith("Feil: Versjon 0.3.0 kunne ikke hentes. pip sier: ERROR: No ")
    assert done.stderr == ""
    assert pinned(root) == LATER


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--to", "borte"), "«borte» er verken en fil, en mappe eller en versjon som 0.2.0."),
        (("--to", "goals"), "Det finnes ingen «living_strategy-*-py3-none-any.whl» i goals."),
        (("--to", "README.md"), "README.md er ingen pakke med dette programmet."),
        (("--to", "annen.whl"), "annen.whl er ingen pakke med dette programmet."),
        (
            ("--sha256", "00"),
            f"SHA-256-summen av versjon 0.1.0 er {this_engine().digest}, og ikke den du oppga.",
        ),
    ],
)  # fmt: skip
def test_what_is_no_version(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    """One sentence says why, and nothing is changed."""
    root = begun(run, tmp_path / "ny", *STAVANGER)
    other = made_wheel("0.2.0")
    (root / "annen.whl").write_bytes(other[: len(other) // 2])
    before = kept(root)

    said = run(root, "upgrade", *arguments)

    assert (said.returncode, said.stdout, said.stderr) == (2, "", f"Feil: {sentence}\n")
    assert kept(root) == before


def test_a_strategy_without_a_pin(run: Run, strategy: Path) -> None:
    """What was not begun with `start` is told how to get there."""
    said = run(strategy, "upgrade")

    assert said.returncode == 2
    assert said.stderr.startswith("Feil: requirements.txt låser ikke programmet til en fil i ")


@pytest.mark.no_cover
def test_packages_that_are_missing(run: Run, tmp_path: Path, later: Path) -> None:
    """A version that cannot begin with what is installed gets an environment of its own; where that
    cannot be made, everything is as it was.
    """
    root = begun(run, tmp_path / "ny", *STAVANGER)
    needs = {"adapters/cli/commands/upgrade.py": lambda text: text + b"\nimport not_yet_made\n"}
    (later / name_of("0.3.0")).write_bytes(made_wheel("0.3.0", needs))
    before = kept(root)

    said = run(root, "upgrade", "--to", str(later), PIP_NO_INDEX="1")

    assert said.returncode == 2
    assert said.stderr.startswith(
        "Feil: Versjon 0.3.0 trenger pakker som ikke er her, og som ikke kunne installeres: ERROR: "
    )
    assert kept(root) == before


def test_after_it_was_killed(run: Run, tmp_path: Path) -> None:
    """What a killed upgrade left behind is undone before another one begins."""
    root = begun(run, tmp_path / "ny", *STAVANGER)
    before = kept(root)
    script = (
        "import os, sys; from pathlib import Path\n"
        "from living_strategy.adapters.upgrading import exchange\n"
        "place = exchange._place\n"
        "def dying(target, new):\n"
        "    if target.name == 'requirements.txt': os._exit(9)\n"
        "    place(target, new)\n"
        "exchange._place = dying\n"
        "from living_strategy.adapters.cli import main\n"
        "sys.argv[1:] = ['upgrade']; main()\n"
    )
    died = run_command(sys.executable, "-c", script, folder=root, check=False)
    halfway = kept(root)
    assert died.returncode == 9
    assert halfway != before

    assert exchange.recover(root)
    assert kept(root) == before
    run_command(sys.executable, "-c", script, folder=root, check=False)
    said = run(root, "upgrade")

    assert said.returncode == 0
    assert said.stderr == "En oppgradering som ble avbrutt, er angret først.\n"
    assert pinned(root) == "0.1.0"
