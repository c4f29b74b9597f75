"""`export` and `import`: a workbook goes out, is edited by another program, and comes back."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from living_strategy.adapters.upgrading import exchange
from tests.integration.conftest import Run, Write
from tests.integration.small_strategy import FILES

MEASURE, PROJECT = "measures/veiledning.md", "projects/digihjelpen.yml"
Sheet = Any


def exported(root: Path, run: Run) -> Path:
    """Write the workbook beside the strategy."""
    book = root.parent / "bok.xlsx"
    told = run(root, "export", "xlsx", "--to", str(book))
    assert told.returncode == 0, told.stderr
    return book


def edited(book: Path, change: Callable[[Any], None]) -> Path:
    """Change a workbook as another program does, which keeps less than ours wrote."""
    opened = openpyxl.load_workbook(book)
    change(opened)
    opened.save(book)
    return book


def place(sheet: Sheet, key: str) -> int:
    """Return the number of a column."""
    return [cell.value.partition(":")[2] for cell in sheet[1]].index(key) + 1


def put(book: Any, sheet: str, row: int, **cells: object) -> None:
    """Put values into a row."""
    for key, value in cells.items():
        book[sheet].cell(row, place(book[sheet], key.replace("__", "@"))).value = value


def state(root: Path) -> dict[Path, bytes]:
    """Every file of the strategy."""
    return {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_there_and_back(strategy: Path, run: Run) -> None:
    """A workbook that another program has saved changes nothing; the same one is written twice."""
    book = exported(strategy, run)
    again = strategy.parent / "igjen.xlsx"
    run(strategy, "export", "xlsx", "--to", str(again))

    assert book.read_bytes() == again.read_bytes()
    before = state(strategy)
    for _ in range(2):
        told = run(strategy, "import", "xlsx", str(book), "--write")
        assert (told.returncode, told.stdout) == (0, "Arbeidsboken endrer ingenting.\n")
        edited(book, lambda opened: None)
    assert state(strategy) == before


def test_what_an_editor_meets(strategy: Path, run: Run) -> None:
    """Sheets by name, drop-downs, locked ids, explanations, hidden sheets, texts as texts."""
    measure = strategy / MEASURE
    measure.write_text(measure.read_text().replace("Veiledning på", "=1+1 på"))
    book = openpyxl.load_workbook(exported(strategy, run))
    sheet = book["Tiltak"]

    assert book.sheetnames[:4] == ["Les meg", "Satsingsområder", "Mål", "Tiltak"]
    assert [book[name].sheet_state for name in book.sheetnames[-2:]] == ["hidden", "veryHidden"]
    assert sheet.row_dimensions[1].hidden
    assert sheet.protection.sheet
    assert sheet.cell(3, 1).protection.locked
    assert not sheet.cell(3, 2).protection.locked
    title = sheet.cell(3, place(sheet, "title"))
    assert (title.value, title.data_type) == ("=1+1 på biblioteket", "s")
    assert sheet.cell(3, place(sheet, "status_date")).number_format == "@"
    assert sheet.cell(3, place(sheet, "responsible")).value == "KS (ks)"
    column = openpyxl.utils.get_column_letter(place(sheet, "status"))
    (rule,) = [r for r in sheet.data_validations.dataValidation if f"{column}3" in r.sqref]
    choices = [
        row[0].value for row in book["_valg"][rule.formula1.rpartition("!")[2].replace("$", "")]
    ]
    assert choices == ["Foreslått", "Planlagt", "Pågår", "Fullført", "På pause", "Stanset"]
    assert rule.promptTitle == "Status"
    about = [cell.value for row in book["Les meg"].iter_rows() for cell in row if cell.value]
    assert "Status *" in about


def test_the_name_of_the_file(strategy: Path, run: Run) -> None:
    """As the strategy is called; one that is there may hold somebody's work."""
    assert run(strategy, "export", "xlsx").returncode == 0
    assert (strategy / "strategi-for-lillevik.xlsx").is_file()
    told = run(strategy, "export", "xlsx")
    assert (told.returncode, "--to" in told.stderr) == (2, True)
    assert run(strategy, "export", "xlsx", "--to", "finnes/ikke/x.xlsx").returncode == 0


