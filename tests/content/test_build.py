"""The published strategy is published without a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.site_fixtures import SAID
from tests.integration.site_support import Site, copy_content, program


def test_content_is_checked_strictly(tmp_path: Path) -> None:
    """It has neither errors nor warnings."""
    copy_content(tmp_path)

    assert "Traceback" not in program(tmp_path, "check", "--strict").stdout


@pytest.mark.site
def test_content_builds_strictly(real_site: Site) -> None:
    """MkDocs has nothing to warn of, which is what its `--strict` stops at; the site is whole."""
    said = (real_site.root / SAID).read_text("utf-8")

    assert "INFO" in said
    assert [line for line in said.splitlines() if line.startswith(("WARNING", "ERROR"))] == []
    assert (real_site.folder / "index.html").exists()
    assert (real_site.folder / "pagefind" / "pagefind.js").exists()
