"""The configuration of Decap CMS: a collection for each kind that the strategy makes use of."""

from __future__ import annotations

from typing import Any

from living_strategy.content.graph import Graph
from living_strategy.content.records.registers import REGISTERS
from living_strategy.content.records.settings_file import SETTINGS
from living_strategy.figures.presence import kinds_in_use
from living_strategy.forms.fields import FormField, form_fields
from living_strategy.forms.web.choices import Choices
from living_strategy.forms.web.shown import shown_fields
from living_strategy.forms.web.widgets import Widgets
from living_strategy.language import Language
from living_strategy.model import Area, Entry
from living_strategy.model.entry import RegisterEntry
from living_strategy.settings import Settings

# The languages that the program calls otherwise.
_LOCALES = {"nb": "nb_no", "nn": "nn_no"}
_FIRST = ("id", "title", "summary", "website")
_LAST = ("description", "as_of", "reviewed", "sources", "note", "number", "aliases", "retired")
TEST = {"name": "test-repo"}
SETTINGS_NAME = "settings"


def decap(graph: Graph, language: Language, backend: dict[str, Any], url: str) -> dict[str, Any]:
    """Return the configuration. `backend` is where proposals go, and `url` the address of the site
    or empty.
    """
    widgets = Widgets(Choices(graph, language), language)
    collections = []
    for kind in kinds_in_use(graph.corpus.settings):
        if not kind.folder:
            collections.append(_register(kind, widgets, language))
            continue
        collections.append(_items(kind, widgets, language))
        if has_bare_items(kind, graph):
            collections.append(_bare_items(kind, widgets, language))
    collections.append(_settings(widgets, language))
    return {
        "backend": backend,
        "publish_mode": "editorial_workflow",
        "locale": locale(language),
        **({"site_url": url} if url else {}),
        "show_preview_links": False,
        "search": False,
        "media_folder": "strategy/images",
        "public_folder": "images",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "collections": collections,
    }


def locale(language: Language) -> str:
    """Return the language by the name that the program has for it."""
    return _LOCALES.get(language.code, language.code.partition("-")[0])


def collection_name(kind: type[Entry]) -> str:
    """Return what a kind is called in the addresses of the form."""
    return kind.folder or kind.register or "areas"


def bare_name(kind: type[Entry]) -> str:
    """Return what items in `.yml` files are called there: a collection has one sort of files."""
    return f"{collection_name(kind)}-yml"


def is_bare(entry: Entry, graph: Graph) -> bool:
    """Return whether an item stands in a `.yml` file, with its text among the fields."""
    return graph.record(entry.id).source.path.endswith(".yml")


def has_bare_items(kind: type[Entry], graph: Graph) -> bool:
    """Return whether any item of a kind stands in a `.yml` file."""
    return any(is_bare(entry, graph) for entry in graph.of_kind(kind))


def _items(kind: type[Entry], widgets: Widgets, language: Language) -> dict[str, Any]:
    name = collection_name(kind)
    fields = [widgets.of(field, kind) for field in _in_order(kind, without=("id", "description"))]
    body = {
        "name": "body",
        "label": language.text("Text"),
        "widget": "text",
        "required": False,
        "hint": language.text(
            "The text of the page. A name in two square brackets, such as [[library]], becomes a "
            "link to that entry."
        ),
    }
    before = next(place for place, field in enumerate(fields) if field["name"] == "as_of")
    return {
        **_named(name, language.text(kind.labels), language.kind(kind.kind)),
        "folder": name,
        "create": True,
        "delete": False,
        "extension": "md",
        "identifier_field": "title",
        "slug": "{{slug}}",
        "summary": "{{title}}",
        "sortable_fields": ["title"],
        "fields": [*fields[:before], body, *fields[before:]],
    }


def _bare_items(kind: type[Entry], widgets: Widgets, language: Language) -> dict[str, Any]:
    """Return the collection of items in `.yml` files. New ones are `.md` files."""
    return {
        **_items(kind, widgets, language),
        **_named(bare_name(kind), f"{language.text(kind.labels)} (.yml)", language.kind(kind.kind)),
        "create": False,
        "extension": "yml",
        "fields": [widgets.of(field, kind) for field in _in_order(kind, without=("id",))],
    }


def _settings(widgets: Widgets, language: Language) -> dict[str, Any]:
    """Return the collection of the one file of settings; the areas in it have their own."""
    label = language.text("Settings")
    file = {
        "name": SETTINGS_NAME,
        "label": label,
        "file": SETTINGS,
        "fields": [widgets.of(field, Settings) for field in shown_fields(Settings)],
    }
    return {
        **_named(SETTINGS_NAME, label, label),
        "editor": {"preview": False},
        "files": [file],
    }


def _register(kind: type[Entry], widgets: Widgets, language: Language) -> dict[str, Any]:
    """Return the collection of a register, or of the areas: one file with a list of entries."""
    name = collection_name(kind)
    entries = {
        "name": "areas" if kind is Area else "entries",
        "label": language.text(kind.labels),
        "label_singular": language.kind(kind.kind),
        "widget": "list",
        "required": False,
        "collapsed": True,
        "minimize_collapsed": False,
        "summary": "{{fields.title}}",
        "fields": [widgets.of(field, kind) for field in _in_order(kind)],
    }
    file = {
        "name": name,
        "label": language.text(kind.labels),
        "file": SETTINGS if kind is Area else f"{REGISTERS}/{name}.yml",
        "fields": [entries],
    }
    return {
        **_named(name, language.text(kind.labels), language.kind(kind.kind)),
        "editor": {"preview": False},
        "files": [file],
    }


def _named(name: str, label: str, singular: str) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "label_singular": singular,
        "format": f"strategy-{name}",
        # Merging is for those who review, where the repository lies.
        "publish": False,
    }


def _in_order(kind: type[Entry], without: tuple[str, ...] = ()) -> list[FormField]:
    """Return the fields in the order of use: what it is, the kind's own, then where it is from."""
    fields = {field.name: field for field in form_fields(kind) if field.name not in without}
    common = {*Entry.model_fields, *RegisterEntry.model_fields}
    names = [
        *(name for name in _FIRST if name in fields),
        *(name for name in fields if name not in common),
        *(name for name in _LAST if name in fields),
    ]
    return [fields[name] for name in names]
