"""Help texts of fields: the text below each field in the source, shown in forms and messages."""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise

from pydantic import BaseModel


@cache
def field_help(model: type[BaseModel]) -> dict[str, str]:
    """Return help text by field name, in English (message ids), inherited fields included."""
    texts: dict[str, str] = {}
    for parent in reversed(model.__mro__):
        if issubclass(parent, BaseModel) and parent is not BaseModel:
            texts |= _module_texts(parent.__module__).get(parent.__name__, {})
    return {name: texts[name] for name in model.model_fields if name in texts}


@cache
def _module_texts(module: str) -> dict[str, dict[str, str]]:
    """Return the texts of every class in a module: its file is read once, not once per class."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {
        node.name: attribute_texts(node) for node in tree.body if isinstance(node, ast.ClassDef)
    }


def attribute_texts(node: ast.AST) -> dict[str, str]:
    """Return the text below each annotated attribute of a class statement, as one paragraph."""
    body = node.body if isinstance(node, ast.ClassDef) else []
    texts = {}
    for statement, following in pairwise(body):
        match statement, following:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                texts[name] = " ".join(text.split())
    return texts
