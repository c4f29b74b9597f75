"""The sources of scripts and styles: their own tests, their types, and the rules they keep to."""

from __future__ import annotations

from pathlib import Path

from living_strategy.site.scripts import page_scripts
from tests.browser.validators import complaint, module
from tests.integration.site_support import REPOSITORY

HERE = Path(__file__).parent
SCRIPTS = REPOSITORY / "plugins/living_strategy/assets/scripts"
STYLES = SCRIPTS.parent / "styles"
CONFIG = REPOSITORY / "tests" / "stylelint.config.mjs"


def test_parts_of_scripts() -> None:
    """What knows no page does what it says (tests/web/*.test.mjs)."""
    files = sorted(HERE.glob("*.test.mjs"))

    assert len(files) >= 2
    assert complaint("--test", *files) == ""


def test_published_scripts(tmp_path: Path) -> None:
    """What is published of each script, joined and without comments, is still a script."""
    complaints = {}
    for name, text in page_scripts():
        (tmp_path / name).write_text(text, "utf-8")
        complaints[name] = complaint("--check", tmp_path / name)

    assert {name: said for name, said in complaints.items() if said} == {}
    assert len(complaints) > 3


def test_types() -> None:
    """The types that the comments say are right, in the strict sense (`tsc --checkJs`)."""
    assert complaint(module("typescript") / "bin/tsc", "--project", "tests/tsconfig.json") == ""


def test_rules_of_scripts() -> None:
    """One dialect, and nothing that eslint finds."""
    program = module("eslint") / "bin/eslint.js"

    assert complaint(program, "-c", "tests/eslint.config.mjs", SCRIPTS, HERE) == ""


def test_rules_of_styles() -> None:
    """Nothing that stylelint finds: no name of a theme outside of its file, no doubled name."""
    program = module("stylelint") / "bin/stylelint.mjs"

    assert complaint(program, "--config", CONFIG, f"{STYLES}/**/*.css") == ""


def test_rules_of_styles_find_something(tmp_path: Path) -> None:
    """A rule that leans on a theme, or fights by specificity, is found."""
    rules = {
        "theme.css": ".md-typeset a {}",
        "doubled.css": ".ls-a.ls-a {}",
        "important.css": "a { color: red !important; }",
    }
    for name, rule in rules.items():
        (tmp_path / name).write_text(rule)
    program = module("stylelint") / "bin/stylelint.mjs"
    complaints = complaint(program, "--config", CONFIG, f"{tmp_path}/*.css")

    assert [name for name in rules if name not in complaints] == []
