"""A small valid strategy, and the program as a process of its own."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import living_strategy

# The program under test is the package that the tests import, however it got here.
PACKAGE_FOLDER = str(Path(living_strategy.__file__).parent.parent)
TODAY = "1767225600"  # 1 January 2026
FILES = {
    "strategy/strategy.yml": """\
title: Strategi for Lillevik
language: nb
publication: demonstration
areas:
  - id: digital-kompetanse
    title: Digital kompetanse
    as_of: 2024
    sources: [{title: Strategien, url: "https://www.ks.no/kommit"}]
""",
    "strategy/registers/organisations.yml": """\
ks:
  title: KS
  type: association
  as_of: 2024
  sources: [{title: Om KS, url: "https://www.ks.no"}]
""",
    "strategy/om.md": "# Strategien\n\nLes om [[digihjelpen]].\n",
    "goals/innbyggernes-ferdigheter.md": """\
---
title: Innbyggerne klarer seg på nett
area: digital-kompetanse
standing: adopted
aliases: [ferdigheter]
as_of: 2024
sources: [{title: Strategien, url: "https://www.ks.no/kommit"}]
---

Alle skal kunne bruke tjenestene.
""",
    "measures/veiledning.md": """\
---
title: Veiledning på biblioteket
goals: [innbyggernes-ferdigheter]
status: ongoing
status_date: 2024
responsible: [ks]
as_of: 2024
sources: [{title: Strategien, url: "https://www.ks.no/kommit"}]
---

Bygger på [[digihjelpen|et eldre prosjekt]].
""",
    "projects/digihjelpen.yml": """\
title: Digihjelpen
measures: [veiledning]
status: completed
lead: ks
participants: ["0301"]
as_of: 2024
sources: [{title: Strategien, url: "https://www.ks.no/kommit"}]
description: Kurs for dem som trenger det.
""",
}


def program() -> list[str]:
    """The console script of this environment, or the module where it is not installed."""
    script = shutil.which("living-strategy", path=str(Path(sys.executable).parent))
    return [script] if script else [sys.executable, "-m", "living_strategy"]


def environment(**changes: str) -> dict[str, str]:
    """The environment of the program: UTF-8, a fixed date, and nothing that the tester has set."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("LIVING_STRATEGY_", "GITHUB_", "LANG", "LC_"))
    }
    return (
        kept
        | {
            # As in an activated environment: messages then name commands by their bare name.
            "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
            "PYTHONIOENCODING": "utf-8",
            "PYTHONPATH": PACKAGE_FOLDER,
            "SOURCE_DATE_EPOCH": TODAY,
        }
        | changes
    )
