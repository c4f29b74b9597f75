"""`set`, `rename` and `retire`: whole changes from the command line, or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from living_strategy.adapters.upgrading import exchange
from tests.integration.conftest import Run
from tests.repositories import commit, write

MEASURE = "measures/veiledning.md"
GOAL = "goals/innbyggernes-ferdigheter.md"
PROJECT = "projects/digihjelpen.yml"


@pytest.fixture
def tidy(strategy: Path, run: Run) -> Path:
    """A strategy in the canonical form."""
    assert run(strategy, "format").returncode == 0
    return strategy


def contents(folder: Path) -> Mapping[str, bytes]:
    """Every file below a folder, but those of git."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.parts and ".cache" not in path.parts
    }


def lines_between(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    """The lines that came, in whichever file."""
    return {
        line
        for path, content in after.items()
        for line in content.decode().splitlines()
        if line not in before.get(path, b"").decode().splitlines()
    }


# Set


def test_set_a_status(tidy: Path, run: Run) -> None:
    """Two lines change; readers' words are shown, and may be written, too."""
    before = contents(tidy)
    told = run(tidy, "set", "veiledning", "status=på Pause", "status_date=2025-11",
               "status_reason=Bibliotekaren er i permisjon.")  # fmt: skip

    assert (told.returncode, told.stderr) == (0, f"{MEASURE} er skrevet.\n")
    assert told.stdout.startswith(
        "Veiledning på biblioteket (tiltak)\n  - Status endret fra pågår "
    )
    assert lines_between(before, contents(tidy)) == {
        "status: paused",
        "status_date: 2025-11",
        "status_reason: >-",
        "  Bibliotekaren er i permisjon.",
    }
    assert run(tidy, "check").returncode == 0
    assert run(tidy, "format", "--check").returncode == 0


def test_set_in_a_register_and_an_area(tidy: Path, run: Run) -> None:
    """Also by an earlier id, and in a file that is YAML from end to end."""
    assert run(tidy, "set", "ks", "website=https://www.ks.no").returncode == 0
    assert run(tidy, "set", "digital-kompetanse", "title=Digital trygghet").returncode == 0
    assert run(tidy, "set", "ferdigheter", "wording=own").returncode == 0
    assert run(tidy, "set", "digihjelpen", "description=Kurs.\n\nFor alle.").returncode == 0

    assert "Digital trygghet" in run(tidy, "list", "area").stdout
    assert b"description: |" in (tidy / PROJECT).read_bytes()
    assert run(tidy, "check").returncode == 0


def test_set_only_checked(tidy: Path, run: Run) -> None:
    """The same words, and nothing is written; nor is it where it is so already."""
    before = contents(tidy)
    told = run(tidy, "set", "veiledning", "status_date=2025", "--check")
    same = run(tidy, "set", "veiledning", "status_date=2024")

    assert told.returncode == same.returncode == 0
    assert "2025" in told.stdout
    assert "--check" in told.stderr
    assert same.stdout == "Det er ingenting å endre: Det står slik allerede.\n"
    assert contents(tidy) == before


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("veiledningen", "status=planned"), 2, "Mente du «veiledning»"),
        (("veiledning", "statsu=planned"), 1, "Mente du «status»"),
        (("veiledning", "status=planlagtt"), 1, "Mente du «planned»"),
        (("veiledning", "status_date=i fjor"), 1, "status_date: "),
        (("veiledning", "status"), 2, "status=completed"),
        (("veiledning", "status+=planned"), 2, "liste"),
        (("veiledning", "goals+="), 2, "verdi"),
        (("veiledning", "milestones[a].done=2025"), 2, "tom"),
        (("ks", "sources[7].title=A"), 2, "om-ks"),
        (("veiledning", "responsible+=kss"), 1, "unknown-reference"),
        (("brutt", "title=A"), 2, "living-strategy check"),
    ],
)
def test_set_refuses(
    tidy: Path, run: Run, arguments: tuple[str, ...], code: int, words: str
) -> None:
    """With a sentence and what may be meant, and nothing is written."""
    (tidy / "goals/brutt.md").write_text("---\ntitle: [\n---\n")
    before = contents(tidy)
    told = run(tidy, "set", *arguments)

    assert told.returncode == code
    assert words in told.stdout + told.stderr
    assert contents(tidy) == before


