"""Files beside the written pages, such as images: which of them may be published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from living_strategy.diagnostics import Location
from living_strategy.loading.intake import STRATEGY, Intake

# Files that a browser would run code from.
_PAGES = (
    *(".html", ".htm", ".xhtml", ".xht", ".shtml", ".xml", ".xsl", ".xslt", ".svgz"),
    *(".js", ".mjs", ".css", ".wasm"),
)
_ACTIVE_DRAWING = re.compile(
    rb"<\s*(?:[\w-]+:)?(?:script|foreignobject|iframe|embed|object|audio|video|handler|listener)\b"
    rb"|<!entity|@import|[\s\"'/]on[a-z]+\s*="
    rb"|\b(?:href|src)\s*=\s*[\"']?\s*(?!#|data:image/(?:png|jpeg|gif|webp)[;,])[^\s\"'#]"
    rb"|url\(\s*[\"']?\s*(?!#|data:image/)[^\s\"'#)]"
    rb"|attributename\s*=\s*[\"']?\s*(?:xlink:)?href",
    re.I,
)


def may_publish(path: Path, root: Path) -> bool:
    """Whether a file beside the written pages may be published: it lies below the content root,
    and is neither a page nor a drawing that runs code or asks other servers.
    """
    real = path.resolve()
    if not real.is_file() or not real.is_relative_to(root.resolve()):
        return False
    ending = path.suffix.lower()
    if ending == ".svg":
        content = real.read_bytes()
        return (
            b"\0" not in content
            and b"utf-16" not in content[:200].lower()
            and (_ACTIVE_DRAWING.search(content) is None)
        )
    return ending not in _PAGES


def attachments(root: Path) -> Iterator[Path]:
    """Every file below `strategy/` that is neither a written page nor data of ours, in order."""
    start = root / STRATEGY
    for path in sorted(start.rglob("*")):
        place = path.relative_to(start).parts
        hidden = any(part.startswith(".") for part in place)
        # A link to a folder may lead anywhere; what lies in it is not listed here.
        is_folder = path.is_dir() and not path.is_symlink()
        ours = place[0] == "registers" or path.suffix in (".md", ".yml")
        if not (hidden or is_folder or ours):
            yield path


def check_attachments(intake: Intake) -> None:
    """Report the files that are left out of the site: nobody should look for them in vain."""
    root = Path(intake.root)
    for path in attachments(root):
        if not may_publish(path, root):
            intake.report("unsafe-file", Location(path.relative_to(root).as_posix()))
