"""Makes the search index with Pagefind, over the pages as they were written."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

from living_strategy.adapters.site_writer import SiteWriter

FOLDER = "pagefind"


class SearchIndexError(Exception):
    """Pagefind stopped with an error; the message is what it said."""


def is_available() -> bool:
    """Whether Pagefind is installed (it comes with the extra `site`)."""
    return importlib.util.find_spec("pagefind") is not None


def write_index(site: Path) -> None:
    """Write `pagefind/` below the site, anew: what was removed from the site is not found either.

    Raises:
        SearchIndexError: Pagefind is missing or stopped with an error.
    """
    if not is_available():
        raise SearchIndexError("pagefind")
    fresh = Path(f"{site}.index")
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(site),
        "--output-path",
        str(fresh),
        "--root-selector",
        "article",
        "--exclude-selectors",
        ".ls-crumbs",
        "--silent",
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            raise SearchIndexError((done.stderr or done.stdout).strip()[-2000:])
        writer = SiteWriter(site / FOLDER)
        writer.adopt(fresh)
        writer.finish()
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
