"""The golden cases: small strategies with one thing broken, and what is found in them."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from living_strategy.adapters.git.history import Record
from living_strategy.adapters.git.history_findings import history_findings
from living_strategy.history.comparison import Occasion, OccasionSort
from living_strategy.history.event import Gap, History, MisspeltClass
from living_strategy.inspection import Inspection, extended
from living_strategy.partial_date import PartialDate
from tests.factories import TODAY, inspect_files

FINDINGS = Path(__file__).parent / "findings"
CASES = sorted(FINDINGS.glob("*.yml"), key=lambda path: path.stem)


def read_case(case: Path) -> dict[str, Any]:
    """The data of a case."""
    data: dict[str, Any] = yaml.safe_load(case.read_text("utf-8"))
    return data


@cache
def run_case(case: Path) -> Inspection:
    """Inspect the files of a case, which are written nowhere."""
    data = read_case(case)
    raw = {path: bytes.fromhex(text) for path, text in data.get("bytes", {}).items()}
    large = {path: "x" * 1024 * size for path, size in data.get("large", {}).items()}
    files = data.get("files", {}) | raw | large
    inspection = inspect_files(
        files, links=data.get("symlinks", {}), folders=data.get("folders", ())
    )
    # No file says what becomes of a history.
    past = dict(data.get("history", {}))
    unknown = tuple(
        Occasion(OccasionSort.ADOPTED, PartialDate("2025"), revision=revision)
        for revision in past.pop("unknown", ())
    )
    moving = past.pop("moving", {})
    misspelt = tuple(
        MisspeltClass(TODAY - timedelta(days=row.pop("age")), "r", **row)
        for row in past.pop("misspelt", ())
    )
    gap = Gap(past.pop("code"), past) if past else None
    record = Record(History(gap=gap, misspelt=misspelt), unknown=unknown, moving=moving)
    return extended(inspection, history_findings(record, inspection.graph, TODAY))
