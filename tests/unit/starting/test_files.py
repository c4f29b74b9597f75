"""The files of a new strategy: filled in, complete, and right for whoever it is."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
import yaml
from tools.own_words import hard_wired

from living_strategy.content.municipalities import load_municipalities
from living_strategy.content.tree import MemorySource
from living_strategy.inspection import inspect_source
from living_strategy.language import LANGUAGES, Language
from living_strategy.model.organisation import OrganisationKind
from living_strategy.starting.files import (
    GENERATED_SUMS,
    generated_files,
    local_program,
    requirements,
    starting_files,
)
from living_strategy.starting.owner import Owner, county_owner, municipality_owner, named_owner
from tests.pins import ROOT

REGISTER = load_municipalities()
TODAY = date(2026, 11, 29)
# Norwegian names, two of them in Sámi areas, and one that YAML and Markdown would misread.
OWNERS = [
    municipality_owner("1103", REGISTER),
    municipality_owner("1532", REGISTER),
    municipality_owner("5610", REGISTER, "en"),
    county_owner("46", REGISTER),
    county_owner("18", REGISTER, "en"),
    named_owner('Helse "Vest": #1 & co', "nb", chosen=True),
    named_owner("Region Skåne", "en", chosen=True),
]
whoever = pytest.mark.parametrize("owner", OWNERS, ids=lambda owner: owner.id)


@whoever
def test_only_the_reminders(owner: Owner) -> None:
    """There is nothing to say about a new strategy but that its four examples are examples."""
    files = {path: text.encode() for path, text in starting_files(owner, TODAY).items()}
    inspection = inspect_source(MemorySource(files), TODAY)
    findings = [(finding.code, finding.location.file) for finding in inspection.diagnostics]
    items = sorted(
        path for path in files if path.split("/")[0] in ("goals", "measures", "projects")
    )

    assert findings == [("still-example", path) for path in (*items, "strategy/strategy.yml")]
    assert len(items) == 3


@whoever
def test_it_is_the_owners(owner: Owner) -> None:
    """Settings and register name the owner, as it is written in the register of places."""
    files = starting_files(owner, TODAY)
    settings = yaml.safe_load(files["strategy/strategy.yml"])
    entries = yaml.safe_load(files["strategy/registers/organisations.yml"])
    word = {"nb": "Strategi for", "nn": "Strategi for", "en": "Strategy for"}[owner.language]

    assert settings["title"] == f"{word} {owner.title}"
    assert (settings["owner"], settings["language"]) == (owner.id, owner.language)
    assert list(entries) == [owner.id]
    assert entries[owner.id]["title"] == owner.title
    assert entries[owner.id]["type"] == owner.kind.value
    assert entries[owner.id].get("number", "") == owner.number
    assert (
        yaml.safe_load(files["mkdocs.yml"].replace("!ENV ", ""))["site_name"] == settings["title"]
    )


@whoever
def test_one_municipality_has_no_use_for_pages_of_all(owner: Owner) -> None:
    """The look-up is off for it, and for nobody else; others are shown how to switch things off."""
    text = starting_files(owner, TODAY)["strategy/strategy.yml"]
    is_municipality = owner.kind is OrganisationKind.MUNICIPALITY

    # Read as the program does, where no word is a truth value.
    assert yaml.load(text, yaml.BaseLoader).get("use") == (
        {"municipalities": "off"} if is_municipality else None
    )
    assert ("# use:" in text) is not is_municipality


@whoever
def test_no_placeholder_is_left(owner: Owner) -> None:
    """Every word of every template has been filled in, and each file ends with a line break."""
    files = starting_files(owner, TODAY)

    assert {path: re.findall(r"@[a-z]+_?[a-z]*@", text) for path, text in files.items()} == {
        path: [] for path in files
    }
    assert [path for path, text in files.items() if not text.endswith("\n")] == []
    assert [path for path, text in files.items() if "\t" in text and path != "Makefile"] == []


def test_each_language_has_the_same_files() -> None:
    """Only names that readers see in addresses differ; every template is used."""
    by_language = {
        code: starting_files(named_owner("Storvik", code, chosen=True), TODAY) for code in LANGUAGES
    }
    folders = {
        code: sorted(str(PurePosixPath(path).parent) for path in files)
        for code, files in by_language.items()
    }
    templates = ROOT / "plugins" / "living_strategy" / "starting" / "files"
    names = {code: sorted(path.name for path in (templates / code).iterdir()) for code in LANGUAGES}

    assert folders["nb"] == folders["nn"] == folders["en"]
    assert names["nb"] == names["nn"] == names["en"]
    # Besides what is made from templates there is one file with the sums of some.
    made = len(names["nb"]) + len(list((templates / "shared").iterdir()))
    assert made + 1 == len(by_language["nb"])


def test_what_a_later_version_may_refresh() -> None:
    """It is the same for everybody with that language, and its sums are noted."""
    files = starting_files(municipality_owner("Giske", REGISTER), TODAY)
    generated = generated_files(Language.load("nn"))
    lines = [line.split("  ") for line in files[GENERATED_SUMS].splitlines()]

    assert {path: files[path] for path in generated} == generated
    assert {path: digest for digest, path in lines} == {
        path: hashlib.sha256(text.encode()).hexdigest() for path, text in generated.items()
    }
    assert "mkdocs.yml" not in generated


def test_nothing_is_national() -> None:
    """No file of a strategy outside Norway says whose the program's first strategy was."""
    owner = named_owner("Region Skåne", "en", chosen=True)
    text = "\n".join(starting_files(owner, TODAY).values())

    assert re.findall(r"\bKS\b|Norw|norsk|kommune|kroner|digital", text, re.I) == []


