"""Workbooks that come from outside: what is refused before it is read, and what cells hold."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from living_strategy.adapters.editing.workbook_archive import MAX_UNPACKED
from living_strategy.adapters.editing.workbook_file import MAX_BYTES, open_workbook
from living_strategy.language import Language
from living_strategy.workbooks.cells import Dated, Odd
from living_strategy.workbooks.fault import WorkbookError
from living_strategy.workbooks.raw import RawSheet

SHEET = "xl/worksheets/sheet1.xml"
NB = Language.load("nb")


def saved(fill: Callable[[openpyxl.Workbook], None] = lambda book: None) -> bytes:
    """A workbook as another program saves it."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Hei"
    fill(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def with_parts(
    content: bytes, change: Callable[[str, bytes], bytes] = lambda name, part: part, **more: bytes
) -> bytes:
    """A workbook with its parts changed, and with more of them."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
        for name, part in more.items():
            new.writestr(name.replace("__", "/"), part)
    return out.getvalue()


def sheet_with(content: bytes, old: bytes, new: bytes) -> bytes:
    """A workbook with something else in its sheet."""
    return with_parts(content, lambda name, part: part.replace(old, new) if name == SHEET else part)


def refused(content: bytes) -> str:
    """Why a file is not opened."""
    with pytest.raises(WorkbookError) as error:
        open_workbook(content)
    return error.value.message(Language.load("en"))


def test_what_is_no_workbook() -> None:
    """Texts, other archives, other forms of workbooks, and what is broken off."""
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600

    assert refused(b"") == refused(b"Id;Tittel\n") == refused(archive.getvalue())
    assert "no workbook" in refused(saved()[:-400])
    assert ".xls" in refused(old)
    assert "password" in refused(old + "EncryptedPackage".encode("utf-16-le"))


def test_what_programs_could_run_or_fetch() -> None:
    """Macros, however the file is called, and values of other workbooks."""
    assert "macros" in refused(with_parts(saved(), **{"xl__vbaProject.bin": b"x"}))
    plain, other = b".sheet.main+xml", b".sheet.macroEnabled.main+xml"
    renamed = with_parts(saved(), lambda _, part: part.replace(plain, other))
    assert "macros" in refused(renamed)
    link = {"xl__externalLinks__externalLink1.xml": b"<externalLink/>"}
    assert "other workbooks" in refused(with_parts(saved(), **link))


def test_what_is_too_large() -> None:
    """The file, what it holds when it is unpacked, and how many parts it has."""
    many = {f"xl__more{number}.xml": b"" for number in range(600)}
    bomb = {"xl__bomb.xml": b" " * (MAX_UNPACKED + 1)}

    assert "larger" in refused(b"PK" + b"\0" * MAX_BYTES)
    assert "larger" in refused(with_parts(saved(), **many))
    assert "larger" in refused(with_parts(saved(), **bomb))


def test_a_size_that_is_a_lie() -> None:
    """What is unpacked is counted, whatever the file says of itself."""
    content = with_parts(saved(), **{"xl__bomb.xml": b" " * 300_000})
    size = (300_000).to_bytes(4, "little")
    lying = content.replace(size, (10).to_bytes(4, "little"))

    assert lying != content
    assert "damaged" in refused(lying) or "no workbook" in refused(lying)


@pytest.mark.parametrize(
    "declared",
    [
        b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>',
        b'<?xml version="1.0" encoding="cp037"?>',
        '<?xml version="1.0" encoding="utf-16"?>'.encode("utf-16"),
    ],
)
def test_declarations(declared: bytes) -> None:
    """No entities, and no encoding in which they could be hidden."""
    content = with_parts(
        saved(),
        lambda name, part: declared + part if name == SHEET else part,
    )

    assert "declarations" in refused(content) or "damaged" in refused(content)


def test_far_cells_and_many_rows() -> None:
    """A cell at the end of the sheet costs nothing, and is refused."""
    far = (
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    )

    assert "rows" in refused(sheet_with(saved(), b"</sheetData>", far))
    assert "columns" in refused(saved(lambda book: book.active.cell(1, 500, "x")))
    assert "rows" in refused(saved(lambda book: book.active.cell(10_001, 1, "x")))
    last = open_workbook(saved(lambda book: book.active.cell(10_000, 1, "x")))
    assert last[0].lines[-1].number == 10_000


def test_a_declared_size_is_not_believed() -> None:
    """Rows beyond it are read as well."""
    content = saved(lambda book: book.active.cell(9, 2, "x"))
    content = sheet_with(content, b'<dimension ref="A1:B9"', b'<dimension ref="A1:A1"')

    (sheet,) = open_workbook(content)
    assert [line.number for line in sheet.lines] == [1, 9]


def test_too_many_sheets() -> None:
    """Nobody has so many."""

    def fill(book: openpyxl.Workbook) -> None:
        for number in range(70):
            book.create_sheet(str(number))

    assert "larger" in refused(saved(fill))


def test_merged_cells_are_told() -> None:
    """By the sheet that has them."""

    def fill(book: openpyxl.Workbook) -> None:
        book.create_sheet("To").merge_cells("A1:B2")
        book["To"]["A1"] = "x"

    assert [sheet.has_merged for sheet in open_workbook(saved(fill))] == [False, True]


def test_what_cells_hold() -> None:
    """Texts, numbers, dates as exactly as they are shown, and what is none of these."""

    def fill(book: openpyxl.Workbook) -> None:
        cells = book.active
        cells["A2"], cells["B2"], cells["C2"] = 12, 1.5, "=1+1"
        cells["D2"], cells["E2"], cells["F2"] = True, time(12, 30), "#N/A"
        cells["G2"], cells["H2"] = date(2026, 12, 31), datetime(2026, 12, 1)
        cells["H2"].number_format = "mmm yy"
        cells["I2"] = datetime(2026, 1, 1)
        cells["I2"].number_format = "yyyy"
        cells["J2"] = datetime(2026, 12, 31)
        cells["J2"].number_format = "[$-414]d. mmmm yyyy"
        cells["A3"], cells["B3"] = "  ", "linje\nto"
        cells["A4"] = "_x005F_x0041_ og _x0041_"

    (sheet,) = open_workbook(saved(fill))
    assert isinstance(sheet, RawSheet)
    assert sheet.lines[1].cells == (
        Decimal(12),
        Decimal("1.5"),
        Odd.FORMULA,
        Odd.TRUTH,
        Odd.TIME,
        Odd.ERROR,
        Dated("2026-12-31"),
        Dated("2026-12"),
        Dated("2026"),
        Dated("2026-12-31"),
    )
    assert sheet.lines[2].cells == (None, "linje\nto")
    assert sheet.lines[3].cells == ("_x0041_ og A",)


def test_what_is_damaged() -> None:
    """One sentence, whatever the reader of the file stumbles over."""
    assert "damaged" in refused(sheet_with(saved(), b"<row", b"<<row"))
    assert "damaged" in refused(sheet_with(saved(), b"</worksheet>", b""))
