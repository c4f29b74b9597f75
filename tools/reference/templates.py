"""Templates: the values, bases and blocks of each, for those who override one."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, nodes

from living_strategy.site.template_files import OVERRIDES, template_folders
from tools.reference.fields import cell, code
from tools.reference.views import (
    Given,
    filter_meanings,
    given_to_templates,
    helper_meanings,
    item_values,
)

PAGE = "templates.md"
MAX_LENGTH = 90
BEGINNING = f"""\
# Templates

A file `{OVERRIDES}/<name>.html` takes the place of the template of that name. The names are kept
within a major version, and what a template is given may grow but is not taken away.
[A template of your own](../own-templates.md) shows how. Templates are Jinja: texts are escaped by
themselves, and a name that does not exist is an error.

The column *Made by* is the expression in the view, for those who want to look it up there.

This page is written from `plugins/living_strategy/site/`; run `make docs` after a change there.

## Given to all

| Name | What it is |
|---|---|
| `page_title` | The title of the page. |
| `page_description` | What the page says, in a sentence; may be empty. |
| `updated` | The day of the last change of the strategy; `None` without a history. |
| `settings` | [The settings of the strategy](settings.md), such as `settings.title`. |
| `here` | The page that is being made, see below. |
| `_("…")`, `pgettext`, `ngettext` | A text of ours in the language of the site. |
"""
ENTRY = """
## Given to the page of every entry

The templates of the kinds are given these, and what is listed below for each of them.

"""


def page() -> str:
    """Write the page."""
    by_template, shared = given_to_templates(), item_values()
    filters = _meanings("Filter", filter_meanings())
    methods = _meanings("Method", helper_meanings())
    sources = {
        path.name: path.read_text("utf-8")
        for folder in template_folders()
        for path in folder.glob("*.html")
    }
    shared_names = {value.name for value in shared}
    sections = (
        _section(name, sources[name], by_template.get(name), shared_names)
        for name in sorted(sources)
    )
    return (
        f"{BEGINNING}\n### Filters\n\n`entry|link`, `date|date` and so on.\n\n{filters}"
        f"\n### Methods of `here`\n\n{methods}{ENTRY}{_table(shared)}{''.join(sections)}"
    )


def _meanings(heading: str, texts: dict[str, str]) -> str:
    rows = "".join(f"| `{name}` | {cell(text)} |\n" for name, text in texts.items())
    return f"| {heading} | What it gives |\n|---|---|\n{rows}"


def _section(name: str, source: str, values: tuple[Given, ...] | None, shared: set[str]) -> str:
    entry = shared <= {value.name for value in values or ()}
    own_values = tuple(value for value in values or () if not (entry and value.name in shared))
    lines = [*_structure(source)]
    if entry:
        lines.append(
            "Given what the page of every entry is given" + ("." if not own_values else ", and:")
        )
    elif values is None:
        lines.append("Not a page by itself: others include it, extend it or take macros from it.")
    elif not own_values:
        lines.append("Given nothing more than all are.")
    body = "".join(f"{line}\n\n" for line in lines)
    return f"\n## `{name}`\n\n{body}{_table(own_values) if own_values else ''}".rstrip("\n") + "\n"


def _structure(source: str) -> Iterator[str]:
    """Yield the base of the template, its blocks and its macros."""
    tree = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True).parse(
        source
    )
    for extends in tree.find_all(nodes.Extends):
        if isinstance(extends.template, nodes.Const):
            yield f"Extends `{extends.template.value}`."
    blocks = [code(block.name) for block in tree.find_all(nodes.Block)]
    if blocks:
        yield f"Blocks: {', '.join(blocks)}."
    macros = [
        code(f"{macro.name}({', '.join(argument.name for argument in macro.args)})")
        for macro in tree.find_all(nodes.Macro)
    ]
    if macros:
        yield f"Macros: {', '.join(macros)}."


def _table(values: tuple[Given, ...]) -> str:
    rows = "".join(
        f"| `{value.name}` | {_made_by(value)} | {cell(value.meaning)} |\n" for value in values
    )
    return f"| Name | Made by | What it is |\n|---|---|---|\n{rows}"


def _made_by(value: Given) -> str:
    """Cut the expression short."""
    if value.is_constant:
        return "–"
    text = value.made_by
    return code(text if len(text) <= MAX_LENGTH else f"{text[:MAX_LENGTH].rstrip()} …")
