"""Results by quarter or half-year: pages, their addresses and titles, and the workbook."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from living_strategy.adapters.plain.build import build_site
from tests.integration.plan_content import write_plan
from tests.integration.site_support import TODAY
from tests.repositories import git

BEGUN = datetime(2026, 2, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("reporting", "titles", "first", "last"),
    [
        ("quarter", ["1. kvartal", "2. kvartal", "3. kvartal", "4. kvartal"],
         "januar 2026 til mars 2026", "oktober 2025 til desember 2025"),
        ("half-year", ["1. halvår", "2. halvår"],
         "januar 2026 til juni 2026", "juli 2025 til desember 2025"),
    ],
)  # fmt: skip
def test_periods(reporting: str, titles: list[str], first: str, last: str, tmp_path: Path) -> None:
    """What a strategy has chosen is what its reports, its results and its workbook are of."""
    settings = write_plan(tmp_path) / "strategy/strategy.yml"
    settings.write_text(f"{settings.read_text('utf-8')}reporting: {reporting}\n", "utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=x", when=int(BEGUN.timestamp()))

    built = build_site(tmp_path, tmp_path / "site", TODAY, "https://lillevik.example/")
    site = tmp_path / "site"

    assert [finding.severity for finding in built.diagnostics if finding.severity == "error"] == []
    numbers = range(1, len(titles) + 1)
    keys = [f"2026-{number}" for number in numbers]
    assert sorted(path.parent.name for path in site.glob("rapport/*/index.html")) == keys
    report = (site / "rapport" / "2026-1" / "index.html").read_text("utf-8")
    assert first in report.lower()
    results = (site / "handlingsplan/2026/resultater/index.html").read_text("utf-8")
    assert re.findall(r'<h2 id="ls-period-(\d)">([^<]+) 2026</h2>', results) == [
        (str(number), title) for number, title in zip(numbers, titles, strict=True)
    ]
    with zipfile.ZipFile(site / "handlingsplan/handlingsplan-2025.xlsx") as book:
        assert "Resultater periode for periode" in book.read("xl/workbook.xml").decode()
        assert last in book.read("xl/sharedStrings.xml").decode().lower()