def test_edits_are_told_and_written(strategy: Path, run: Run) -> None:
    """First in words, with nothing written; then the files, in their canonical form."""

    def change(book: Any) -> None:
        put(book, "Tiltak", 3, status="fullført", status_date="31.12.2025")
        put(book, "Prosjekter", 3, title="Digihjelpa")
        new = {"title": "Lån av utstyr", "status": "Planlagt", "responsible": "KS", "as_of": 2025}
        put(book, "Tiltak", 4, **new, goals="Innbyggerne klarer seg på nett")
        put(book, "Kilder", 9, __entry="Lån av utstyr", title="Planen", publisher="KS")

    book, before = edited(exported(strategy, run), change), state(strategy)
    told = run(strategy, "import", "xlsx", str(book))
    assert told.returncode == 0
    assert "Status endret fra pågår til fullført, per 31. desember 2025" in told.stdout
    assert "Lån av utstyr (tiltak)\n  - Nytt tiltak\n  - Støtter nå også målet «" in told.stdout
    assert "«Lån av utstyr»" not in told.stdout
    assert "--write" in told.stderr
    assert state(strategy) == before

    done = run(strategy, "import", "xlsx", str(book), "--write")
    assert (done.returncode, done.stdout) == (0, told.stdout)
    assert (strategy / "measures/lan-av-utstyr.md").read_text() == (
        "---\ntitle: Lån av utstyr\ngoals: [innbyggernes-ferdigheter]\nstatus: planned\n"
        "responsible: [ks]\nas_of: 2025\nsources:\n  - title: Planen\n    publisher: KS\n---\n"
    )
    assert "status: completed\nstatus_date: 2025-12-31\n" in (strategy / MEASURE).read_text()
    assert (strategy / PROJECT).read_text().startswith("title: Digihjelpa\n")
    assert run(strategy, "check").returncode == 0


