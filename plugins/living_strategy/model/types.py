"""Types inside the annotations of models."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel


def classes_in(annotation: Any) -> Iterator[type]:
    """Yield every class inside an annotation, through unions, tuples and metadata."""
    origin = get_origin(annotation)
    if origin is typing.Annotated:
        yield from classes_in(get_args(annotation)[0])
    elif origin is not None or isinstance(annotation, types.UnionType):
        for inner in get_args(annotation):
            yield from classes_in(inner)
    elif isinstance(annotation, type):
        yield annotation


def marks_in(annotation: Any) -> Iterator[Any]:
    """Yield all metadata inside an annotation, through unions, tuples and metadata."""
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from marks_in(inner)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Return every model inside an annotation."""
    return (kind for kind in classes_in(annotation) if issubclass(kind, BaseModel))
