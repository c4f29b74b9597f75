"""Looks at the archive that a workbook is, before anything reads what it means.

How large it is, is asked before anything is unpacked, and counted while it is. What a program could
be made to run or to fetch is refused.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from living_strategy.workbooks.fault import WorkbookError, _

MAX_UNPACKED = 100 * 1024 * 1024
MAX_PARTS = 500
_PORTION = 1 << 20
_MACRO_TYPE = b"macroEnabled"
_ENCODING = re.compile(rb"""\A<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']""")
# Parts of the sign that begins a declaration may stand on both sides of a portion.
_OVERLAP = 32


def checked(archive: zipfile.ZipFile) -> Iterator[str]:
    """Refuse what is too large or unsafe; yield the parts that have merged cells."""
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise too_large()
    if any(part.flag_bits & 1 for part in parts):
        raise WorkbookError(
            _("The workbook is locked with a password. Save it without one, and try again.")
        )
    if "mimetype" in names or "xl/workbook.xml" not in names:
        raise no_workbook()
    if any("vbaProject" in name for name in names):
        raise _macros()
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise WorkbookError(
            _("The workbook takes values from other workbooks. Save them as values, and try again.")
        )
    left = MAX_UNPACKED
    for part in parts:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        has_merged, size = _scanned(archive, part, left)
        left -= size
        if has_merged:
            yield part.filename


def _scanned(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> tuple[bool, int]:
    """Read a part once, a portion at a time; return whether it has merged cells, and its size."""
    has_merged, size, before = False, 0, b""
    with archive.open(part) as file:
        while portion := file.read(_PORTION):
            if not size:
                _check_encoding(portion)
            size += len(portion)
            if size > left:
                raise too_large()
            text = before + portion
            if b"<!" in text and (b"<!DOCTYPE" in text or b"<!ENTITY" in text):
                raise WorkbookError(
                    _("The workbook has declarations of its own, which no spreadsheet needs.")
                )
            if _MACRO_TYPE in text and part.filename == "[Content_Types].xml":
                raise _macros()
            has_merged = has_merged or b"mergeCell " in text
            before = text[-_OVERLAP:]
    return has_merged, size


def _check_encoding(beginning: bytes) -> None:
    """Refuse XML in which a declaration could not be seen."""
    match = _ENCODING.match(beginning.removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in beginning[:100] or (match and match[1].lower() != b"utf-8"):
        raise WorkbookError(
            _("The workbook is damaged and cannot be read. Save it once more as .xlsx.")
        )


def too_large() -> WorkbookError:
    """Return why what is too large is refused."""
    return WorkbookError(_("The workbook is larger than any strategy needs, and is not opened."))


def _macros() -> WorkbookError:
    return WorkbookError(
        _("The workbook has macros, which are programs. Save it as .xlsx, and try again.")
    )


def no_workbook() -> WorkbookError:
    """Return why another file is refused."""
    return WorkbookError(_("The file is no workbook of the form .xlsx."))