def test_all_files_or_none(strategy: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the system refuses the second, the first has its old content."""

    def change(book: Any) -> None:
        put(book, "Tiltak", 3, status="Fullført")
        put(book, "Prosjekter", 3, title="Digihjelpa")

    book, before = edited(exported(strategy, run), change), state(strategy)
    placed = exchange._place
    count = 0

    def refuse(target: Path, new: Path | None) -> None:
        nonlocal count
        count += 1
        if count == 2:
            raise OSError(28, "No space left on device")
        placed(target, new)

    monkeypatch.setattr(exchange, "_place", refuse)
    assert run(strategy, "import", "xlsx", str(book), "--write").returncode == 2
    assert count == 2
    assert state(strategy) == before


def test_what_would_do_harm(strategy: Path, run: Run) -> None:
    """An edit that the check refuses is not written, and the finding says why."""

    def change(book: Any) -> None:
        put(book, "Tiltak", 3, status="På pause")

    book, before = edited(exported(strategy, run), change), state(strategy)
    told = run(strategy, "import", "xlsx", str(book), "--write")

    assert told.returncode == 1
    assert "feil[status-without-reason]" in told.stdout
    assert state(strategy) == before


def test_what_changed_meanwhile(strategy: Path, run: Run) -> None:
    """The row is refused with its file and what differs, and nothing of the workbook is written."""

    def change(book: Any) -> None:
        put(book, "Tiltak", 3, status="Fullført")
        put(book, "Prosjekter", 3, title="Digihjelpa")

    book = edited(exported(strategy, run), change)
    measure = strategy / MEASURE
    measure.write_text(measure.read_text().replace("status_date: 2024", "status_date: 2025"))
    before = state(strategy)
    told = run(strategy, "import", "xlsx", str(book), "--write")

    assert told.returncode == 1
    assert told.stdout.startswith(f"Tiltak!A3 {MEASURE} er endret etter")
    assert "  - Status endret fra pågår til fullført" in told.stdout
    assert state(strategy) == before


def test_faults_are_all_told(strategy: Path, run: Run) -> None:
    """By cell, in one run; what is missing or beside is told, too."""

    def change(book: Any) -> None:
        put(book, "Tiltak", 3, status="=1+1", status_date="i fjor")
        put(book, "Mål", 3, standing="kanskje")

    book = edited(exported(strategy, run), change)
    told = run(strategy, "import", "xlsx", str(book))
    assert told.returncode == 1
    assert [line.partition(" ")[0] for line in told.stdout.splitlines()] == [
        "Mål!E3",
        "Tiltak!F3",
        "Tiltak!G3",
    ]

    def take_away(book: Any) -> None:
        put(book, "Tiltak", 3, status="Pågår", status_date="2024")
        put(book, "Mål", 3, standing="Vedtatt")
        book["Prosjekter"].delete_rows(3)
        book["Kilder"].delete_rows(3)
        book["Tiltak"]["AZ1"] = "Mine egne notater"

    told = run(strategy, "import", "xlsx", str(edited(book, take_away)))
    assert told.returncode == 0
    assert "Digihjelpen" in told.stdout
    assert "nr. 1" in told.stdout
    assert "Arbeidsboken endrer ingenting." in told.stdout


def test_only_the_form_is_different(strategy: Path, run: Run) -> None:
    """Another line break in a text is told to the editor, though to no reader."""

    def change(book: Any) -> None:
        put(book, "Mål", 3, description="Alle skal kunne\nbruke tjenestene.")

    book = edited(exported(strategy, run), change)
    told = run(strategy, "import", "xlsx", str(book), "--write")
    assert "skrevet på en annen måte (Beskrivelse)" in told.stdout
    assert "kunne\nbruke" in (strategy / "goals/innbyggernes-ferdigheter.md").read_text()


def macro(book: Path) -> None:
    """Add a program."""
    with zipfile.ZipFile(book, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")


def bomb(book: Path) -> None:
    """Add what is large when it is unpacked."""
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/bomb.xml", b" " * 101 * 1024 * 1024)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (macro, "makroer"),
        (bomb, "større enn"),
        (lambda book: book.write_bytes(b"Id;Tittel\n"), "ikke en arbeidsbok"),
        (lambda book: book.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ".xls"),
        (lambda book: edited(book, lambda b: b.remove(b["_om"])), "export xlsx"),
        (lambda book: edited(book, lambda b: put(b, "Tiltak", 20_000, title="x")), "10000 rader"),
        (lambda book: book.unlink(), "bok.xlsx"),
    ],
)
def test_files_that_are_not_read(
    strategy: Path, run: Run, spoil: Callable[[Path], None], words: str
) -> None:
    """One sentence, and nothing written."""
    book = exported(strategy, run)
    spoil(book)
    before = state(strategy)
    told: subprocess.CompletedProcess[str] = run(strategy, "import", "xlsx", str(book), "--write")

    assert told.returncode == 2
    assert words in told.stderr
    assert "Traceback" not in told.stderr
    assert state(strategy) == before


def many_rows(book: Any) -> None:
    """Fill the sheet to its last row with what no cell may hold."""
    column = place(book["Tiltak"], "status")
    for row in range(4, 10_001):
        book["Tiltak"].cell(row, column).value = "kanskje"


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda b: b["Tiltak"].merge_cells("B3:C4"), "slått sammen"),
        (lambda b: b["Tiltak"].delete_cols(place(b["Tiltak"], "status")), "Status"),
        (lambda b: put(b, "Tiltak", 3, title='=HYPERLINK("https://x.example","x")'), "formel"),
        (lambda b: put(b, "Tiltak", 3, summary="=cmd|'/C calc'!A0"), "formel"),
        (many_rows, "… og 9957 til."),
    ],
    ids=["merged", "lost column", "formula", "command", "many rows"],
)
def test_workbooks_that_are_spoiled(
    strategy: Path, run: Run, spoil: Callable[[Any], None], words: str
) -> None:
    """What is wrong is told by its sheet or cell, and nothing is written."""
    book = edited(exported(strategy, run), spoil)
    before = state(strategy)
    told = run(strategy, "import", "xlsx", str(book), "--write")

    assert told.returncode == 1
    assert words in told.stdout
    assert "Tiltak" in told.stdout
    assert state(strategy) == before


def test_words_of_ones_own(write: Write, run: Run) -> None:
    """Headings and values are those of the site, and read back as such."""
    terms = (
        "terms:\n  kinds:\n    measure: {one: innsats, many: innsatser, the_one: innsatsen, "
        "the_many: innsatsene}\n  values:\n    status: {ongoing: I gang}\n"
    )
    settings = FILES["strategy/strategy.yml"].replace("publication:", f"{terms}publication:")
    root = write({**FILES, "strategy/strategy.yml": settings})

    def change(book: Any) -> None:
        sheet = book["Innsatser"]
        assert sheet.cell(3, place(sheet, "status")).value == "I gang"
        put(book, "Prosjekter", 3, status="i GANG")

    told = run(root, "import", "xlsx", str(edited(exported(root, run), change)), "--write")
    assert told.returncode == 0, told.stdout + told.stderr
    assert "status: ongoing" in (root / PROJECT).read_text()


def test_entries_that_cannot_be_read(strategy: Path, run: Run) -> None:
    """They are not in the workbook, and the editor is told."""
    (strategy / MEASURE).write_text("---\ntitle: [\n---\n")
    told = run(strategy, "export", "xlsx", "--to", "bok.xlsx")

    assert told.returncode == 0
    assert "veiledning" in told.stderr
