"""The Jinja environment: autoescaping, strict, and with the strategy's own templates first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, Template

from living_strategy.language import Language

OVERRIDES = "overrides/views"
TEMPLATES = Path(__file__).parent.parent / "views" / "templates"


def template_names(folder: Path) -> tuple[str, ...]:
    """The templates in a folder, sorted."""
    return tuple(sorted(path.name for path in folder.glob("*.html")))


class Templates:
    """Loads templates. A file in `overrides/views` of the strategy replaces the one of that name."""

    def __init__(self, root: Path, language: Language) -> None:
        self._environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(root / OVERRIDES), FileSystemLoader(TEMPLATES)]),
            autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
            keep_trailing_newline=False, auto_reload=False,
        )
        self._environment.globals |= {
            "_": language.text,
            "pgettext": language.context,
            "ngettext": lambda one, many, count, **values: language.plural(
                one, many, count
            ).format(count=language.number(count), **values),
        }
        self._templates: dict[str, Template] = {}

    def render(self, name: str, **values: Any) -> str:
        """The template filled in; values that are not marked as HTML are escaped."""
        template = self._templates.get(name)
        if template is None:
            template = self._templates[name] = self._environment.get_template(name)
        return template.render(values)
