"""The program as people and pipelines meet it: arguments, output and an exit code.

`run` does it in this process. What only a process has is in the last part: signals, pipes,
terminals, and what becomes of an interruption.
"""

from __future__ import annotations

import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from living_strategy.adapters.cli import content_root
from living_strategy.adapters.cli.commands import COMMANDS, listing
from living_strategy.adapters.cli.program import make_program
from living_strategy.content.records import settings_file
from living_strategy.diagnostics import Diagnostic, Location
from living_strategy.language import LANGUAGES, Language
from living_strategy.model import KINDS
from living_strategy.rules import CODES
from living_strategy.rules.wording import render
from tests.integration.conftest import Run, Write
from tests.integration.processes import PATIENCE, started, stopping_at, wait_for_begun
from tests.integration.small_strategy import FILES, environment, program

GOAL = "goals/innbyggernes-ferdigheter.md"
UNKNOWN_FIELD = FILES[GOAL].replace("title:", "titel: Feil\ntitle:", 1)
MESSAGE, HINT = render(
    Diagnostic("unknown-field", Location(GOAL), {"field": "titel", "near": "title"}),
    Language.load("nb"),
)
NAMES = [command.name for command in COMMANDS]


def assert_sentence(result: subprocess.CompletedProcess[str], code: int) -> None:
    """The program stopped with this exit code and an explanation, not with a traceback."""
    assert result.returncode == code, result.stderr
    assert "Traceback" not in result.stderr + result.stdout
    assert (result.stderr + result.stdout).strip()


# Help


def commands(code: str) -> list[click.Command]:
    """The program and all its commands in a language."""
    language = Language.load(code)
    return [make_program(language), *(command.make(language) for command in COMMANDS)]


def texts(command: click.Command) -> list[str | None]:
    """All that the help of a command says: about itself, its options and what they take."""
    options = [option for option in command.params if isinstance(option, click.Option)]
    return [
        *(command.help, command.epilog, command.options_metavar),
        *(option.help for option in options),
        *(parameter.metavar for parameter in command.params),
    ]


@pytest.mark.parametrize("command", commands("en"), ids=lambda command: command.name)
def test_command_and_options_have_help(command: click.Command) -> None:
    """Every command and option says what it is for."""
    options = [option for option in command.params if isinstance(option, click.Option)]

    assert command.help
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_help_is_translated(code: str) -> None:
    """No help text is left in English; an id and a format are called the same in all languages."""
    left = [
        text
        for english, command in zip(commands("en"), commands(code), strict=True)
        for text, translated in zip(texts(english), texts(command), strict=True)
        if text and text == translated
    ]

    assert set(left) <= {"ID", "STATUS", "xlsx"}


@pytest.mark.parametrize("name", NAMES)
def test_help_of_a_command(run: Run, tmp_path: Path, name: str) -> None:
    """`--help` works outside any strategy."""
    result = run(tmp_path, name, "--help")

    assert result.returncode == 0
    assert result.stdout.startswith(f"Bruk: living-strategy {name} [VALG]")


@pytest.mark.parametrize("name", ["list", "schema"])
def test_help_names_the_kinds_in_use(run: Run, strategy: Path, tmp_path: Path, name: str) -> None:
    """A kind that is switched off is in no help and no refusal, wherever the folder is named."""
    with (strategy / "strategy" / "strategy.yml").open("a", encoding="utf-8") as settings:
        settings.write("use: {networks: off, schemes: off}\n")
    there = ("--root", str(strategy))
    said = [
        run(strategy, name, "--help").stdout,
        run(tmp_path, name, "--help", *there).stdout,
        run(tmp_path, *there, name, "--help").stdout,
        run(strategy, name, "qqqqqq").stderr,
        run(strategy, name, "netverk").stderr,
    ]
    elsewhere = run(tmp_path, name, "--help").stdout

    assert [text for text in said if "component" not in text] == []
    assert [text for text in said if "network" in text or "scheme" in text] == []
    assert "network" in elsewhere


@pytest.mark.parametrize(
    ("code", "usage", "options", "error"),
    [
        ("nb", "Bruk:", "Valg:", "Feil:"),
        ("nn", "Bruk:", "Val:", "Feil:"),
        ("en", "Usage:", "Options:", "Error:"),
    ],
)
def test_words_of_click(
    run: Run, tmp_path: Path, code: str, usage: str, options: str, error: str
) -> None:
    """What click says is in the language too."""
    shown = run(tmp_path, "--help", LIVING_STRATEGY_LANGUAGE=code).stdout
    refused = run(tmp_path, "check", "--no-such-option", LIVING_STRATEGY_LANGUAGE=code)

    assert usage in shown
    assert options in shown
    assert error in refused.stderr
    assert_sentence(refused, 2)