def test_set_in_a_strategy_with_faults(tidy: Path, run: Run) -> None:
    """What was wrong before is no reason; what would be wrong now is shown, and a warning is no
    reason either.
    """
    (tidy / GOAL).write_text("---\ntitle: A\narea: mangler\nstanding: adopted\n---\n", "utf-8")
    told = run(tidy, "set", "veiledning", "sources=")

    assert told.returncode == 0
    assert "missing-source" in told.stdout
    assert "mangler" not in told.stdout
    assert b"sources" not in (tidy / MEASURE).read_bytes()


def test_a_stopped_change_is_undone_first(tidy: Path, run: Run) -> None:
    """Files that were exchanged when the machine stopped come back before anything else."""
    before = (tidy / MEASURE).read_bytes()
    stage = tidy / f"{exchange.PREFIX}x"
    write(stage, {"journal.json": f'{{"{MEASURE}": true}}'.encode(), f"old/{MEASURE}": before}, {})
    (tidy / MEASURE).write_bytes(b"halv")
    told = run(tidy, "set", "veiledning", "status_date=2024")

    assert "angret" in told.stderr
    assert (tidy / MEASURE).read_bytes() == before
    assert not stage.exists()


def test_a_full_disk_leaves_all_as_it_was(
    tidy: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All files are written, or none of them."""
    before = contents(tidy)
    real = os.replace

    def full(source: Path, target: Path) -> None:
        if Path(target) == tidy / PROJECT:
            raise OSError(28, os.strerror(28), str(target))
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(exchange.os, "replace", full)
        told = run(tidy, "rename", "veiledning", "hjelp-pa-biblioteket")

    assert told.returncode == 2
    run(tidy, "set", "veiledning", "status_date=2024")
    assert contents(tidy) == before


# Rename


def test_rename_everywhere(tidy: Path, run: Run) -> None:
    """Fields, mentions in texts and on pages, the file; the old id is kept, and its address."""
    (tidy / "strategy/om.md").write_bytes(
        b"\xef\xbb\xbf# Om\r\n\r\n[[digihjelpen]], [[digihjelpen|den]] og `[[digihjelpen]]`.\r\n"
    )
    assert run(tidy, "set", "veiledning", 'updates+={date: 2025, text: "Se [[digihjelpen]]."}'
               ).returncode == 0  # fmt: skip
    before = contents(tidy)
    told = run(tidy, "rename", "digihjelpen", "kurs-for-alle")

    assert told.returncode == 0
    assert "Id endret; het før «digihjelpen»" in told.stdout
    assert "strategy/om.md: den nye id-en 2 steder" in told.stdout
    assert not (tidy / PROJECT).exists()
    assert b"aliases: [digihjelpen]" in (tidy / "projects/kurs-for-alle.yml").read_bytes()
    assert (tidy / "strategy/om.md").read_bytes() == (
        b"\xef\xbb\xbf# Om\r\n\r\n[[kurs-for-alle]], [[kurs-for-alle|den]] og "
        b"`[[digihjelpen]]`.\r\n"
    )
    assert run(tidy, "check", "--strict").stdout == "Ingen feil.\n"

    assert run(tidy, "rename", "kurs-for-alle", "digihjelpen").returncode == 0
    assert lines_between(before, contents(tidy)) == {"aliases: [kurs-for-alle]"}


def test_rename_what_stands_among_others(tidy: Path, run: Run) -> None:
    """The key of a register keeps its place, and so does an area; an id that is written, too."""
    register = tidy / "strategy/registers/organisations.yml"
    register.write_text(
        "# Hode\n'ks': # om KS\n  id: ks\n  title: KS\n  type: association\nb:\n  title: B\n"
        "  type: company\n", "utf-8",
    )  # fmt: skip
    run(tidy, "format")
    before = contents(tidy)
    for old, new in (("ks", "ks-org"), ("digital-kompetanse", "kompetanse")):
        assert run(tidy, "rename", old, new).returncode == 0
    text = register.read_text("utf-8")

    assert text.startswith("# Hode\nks-org:  # om KS\n  title: KS\n")
    assert "  aliases: [ks]\n  id: ks-org\n" in text
    assert text.index("ks-org:") < text.index("\nb:")
    assert "responsible: [ks-org]" in (tidy / MEASURE).read_text("utf-8")
    assert "area: kompetanse" in (tidy / GOAL).read_text("utf-8")
    for old, new in (("ks-org", "ks"), ("kompetanse", "digital-kompetanse")):
        assert run(tidy, "rename", old, new).returncode == 0
    added = lines_between(before, contents(tidy))
    assert added == {"  aliases: [ks-org]", "    aliases: [kompetanse]"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("mangler", "ny"), "mangler"),
        (("veiledning", "Ny id"), "«ny-id»"),
        (("veiledning", "digihjelpen"), "allerede brukt"),
        (("veiledning", "ferdigheter"), "allerede brukt"),
    ],
)
def test_rename_refuses(tidy: Path, run: Run, arguments: tuple[str, ...], words: str) -> None:
    """What is not there, what cannot be an id, and what is taken."""
    before = contents(tidy)
    told = run(tidy, "rename", *arguments)

    assert told.returncode == 2
    assert words in told.stderr
    assert contents(tidy) == before


def test_rename_only_where_everything_can_be_read(tidy: Path, run: Run) -> None:
    """A file that cannot be read may name the entry."""
    (tidy / "goals/brutt.md").write_text("---\ntitle: [\n---\n")

    assert run(tidy, "rename", "veiledning", "ny").returncode == 2
    assert (tidy / MEASURE).exists()


def test_files_somebody_works_on_are_not_touched(tidy: Path, run: Run) -> None:
    """Nothing could tell what the command did from what they did; other files may be in work."""
    commit(tidy)
    (tidy / "strategy/annet.md").write_text("# Annet\n", "utf-8")
    assert run(tidy, "rename", "veiledning", "ny", "--check").returncode == 0
    (tidy / PROJECT).write_text((tidy / PROJECT).read_text("utf-8") + "# mer\n", "utf-8")
    before = contents(tidy)
    renamed = run(tidy, "rename", "veiledning", "ny")
    retired = run(tidy, "retire", "digihjelpen", "--reason", "Ferdig.")

    assert renamed.returncode == retired.returncode == 2
    assert PROJECT in renamed.stderr
    assert PROJECT in retired.stderr
    assert contents(tidy) == before


# Retire


def test_retire(tidy: Path, run: Run) -> None:
    """The page says when, why and what took over; what still leads there is named."""
    told = run(tidy, "retire", "veiledning", "--reason", "Slått  sammen.",
               "--replaced-by", "digihjelpen")  # fmt: skip

    assert told.returncode == 0
    assert "Utgått 1. januar 2026: Slått sammen. Erstattet av «Digihjelpen»" in told.stdout
    assert "retired-reference" in told.stdout
    assert (tidy / MEASURE).read_text("utf-8").count(
        "retired:\n  date: 2026-01-01\n  reason: Slått sammen.\n  replaced_by: digihjelpen\n"
    ) == 1
    again = run(tidy, "retire", "veiledning", "--reason", "Igjen.")
    assert again.returncode == 2
    assert "allerede" in again.stderr


def test_retire_what_was_split(tidy: Path, run: Run) -> None:
    """Several took over."""
    shutil.copy(tidy / MEASURE, tidy / "measures/ny.md")
    successors = ("--replaced-by", "ny", "--replaced-by", "digihjelpen")
    told = run(tidy, "retire", "veiledning", "--reason", "Delt.", "--date", "2025", *successors)

    assert told.returncode == 0
    assert b"split_into: [ny, digihjelpen]" in (tidy / MEASURE).read_bytes()


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--reason", " "),
        ("--reason", "A.", "--date", "i går"),
        ("--reason", "A.", "--replaced-by", "mangler"),
        ("--reason", "A.", "--replaced-by", "veiledning"),
    ],
)
def test_retire_refuses(tidy: Path, run: Run, options: tuple[str, ...]) -> None:
    """Without a reason, with a date that is none, and with a successor that is not there."""
    before = contents(tidy)

    assert run(tidy, "retire", "veiledning", *options).returncode in (1, 2)
    assert contents(tidy) == before
