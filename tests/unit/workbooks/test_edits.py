"""What an editor does in a workbook, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from living_strategy.history.delta import between
from living_strategy.workbooks.cells import Cell, Dated, Odd
from living_strategy.workbooks.edits import Edits
from living_strategy.workbooks.fault import WorkbookError
from living_strategy.workbooks.layout import MEMORY_SHEET
from living_strategy.workbooks.raw import Line
from tests.unit.workbooks.books import (
    Book,
    Sheets,
    cell_set,
    columns_kept,
    exchanged,
    in_memory,
    keys,
    row_added,
    rows_kept,
    sheet_of,
)

FILES = {
    "strategy/strategy.yml": """\
# Vår strategi
title: Strategi for Lillevik
language: nb
areas:
  - id: kompetanse
    title: Kompetanse
    sources: [{title: Strategien, url: "https://www.ks.no/kommit"}]
""",
    "strategy/registers/organisations.yml": """\
ks:
  title: KS
  type: association
kommunene:  # alle
  title: Kommunene
  type: municipality
""",
    "goals/digital.md": """\
---
title: Alle er med
area: kompetanse
standing: adopted
indicators:
  - id: andel
    title: Andel som er med
    unit: percent
    direction: up
    values:
      - {date: 2024, value: 50}
      - {date: 2025, value: 60}
---

Alle skal kunne [[kurs|kurses]].
""",
    "measures/kurs.md": """\
---
title: Kurs
goals: [digital]
status: ongoing  # ifølge rådet
status_date: 2024
responsible: [ks]
period:
  start: 2020
costs:
  # Vedtatt i budsjettet
  - year: 2025
    operating: 1000000
  - year: 2026
    operating: 2000000
unknown_key: tull
---

Teksten.
""",
    "measures/lan.md": """\