def test_help_is_quick(tmp_path: Path) -> None:
    """Help needs neither the models nor the libraries that read and render."""
    script = (
        "import sys; sys.argv[1:] = ['--help']; from living_strategy.adapters.cli import main; "
        "main(); print([name for name in "
        "('babel', 'jinja2', 'pydantic', 'yaml', 'living_strategy.model') "
        "if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(),
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert result.stdout.splitlines()[-1] == "[]"


def test_end_is_quick(tmp_path: Path) -> None:
    """Nothing is collected at the end: what is left goes with the process."""
    script = (
        "import sys; sys.argv[1:] = ['--version']; from living_strategy.adapters.cli import main\n"
        "class Ring:\n"
        "    def __init__(self): self.ring = self\n"
        "    def __del__(self): print('collected')\n"
        "ring = Ring(); main()"
    )
    result = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(),
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert result.stdout.startswith("living-strategy ")
    assert "collected" not in result.stdout


def test_nothing_asked(run: Run, tmp_path: Path) -> None:
    """Without a command the help is shown, as for wrong usage."""
    result = run(tmp_path)

    assert_sentence(result, 2)
    assert "Kommandoer:" in result.stderr


def test_version(run: Run, tmp_path: Path) -> None:
    """`--version` names the program."""
    assert run(tmp_path, "--version").stdout.startswith("living-strategy ")


def test_public_face() -> None:
    """Every promised name is there, and importing the package loads nothing else."""
    script = (
        "import sys, living_strategy; heavy = 'pydantic' in sys.modules; "
        "[getattr(living_strategy, name) for name in living_strategy.__all__]; print(heavy)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert result.stdout == "False\n"


# Language


def test_language_of_the_strategy(run: Run, write: Write) -> None:
    """The program speaks the language of the strategy."""
    settings = FILES["strategy/strategy.yml"].replace("nb", "en")
    root = write(FILES | {"strategy/strategy.yml": settings})

    assert run(root, "check").stdout == "No errors.\n"


def test_language_of_the_environment(run: Run, strategy: Path) -> None:
    """The environment overrides the strategy; what is no language is passed over."""
    assert run(strategy, "check", LIVING_STRATEGY_LANGUAGE="en").stdout == "No errors.\n"
    assert run(strategy, "check", LIVING_STRATEGY_LANGUAGE="xx").stdout == "Ingen feil.\n"


def test_language_of_a_broken_strategy(run: Run, write: Write) -> None:
    """The language is known even when the settings cannot be read."""
    root = write({"strategy/strategy.yml": "title: [\nlanguage: nn\n"})

    assert "feil[yaml-syntax]" in run(root, "check").stdout


# Check


def test_check_without_findings(run: Run, strategy: Path) -> None:
    """All is well: exit code 0 and one sentence, nothing on standard error."""
    result = run(strategy, "check", "--strict")

    assert (result.returncode, result.stdout, result.stderr) == (0, "Ingen feil.\n", "")


def test_check_with_an_error(run: Run, write: Write) -> None:
    """A finding shows place, line, message and hint."""
    result = run(write(FILES | {GOAL: UNKNOWN_FIELD}), "check")

    assert result.returncode == 1
    assert result.stdout == (
        f"{GOAL}:2:1: feil[unknown-field] {MESSAGE}\n"
        "     2 | titel: Feil\n"
        "       | ^\n"
        f"    {HINT}\n\n"
        "1 feil i 1 fil.\n"
    )


def test_warnings(run: Run, write: Write) -> None:
    """Warnings fail the check only when it is strict."""
    root = write({name: FILES[name] for name in ("strategy/strategy.yml", GOAL)})

    assert "advarsel[orphan]" in run(root, "check").stdout
    assert run(root, "check").returncode == 0
    assert run(root, "check", "--strict").returncode == 1


def test_check_as_json(run: Run, write: Write) -> None:
    """The JSON report holds every finding with stable keys."""
    result = run(write(FILES | {GOAL: UNKNOWN_FIELD}), "check", "--format", "json")

    assert result.returncode == 1
    assert json.loads(result.stdout) == {
        "version": 1,
        "summary": {"error": 1, "warning": 0, "info": 0},
        "findings": [
            {
                "code": "unknown-field",
                "severity": "error",
                "message": MESSAGE,
                "hint": HINT,
                "file": GOAL,
                "line": 2,
                "column": 1,
                "field": "titel",
                "ref": "innbyggernes-ferdigheter",
                "related": [],
                "help": "docs/checks/unknown-field.md",
            }
        ],
    }


def test_check_for_github(run: Run, write: Write) -> None:
    """Annotations name files from the checked-out repository, wherever the strategy lies in it."""
    root = write(FILES | {GOAL: UNKNOWN_FIELD})
    result = run(root, "check", "--format", "github", GITHUB_WORKSPACE=str(root.parent))

    assert result.stdout.splitlines()[0] == (
        f"::error file=strategi/{GOAL},line=2,col=1,title=unknown-field::{MESSAGE}%0A{HINT}"
    )


def test_check_from_elsewhere(run: Run, write: Write) -> None:
    """The strategy is found upwards, or by --root; files are named from where one stands."""
    root = write(FILES | {GOAL: UNKNOWN_FIELD})

    assert run(root / "goals", "check").stdout.startswith("innbyggernes-ferdigheter.md:2:1:")
    for arguments in (("check", "--root", "strategi"), ("--root=strategi", "check")):
        assert run(root.parent, *arguments).stdout.startswith(f"strategi/{GOAL}:2:1:")


def test_the_file_that_makes_a_strategy() -> None:
    """The program looks for the file that the loader reads (it may not import the loader)."""
    assert content_root.SETTINGS == settings_file.SETTINGS


BROKEN: dict[str, tuple[str, bytes]] = {
    "yaml": (GOAL, b"---\ntitle: [\n---\n"),
    "binary": (GOAL, bytes(range(256))),
    "empty": (GOAL, b""),
    "deep": ("strategy/registers/networks.yml", b"a: " + b"[" * 50_000),
    "settings": ("strategy/strategy.yml", b"\xff\xfe\x00"),
    "settings-list": ("strategy/strategy.yml", b"- a\n- b\n"),
    "register": ("strategy/registers/organisations.yml", b"ks\n"),
}


@pytest.mark.parametrize("command", ["check", "list", "show ks", "new goal nytt", "build"])
@pytest.mark.parametrize("case", BROKEN)
def test_broken_files(run: Run, strategy: Path, case: str, command: str) -> None:
    """No command answers a broken file with a traceback."""
    name, content = BROKEN[case]
    (strategy / name).write_bytes(content)
    result = run(strategy, *command.split())

    assert "Traceback" not in result.stderr + result.stdout
    assert "Noe gikk galt" not in result.stderr
    assert result.returncode == 1 if command == "check" else result.returncode in (0, 1, 2)


def test_folder_in_place_of_a_file(run: Run, strategy: Path) -> None:
    """A folder called like a file is a finding, also when it is the settings."""
    (strategy / "goals/mappe.md").mkdir()
    assert "file-unreadable" in run(strategy, "check").stdout

    (strategy / "strategy/strategy.yml").unlink()
    (strategy / "strategy/strategy.yml").mkdir()
    assert_sentence(run(strategy, "check"), 1)


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_file_without_permission(run: Run, strategy: Path) -> None:
    """A file that may not be read is a finding."""
    (strategy / GOAL).chmod(0)

    assert "file-unreadable" in run(strategy, "check").stdout


@pytest.mark.parametrize("command", ["check", "list", "show ks", "new goal nytt", "build"])
def test_no_strategy(run: Run, tmp_path: Path, command: str) -> None:
    """Outside a strategy a command says how to get to one."""
    here = run(tmp_path, *command.split())
    there = run(tmp_path, *command.split(), "--root", "borte")

    assert_sentence(here, 2)
    assert "strategy/strategy.yml" in here.stderr
    assert_sentence(there, 2)
    assert "borte" in there.stderr


def test_unknown_command(run: Run, strategy: Path) -> None:
    """A command that does not exist is wrong usage."""
    assert_sentence(run(strategy, "chek"), 2)


# Build


@pytest.mark.usefixtures("without_search")
def test_build(run: Run, strategy: Path) -> None:
    """The site is written beside the strategy, or where --to says; it can be built again."""
    for arguments, folder in (((), "site"), (("--to", "ut/nett"), "ut/nett")):
        for _ in range(2):
            result = run(strategy, "build", *arguments)

            assert result.returncode == 0, result.stderr
            assert result.stdout.splitlines()[-1].endswith(f" {folder}.")
            assert (strategy / folder / "index.html").is_file()


@pytest.mark.usefixtures("without_search")
def test_build_knows_where_files_are_edited(run: Run, strategy: Path) -> None:
    """Pages of entries, the front page and written ones lead there; what is no address is refused
    before anything is written.
    """
    refused = run(strategy, "build", "--edit-url", "example.org/edit")
    assert_sentence(refused, 2)
    assert "example.org/edit" in refused.stderr
    assert not (strategy / "site").exists()

    assert run(strategy, "build", "--edit-url", "https://x.example/edit/").returncode == 0
    linked = {
        link
        for path in (strategy / "site").rglob("index.html")
        for link in re.findall(r'<p class="ls-edit"><a href="([^"]*)"', path.read_text("utf-8"))
    }
    files = {link.removeprefix("https://x.example/edit/") for link in linked}
    assert {file.split("/")[0] for file in files} >= {"goals", "measures", "projects", "strategy"}
    assert [file for file in sorted(files) if not (strategy / file).is_file()] == []


@pytest.mark.usefixtures("without_search")
def test_build_with_errors(run: Run, strategy: Path) -> None:
    """With errors the last good site stays as it was."""
    run(strategy, "build")
    before = {path: path.read_bytes() for path in (strategy / "site").rglob("*.html")}
    (strategy / GOAL).write_text(UNKNOWN_FIELD, "utf-8")
    result = run(strategy, "build")

    assert result.returncode == 1
    assert "unknown-field" in result.stdout
    assert before
    assert {path: path.read_bytes() for path in (strategy / "site").rglob("*.html")} == before


@pytest.mark.parametrize(
    "target", [".", "..", "strategy", "goals/ut", "strategy/index.md", "fullt"]
)
def test_build_never_overwrites_something_else(run: Run, strategy: Path, target: str) -> None:
    """A folder that holds anything but a site is left alone."""
    (strategy / "fullt").mkdir()
    (strategy / "fullt/brev.txt").touch()
    before = sorted(strategy.parent.rglob("*"))
    result = run(strategy, "build", "--to", target)

    assert_sentence(result, 2)
    assert sorted(strategy.parent.rglob("*")) == before


# List


def test_list(run: Run, strategy: Path) -> None:
    """Entries stand in aligned columns: id, kind, status, title."""
    assert (
        run(strategy, "list").stdout
        == """\
digital-kompetanse        satsingsområde            Digital kompetanse
innbyggernes-ferdigheter  mål             vedtatt   Innbyggerne klarer seg på nett
veiledning                tiltak          pågår     Veiledning på biblioteket
digihjelpen               prosjekt        fullført  Digihjelpen
ks                        organisasjon              KS
"""
    )


@pytest.mark.parametrize("word", ["goal", "goals", "mål", "MAL"])
def test_list_of_a_kind(run: Run, strategy: Path, word: str) -> None:
    """A kind may be named in English or Norwegian, with or without æ, ø and å."""
    lines = run(strategy, "list", word).stdout.splitlines()

    assert [line.split()[0] for line in lines] == ["innbyggernes-ferdigheter"]


@pytest.mark.parametrize("status", ["completed", "fullført", "Fullført"])
def test_list_as_json_by_status(run: Run, strategy: Path, status: str) -> None:
    """The list can be cut down by status, by its key or by its word."""
    result = run(strategy, "list", "--status", status, "--format", "json")

    assert json.loads(result.stdout) == [
        {
            "id": "digihjelpen",
            "kind": "project",
            "status": "completed",
            "title": "Digihjelpen",
            "file": "projects/digihjelpen.yml",
        }
    ]


def test_list_tells_what_is_missing(run: Run, strategy: Path) -> None:
    """Entries that cannot be read are counted, on standard error."""
    (strategy / "goals/brutt.md").write_text("---\ntitle: [\n---\n")
    result = run(strategy, "list", "goal", "--format", "json")

    assert result.returncode == 0
    assert len(json.loads(result.stdout)) == 1
    assert "living-strategy check" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("maal",), "mål"),
        (("xyz",), "goal"),
        (("--status", "complete"), "completed"),
        (("--status", "xyz"), "proposed (Foreslått), planned"),
    ],
)
def test_list_of_something_unknown(
    run: Run, strategy: Path, arguments: tuple[str, ...], near: str
) -> None:
    """A kind or status that does not exist is answered with what does."""
    result = run(strategy, "list", *arguments)

    assert_sentence(result, 2)
    assert near in result.stderr


