"""What Jinja does most often while a template is filled in, with less work and the same result.

What is written out becomes plain text where Jinja makes a `Markup` of each piece, and functions of
ours are called without being asked what of Jinja's they want. Were the names below to change, pages
would take longer, and be the same.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import cached_property, partial
from types import BuiltinFunctionType, CodeType, FunctionType, MethodType
from typing import Any

import markupsafe
from jinja2 import Environment, Template, pass_eval_context
from jinja2.environment import TemplateModule
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup

_PLAIN = frozenset((FunctionType, MethodType, BuiltinFunctionType))
_escape: Callable[[str], str] = getattr(
    markupsafe, "_escape_inner", lambda text: str(markupsafe.escape(text))
)
# `Markup(…)` asks a text first whether it knows its HTML.
_markup: Callable[[str], Markup] = partial(str.__new__, Markup)


def written(value: Any) -> str:
    """Return what stands in the page for a value: HTML as it is, anything else escaped."""
    kind = type(value)
    if kind is str:
        return _escape(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return markupsafe.escape(value)


class QuickMacro(Macro):
    """A macro that is called with values alone, as most are, in fewer steps."""

    @pass_eval_context
    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """See Jinja, which looks for names, defaults and callers first."""
        asks = kwargs or self.caller or self.catch_kwargs or self.catch_varargs
        left_out = self._argument_count + 1 - len(args)
        if asks or left_out < 0 or not args or type(args[0]) is not EvalContext:
            return super().__call__(*args, **kwargs)
        text = self._func(*args[1:], *(missing,) * left_out)
        return _markup(text) if args[0].autoescape else text


class QuickTemplate(Template):
    """A template whose code writes values with `written`, and whose macros are quick."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """See Jinja; the names that compiled code uses are those of its module."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__.update(escape=written, Macro=QuickMacro)
        return template

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """See Jinja, which compares all names with those of the importing template each time."""
        if ctx is None or ctx.globals_keys <= self._names:
            return super()._get_default_module()
        return super()._get_default_module(ctx)

    @cached_property
    def _names(self) -> frozenset[str]:
        """The names that it has known since it was first imported."""
        return frozenset(self.globals)


class QuickContext(Context):
    """Calls macros and functions straight away, unless they ask for something else of Jinja's."""

    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """See Jinja, which also gives the names of the loop and the block that it is called in."""
        kind = type(__obj)
        if kind is QuickMacro:
            args = (__self.eval_ctx, *args)
        elif kind not in _PLAIN or hasattr(__obj, "jinja_pass_arg"):
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return __obj(*args, **kwargs)


def quicken(environment: Environment) -> None:
    """Fill in the templates of an environment in this way."""
    environment.template_class = QuickTemplate
    environment.context_class = QuickContext