@pytest.mark.parametrize("name", ["content", "pages", "review"])
def test_workflows_are_those_of_this_repository(name: str) -> None:
    """Actions, permissions and triggers are the same; only the files of pins have another name."""
    owner = municipality_owner("1103", REGISTER)
    path = f".github/workflows/{name}.yml"
    own = yaml.safe_load((ROOT / path).read_text("utf-8"))
    for job in own["jobs"].values():
        # Only a strategy that others follow collects what they say.
        job["steps"] = [step for step in job["steps"] if "collect" not in str(step)]
    text = starting_files(owner, TODAY)[path]
    started = yaml.safe_load(text.replace("requirements.txt", "constraints-site.txt"))

    assert started == own


def test_gitlab_has_the_jobs_that_need_no_tests() -> None:
    """The jobs for a proposal and for the site are those of this repository."""
    own = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    files = starting_files(municipality_owner("1103", REGISTER), TODAY)
    started = yaml.safe_load(files[".gitlab-ci.yml"])
    variables = {"GIT_DEPTH": own["pages"]["variables"].pop("GIT_DEPTH")}
    # A started strategy reads all of its history in every job.
    for job in ("check", "review"):
        assert own[job].pop("variables") == variables
    # Only a strategy that others follow collects what they say.
    own["pages"]["script"] = [line for line in own["pages"]["script"] if "collect" not in line]
    del own["pages"]["cache"]
    started["pages"].pop("cache", None)

    assert started["variables"] == own["variables"] | variables
    assert {key: started[key] for key in ("image", "workflow", "check", "review", "pages")} == {
        key: own[key] for key in ("image", "workflow", "check", "review", "pages")
    }
    assert started["stages"] == ["check", "publish"]
    assert set(started) == {
        *("image", "stages", "variables", "default"),
        # What only who follows a national strategy needs; integration/test_upstream_proposal.py.
        *("workflow", "check", "review", "pages", "upstream"),
    }


def test_pins_begin_with_the_wheel() -> None:
    """The wheel beside the content is the first requirement, by hash; then everything it needs."""
    text = requirements(
        "engine/x-1-py3-none-any.whl", "ab12", "babel==2 \\\n    --hash=sha256:cd\n"
    )

    assert text == (
        "./engine/x-1-py3-none-any.whl \\\n    --hash=sha256:ab12\n"
        "babel==2 \\\n    --hash=sha256:cd\n"
    )


def test_the_program_of_this_machine() -> None:
    """Make is told where it is, while the strategy is pinned to it; no path that make misreads."""
    text = local_program(Path("/opt/venv/bin"), "engine/x.whl")

    assert text == (
        "ifneq ($(and $(wildcard /opt/venv/bin/mkdocs),$(wildcard engine/x.whl)),)\n"
        "BIN := /opt/venv/bin\nREADY :=\nendif\n"
    )
    assert local_program(Path("/opt/my venv/bin"), "engine/x.whl").startswith("# ")


@whoever
def test_the_guide_says_no_noun_itself(owner: Owner) -> None:
    """It names kinds as files do, so that it holds whatever the strategy calls its entries."""
    (guide,) = (
        text
        for path, text in starting_files(owner, TODAY).items()
        if path.startswith("strategy/") and path.endswith(".md")
    )

    assert list(hard_wired(re.sub("`[^`]*`", "", guide), owner.language)) == []
    assert all(key in guide for key in ("`goals/`", "`measures/`", "`projects/`", "`terms`"))