# Show


def test_show(run: Run, strategy: Path) -> None:
    """An entry is shown with its fields, its links both ways and what mentions it."""
    assert (
        run(strategy, "show", "veiledning").stdout
        == """\
veiledning · Veiledning på biblioteket
Tiltak i measures/veiledning.md

Felt
  Beskrivelse  Bygger på [[digihjelpen|et eldre prosjekt]].
  Kilder       Tittel: Strategien · Nettadresse: https://www.ks.no/kommit
  Gjelder per  2024
  Status       ongoing (Pågår)
  Statusdato   2024

Lenker til
  Bidrar til målet
    innbyggernes-ferdigheter  Innbyggerne klarer seg på nett
  Ansvarlig
    ks                        KS

Lenker fra
  Prosjekt
    digihjelpen  Digihjelpen

Omtaler
  digihjelpen  Digihjelpen
"""
    )


def test_show_of_a_register_entry(run: Run, strategy: Path) -> None:
    """An entry of a register is shown with its line; municipalities are named."""
    assert "strategy/registers/organisations.yml:2" in run(strategy, "show", "ks").stdout
    assert "0301" in run(strategy, "show", "digihjelpen").stdout


def test_show_by_an_earlier_id(run: Run, strategy: Path) -> None:
    """An earlier id leads to the entry."""
    result = run(strategy, "show", "ferdigheter")

    assert result.stdout.startswith("innbyggernes-ferdigheter · ")


