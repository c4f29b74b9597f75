"""Search index, made with Pagefind over the pages as they will be published.

The index is made before the site is put in place: when Pagefind fails, the old site stays with
the old index.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from living_strategy.adapters.search.vocabulary import vocabulary
from living_strategy.adapters.storage.site_writer import SiteWriter

FOLDER = "pagefind"
VOCABULARY = "vocabulary.txt"
# What the pages were that the index is of; it comes with them.
STAMP = "pages.txt"
# What is said on many pages in the same words, about how the site tells it: nobody looks for that.
_SAID_EVERYWHERE = (
    ".ls-crumbs, .ls-status, .ls-legend, .ls-tag, .ls-missing, .ls-notice, .ls-updated, "
    ".ls-unseen, .ls-strip"
)
# Pagefind's own interfaces: we have one of our own, so nobody would ever fetch them.
_NOT_OURS = ("pagefind-*ui.*", "pagefind-highlight.js")


class SearchIndexError(Exception):
    """Pagefind stopped with an error; the message is what it said."""


def is_available() -> bool:
    """Return whether Pagefind is installed (it comes with the extra `site`)."""
    return importlib.util.find_spec("pagefind") is not None


def is_index(path: str) -> bool:
    """Return whether a file of the site belongs to the index, which a build without one keeps."""
    return path.startswith(f"{FOLDER}/")


def update(writer: SiteWriter) -> None:
    """Make the index anew unless the existing one is of these very pages.

    Raises:
        SearchIndexError: Pagefind is missing or stopped with an error.
    """
    # Only these are pages: the page for unknown addresses has another name.
    paths = sorted(path for path in writer.paths if path.rpartition("/")[2] == "index.html")
    stamp = writer.fingerprint(paths)
    if stamp == _stamp_of_last(writer):
        return
    if not is_available():
        raise SearchIndexError("pagefind")
    pages, fresh = writer.work.path / "pages", writer.work.path / "index"
    _gather(writer, paths, pages)
    _run(pages, fresh)
    for pattern in _NOT_OURS:
        for path in fresh.glob(pattern):
            path.unlink()
    words = vocabulary(writer.read(path).decode() for path in paths)
    (fresh / VOCABULARY).write_text("\n".join(words), "utf-8")
    (fresh / STAMP).write_text(stamp, "utf-8")
    writer.replace(FOLDER, fresh)


def _stamp_of_last(writer: SiteWriter) -> str:
    """Return the stamp of the pages that the existing index is of; empty without one."""
    try:
        return Path(writer.target, FOLDER, STAMP).read_text("utf-8")
    except (OSError, ValueError):
        return ""


def _gather(writer: SiteWriter, paths: Iterable[str], folder: Path) -> None:
    """Put the pages into one folder: new and unchanged ones lie in different folders."""
    for path in paths:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(writer.locate(path), target)
        except OSError:
            # A file system without hard links.
            shutil.copyfile(writer.locate(path), target)


def _run(pages: Path, to: Path) -> None:
    command = [sys.executable, "-m", "pagefind"]
    command += ["--site", str(pages), "--output-path", str(to), "--silent"]
    command += ["--root-selector", "article", "--exclude-selectors", _SAID_EVERYWHERE]
    process = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if process.returncode:
        raise SearchIndexError((process.stderr or process.stdout).strip()[-2000:])
