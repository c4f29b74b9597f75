"""Templates filled in with less work, and with the same result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, pass_context, pass_environment
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from living_strategy.model.values import Status
from living_strategy.partial_date import PartialDate
from living_strategy.site.template_runtime import (
    QuickContext,
    QuickMacro,
    QuickTemplate,
    quicken,
    written,
)


class Own:
    """A value that knows its HTML."""

    def __html__(self) -> str:
        """No text that needs escaping."""
        return "<i>"


VALUES = (
    "å & <b> \"'", "plain", "", Markup("<b>&amp;</b>"), Markup("x & ") + "<y>", 5, 2.5, None, True,
    Status.ONGOING, PartialDate.parse("2024-03"), ["<a>"], Own(),
)  # fmt: skip


class Callee:
    """Things that templates call."""

    def __call__(self, value: str) -> str:
        """An object that can be called."""
        return f"<{value}>"

    def method(self, value: str, *, times: int = 1) -> str:
        """A method with an option."""
        return value * times

    @pass_context
    def asks(self, context: Context, value: str) -> str:
        """A method that wants to know where it is called."""
        return f"{context['name']} {value} {context.get('entry', '')}"


@pass_environment
def _of_environment(environment: Environment, value: str) -> str:
    return f"{environment.trim_blocks} {value}"


TEMPLATES = {
    "base": "<h1>{% block title %}{{ name }}{% endblock %}</h1>{% block body %}{% endblock %}",
    "parts": (
        "{% macro row(a, b='<') %}<td>{{ a }}{{ b }}</td>{% endmacro %}"
        "{% macro box(a) %}<p>{{ a }}{{ caller('<') }}</p>{% endmacro %}"
    ),
    "page": (
        "{% extends 'base' %}{% from 'parts' import row, box %}"
        "{% block title %}{{ super() }} & {{ name ~ '<' }}{% endblock %}"
        "{% block body %}{% for entry in values %}{{ row(entry) }}{{ row(loop.index, b=entry) }}"
        "{{ callee.asks('<') }}{{ loop.cycle('<odd>', '<even>') }}{% endfor %}"
        "{% call(x) box(name) %}<i>{{ x }}</i>{% endcall %}"
        "{% set kept %}{{ name }}<b>{% endset %}{{ kept }}"
        "{{ callee('x') }}{{ callee.method('<', times=3) }}{{ environment('<') }}{{ 'a'.upper() }}"
        "{% autoescape false %}{{ name }}{{ row('<') }}{% endautoescape %}"
        "{{ name | upper }}{{ name | safe }}{{ [name, name] | join('<') }}"
        "{{ dict(a='<') }}{% endblock %}"
    ),
}  # fmt: skip


def _filled(prepare: Callable[[Environment], None]) -> str:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, loader=DictLoader(TEMPLATES)
    )
    prepare(environment)
    values: dict[str, Any] = {"name": "<å>", "values": VALUES, "callee": Callee()}
    return environment.get_template("page").render(values, environment=_of_environment)


def test_pages_are_as_jinja_makes_them() -> None:
    """Blocks, macros, loops, own functions and everything that escapes."""
    assert _filled(quicken) == _filled(lambda environment: None)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_values_are_escaped_as_jinja_escapes_them(value: Any) -> None:
    """The same text."""
    assert str(written(value)) == str(escape(value))


def test_the_names_within_jinja_are_as_expected() -> None:
    """Were one to change, pages would take longer and no other test would tell."""
    environment = Environment(autoescape=True)
    plain = environment.from_string("{{ a }}").root_render_func.__globals__
    quicken(environment)
    template = environment.from_string("{{ f(a) }}")

    assert plain["escape"] is escape
    assert isinstance(template, QuickTemplate)
    assert template.root_render_func.__globals__["escape"] is written
    assert (plain["Macro"], template.root_render_func.__globals__["Macro"]) == (Macro, QuickMacro)
    assert "= Macro(environment, macro, 'm'," in environment.compile(
        "{% macro m() %}{% endmacro %}", raw=True
    )
    assert isinstance(template.new_context(), QuickContext)
    assert "context.call(" in environment.compile("{{ f(a) }}", raw=True)
    assert written("a") == "a"
    assert type(written("<")) is str


def test_what_functions_ask_of_jinja() -> None:
    """Functions that ask for the context are known by an attribute."""
    assert hasattr(pass_context(lambda context: ""), "jinja_pass_arg")


def test_mistakes_are_told() -> None:
    """A call of something that is not there, or with wrong arguments, fails as it does in Jinja."""
    environment = Environment(undefined=StrictUndefined)
    quicken(environment)

    with pytest.raises(Exception, match="'f' is undefined"):
        environment.from_string("{{ f(1) }}").render()
    with pytest.raises(TypeError, match="unexpected keyword argument 'b'"):
        environment.from_string("{{ f(b=1) }}").render(f=lambda a=1: a)
    with pytest.raises(TypeError, match="takes not more than 1 argument"):
        environment.from_string("{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}").render()
    with pytest.raises(Exception, match="parameter 'a' was not provided"):
        environment.from_string("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}").render()
