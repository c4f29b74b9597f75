"""From a file on disk to its text, or to the finding that says why it cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

from living_strategy.diagnostics import Diagnostic, Location
from living_strategy.loading.source_file import SourceFile
from living_strategy.loading.yaml_reader import control_character

MAX_BYTES = 256 * 1024


def read_text(root: str, path: str) -> str | Diagnostic:
    """The text of a file below the content root, with `\\n` line ends and without a byte order mark."""
    full = f"{root}/{path}"
    try:
        if os.path.islink(full) and not Path(full).resolve().is_relative_to(Path(root).resolve()):
            return Diagnostic("symlink-outside-root", Location(path))
        with open(full, "rb") as file:
            raw = file.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            size = os.path.getsize(full) // 1024 + 1
            return Diagnostic(
                "file-too-large", Location(path),
                {"size": str(size), "limit": str(MAX_BYTES // 1024)},
            )
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Diagnostic(
            "file-not-utf8", Location(path, line, 1), {"position": str(error.start + 1)}
        )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Diagnostic("file-unreadable", Location(path), {"reason": reason})
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := control_character(text):
        offset, name = found
        line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
        return Diagnostic("yaml-control-character", Location(path, line, column), {"character": name})
    return text


def split_front_matter(path: str, text: str, *, required: bool) -> SourceFile | Diagnostic:
    """The YAML between two lines of three hyphens, and the text below them."""
    if not text.startswith("---\n") and text != "---":
        if required:
            return Diagnostic("missing-front-matter", Location(path, 1, 1))
        return SourceFile(path, "", 1, text, 1)
    end = 3 if text.startswith("---\n---") else text.find("\n---", 4)
    while end >= 0 and text[end + 4 : end + 5] not in ("", "\n", " "):
        end = text.find("\n---", end + 4)
    if end < 0:
        return Diagnostic("unclosed-front-matter", Location(path, 1, 1))
    body_start = text.find("\n", end + 4) + 1 or len(text)
    body = text[body_start:]
    stripped = body.lstrip("\n")
    body_line = text.count("\n", 0, body_start) + len(body) - len(stripped) + 1
    return SourceFile(path, text[4:end], 2, stripped.rstrip(), body_line if stripped else 0)
