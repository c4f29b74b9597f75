"""A second release of this repository's strategy, made for a test: nobody has decided it.

Each edit is of a kind that a council must be told about in its own way.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.repositories import git

REPOSITORY = Path(__file__).resolve().parents[1]
CONTENT = ("goals", "measures", "projects", "strategy")
FIRST, SECOND = "strategy-2026.1", "strategy-2027.1"
_FIRST_DAY, _SECOND_DAY = 1_767_600_000, 1_799_200_000
"""5 January 2026 and 6 January 2027."""
CLEARER, SUBSTANTIVE, EDITED = (
    "innebygd-personvern",
    "apne-plan-og-byggeprosesser",
    "digital-dialog-i-helse-og-omsorg",
)
MERGED, SPLIT, RETIRED, RENAMED = (
    "deling-av-sikkerhetshendelser",
    "bredband-til-alle",
    "kapasitet-til-utvikling",
    "samstyring-med-staten",
)
HEIR, HALVES = "styringssystem-for-informasjonssikkerhet", ("faste-nett", "mobile-nett")
NEW, NEW_NAME = "ansvarlig-bruk-av-kunstig-intelligens", "styring-sammen-med-staten"
MOVED, MOVED_FROM, MOVED_TO = "digitalisering-av-nav-kontor", "2030", "2032"
_A_GOAL = """\
---
title: {title}
summary: {title}.
area: effektiv-digitalisering
standing: proposed
wording: own
as_of: 2026-12
sources:
  - title: En prøve
    publisher: KS
---

Dette målet er laget for en prøve.
"""


def released_twice(folder: Path) -> None:
    """Make a repository of the strategy in a folder, with a tag for each of two releases."""
    for part in CONTENT:
        shutil.copytree(REPOSITORY / part, folder / part)
    git(folder, "init", "--quiet", "--initial-branch=main")
    _commit(folder, FIRST, _FIRST_DAY)
    _edit(folder)
    _commit(folder, SECOND, _SECOND_DAY)


def _commit(folder: Path, tag: str, when: int) -> None:
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", f"--message={tag}", when=when)
    git(folder, "tag", tag)


def _edit(folder: Path) -> None:
    """Write the second release over the first."""
    goals = folder / "goals"
    _replace(goals / f"{CLEARER}.md", "at nye løsninger", "at alle nye løsninger")
    _replace(goals / f"{SUBSTANTIVE}.md", "value: 356", "value: 357")
    _replace(goals / f"{EDITED}.md", "se avtaler og få", "se avtaler, og få")
    _replace(folder / f"measures/{MOVED}.md", f"end: {MOVED_FROM}", f"end: {MOVED_TO}")
    _retire(goals / f"{MERGED}.md", f"replaced_by: {HEIR}")
    _retire(goals / f"{SPLIT}.md", f"split_into: [{', '.join(HALVES)}]")
    _retire(goals / f"{RETIRED}.md")
    for entry_id, title in zip(
        (*HALVES, NEW),
        (
            "Alle har et fast nett",
            "Alle har et mobilt nett",
            "Kunstig intelligens brukes ansvarlig",
        ),
        strict=True,
    ):
        (goals / f"{entry_id}.md").write_text(_A_GOAL.format(title=title), "utf-8")
    text = (goals / f"{RENAMED}.md").read_text("utf-8")
    (goals / f"{NEW_NAME}.md").write_text(
        text.replace("as_of:", f"aliases: [{RENAMED}]\nas_of:", 1), "utf-8"
    )
    (goals / f"{RENAMED}.md").unlink()


def _retire(file: Path, more: str = "") -> None:
    retired = (
        f"retired:\n  date: 2027-01-01\n  reason: Målet går inn i et annet arbeid.\n  {more}\n"
    )
    _replace(file, "as_of:", f"{retired}as_of:")


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, file
    file.write_text(text.replace(old, new, 1), "utf-8")
