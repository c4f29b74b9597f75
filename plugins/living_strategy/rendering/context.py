"""What a view works with: the strategy, its language, links, bodies and templates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache

from living_strategy.artifact import Page
from living_strategy.graph import Graph
from living_strategy.language import Language
from living_strategy.rendering.addresses import Addresses, LinkResolver
from living_strategy.rendering.bodies import Bodies
from living_strategy.rendering.here import Here
from living_strategy.rendering.templates import Templates
from living_strategy.settings import Settings


@dataclass(frozen=True)
class ViewContext:
    """Everything a view may use. `resolve` gives the address of one page as seen from another;
    `root` is the content root, whose `overrides/views` replace our templates.
    """

    root: Path
    graph: Graph
    language: Language
    today: date
    addresses: Addresses
    resolve: LinkResolver
    bodies: Bodies
    compiled: BytecodeCache | None = None
    share: tuple[int, int] = (0, 1)
    """Which part of the entries' pages to make: every `share[1]`-th, from `share[0]` on."""
    _here: Here = field(init=False, repr=False)
    _templates: Templates = field(init=False, repr=False)

    def __post_init__(self) -> None:
        here = self.here("")
        names = {"here": here, "settings": self.settings}
        templates = Templates(self.root, self.language, here.filters(), names, self.compiled)
        object.__setattr__(self, "_here", here)
        object.__setattr__(self, "_templates", templates)

    @property
    def settings(self) -> Settings:
        """What the strategy says about itself."""
        return self.graph.corpus.settings

    def here(self, path: str) -> Here:
        """The helpers of the page at `path`."""
        return Here(self.graph, self.language, self.addresses, self.resolve, self.bodies, path)

    def page(
        self,
        path: str,
        template: str,
        *,
        title: str,
        description: str = "",
        source: str = "",
        in_menu: bool = False,
        modified: str = "",
        page_type: str = "",
        linked_data: str = "",
        **values: Any,
    ) -> Page:
        """Render a template into a page at `path`."""
        self._here.go_to(path)
        values["page_title"] = title
        content = self._templates.render(template, values)
        return Page(
            path,
            page_type or template.removesuffix(".html"),
            title,
            description,
            content,
            source,
            in_menu,
            modified,
            linked_data,
        )
