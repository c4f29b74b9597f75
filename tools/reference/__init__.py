"""The reference in docs/reference, written from the code: `make docs` writes it, a test checks it.

`pages()` gives every page; `write()` puts them on disk. One page one module, each with `PAGE`, the
name of its file, and `page()`, its text.
"""

from __future__ import annotations

from pathlib import Path

from tools.reference import commands, content, data, settings, templates

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "reference"
MEMBERS = (settings, content, commands, templates, data)


def pages() -> dict[str, str]:
    """Return the text of every generated page by file name."""
    return {member.PAGE: member.page() for member in MEMBERS}


def write() -> None:
    """Write all pages anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")