---
title: Lån (av utstyr)
goals: [digital]
status: planned
aliases: [utlan]
---
""",
}


def a_book(**changes: str) -> Book:
    """The strategy, with some files otherwise."""
    files = {**FILES, **{path.replace("__", "/"): text for path, text in changes.items()}}
    return in_memory({path: text.encode() for path, text in files.items()})


BOOK = a_book()


def files_after(sheets: Sheets, book: Book = BOOK) -> dict[str, str]:
    """Return the files that change, if nothing is wrong."""
    edits = book.edits(sheets)
    assert edits.faults == edits.conflicts == []
    return book.files(edits)


def changed_lines(path: str, new: str) -> tuple[list[str], list[str]]:
    """Return the lines that went and those that came."""
    before, after = FILES[path].splitlines(), new.splitlines()
    return [x for x in before if x not in after], [x for x in after if x not in before]


def test_one_cell_is_one_line() -> None:
    """The comments and what no cell holds stay as they are."""
    sheets = cell_set(BOOK.sheets, "measure", "kurs", "status", "FULLFØRT")
    sheets = cell_set(sheets, "measure", "kurs", "status_date", "31.12.2025")

    ((path, text),) = files_after(sheets).items()

    assert path == "measures/kurs.md"
    assert changed_lines(path, text) == (
        ["status: ongoing  # ifølge rådet", "status_date: 2024"],
        ["status: completed  # ifølge rådet", "status_date: 2025-12-31"],
    )


@pytest.mark.parametrize(
    ("column", "cell", "line"),
    [
        ("responsible", "Kommunene\nKS (ks)", "responsible: [kommunene, ks]"),
        ("responsible", "kommunene", "responsible: [kommunene]"),
        ("period.end", Dated("2027-06"), "  end: 2027-06"),
        ("period.end", Decimal(2027), "  end: 2027"),
        ("priority", "1", "priority: 1"),
        ("summary", "=cmd|'/C calc'!A0", "  =cmd|'/C calc'!A0"),
        ("audience", "kommuner\nAnsatte", "audience: [municipality, staff]"),
        ("note", Decimal("12"), "  12"),
        ("number", '"1.10"', 'number: "1.10"'),
    ],
)
def test_what_cells_mean(column: str, cell: Cell, line: str) -> None:
    """Titles, ids, words, dates of programs; a formula that is a text stays one."""
    (text,) = files_after(cell_set(BOOK.sheets, "measure", "kurs", column, cell)).values()

    assert line in text.splitlines() or f'"{line.strip()}"' in text


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("status", "i gang", "valgene: Foreslått"),
        ("status", Odd.FORMULA, "formel"),
        ("status_date", "i fjor", "en dato"),
        ("responsible", "Kommunen", "Kommunene (kommunene)"),
        ("responsible", "Et rart navn", "ingen slik oppføring"),
        ("priority", "mange", "et tall"),
        ("note", Dated("2026-12-01"), "dato"),
        ("note", Odd.ERROR, "feil"),
        ("note", Odd.TRUTH, "SANN"),
        ("note", "a\u2028b", "U+2028"),
    ],
)
def test_what_no_cell_may_hold(column: str, cell: Cell, words: str) -> None:
    """The sentence begins with the cell, and says what may stand there."""
    sheets = cell_set(BOOK.sheets, "measure", "kurs", column, cell)
    (told,) = BOOK.told(sheets)

    place = keys(sheet_of(sheets, "measure")).index(f"measure:{column}")
    assert told.startswith(f"Tiltak!{chr(65 + place)}3 ")
    assert words in told


def test_a_title_that_several_have() -> None:
    """Then the id has to say which is meant."""
    register = "a:\n  title: Likt\n  type: group\nb:\n  title: likt\n  type: group\n"
    book = a_book(**{"strategy__registers__organisations.yml": register})
    (told,) = book.told(cell_set(book.sheets, "measure", "kurs", "responsible", "Likt"))

    assert "a, b" in told


def test_a_part_changes_comes_and_goes() -> None:
    """A new one stands behind the row above it; emptied cells take a part away."""
    sheets = cell_set(BOOK.sheets, "costs", "(kurs)", "operating", "1 500 000")
    new: dict[str, Cell] = {"@entry": "Kurs", "year": Decimal(2027), "investment": Decimal(5)}
    (text,) = files_after(row_added(sheets, "costs", new)).values()
    went, came = changed_lines("measures/kurs.md", text)
    assert "    operating: 1000000" in went
    assert came[-3:] == ["    operating: 1500000", "  - year: 2027", "    investment: 5"]
    assert "# Vedtatt i budsjettet" in text

    between_two = row_added(BOOK.sheets, "costs", {**new, "@entry": "kurs"}, behind="(kurs)")
    (text,) = files_after(between_two).values()
    assert text.index("2025") < text.index("2027") < text.index("2026")

    emptied = cell_set(BOOK.sheets, "costs", "(kurs)", "year", None)
    emptied = cell_set(emptied, "costs", "(kurs)", "operating", None)
    (text,) = files_after(emptied).values()
    assert "2025" not in text
    assert "# Vedtatt i budsjettet" in text


def test_parts_of_parts() -> None:
    """The values of an indicator, also of one that is new in the same workbook."""
    sheets = cell_set(BOOK.sheets, "indicators/values", "(digital)", "value", "55,5")
    sheets = row_added(
        sheets,
        "indicators",
        {"@entry": "digital", "id": "ny", "title": "Ny", "unit": "Antall", "direction": "Opp"},
    )
    about: dict[str, Cell] = {"@entry": "Alle er med", "@inside": "ny"}
    sheets = row_added(sheets, "indicators/values", {**about, "date": "2026", "value": Decimal(3)})
    (text,) = files_after(sheets).values()
    assert "value: 55.5" in text
    assert text.count("- id:") == 2
    assert "- date: 2026\n        value: 3" in text

    lost = row_added(sheets, "indicators/values", {**about, "@inside": "finnes-ikke", "value": "1"})
    assert BOOK.told(lost) != []


def test_a_new_row_is_a_new_entry() -> None:
    """Its id is made from the title; other rows may point to it by its title."""
    new: dict[str, Cell] = {
        "title": "Åpne møter på nett",
        "status": "Planlagt",
        "goals": "Alle er med",
    }
    sheets = row_added(BOOK.sheets, "measure", {**new, "description": "Teksten\n\ner her."})
    sheets = row_added(sheets, "costs", {"@entry": "Åpne møter på nett", "year": "2027"})
    sheets = row_added(sheets, "organisation", {"title": "Nye Lag", "type": "Gruppe"})
    sheets = row_added(sheets, "area", {"title": "Nytt område"})
    sheets = row_added(sheets, "network", {"title": "Nytt nettverk"})
    sheets = cell_set(sheets, "measure", "lan", "responsible", "Nye lag\nNytt nettverk")

    files = files_after(sheets)

    assert files["measures/apne-moter-pa-nett.md"] == (
        "---\ntitle: Åpne møter på nett\ngoals: [digital]\nstatus: planned\n"
        "costs:\n  - year: 2027\n---\n\nTeksten\n\ner her.\n"
    )
    organisations = FILES["strategy/registers/organisations.yml"]
    added = "nye-lag:\n  title: Nye Lag\n  type: group\n"
    assert files["strategy/registers/organisations.yml"].replace(added, "").split() == (
        organisations.split()
    )
    assert files["strategy/registers/networks.yml"] == "nytt-nettverk:\n  title: Nytt nettverk\n"
    assert "  - id: nytt-omrade\n    title: Nytt område\n" in files["strategy/strategy.yml"]
    assert files["strategy/strategy.yml"].startswith("# Vår strategi\n")
    assert "responsible: [nye-lag, nytt-nettverk]" in files["measures/lan.md"]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"status": "Planlagt"}, "tittel"),
        ({"title": "Kurs", "status": "Planlagt"}, "measures/kurs.md"),
        ({"title": "Utlån"}, "measures/lan.md"),
        ({"@id": "selvvalgt", "title": "Selvvalgt"}, "id"),
        ({"@id": "kurs", "title": "Kurs igjen"}, "to rader"),
    ],
)
def test_new_rows_that_cannot_be(cells: dict[str, Cell], words: str) -> None:
    """Ids are never chosen, and never used twice."""
    (told,) = BOOK.told(row_added(BOOK.sheets, "measure", cells))

    assert words in told


def test_rows_of_parts_that_belong_nowhere() -> None:
    """No such entry, one of a kind that has no such parts, or a number that no part has."""
    for about in ("finnes ikke", "KS (ks)", ""):
        sheets = row_added(BOOK.sheets, "costs", {"@entry": about, "year": "2027"})
        assert len(BOOK.told(sheets)) == 1
    row: dict[str, Cell] = {"@entry": "kurs", "@number": Decimal(9), "year": "2027"}
    assert len(BOOK.told(row_added(BOOK.sheets, "costs", row))) == 1
    assert len(BOOK.told(row_added(BOOK.sheets, "costs", {**row, "@number": "to"}))) == 1


def test_a_copied_row_is_a_new_part() -> None:
    """Whoever copies a row copies its number, too."""
    row: dict[str, Cell] = {"@entry": "kurs", "@number": Decimal(1), "year": "2027"}
    (text,) = files_after(row_added(BOOK.sheets, "costs", row)).values()

    assert text.count("- year:") == 3


def test_missing_rows_delete_nothing() -> None:
    """They are told, those of entries and those of parts."""
    sheets = rows_kept(BOOK.sheets, "measure", "lan")
    sheets = rows_kept(sheets, "costs", "(kurs)")
    edits = BOOK.edits(sheets)

    assert edits.made == edits.faults == []
    assert {(gone.key[1], gone.part and gone.part.number) for gone in edits.gone} == {
        ("lan", None),
        ("kurs", 1),
        ("kurs", 2),
    }


def test_rows_in_another_order() -> None:
    """The numbers say where parts stand, and the ids what rows are about."""
    sheet = sheet_of(BOOK.sheets, "costs")
    lines = (*sheet.lines[:2], *reversed(sheet.lines[2:]))
    turned = exchanged(BOOK.sheets, sheet, replace(sheet, lines=lines))

    assert BOOK.edits(turned) == Edits()


def test_columns_in_another_order_and_with_other_names() -> None:
    """The hidden row says what each is."""
    sheet = sheet_of(BOOK.sheets, "measure")
    order = [key.partition(":")[2] for key in keys(sheet)][::-1]
    turned = columns_kept(BOOK.sheets, "measure", [*order[-1:], *order[:-1]])
    moved = sheet_of(turned, "measure")
    renamed = (moved.lines[0], Line(2, ("Noe annet",)), *moved.lines[2:])

    assert BOOK.edits(exchanged(turned, moved, replace(moved, lines=renamed))) == Edits()


def test_columns_and_sheets_that_are_lost() -> None:
    """Nobody knows what they said."""
    sheet = sheet_of(BOOK.sheets, "measure")
    order = [name for key in keys(sheet) if (name := key.partition(":")[2]) != "status"]
    (told,) = BOOK.told(columns_kept(BOOK.sheets, "measure", order))
    assert told.startswith("Tiltak ")
    assert "Status" in told

    (told,) = BOOK.told(tuple(other for other in BOOK.sheets if other is not sheet))
    assert told.startswith("Tiltak ")
    beheaded = replace(sheet, lines=sheet.lines[1:])
    assert BOOK.told(exchanged(BOOK.sheets, sheet, beheaded)) == [told]


def test_merged_cells_and_columns_of_somebody_else() -> None:
    """The first are refused, what stands in the others is told to be left."""
    sheet = sheet_of(BOOK.sheets, "measure")
    merged = exchanged(BOOK.sheets, sheet, replace(sheet, has_merged=True))
    (told,) = BOOK.told(merged)
    assert "slått sammen" in told

    lines = tuple(Line(line.number, (*line.cells, *[None] * 30, "mitt")) for line in sheet.lines)
    book = BOOK.read(exchanged(BOOK.sheets, sheet, replace(sheet, lines=lines)))
    assert book.faults == []
    assert len(book.ignored) >= 1


def test_workbooks_of_others() -> None:
    """One that was not written here, and one of another layout."""
    memory = next(sheet for sheet in BOOK.sheets if sheet.name == MEMORY_SHEET)
    other = Line(1, (memory.lines[0].cells[0], "99"))
    for lines in ((), (Line(1, ("x",)),), (other,)):
        with pytest.raises(WorkbookError):
            BOOK.read(exchanged(BOOK.sheets, memory, replace(memory, lines=lines)))


def test_a_file_that_has_changed_meanwhile() -> None:
    """A row that nobody touched leaves it as it is; one that was changed is refused."""
    later = FILES["measures/kurs.md"].replace("status_date: 2024", "status_date: 2025")
    now = a_book(**{"measures__kurs.md": later})

    assert now.edits(BOOK.sheets) == Edits()
    touched = cell_set(BOOK.sheets, "measure", "kurs", "status", "Fullført")
    (conflict,) = now.edits(touched).conflicts
    assert (conflict.key, conflict.row.line) == (("measure", "kurs"), 3)
    delta = between(conflict.key, conflict.old, conflict.new)
    assert delta
    assert {change.path for change in delta.changes} == {("status",), ("status_date",)}
    # Others in the same file are others.
    register = FILES["strategy/registers/organisations.yml"].replace(
        "title: KS\n", "title: KS nå\n"
    )
    now = a_book(**{"strategy__registers__organisations.yml": register})
    assert now.edits(cell_set(BOOK.sheets, "organisation", "kommunene", "title", "Alle")).made


def test_an_entry_that_is_gone_meanwhile() -> None:
    """Nothing is told of a row that nobody touched."""
    now = in_memory({p: t.encode() for p, t in FILES.items() if p != "measures/lan.md"})

    assert now.edits(BOOK.sheets) == Edits()
    touched = cell_set(BOOK.sheets, "measure", "lan", "status", "Fullført")
    (conflict,) = now.edits(touched).conflicts
    assert conflict.old is None


def test_values_that_no_cell_can_hold() -> None:
    """They stay as they are, and so does the row around them."""
    long = "Ord " * 9_000
    text = FILES["measures/kurs.md"].replace("Teksten.", long.strip())
    text = text.replace("responsible: [ks]", 'responsible: ["ks", "KS\\nog andre"]')
    book = a_book(**{"measures__kurs.md": text})
    assert {column for _, column in book.kept()} == {"description", "responsible"}
    assert book.edits(book.sheets) == Edits()

    (edit,) = book.edits(cell_set(book.sheets, "measure", "kurs", "status", "Fullført")).made
    assert edit.fields == ("status",)
    (edit,) = book.edits(cell_set(book.sheets, "measure", "kurs", "description", "Kort")).made
    assert edit.new["description"] == "Kort"


def test_a_text_that_is_emptied() -> None:
    """The text below the fields goes; what is above stays in every byte."""
    (text,) = files_after(cell_set(BOOK.sheets, "measure", "kurs", "description", None)).values()

    assert text == FILES["measures/kurs.md"].removesuffix("\nTeksten.\n")
