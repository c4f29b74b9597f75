"""Compiles every text of a template once in a run of the tests.

Each test that renders has environments of its own, which would compile the same templates again:
most of the time of a small page. What a text becomes depends on its environment's rules alone.
Builds in processes of their own find what others have compiled where they keep it themselves.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from typing import Any

import pytest
from jinja2 import Environment

from tests.integration.compiled import SHARED
from tests.integration.site_support import once


@pytest.fixture(scope="session", autouse=True)
def templates_compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Remembers what `Environment.compile` returned; processes share a folder."""
    compile_template = Environment.compile
    known: dict[tuple[Any, ...], bytes] = {}

    def compiled(self: Environment, source: Any, *rest: Any, **named: Any) -> Any:
        if not isinstance(source, str):
            return compile_template(self, source, *rest, **named)
        key = (source, rest, tuple(named.items()), *_rules(self))
        if key not in known:
            known[key] = marshal.dumps(compile_template(self, source, *rest, **named))
        # A copy: how code is written to a cache depends on who else holds it.
        return marshal.loads(known[key])

    SHARED.append(once(tmp_path_factory, "templates", lambda folder: None))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", compiled)
        yield
    SHARED.pop()


def _rules(environment: Environment) -> Iterator[object]:
    """What decides on the code beside the text."""
    yield type(environment)
    yield environment.code_generator_class
    yield environment.autoescape
    yield environment.undefined
    yield environment.trim_blocks
    yield environment.lstrip_blocks
    yield environment.keep_trailing_newline
    yield environment.optimized
    # What an optimizer finds constant is filtered when a template is compiled.
    yield frozenset(environment.filters.items() if environment.optimized else environment.filters)
    yield frozenset(environment.extensions)