def test_show_of_something_unknown(run: Run, strategy: Path) -> None:
    """An id that does not exist is answered with the nearest one."""
    result = run(strategy, "show", "digihjelp")

    assert_sentence(result, 2)
    assert "«digihjelpen»" in result.stderr


# New


@pytest.mark.parametrize("kind", ["goal", "tiltak", "prosjekt"])
def test_new_file(run: Run, strategy: Path, kind: str) -> None:
    """The new file can be read; its only errors are links that have to be chosen."""
    created = run(strategy, "new", kind, "helt-nytt", "--title", "Helt: nytt")
    report = json.loads(run(strategy, "check", "--format", "json").stdout)
    errors = {finding["code"] for finding in report["findings"] if finding["severity"] == "error"}

    assert created.returncode == 0
    assert "helt-nytt.md" in created.stdout
    assert errors <= {"unknown-reference"}
    assert "Helt: nytt" in run(strategy, "list", kind).stdout


@pytest.mark.parametrize(
    ("kind", "file"),
    [(kind.kind, f"strategy/registers/{kind.register}.yml") for kind in KINDS if kind.register],
)
def test_new_register_entry(run: Run, strategy: Path, kind: str, file: str) -> None:
    """It is added to the register, below what is there."""
    if not (strategy / file).exists():
        run(strategy, "new", kind, "den-forste")
    run(strategy, "format")
    before = (strategy / file).read_text("utf-8")
    result = run(strategy, "new", kind, "helt-nytt")

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(f"«helt-nytt» er lagt til i {file}.")
    assert (strategy / file).read_text("utf-8").startswith(f"{before}\nhelt-nytt:\n")
    assert run(strategy, "check").returncode == 0
    assert "helt-nytt" in run(strategy, "list", kind).stdout


