"""The documentation of the program becomes a site without a dead link."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.integration.site_support import mkdocs
from tests.pins import ROOT

CONFIG = ROOT / "tools" / "docs-site.yml"
DOCS = ROOT / "docs"


@pytest.mark.long
@pytest.mark.site
def test_documentation_is_built_without_a_warning(tmp_path: Path) -> None:
    """Strict: a link or anchor that leads nowhere, or a page that no list names, fails."""
    target = tmp_path / "site"
    mkdocs(ROOT, "--quiet", "--config-file", str(CONFIG), "--site-dir", str(target))

    pages = {path.relative_to(target).as_posix() for path in target.rglob("*.html")}
    expected = {
        re.sub(r"README\.html$", "index.html", path.with_suffix(".html").as_posix())
        for path in (page.relative_to(DOCS) for page in DOCS.rglob("*.md"))
    }
    assert pages == expected | {"404.html"}


def test_a_dead_link_would_stop_it() -> None:
    """The settings that make the build strict are what the test above rests on."""
    settings = yaml.safe_load(CONFIG.read_text("utf-8"))

    assert settings["strict"] is True
    assert settings["validation"]["links"] == {"anchors": "warn", "unrecognized_links": "warn"}
    assert settings["validation"]["omitted_files"] == "warn"
