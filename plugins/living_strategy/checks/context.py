"""What every rule may look at besides the graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What lies outside the files themselves.

    `today` decides what lies in the future. `addresses` maps the addresses of generated lists and
    overviews to the kind or name of what they show; the page of an entry lies below the list of
    its kind. `overrides` are the names of templates that the strategy replaces, `templates` those
    that exist. `has_file` tells whether a file stands below `strategy/`.
    """

    today: date
    addresses: Mapping[str, str] = field(default_factory=dict)
    overrides: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    has_file: Callable[[str], bool] = lambda name: False
