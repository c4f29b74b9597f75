"""What Jinja does most often while a template is filled in, with less work and the same result.

What is written out becomes plain text where Jinja makes a `Markup` of each piece, and functions of
ours are called without being asked what of Jinja's they want. Were the names below to change, pages
would take longer, and be the same.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from types import BuiltinFunctionType, CodeType, FunctionType, MethodType
from typing import Any

import markupsafe
from jinja2 import Environment, Template
from jinja2.runtime import Context, Macro
from markupsafe import Markup

_PLAIN = frozenset((FunctionType, MethodType, BuiltinFunctionType))
_escape: Callable[[str], str] = getattr(
    markupsafe, "_escape_inner", lambda text: str(markupsafe.escape(text))
)


def written(value: Any) -> str:
    """What stands in the page for a value: HTML as it is, anything else escaped."""
    kind = type(value)
    if kind is str:
        return _escape(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return markupsafe.escape(value)


class QuickTemplate(Template):
    """A template whose code writes values with `written`."""

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
        template.root_render_func.__globals__["escape"] = written
        return template


class QuickContext(Context):
    """Calls macros and functions straight away, unless they ask for something else of Jinja's."""

    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """See Jinja, which also gives the names of the loop and the block that it is called in."""
        kind = type(__obj)
        if kind is Macro:
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
