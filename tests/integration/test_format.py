"""`format`: files in their canonical form, from the command line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from living_strategy.adapters.storage import pair_writer
from living_strategy.editing import canonical
from tests.integration.conftest import Run

MEASURE = "measures/utlan.md"
GOAL = "goals/innbyggernes-ferdigheter.md"
_HEAD = "---\r\n# Sagt av rådet\r\n"
_TAIL = "---\r\nTekst  \n"
UNTIDY = f"{_HEAD}summary: 'Kort sagt.'\r\ntitle: \"Utlån\"\r\n{_TAIL}".encode()
TIDY = f"{_HEAD}title: Utlån\r\nsummary: >-\r\n  Kort sagt.\r\n{_TAIL}".encode()


@pytest.fixture
def untidy(strategy: Path, run: Run) -> Path:
    """A strategy in which one file lacks the form."""
    assert run(strategy, "format").returncode == 0
    (strategy / MEASURE).parent.mkdir(exist_ok=True)
    (strategy / MEASURE).write_bytes(UNTIDY)
    (strategy / MEASURE).chmod(0o640)
    return strategy


def test_a_file_is_written_in_the_form(untidy: Path, run: Run) -> None:
    """Its path is shown; its rights, its line ends and its text are the same; then all is done."""
    told = run(untidy, "format")

    assert (told.returncode, told.stdout) == (0, f"{MEASURE}\n")
    assert (untidy / MEASURE).read_bytes() == TIDY
    assert (untidy / MEASURE).stat().st_mode & 0o777 == 0o640
    assert run(untidy, "format", "--check").returncode == 0


def test_the_check_changes_nothing(untidy: Path, run: Run) -> None:
    """It names the file, shows the lines if asked to, and fails."""
    told = run(untidy, "format", "--check", "--diff")

    assert told.returncode == 1
    assert told.stdout.startswith(f"{MEASURE}\n--- {MEASURE}\n+++ {MEASURE}\n")
    assert "-summary: 'Kort sagt.'" in told.stdout
    assert "+title: Utlån" in told.stdout
    assert (untidy / MEASURE).read_bytes() == UNTIDY


def test_only_what_is_named(untidy: Path, run: Run) -> None:
    """Files and folders, from where one stands."""
    assert run(untidy, "format", "--check", "goals", "strategy").returncode == 0
    assert run(untidy / "measures", "format", "--check", "utlan.md").returncode == 1
    assert run(untidy / "measures", "format", "--check", "..").stdout == "utlan.md\n"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("goals/mangler.md", "Strategien har ingen"),
        ("../x.md", "Strategien har ingen"),
        ("mkdocs.yml", "er ikke innhold"),
    ],
)
def test_what_is_no_content_is_refused(untidy: Path, run: Run, path: str, words: str) -> None:
    """With a sentence, and before anything is written."""
    (untidy / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    told = run(untidy, "format", path, MEASURE)

    assert told.returncode == 2
    assert words in told.stderr
    assert (untidy / MEASURE).read_bytes() == UNTIDY


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"---\ntitle: a: b\n---\n", "fordi den ikke kan leses"),
        (b"---\ntitle: &a b\nsummary: *a\n---\n", "med & og *"),
    ],
)
def test_a_file_that_cannot_be_written_stays(
    untidy: Path, run: Run, content: bytes, words: str
) -> None:
    """It is said why, the others are written, and the exit code tells."""
    (untidy / GOAL).write_bytes(content)
    told = run(untidy, "format")

    assert told.returncode == 1
    assert f"{GOAL} får stå" in told.stderr
    assert words in told.stderr
    assert (untidy / GOAL).read_bytes() == content
    assert (untidy / MEASURE).read_bytes() == TIDY


def test_nothing_is_written_that_says_something_else(
    untidy: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written is read again, whatever the reason that it differs."""
    monkeypatch.setattr(canonical, "lines_of", lambda *_: ["title: Noe annet"])
    told = run(untidy, "format", MEASURE)

    assert told.returncode == 1
    assert "uten å endre det den sier" in told.stderr
    assert (untidy / MEASURE).read_bytes() == UNTIDY


def test_no_link_is_followed(untidy: Path, run: Run, tmp_path: Path) -> None:
    """The file behind it is not the strategy's."""
    outside = tmp_path / "outside.md"
    outside.write_bytes(UNTIDY)
    (untidy / "measures/lenke.md").symlink_to(outside)
    told = run(untidy, "format")

    assert "measures/lenke.md får stå" in told.stderr
    assert outside.read_bytes() == UNTIDY


def test_a_full_disk_leaves_all_as_it_was(
    untidy: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All files are written, or none of them."""

    def full(path: Path, _: bytes) -> None:
        raise OSError(28, os.strerror(28), str(path))

    monkeypatch.setattr(pair_writer, "_write", full)
    told = run(untidy, "format")

    assert told.returncode == 2
    assert (untidy / MEASURE).read_bytes() == UNTIDY


@pytest.mark.parametrize(
    ("kind", "name"), [("measure", "Nei: «2018»"), ("project", "on"), ("component", "No # 1")]
)
def test_what_new_writes_has_the_form(strategy: Path, run: Run, kind: str, name: str) -> None:
    """Also with a title that only quotation marks keep."""
    run(strategy, "format")
    assert run(strategy, "new", kind, "ny-oppforing", "--title", name).returncode == 0

    assert run(strategy, "format", "--check").stdout == ""
