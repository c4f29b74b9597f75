"""The Jinja environment: autoescaping, strict, and with the strategy's own templates first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateSyntaxError,
)

from living_strategy.language import Language
from living_strategy.site.template_files import OVERRIDES, template_folders
from living_strategy.site.template_runtime import quicken

_MESSAGE = re.compile(r'(?<![\w.])_\(("(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\')\)')

Filters = Mapping[str, Callable[..., Any]]


class OverrideError(Exception):
    """A template of the strategy's own cannot be used. `file` is relative to the content root."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason

    def message(self, language: Language) -> str:
        """Return what happened, in the site's language; what Jinja says about it is English."""
        return language.text(
            "The template {file} could not be used. Line {line}: {reason}."
        ).format(file=self.file, line=self.line, reason=self.reason)


class _Translating(BaseLoader):
    """Puts translated messages into the template's text before it is compiled.

    A call costs a template more than everything else it does on a page, and the language of a
    site never changes while it is built.
    """

    def __init__(self, loader: BaseLoader, language: Language) -> None:
        self._loader = loader
        self._language = language

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, name, current = self._loader.get_source(environment, template)
        return _MESSAGE.sub(self._literal, source), name, current

    def _literal(self, match: re.Match[str]) -> str:
        quoted = match[1]
        message = re.sub(r"\\(.)", r"\1", quoted[1:-1])
        words = self._language.text(message).replace("\\", "\\\\").replace('"', '\\"')
        return f'"{words}"'


def _filled(template: Template, values: Mapping[str, Any]) -> str:
    """Fill in a template as `render` does, and keep nothing of the values. The macros of a template
    know the context that knows them, and nobody looks for such circles while a site is built.
    """
    context = template.new_context(dict(values))
    try:
        return template.environment.concat(template.root_render_func(context))
    except Exception:
        template.environment.handle_exception()
    finally:
        context.vars.clear()
        context.exported_vars.clear()
        context.parent.clear()


class Templates:
    """Loads templates. A file in `overrides/views` replaces the one of that name.

    `compiled` may keep their code: compiling takes longer than rendering a small strategy.
    """

    def __init__(
        self,
        root: Path,
        language: Language,
        filters: Filters,
        names: Mapping[str, Any],
        compiled: BytecodeCache | None = None,
    ) -> None:
        files = ChoiceLoader(
            [FileSystemLoader(root / OVERRIDES), FileSystemLoader(template_folders())]
        )
        self._environment = Environment(
            loader=_Translating(files, language),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            # Our filters depend on the page and the strategy: nothing may be computed when a
            # template is compiled, for the code may be kept.
            optimized=False,
            bytecode_cache=compiled,
        )
        quicken(self._environment)
        self._environment.filters |= dict(filters)
        self._environment.globals |= {
            "pgettext": language.context,
            "ngettext": lambda singular, plural, count, **values: language.plural(
                singular, plural, count
            ).format(count=language.number(count), **values),
            **names,
        }
        self._root = root
        self._templates: dict[str, Template] = {}

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """Return the template filled in; values that are not marked as HTML are escaped.

        Raises:
            OwnTemplateError: it, or one that it builds on, is the strategy's own and has a mistake.
        """
        try:
            template = self._templates.get(name)
            if template is None:
                template = self._templates[name] = self._environment.get_template(name)
            return _filled(template, values)
        except Exception as error:
            if override_error := self._own_mistake(error):
                raise override_error from error
            raise

    def _own_mistake(self, error: Exception) -> OverrideError | None:
        """Return the last place in a template of the strategy's own that led to it, if any."""
        locations = [(frame.filename, frame.lineno) for frame in extract_tb(error.__traceback__)]
        if isinstance(error, TemplateSyntaxError) and error.filename:
            locations.append((error.filename, error.lineno))
        for file, line in reversed(locations):
            if Path(file).is_relative_to(self._root / OVERRIDES):
                reason = f"{type(error).__name__}: {error}".splitlines()[0].rstrip(".")
                return OverrideError(
                    Path(file).relative_to(self._root).as_posix(), line or 1, reason
                )
        return None