@pytest.mark.parametrize(
    ("kind", "file"),
    [(kind.kind, f"strategy/registers/{kind.register}.yml") for kind in KINDS if kind.register],
)
def test_new_register(run: Run, write: Write, kind: str, file: str) -> None:
    """A register that is not there is made, and the answer names it; the entry can be read."""
    strategy = write({"strategy/strategy.yml": "title: A\npublication: demonstration\n"})
    result = run(strategy, "new", kind, "Storvik kommune")

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == (
        f"Filen {file} fantes ikke, men er laget nå, med «storvik-kommune» i. Åpne den, fyll den "
        "ut, og kjør «living-strategy check».\n"
    )
    assert run(strategy, "check").returncode == 0
    assert "Storvik kommune" in run(strategy, "list", kind).stdout


def test_new_by_its_title(run: Run, strategy: Path) -> None:
    """The id is made from the title, and the only area there is, is chosen."""
    result = run(strategy, "new", "mål", "Elektronisk kvalitetstavle – IKOS")
    text = (strategy / "goals/elektronisk-kvalitetstavle-ikos.md").read_text("utf-8")

    assert result.stdout.startswith("goals/elektronisk-kvalitetstavle-ikos.md er klar.")
    assert text.startswith("---\ntitle: Elektronisk kvalitetstavle – IKOS\n")
    assert "\narea: digital-kompetanse\n" in text
    assert run(strategy, "check").returncode == 0


