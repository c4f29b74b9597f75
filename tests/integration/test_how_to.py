"""What the how-to pages show can be used as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from living_strategy.rules import CODES
from living_strategy.settings import Settings
from living_strategy.site.pages.licence import view as licence
from tests.pins import ROOT
from tests.unit.site.pages.overviews import a_context, pages_of

DOCS = ROOT / "docs"


def _block(page: str, language: str, number: int = 0) -> str:
    text = (DOCS / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)[number]


def test_the_template_takes_the_place_of_ours(tmp_path: Path) -> None:
    """The page of licences is the one of docs/own-templates.md, with heading and breadcrumbs."""
    own = tmp_path / "overrides" / "views" / "licence.html"
    own.parent.mkdir(parents=True)
    own.write_text(_block("own-templates.md", "html"), "utf-8")

    (page,) = pages_of(licence, a_context(tmp_path)).values()

    settings = Settings(title="Strategy")
    assert page.text == (
        "Front page Licence Licence Use what you find here, and say where it is from. "
        f"Texts: {settings.text_licence.title} Data: {settings.data_licence.title}"
    )


def test_the_pipeline_installs_checks_and_builds() -> None:
    """The workflow of docs/pipeline.md runs the lines that docs/local-strategy.md gives."""
    workflow = yaml.safe_load(_block("pipeline.md", "yaml"))
    lines = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    by_hand = (DOCS / "local-strategy.md").read_text("utf-8").replace(".venv/bin/", "")

    assert [line for line in lines[:1] if line not in by_hand] == []
    assert lines[1:] == ["living-strategy check --format github", "mkdocs build"]


def test_the_severities_are_accepted() -> None:
    """Codes and values of docs/pipeline.md are such as settings take, and may be changed."""
    settings = yaml.load(_block("pipeline.md", "yaml", 1), Loader=yaml.BaseLoader)
    chosen = Settings.model_validate({"title": "Strategy", **settings}).severity

    assert [code for code in chosen if CODES[code].fixed] == []


@pytest.mark.parametrize("page", ["theming.md", "reference/settings.md"])
def test_the_settings_are_accepted(page: str) -> None:
    """What is shown of strategy.yml has keys that there are, with values that they take."""
    shown = yaml.load(_block(page, "yaml"), Loader=yaml.BaseLoader)
    shown.pop("areas", None)

    assert Settings.model_validate({"title": "Strategy", **shown}).title
