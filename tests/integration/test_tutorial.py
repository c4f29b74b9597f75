"""docs/tutorial.md works as it is written: files, commands and what they answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.document_steps import FILE, follow, steps_of
from tests.pins import ROOT

STEPS = steps_of(ROOT / "docs" / "tutorial.md")


def test_every_block_is_marked() -> None:
    """A command without a mark would be run by nobody."""
    marks = {"sh": {"install", "run", "run, finds errors"}, "text": {"answer"}}
    wrong = [
        step.text
        for step in STEPS
        if step.mark not in marks.get(step.language, ()) and not step.mark.startswith(FILE)
    ]

    assert wrong == []


def test_the_program_is_installed_as_elsewhere() -> None:
    """`make install` is run by test_set_up.py; here the environment of the tests stands for it."""
    (install,) = [step.text for step in STEPS if step.mark == "install"]

    assert install == "make install\n. .venv/bin/activate\n"


@pytest.mark.site
def test_the_tutorial_works(tmp_path: Path) -> None:
    """Each file is written and each command run in turn; the answers are those that are shown."""
    clone = tmp_path / "clone"
    clone.mkdir()

    folder = follow(STEPS, clone)

    site = tmp_path / "storvik" / "site"
    assert folder == site.parent
    made = ("index.html", "areas/good-services/index.html", "goals/short-waits/index.html")
    assert [name for name in made if not (site / name).is_file()] == []