def test_commands_are_named_as_they_work(strategy: Path) -> None:
    """In a clone the program is in .venv/bin, which is not where a shell looks."""
    script = strategy / ".venv" / "bin" / "living-strategy"
    script.parent.mkdir(parents=True)
    python = script.with_name("python")
    python.symlink_to(sys.executable)
    (strategy / ".venv" / "pyvenv.cfg").write_text(
        Path(sys.prefix, "pyvenv.cfg").read_text("utf-8"), "utf-8"
    )
    (strategy / ".venv" / "lib").symlink_to(Path(sys.prefix, "lib"))
    script.write_text("#!/bin/sh\n", "utf-8")
    script.chmod(0o755)
    done = subprocess.run(
        [python, "-m", "living_strategy", "new", "goal", "Noe nytt"],
        cwd=strategy,
        env=environment(PATH="/usr/bin:/bin"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("kjør «.venv/bin/living-strategy check».\n")


def test_new_area(run: Run, strategy: Path) -> None:
    """It is the last one in strategy.yml, where it may be the first one, too."""
    settings = strategy / "strategy/strategy.yml"
    for text in (settings.read_text("utf-8"), "areas: []\ntitle: A\n", "title: A\n"):
        settings.write_text(text, "utf-8")
        assert run(strategy, "new", "satsingsområde", "helt-nytt").returncode == 0

        assert "helt-nytt" in run(strategy, "list", "area").stdout
        written = settings.read_text("utf-8")
        assert written.startswith("title: ")
        assert written.count("areas:") == 1


def test_new_with_fields(run: Run, strategy: Path) -> None:
    """Fields are filled in as by `set`, in a file of its own and in a register."""
    words = ("status=pågår", "status_date=2025", "audience=kommuner")
    assert run(strategy, "new", "tiltak", "Felles arkiv", *words).returncode == 0
    text = (strategy / "measures/felles-arkiv.md").read_text("utf-8")
    assert "\nstatus: ongoing\n" in text
    assert "\nstatus_date: 2025\n" in text

    result = run(strategy, "new", "organisasjon", "Storvik", "type=kommune", "website=www.x.no")
    assert result.returncode == 1
    assert "website: " in result.stderr
    assert "storvik" not in (strategy / "strategy/registers/organisations.yml").read_text("utf-8")


def test_new_in_a_file_that_cannot_be_read(run: Run, strategy: Path) -> None:
    """Nothing is added to it."""
    register = strategy / "strategy/registers/organisations.yml"
    register.write_text("ks: [\n", "utf-8")
    result = run(strategy, "new", "organisasjon", "Storvik")

    assert_sentence(result, 2)
    assert register.read_text("utf-8") == "ks: [\n"


class Answers(io.StringIO):
    """A terminal at which somebody answers."""

    def isatty(self) -> bool:
        """Somebody is there."""
        return True


def test_new_asks_what_is_required(
    run: Run, strategy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The title, what it must lead to if there is more than one, and what nobody can guess."""
    (strategy / "goals/annet.md").write_text(
        "---\ntitle: Annet\narea: digital-kompetanse\nstanding: adopted\n---\n", "utf-8"
    )
    monkeypatch.setattr("sys.stdin", Answers("Felles arkiv\nannet, ferdigheter\n"))
    assert run(strategy, "new", "tiltak").returncode == 0
    text = (strategy / "measures/felles-arkiv.md").read_text("utf-8")
    assert "\ngoals: [annet, innbyggernes-ferdigheter]\n" in text

    monkeypatch.setattr("sys.stdin", Answers("Storvik\nkommune\n"))
    assert run(strategy, "new", "organisasjon").returncode == 0
    assert "municipality" in (strategy / "strategy/registers/organisations.yml").read_text("utf-8")

    monkeypatch.setattr("sys.stdin", Answers("Enda et mål\n"))
    assert run(strategy, "new", "mål").returncode == 0
    assert "area: digital-kompetanse" in (strategy / "goals/enda-et-mal.md").read_text("utf-8")


def test_new_without_a_name_where_nobody_answers(run: Run, strategy: Path) -> None:
    """It says what is missing, and does not wait."""
    assert_sentence(run(strategy, "new", "tiltak"), 2)


@pytest.mark.parametrize(
    ("entry_id", "near"),
    [
        ("nytt_mal", "nytt-mal"),
        ("Innbyggernes ferdigheter", GOAL),
        ("veiledning", "measures/veiledning.md"),
        ("ferdigheter", GOAL),
        ("../ut", "«ut»"),
        ("", "id"),
        ("brutt", "living-strategy check"),
    ],
)
def test_new_is_refused(run: Run, strategy: Path, entry_id: str, near: str) -> None:
    """An id that is wrong, taken or once in use is refused with the reason; nothing is made."""
    (strategy / "goals/brutt.md").write_text("---\ntitle: [\n---\n")
    before = sorted(strategy.rglob("*"))
    result = run(strategy, "new", "goal", entry_id)

    assert_sentence(result, 2)
    assert near in result.stderr
    assert sorted(strategy.rglob("*")) == before


def test_new_of_a_kind_that_is_switched_off(run: Run, strategy: Path) -> None:
    """It is refused with the way out, and not offered where a word means nothing."""
    with (strategy / "strategy/strategy.yml").open("a", encoding="utf-8") as settings:
        settings.write("use: {networks: off, schemes: off}\n")
    before = sorted(strategy.rglob("*"))
    refused = run(strategy, "new", "nettverk", "DigiNord")
    unknown = run(strategy, "new", "qqqqqq", "DigiNord")

    assert_sentence(refused, 2)
    assert "Ta bort linjen «networks: off» under «use»" in refused.stderr
    assert_sentence(unknown, 2)
    assert "component" in unknown.stderr
    assert "network" not in unknown.stderr
    assert sorted(strategy.rglob("*")) == before


def test_new_title_is_one_line(run: Run, strategy: Path) -> None:
    """Line breaks and invisible characters do not get into a title."""
    run(strategy, "new", "goal", "helt-nytt", "--title", " Helt\n\x1b[1m\tnytt ")

    assert (
        (strategy / "goals/helt-nytt.md")
        .read_text("utf-8")
        .startswith("---\ntitle: Helt [1m nytt\n")
    )


def test_new_stays_inside(run: Run, strategy: Path, tmp_path: Path) -> None:
    """No file is written through a folder that leads out of the strategy."""
    (strategy / GOAL).unlink()
    (strategy / "goals").rmdir()
    (strategy / "goals").symlink_to(tmp_path)
    result = run(strategy, "new", "goal", "helt-nytt")

    assert_sentence(result, 2)
    assert not (tmp_path / "helt-nytt.md").exists()


# Explain


def test_explain_list(run: Run, tmp_path: Path) -> None:
    """Without a code every code is listed, one a line."""
    lines = run(tmp_path, "explain").stdout.splitlines()

    assert [line.split()[0] for line in lines] == sorted(CODES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_explain_every_code(run: Run, tmp_path: Path, code: str) -> None:
    """A code is explained with its examples, in every language."""
    result = run(tmp_path, "explain", "orphan", LIVING_STRATEGY_LANGUAGE=code)

    assert result.returncode == 0
    assert "measures/tiltak.md: goals: [kortere-ventetid]" in result.stdout


def test_explain_names_the_page_where_there_is_one(run: Run, strategy: Path) -> None:
    """In a copy of the repository the page of the code is near; elsewhere nothing is promised."""
    alone = run(strategy, "explain", "orphan").stdout
    page = strategy / "docs" / "checks" / "orphan.md"
    page.parent.mkdir(parents=True)
    page.write_text("# orphan\n", "utf-8")

    explanation = run(strategy / "goals", "explain", "orphan").stdout

    assert explanation == f"{alone}\nSide med eksempler: ../docs/checks/orphan.md\n"


def test_explain_something_unknown(run: Run, tmp_path: Path) -> None:
    """A misspelt code is answered with the nearest one."""
    result = run(tmp_path, "explain", "orfan")

    assert_sentence(result, 2)
    assert "orphan" in result.stderr
    assert_sentence(run(tmp_path, "explain", "?"), 2)


# Schema


def test_schema(run: Run, tmp_path: Path) -> None:
    """A schema can be read by a program, and its words are in the language."""
    made = json.loads(run(tmp_path, "schema", "mål").stdout)

    assert made["title"] == "Mål"
    assert made["required"] == ["title", "area", "standing"]


@pytest.mark.parametrize("word", ["strategy", "strategi", "Innstillinger"])
def test_schema_of_the_settings(run: Run, tmp_path: Path, word: str) -> None:
    """The settings of strategy.yml are asked for by what people call them."""
    made = json.loads(run(tmp_path, "schema", word).stdout)

    assert made["title"] == "Innstillingene for strategien"
    assert made["required"] == ["title"]
    assert made["properties"]["areas"]["items"]["required"] == ["id", "title"]


def test_all_schemas(run: Run, tmp_path: Path) -> None:
    """All kinds come in one object; naming neither or both is wrong usage."""
    made = json.loads(run(tmp_path, "schema", "--all").stdout)

    registers = [kind.register for kind in KINDS if kind.register]
    files = ["strategy", "search-words", "adoption", *registers]
    assert list(made) == [*(kind.kind for kind in KINDS), *files]
    assert_sentence(run(tmp_path, "schema"), 2)
    assert_sentence(run(tmp_path, "schema", "goal", "--all"), 2)


def test_schemas_of_what_is_in_use(run: Run, strategy: Path) -> None:
    """A kind that is switched off is not offered to programs."""
    with (strategy / "strategy/strategy.yml").open("a", encoding="utf-8") as settings:
        settings.write("use: {networks: off}\n")
    made = json.loads(run(strategy, "schema", "--all").stdout)

    assert "network" not in made
    assert "networks" not in made
    assert "goal" in made


@pytest.mark.parametrize(
    ("word", "required"),
    [("adopsjon", ["state"]), ("søkeord", None), ("organisations.yml", None)],
)
def test_schemas_of_other_files(
    run: Run, tmp_path: Path, word: str, required: list[str] | None
) -> None:
    """Records, words of the search and whole registers."""
    assert json.loads(run(tmp_path, "schema", word).stdout).get("required") == required


def test_schemas_for_an_editor(run: Run, strategy: Path) -> None:
    """They are written beside settings that name them, and other settings stay; those that lie on
    the site are only named.
    """
    settings = strategy / ".vscode/settings.json"
    settings.parent.mkdir()
    own = {"editor.rulers": [100], "yaml.schemas": {"egen.json": "egne/*.yml"}}
    settings.write_text(json.dumps(own), "utf-8")
    assert run(strategy, "schema", "--editor").returncode == 0
    made = json.loads(settings.read_text("utf-8"))
    name = "./.vscode/schemas/measure.schema.json"

    assert made["editor.rulers"] == [100]
    assert made["yaml.schemas"]["egen.json"] == "egne/*.yml"
    assert made["yaml.schemas"][name] == "measures/*.yml"
    schema = json.loads((strategy / name).read_text("utf-8"))
    assert schema["$defs"]["Status"]["enumDescriptions"][2] == "Pågår"

    url = "https://strategi.example/plan"
    assert run(strategy, "schema", "--editor", "--url", url).returncode == 0
    made = json.loads(settings.read_text("utf-8"))["yaml.schemas"]
    assert made[f"{url}/data/schemas/measure.schema.json"] == "measures/*.yml"
    assert name not in made

    settings.write_text("// min\n{}\n", "utf-8")
    assert_sentence(run(strategy, "schema", "--editor"), 2)
    assert settings.read_text("utf-8") == "// min\n{}\n"


# What nobody foresaw


@pytest.mark.parametrize(("debug", "details"), [("", False), ("1", True)])
def test_unforeseen_error(
    run: Run, strategy: Path, monkeypatch: pytest.MonkeyPatch, debug: str, details: bool
) -> None:
    """An error that nobody foresaw is one sentence, and a traceback only on demand."""

    def fail(*_: object) -> None:
        raise RuntimeError("uventet")

    monkeypatch.setattr(listing, "load", fail)
    result = run(strategy, "list", LIVING_STRATEGY_DEBUG=debug)

    assert (result.returncode, result.stdout) == (2, "")
    assert "RuntimeError: uventet" in result.stderr
    assert ("Traceback" in result.stderr) is details


# The process


# Counting lines would double the time and add none.
@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check",), 0),
        (("list", "goal", "--format", "json"), 0),
        (("show", "ks"), 0),
        (("build",), 0),
        (("check", "--root", "borte"), 2),
        (("--no-such-option",), 2),
    ],
)
def test_a_process_does_the_same(
    run: Run, run_process: Run, strategy: Path, arguments: tuple[str, ...], code: int
) -> None:
    """The installed program answers as the tests above see it, and passes the exit code on."""
    here, there = run(strategy, *arguments), run_process(strategy, *arguments)

    assert there.returncode == here.returncode == code
    assert (there.stdout, there.stderr) == (here.stdout, here.stderr)


def test_a_process_reports_errors(run_process: Run, write: Write) -> None:
    """Findings that are errors end the process with 1, which stops a pipeline."""
    result = run_process(write(FILES | {GOAL: UNKNOWN_FIELD}), "check", "--format", "github")

    assert (result.returncode, result.stderr) == (1, "")
    assert "title=unknown-field" in result.stdout


def test_interrupted(strategy: Path) -> None:
    """An interruption ends the program with one short line and exit code 130."""
    main = "from living_strategy.adapters.cli import main; sys.exit(main())"
    command = stopping_at(
        "living_strategy.inspection:inspect_strategy", f"sys.argv[1:] = ['check']; {main}"
    )
    with started(*command, folder=strategy, env=environment()) as process:
        wait_for_begun(process)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE)

    assert process.returncode == 130
    assert errors.strip() == "Avbrutt."


def test_reader_that_goes_away(strategy: Path) -> None:
    """A closed pipe ends the program without a word."""
    command = (*program(), "schema", "--all")
    with started(*command, folder=strategy, env=environment()) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        errors = process.stderr.read()

        assert process.wait(PATIENCE) == -signal.SIGPIPE
    assert errors == ""


def test_terminal_that_knows_few_letters(strategy: Path) -> None:
    """Letters a terminal cannot show become question marks; data stays UTF-8."""
    results = [
        subprocess.run(
            [*program(), "list", *arguments],
            cwd=strategy,
            capture_output=True,
            check=True,
            env=environment(PYTHONIOENCODING="ascii:strict", PYTHONUTF8="0"),
        ).stdout
        for arguments in ((), ("--format", "json"))
    ]

    assert b"digihjelpen" in results[0]
    assert "Innbyggerne klarer seg på nett" in results[1].decode("utf-8")


def test_sign_of_life(strategy: Path) -> None:
    """On a terminal the program says what it does, and takes the line away again."""
    master, slave = pty.openpty()
    subprocess.run(
        [*program(), "check"],
        cwd=strategy,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=slave,
        check=True,
    )
    os.close(slave)
    shown = os.read(master, 1000).decode()
    os.close(master)

    assert "Kontrollerer" in shown
    assert shown.endswith("\r\x1b[2K")


# Catalogue


def test_catalogue(run: Run, strategy: Path) -> None:
    """A catalogue is shown, or written beside the strategy; what is translated in it is kept."""
    shown = run(strategy, "catalogue", "sv")
    assert shown.returncode == 0
    assert 'msgid "Goals"\nmsgstr ""\n' in shown.stdout
    file = strategy / "strategy" / "languages" / "sv.po"
    assert not file.exists()

    assert run(strategy, "catalogue", "sv", "--write").returncode == 0
    text = file.read_text("utf-8").replace(
        'msgid "Goals"\nmsgstr ""', 'msgid "Goals"\nmsgstr "Mål"'
    )
    file.write_text(text, "utf-8")
    assert run(strategy, "catalogue", "sv", "--write").returncode == 0
    assert file.read_text("utf-8") == text
    assert [path.name for path in file.parent.iterdir()] == ["sv.po"]


def test_catalogue_refused(run: Run, strategy: Path) -> None:
    """There is none for a language of the program, or that nobody knows; what cannot be read is not
    written over.
    """
    for code in ("nb", "xx"):
        assert_sentence(run(strategy, "catalogue", code, "--write"), 2)
    file = strategy / "strategy" / "languages" / "sv.po"
    file.parent.mkdir()
    for broken in (b'msgid "Goals', b"\xff"):
        file.write_bytes(broken)
        assert_sentence(run(strategy, "catalogue", "sv", "--write"), 2)
        assert file.read_bytes() == broken
