"""From the bytes of a file to its text, or to the finding that says why not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from living_strategy.content.reading import MAX_BYTES, read_text, split_front_matter
from living_strategy.content.source import DiskSource, Target
from living_strategy.content.source_file import SourceFile
from living_strategy.content.tree import MemorySource
from living_strategy.diagnostics import Diagnostic, Location
from living_strategy.language.particulars import Reason


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""), (b"\xef\xbb\xbfa", "a"), (b"a\r\nb\rc\n", "a\nb\nc\n"), ("æ".encode(), "æ"),
        (b"x" * MAX_BYTES, "x" * MAX_BYTES),
    ],
)  # fmt: skip
def test_text(raw: bytes, text: str) -> None:
    """Text is UTF-8, with line feeds only, without a byte order mark."""
    assert read_text(MemorySource({"a.md": raw}), "a.md") == text


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("---\u00a0\ntitle: x\n---\n", 1, 4),
        ("---\ntitle: x\n--- \u202f\n\nTekst\n", 3, 5),
        ("---\u2007\n---\u00a0\n", 1, 4),
    ],
)
def test_odd_space_behind_hyphens(text: str, line: int, column: int) -> None:
    """A space of another kind keeps a line of hyphens from being one, and is named."""
    parts = split_front_matter("a.md", text, required=True)

    name = f"U+{ord(text.splitlines()[line - 1][-1]):04X}"
    place = Location("a.md", line, column)
    assert parts == Diagnostic("yaml-odd-space", place, {"character": name})


def test_three_dots_close_front_matter() -> None:
    """The other end that YAML knows, and that other programs write."""
    parts = split_front_matter("a.md", "---\ntitle: x\n...\nTekst\n", required=True)

    assert parts == SourceFile("a.md", "title: x\n", 2, "Tekst", 4)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"ab\xc3", Diagnostic("file-not-utf8", Location("a.md", 1, 3), {"position": "3"})),
        (
            "æ\nø".encode() + b"\xff",
            Diagnostic("file-not-utf8", Location("a.md", 2, 2), {"position": "6"}),
        ),
        (b"a\r\nb\r\xff", Diagnostic("file-not-utf8", Location("a.md", 3, 1), {"position": "6"})),
        (
            b"ab\nc\x00",
            Diagnostic("yaml-control-character", Location("a.md", 2, 2), {"character": "U+0000"}),
        ),
        (
            b"x" * (MAX_BYTES + 1),
            Diagnostic("file-too-large", Location("a.md"), {"size": "257", "limit": "256"}),
        ),
    ],
)
def test_refused(raw: bytes, expected: Diagnostic) -> None:
    """What cannot be shown, or is too large, is a finding with a place."""
    assert read_text(MemorySource({"a.md": raw}), "a.md") == expected


def test_unreadable() -> None:
    """A missing file and a folder are findings."""
    source = MemorySource({"b.md/c.md": b""})

    assert [read_text(source, name) for name in ("a.md", "b.md")] == [
        Diagnostic("file-unreadable", Location(name), {"reason": Reason(reason)})
        for name, reason in (
            ("a.md", "No such file or directory"),
            ("b.md", "it is not an ordinary file"),
        )
    ]


def test_links(tmp_path: Path) -> None:
    """Nothing is read through a link, inside the root or out of it, to itself or by a folder."""
    root = tmp_path / "root"
    (root / "folder").mkdir(parents=True)
    (root / "a.md").write_text("a")
    (root / "folder/b.md").write_text("b")
    (tmp_path / "secret.md").write_text("s")
    links = {"in.md": "a.md", "out.md": "../secret.md", "loop.md": "loop.md", "by": "folder"}
    for name, target in links.items():
        (root / name).symlink_to(target)

    assert [read_text(DiskSource(root), name) for name in (*links, "by/b.md")] == [
        Diagnostic("symbolic-link", Location("in.md")),
        Diagnostic("symlink-outside-root", Location("out.md")),
        Diagnostic("symbolic-link", Location("loop.md")),
        Diagnostic("symbolic-link", Location("by")),
        Diagnostic("symbolic-link", Location("by")),
    ]
    assert read_text(DiskSource(root), "folder/b.md") == "b"
    assert DiskSource(root).target("loop.md") == Target(is_outside=False, is_folder=False)


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/random"])
def test_devices(tmp_path: Path, target: str) -> None:
    """A link to a device is never opened."""
    (tmp_path / "a.md").symlink_to(target)

    assert read_text(DiskSource(tmp_path), "a.md") == Diagnostic(
        "symlink-outside-root", Location("a.md")
    )


def test_pipes(tmp_path: Path) -> None:
    """A named pipe, which would wait for somebody to write, is never opened."""
    os.mkfifo(tmp_path / "a.md")

    assert read_text(DiskSource(tmp_path), "a.md") == Diagnostic(
        "file-unreadable", Location("a.md"), {"reason": Reason("it is not an ordinary file")}
    )


@pytest.mark.parametrize(
    ("text", "yaml", "body", "line"),
    [
        ("---\na: b\n---\n\n\nTekst\n\n", "a: b\n", "Tekst", 6),
        ("---  \na: b\n--- \nTekst", "a: b\n", "Tekst", 4),
        ("---\n---\n", "", "", 0),
        ("---\na: b\n---", "a: b\n", "", 0),
        ("---\na: |\n  ---\n  x\n--- x\n---\nTekst", "a: |\n  ---\n  x\n--- x\n", "Tekst", 7),
        ("---\na: b\n---\n    kode\n---\nmer", "a: b\n", "    kode\n---\nmer", 4),
    ],
)
def test_front_matter(text: str, yaml: str, body: str, line: int) -> None:
    """The keys stand between two lines of three hyphens; the body is what follows."""
    assert split_front_matter("a.md", text, required=True) == SourceFile(
        "a.md", yaml, 2, body, line
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "missing-front-matter"), ("Tekst", "missing-front-matter"),
        ("----\n", "missing-front-matter"), ("---", "unclosed-front-matter"),
        ("---\na: b\n----\n", "unclosed-front-matter"),
    ],
)  # fmt: skip
def test_no_front_matter(text: str, code: str) -> None:
    """An item without complete front matter is a finding."""
    assert split_front_matter("a.md", text, required=True) == Diagnostic(
        code, Location("a.md", 1, 1)
    )


def test_pages_need_none() -> None:
    """A written page may be all text."""
    page = split_front_matter("a.md", "\n# Tittel\n", required=False)

    assert page == SourceFile("a.md", "", 1, "\n# Tittel", 1)
