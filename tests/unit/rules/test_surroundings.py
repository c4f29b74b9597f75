"""Rules about what surrounds the entries: settings, pages, templates."""

from __future__ import annotations

from living_strategy.content.corpus import ProsePage, TextField
from living_strategy.content.source_file import SourceFile
from living_strategy.rules import CheckContext
from living_strategy.settings import Settings
from tests.factories import TODAY, a_goal
from tests.unit.rules.found import fields, found


def _settings(**severity: str) -> Settings:
    names = {name.replace("_", "-"): choice for name, choice in severity.items()}
    return Settings.model_validate({"title": "A", "severity": names})


def _page(path: str) -> ProsePage:
    return ProsePage(path, path, SourceFile(f"strategy/{path}", ""), TextField((), "", ()))


def test_unknown_code() -> None:
    """Every name under `severity` is a code; the nearest is proposed."""
    [finding] = found("unknown-code", settings=_settings(orfan="info", orphan="info"))

    assert (finding.location.field, finding.params["near"]) == ("severity.orfan", "orphan")


def test_fixed_severity() -> None:
    """Codes that are always errors may be called errors, and nothing else."""
    settings = _settings(yaml_syntax="off", missing_field="error", orphan="off", orfan="off")

    assert fields("fixed-severity", settings=settings) == ["severity.yaml-syntax"]


def test_pages_with_one_address() -> None:
    """The second of two pages with one address is reported, with the first as its neighbour."""
    pages = (_page("om.md"), _page("om/index.md"), _page("annet.md"))
    [finding] = found("page-path-collision", prose=pages)

    assert finding.location.file == "strategy/om/index.md"
    assert finding.params == {"other": "strategy/om.md", "address": "/om/"}
    assert [place.file for place in finding.related] == ["strategy/om.md"]


def test_generated_pages() -> None:
    """A page may not lie where a list, an overview or an entry of that kind lies."""
    context = CheckContext(TODAY, {"mal/": "goal", "tidslinje/": "timeline"})
    names = ("mal.md", "tidslinje.md", "mal/mal.md", "mal/gammelt.md", "mal/borte.md", "om/mal.md")
    pages = tuple(_page(name) for name in names)
    goal = a_goal(aliases=["gammelt"])

    assert [
        (finding.location.file, finding.params["other"])
        for finding in found("page-path-collision", goal, context=context, prose=pages)
    ] == [
        ("strategy/mal.md", "/mal/"), ("strategy/tidslinje.md", "/tidslinje/"),
        ("strategy/mal/mal.md", "“Mål”"), ("strategy/mal/gammelt.md", "“Mål”"),
    ]  # fmt: skip


def test_unknown_template() -> None:
    """A replacement replaces a template that exists."""
    context = CheckContext(
        TODAY, overrides=("goals.html", "area.html"), templates=("area.html", "goal.html")
    )
    [finding] = found("unknown-template", context=context)

    assert finding.location.file == "overrides/views/goals.html"
    assert finding.params == {
        "name": "goals.html", "allowed": "area.html, goal.html", "near": "goal.html"
    }  # fmt: skip
