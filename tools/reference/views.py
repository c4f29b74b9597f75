"""Values that each template gets, read from the source of the views without running them."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from living_strategy.site import page_helpers as helpers
from living_strategy.site import pages
from living_strategy.site.context import ViewContext
from living_strategy.site.parts import item

ROOM = Path(pages.__file__).parent
# What the page itself takes; all other arguments are handed to the template.
_OWN = frozenset(inspect.signature(ViewContext.page).parameters) - {"values"}


class UnreadableViewError(Exception):
    """A view passes values to a template in a way that cannot be read from its source."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value that a template gets: its name, the expression that makes it, its meaning."""

    name: str
    made_by: str
    meaning: str = ""

    @property
    def is_constant(self) -> bool:
        """Whether it is written out, which says nothing of other pages of the template."""
        try:
            ast.literal_eval(self.made_by)
        except ValueError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class _Module:
    """A module with its functions by name."""

    name: str
    functions: dict[str, ast.FunctionDef]


@cache
def _module(name: str) -> _Module:
    tree = ast.parse(inspect.getsource(importlib.import_module(name)))
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    return _Module(name, functions)


def given_to_templates() -> dict[str, tuple[Given, ...]]:
    """Return the values of every template that a view renders, by the name of the template."""
    by_template: dict[str, dict[str, Given]] = {}
    for folder in sorted(path.parent.name for path in ROOM.glob("*/view.py")):
        module = _module(f"{pages.__name__}.{folder}.view")
        for function in module.functions.values():
            for template, values in _pages_of(module, function):
                by_name = by_template.setdefault(template, {})
                for value in values:
                    if value.name not in by_name or by_name[value.name].is_constant:
                        by_name[value.name] = value
    return {name: tuple(values.values()) for name, values in sorted(by_template.items())}


def item_values() -> tuple[Given, ...]:
    """Return the values that the page of every entry gets, whatever its kind."""
    module = _module(item.__name__)
    function = module.functions[item.item_pages.__name__]
    call = next(call for call in _calls(function) if _renders(call))
    keywords = (keyword for keyword in call.keywords if keyword.arg and keyword.arg not in _OWN)
    return tuple(_given(module, function, str(keyword.arg), keyword.value) for keyword in keywords)


def _pages_of(
    module: _Module, function: ast.FunctionDef
) -> Iterator[tuple[str, tuple[Given, ...]]]:
    """Yield the templates that a function renders, each with its values."""
    for call in _calls(function):
        if _renders(call):
            values = (_given_by(module, function, keyword) for keyword in call.keywords)
            yield ast.literal_eval(call.args[1]), tuple(chain.from_iterable(values))
        elif _called(call) == "item_pages":
            extra = (_returned(module, ast.unparse(argument)) for argument in call.args[3:])
            yield ast.literal_eval(call.args[1]), (*item_values(), *chain.from_iterable(extra))


def _calls(function: ast.FunctionDef) -> Iterator[ast.Call]:
    return (node for node in ast.walk(function) if isinstance(node, ast.Call))


def _renders(call: ast.Call) -> bool:
    """Return whether a template is rendered here: by a context, not by what keeps pages."""
    function = call.func
    return (
        isinstance(function, ast.Attribute)
        and function.attr == "page"
        and isinstance(function.value, ast.Name)
        and len(call.args) > 1
    )


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)


def _given_by(module: _Module, function: ast.FunctionDef, keyword: ast.keyword) -> Iterator[Given]:
    value = keyword.value
    if keyword.arg in _OWN:
        return
    if keyword.arg:
        yield _given(module, function, keyword.arg, value)
        return
    made_by = value if isinstance(value, ast.Call) else _assigned(function, ast.unparse(value))
    if made_by is None:
        raise UnreadableViewError(f"{function.name}: {ast.unparse(value)} is given no value")
    if isinstance(made_by, ast.Call):
        yield from _returned(module, ast.unparse(made_by.func))
    else:
        yield from _dictionary(module, function, made_by)


def _returned(module: _Module, name: str) -> Iterator[Given]:
    """Yield the values in the dictionary that a function of the module returns."""
    if name not in module.functions:
        raise UnreadableViewError(f"{module.name}: {name} is not a function of this module")
    function = module.functions[name]
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value:
            yield from _dictionary(module, function, node.value)


def _assigned(function: ast.FunctionDef, name: str) -> ast.expr | None:
    """Return the expression that a function assigns to a name or loops over, or None."""
    for node in ast.walk(function):
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=target)], value=ast.expr() as value)
                | ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value)
            ) if target == name:
                return value
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)) if (
                name in (names := [ast.unparse(element) for element in targets])
            ):
                return values[names.index(name)]
            case ast.For(target=ast.Name(id=target), iter=ast.Call() as value) if target == name:
                return value
    return None


def _dictionary(module: _Module, function: ast.FunctionDef, value: ast.expr) -> Iterator[Given]:
    if not isinstance(value, ast.Dict):
        raise UnreadableViewError(f"{module.name}: {ast.unparse(value)} is no written dictionary")
    for key, element in zip(value.keys, value.values, strict=True):
        if key is None:
            yield from _returned(module, ast.unparse(element).partition("(")[0])
        else:
            yield _given(module, function, ast.literal_eval(key), element)


def _given(module: _Module, function: ast.FunctionDef, name: str, value: ast.expr) -> Given:
    """Return a value with the expression that makes it, followed through one name."""
    if isinstance(value, ast.Name):
        value = _assigned(function, value.id) or value
    source = value.func if isinstance(value, ast.Call) else value
    maker = getattr(importlib.import_module(module.name), ast.unparse(source), None)
    documented = inspect.getdoc(maker) if inspect.isfunction(maker) else ""
    return Given(name, ast.unparse(value), _result(documented or ""))


def first_sentence(text: str) -> str:
    """Return the first sentence of a docstring, on one line."""
    line = " ".join(text.split("\n\n")[0].split())
    return line.partition(". ")[0].removesuffix(".") + "." if line else ""


def _result(text: str) -> str:
    """Return what a function returns, from the first sentence of its docstring."""
    sentence = first_sentence(text)
    for verb in ("Return ", "Yield "):
        sentence = sentence.removeprefix(verb)
    return sentence[:1].upper() + sentence[1:]


def filter_meanings() -> dict[str, str]:
    """Describe every filter of the templates."""
    from living_strategy.language import Language
    from living_strategy.site.hues import Hues

    methods = _module(helpers.__name__).functions["filters"]
    returned = next(node.value for node in ast.walk(methods) if isinstance(node, ast.Return))
    if not isinstance(returned, ast.Dict):
        raise UnreadableViewError("the filters are no written dictionary")
    owners = {"self._language": Language, "self._hues": Hues}
    meanings: dict[str, str] = {}
    for key, value in zip(returned.keys, returned.values, strict=True):
        path, _, method_name = ast.unparse(value).rpartition(".")
        owner = owners.get(path, helpers.PageHelpers)
        method = getattr(owner, method_name)
        name = key.value if isinstance(key, ast.Constant) else ""
        meanings[str(name)] = _result(inspect.getdoc(method) or "")
    return meanings


def helper_meanings() -> dict[str, str]:
    """Describe the methods of `here` that are not filters."""
    excluded = {"filters", "move_to", *filter_meanings()}
    names = (name for owner in reversed(helpers.PageHelpers.__mro__[:-1]) for name in vars(owner))
    return {
        name: _result(inspect.getdoc(getattr(helpers.PageHelpers, name)) or "")
        for name in dict.fromkeys(names)
        if not name.startswith("_") and name not in excluded
    }
