"""docs/reference says what the code says: settings, content, commands, templates, data."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest
from tools import reference
from tools.reference import commands, data, views

import living_strategy
from living_strategy.content.graph import Graph
from living_strategy.exports import catalogue
from living_strategy.exports.export import Release
from living_strategy.forms.fields import form_fields, parts_of
from living_strategy.history.event import Event, History, Nature
from living_strategy.model import KINDS
from living_strategy.model.adoption import Adoption
from living_strategy.model.page_fields import PageFields
from living_strategy.settings import Settings
from living_strategy.site.pages import PAGES
from living_strategy.site.pages.written.view import written_pages
from living_strategy.site.templates import Templates
from tests.factories import TODAY, context_of, inspect_files, valid_files
from tests.integration.living_content import LivingContent
from tests.integration.living_past import living_past
from tests.national import a_catalogue, a_national_goal, pinned_files

NAMES = [member.PAGE for member in reference.MEMBERS]
CURE = "run: python tools/catalogues.py docs"
# Shown only while the strategy has errors, and this one has none.
WITH_ERRORS = "findings.html"


@cache
def _pages() -> dict[str, str]:
    """Return the pages of today; not made while tests are collected."""
    return reference.pages()


def test_the_folder_holds_what_is_written_and_no_more() -> None:
    """Beside the pages of the reference stands the tree of the package."""
    on_disk = {path.name for path in reference.FOLDER.iterdir()}

    assert on_disk == {*NAMES, "tree.md"}, CURE


@pytest.mark.parametrize("name", NAMES)
def test_page_equals_the_code(name: str) -> None:
    """A page is exactly what is made of the code."""
    assert (reference.FOLDER / name).read_text("utf-8") == _pages()[name], CURE


def test_every_setting_is_listed() -> None:
    """No field of any part is left out, and each has an explanation."""
    rows = _rows("settings.md")
    models = (Settings, *parts_of(Settings).values())
    fields = [field.name for model in models for field in form_fields(model)]

    assert sorted(name for name, _ in rows) == sorted(fields)
    assert [name for name, text in rows if not text.strip()] == []


def test_every_field_of_content_is_listed() -> None:
    """Each kind has its own fields, each part its fields, written pages and records of what is
    decided theirs, and all have an explanation.
    """
    rows = _rows("content.md")
    parts = {name: part for kind in (*KINDS, Adoption) for name, part in parts_of(kind).items()}
    models = (*KINDS, *parts.values(), PageFields, Adoption)

    assert {name for name, _ in rows} == {
        field.name for model in models for field in form_fields(model)
    }
    assert [name for name, text in rows if not text.strip()] == []


def _rows(page: str) -> list[tuple[str, str]]:
    """Return first and second cell of the tables of fields."""
    return re.findall(r"^\| `(\w+)` \| (.*) \| .* \|$", _pages()[page], re.M)


def test_every_command_says_what_it_and_its_options_do() -> None:
    """A command without heading or options, or an option without a word, would be a hole."""
    group = commands.program()
    headings = re.findall(r"^## `living-strategy ?([a-z-]*)`$", _pages()["commands.md"], re.M)
    sections = _pages()["commands.md"].split("\n## ")[1:]

    assert headings == ["", *group.list_commands(click.Context(group))]
    assert [text.split("\n")[0] for text in sections if "\n| `--root FOLDER` | " not in text] == []
    assert re.findall(r"^\| `--.*` \| *\|$", _pages()["commands.md"], re.M) == []


def _following() -> Graph:
    """A strategy that has decided about a goal of another."""
    settings = (
        f"{valid_files()['strategy/strategy.yml']}upstream: [{{name: ks, title: National}}]\n"
    )
    goals = a_catalogue(a_national_goal(), a_national_goal("data", title="Data"), name="v1")
    against = f"against: {{version: v0, hash: {'a' * 64}}}"
    return inspect_files(
        pinned_files(goals)
        | {
            "strategy/strategy.yml": settings,
            "adoption/ks/personvern.yml": f"state: adopted\n{against}\n",
        }
    ).graph


def test_templates_are_given_what_the_reference_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names read from the source of the views are those that really arrive, page by page."""
    arrived: dict[str, set[str]] = {}
    render = Templates.render

    def recorded(self: Templates, name: str, values: Mapping[str, Any]) -> str:
        arrived.setdefault(name, set()).update(values)
        return render(self, name, values)

    monkeypatch.setattr(Templates, "render", recorded)
    content = LivingContent()
    content.write(tmp_path)
    graph = living_strategy.inspect_strategy(tmp_path, TODAY).graph
    history, comparisons, _ = living_past(content.texts(), graph.corpus.settings, TODAY)
    context = context_of(tmp_path, graph, TODAY, history, comparisons)
    # Those of a strategy that follows another have templates of their own.
    for made in (context, context_of(tmp_path, _following())):
        for page in PAGES:
            list(page.render(made.graph, made))
    list(written_pages(context.graph, context))
    listed = views.given_to_templates()

    assert {
        name: values - {"page_title", "page_description", "updated"}
        for name, values in sorted(arrived.items())
    } == {
        name: {value.name for value in values}
        for name, values in listed.items()
        if name != WITH_ERRORS
    }


def test_the_catalogue_has_the_keys_that_the_reference_lists(tmp_path: Path) -> None:
    """Keys that are no field of a kind are described by hand, so a real file is looked at."""
    LivingContent().write(tmp_path)
    graph = living_strategy.inspect_strategy(tmp_path, TODAY).graph
    (file,) = catalogue.EXPORT.render(graph, lambda entry: entry.id, _published(graph))
    content = json.loads(file.content)
    added = {
        key
        for kind in KINDS
        for entry in content["kinds"][kind.kind]
        for key in entry.keys() - kind.model_fields.keys()
    }

    (alone,) = catalogue.EXPORT.render(other := inspect_files({}).graph, str, _published(other))
    assert list(content) == list(data.TOP)
    assert list(json.loads(alone.content)) == [key for key in data.TOP if key != "adoptions"]
    assert set(content["strategy"]) == set(data.STRATEGY)
    assert added == set(data.ADDED)
    ends = {key for kind in KINDS for e in content["kinds"][kind.kind] for key in _ends(e)}
    assert ends == {"relation", "target", "source", "part"}


def _published(graph: Graph) -> Release:
    """A site that knows its address and what has happened."""
    entries = graph.entries.values()
    day = date(2026, 1, 2)
    events = tuple(
        Event("k", entry.kind, entry.id, entry.title, Nature.NEW, day, "r", "s")
        for entry in entries
    )
    return Release("v1", "2026-11-29", "https://a.example/", History(events=events))


def _ends(entry: dict[str, Any]) -> set[str]:
    return {key for name in ("links", "linked_from") for end in entry.get(name, ()) for key in end}
