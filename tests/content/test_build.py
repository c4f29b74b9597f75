"""The published strategy is published without a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.site_support import copy_content, mkdocs, program


@pytest.mark.site
def test_content_builds_strictly(tmp_path: Path) -> None:
    """It has neither errors nor warnings, and MkDocs agrees."""
    copy_content(tmp_path)

    check = program(tmp_path, "check", "--strict")
    mkdocs(tmp_path, "--strict")

    assert "Traceback" not in check.stdout
    assert (tmp_path / "site" / "index.html").exists()
    assert (tmp_path / "site" / "pagefind" / "pagefind.js").exists()
