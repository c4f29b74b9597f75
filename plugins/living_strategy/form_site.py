"""The form on the site, `admin/`, and the same for a try, `admin/demo/`: pages, data and programs.

It is made from the model and the content at every build, so that nothing of it can be out of date.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import urlsplit

from living_strategy.artifact import DataFile
from living_strategy.content.graph import Graph
from living_strategy.content.reading import MAX_BYTES
from living_strategy.content.records.registers import REGISTERS
from living_strategy.content.records.settings_file import SETTINGS
from living_strategy.content.source import ContentSource
from living_strategy.editing.canonical import style_of
from living_strategy.editing.style import FieldStyle
from living_strategy.editing.style_data import style_data
from living_strategy.figures.presence import kinds_in_use
from living_strategy.forms.fields import form_fields
from living_strategy.forms.web.backend import Backend, backend
from living_strategy.forms.web.checks import checks, messages
from living_strategy.forms.web.decap import (
    SETTINGS_NAME,
    TEST,
    bare_name,
    collection_name,
    decap,
    has_bare_items,
    is_bare,
    locale,
)
from living_strategy.forms.web.words import sending_words, trial_words, words
from living_strategy.language import Language
from living_strategy.model import Area, Entry, Measure, Project
from living_strategy.palette.design_tokens import PATH as TOKENS
from living_strategy.settings import Settings
from living_strategy.site.addresses import FORM_FOLDER, TRIAL_FOLDER, Addresses
from living_strategy.site.assets import STYLE
from living_strategy.site.scripts import form_script
from living_strategy.site.security import form_policy
from living_strategy.site.styles import form_style
from living_strategy.site.ways_to_propose import FormDoors

FOLDER, DEMO = FORM_FOLDER, TRIAL_FOLDER
CMS, YAML = "decap-cms.js", "js-yaml.min.js"
# What a report of a new status is about, in the order in which it is asked for.
_REPORTED = ("status", "status_date", "status_reason", "phase", "updates", "sources", "as_of")
# What has to be there, with the licences under which it may be passed on.
PROGRAMS = (CMS, "decap-cms.LICENSE.txt", YAML, "js-yaml.LICENSE.txt")


@dataclass(frozen=True, slots=True)
class FormSource:
    """What the form needs and the strategy does not say: the address of the repository, and the
    programs of others by their names. Either may be empty: then there is no form.
    """

    repository: str = ""
    programs: Mapping[str, bytes] = field(default_factory=dict)

    def backend(self, settings: Settings, language: Language) -> Backend | None:
        """Return where proposals go; None where the form is off or that is not known."""
        if settings.form is None:
            return None
        return backend(self.repository, settings.form, language)

    @property
    def has_programs(self) -> bool:
        """Whether all programs are there."""
        return all(name in self.programs for name in PROGRAMS)


NO_FORM = FormSource()


def form_files(
    graph: Graph, language: Language, source: ContentSource, form: FormSource, url: str
) -> Iterator[DataFile]:
    """Yield the files of the form; none where it is off, or where something it needs is missing.
    `url` is the address of the site or empty.
    """
    settings = graph.corpus.settings
    target = form.backend(settings, language)
    if target is None or not form.has_programs:
        return
    yield from generated_files(graph, language, source, target, url)
    yield DataFile(f"{FOLDER}form.js", form_script().encode())
    yield DataFile(f"{FOLDER}form.css", form_style().encode())
    for name in PROGRAMS:
        yield DataFile(f"{FOLDER}{name}", form.programs[name])


def form_doors(graph: Graph, language: Language, form: FormSource) -> FormDoors:
    """Return where the form opens entries: items by themselves, others in the list that they stand
    in.
    """
    settings = graph.corpus.settings
    if not form.has_programs or form.backend(settings, language) is None:
        return FormDoors()
    places = {}
    for kind in kinds_in_use(settings):
        for entry in graph.of_kind(kind):
            is_bare_item = bool(kind.folder) and is_bare(entry, graph)
            name = bare_name(kind) if is_bare_item else collection_name(kind)
            opened = entry.id if kind.folder else name
            places[entry.id] = f"#/collections/{name}/entries/{opened}"
    with_status = {entry.id for kind in (Measure, Project) for entry in graph.of_kind(kind)}
    return FormDoors(
        urlsplit(form.repository).hostname or "",
        {name: f"{FOLDER}{place}" for name, place in places.items()},
        {name: f"{FOLDER}?report{place}" for name, place in places.items() if name in with_status},
    )


def generated_files(
    graph: Graph, language: Language, source: ContentSource, target: Backend, url: str
) -> Iterator[DataFile]:
    """Yield the files that follow from the model and the content."""
    text = language.text
    title = f"{text('Propose a change')} – {graph.corpus.settings.title}"
    trial = f"{text('Try the form')} – {graph.corpus.settings.title}"
    yield _json(f"{FOLDER}config.yml", decap(graph, language, target.settings, url))
    yield _json(f"{DEMO}config.yml", decap(graph, language, TEST, url))
    yield _json(f"{FOLDER}form.json", _data(graph, language))
    yield _json(f"{DEMO}content.json", _contents(graph, source))
    yield DataFile(f"{FOLDER}index.html", _page(title, language, target.origins).encode())
    yield DataFile(f"{DEMO}index.html", _page(trial, language, (), is_trial=True).encode())


def _json(path: str, data: Any) -> DataFile:
    # Whatever is JSON is YAML, too.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return DataFile(path, f"{text}\n".encode())


def _page(
    title: str, language: Language, origins: tuple[str, ...], *, is_trial: bool = False
) -> str:
    folder = "../" if is_trial else ""
    trial = language.text("You are trying the form. Nothing is sent, and nothing is kept.")
    needs = language.text("The form needs JavaScript. You can also change files as text.")
    scripts = "".join(
        f'<script src="{folder}{name}"></script>\n' for name in ("form.js", YAML, CMS)
    )
    notice = f'<p class="ls-trial" role="note">{escape(trial)}</p>\n' if is_trial else ""
    return (
        f'<!doctype html>\n<html lang="{escape(language.code)}" data-folder="{folder}"'
        f'{" data-demo=demo" if is_trial else ""}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(form_policy(origins))}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(title)}</title>\n<link rel="icon" href="data:,">\n'
        '<link rel="cms-config-url" type="text/yaml" href="config.yml">\n'
        f'<link rel="stylesheet" href="{folder}form.css">\n</head>\n<body>\n'
        f"<noscript><p>{escape(needs)}</p></noscript>\n{notice}{scripts}</body>\n</html>\n"
    )


def _data(graph: Graph, language: Language) -> dict[str, Any]:
    """Return what the script needs: how files are written, what is refused, words and titles."""
    kinds = kinds_in_use(graph.corpus.settings)
    return {
        "locale": locale(language),
        "words": words(language) if language.code in ("nb", "nn") else {},
        "sending": sending_words(language),
        "trial": trial_words(language),
        "messages": messages(language)
        | {
            "gone": messages(language)["gone"]
            .replace("{retired}", language.text("Retired"))
            .replace("{aliases}", language.text("Earlier ids"))
        },
        "styles": [f"../{TOKENS}", f"../{STYLE}", "form.css"],
        "titles": {entry.id: entry.title for entry in graph.entries.values()},
        "collections": [
            _settings(graph, language),
            *(_collection(kind, graph, language) for kind in kinds),
            *(
                _collection(kind, graph, language) | {"name": bare_name(kind), "sort": "fields"}
                for kind in kinds
                if kind.folder and has_bare_items(kind, graph)
            ),
        ],
    }


def _settings(graph: Graph, language: Language) -> dict[str, Any]:
    return {
        "name": SETTINGS_NAME,
        "sort": "fields",
        "kind": language.text("Settings"),
        "style": style_data(style_of(SETTINGS) or FieldStyle()),
        "checks": checks(Settings, graph, language),
        "facts": [],
        "reported": [],
        "page": "",
    }


def _collection(kind: type[Entry], graph: Graph, language: Language) -> dict[str, Any]:
    style = style_of(_path(kind)) or FieldStyle()
    own = [entry_field for entry_field in form_fields(kind) if not entry_field.part]
    facts = [
        {
            "name": entry_field.name,
            "label": language.text(entry_field.label),
            "words": (
                {choice.value: language.term(choice) for choice in language.choices(choices)}
                if (choices := entry_field.choices)
                else None
            ),
        }
        for entry_field in own
        if entry_field.name not in Entry.model_fields
    ]
    sort = "areas" if kind is Area else "item" if kind.folder else "register"
    page = Addresses(language).index(kind.kind)
    return {
        "name": collection_name(kind),
        "sort": sort,
        "kind": language.text(kind.label),
        "style": style_data(style),
        "checks": checks(kind, graph, language),
        "facts": facts,
        "reported": [
            name
            for name in _REPORTED
            if issubclass(kind, (Measure, Project)) and name in kind.model_fields
        ],
        "page": f"{page}{{{{slug}}}}/" if kind.folder else page,
    }


def _path(kind: type[Entry]) -> str:
    """Return the path of a file that holds entries of a kind."""
    if kind.folder:
        return f"{kind.folder}/x.md"
    return f"{REGISTERS}/{kind.register}.yml" if kind.register else SETTINGS


def _contents(graph: Graph, source: ContentSource) -> dict[str, Any]:
    """Return the files of the strategy for a try, folders in folders."""
    paths = {record.source.path for record in graph.corpus.records.values()}
    contents: dict[str, Any] = {}
    for path in sorted(path for path in paths if style_of(path)):
        raw = source.read(path, MAX_BYTES)
        if isinstance(raw, bytes):
            *folders, name = path.split("/")
            inner = contents
            for folder in folders:
                inner = inner.setdefault(folder, {})
            inner[name] = {"content": raw.decode("utf-8")}
    return contents
