"""Blocks of a strategy's own templates that no template below them has: nobody would see them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2 import Environment, FileSystemLoader, TemplateNotFound, TemplateSyntaxError, nodes

from living_strategy.content.reading import read_text
from living_strategy.content.source import ContentSource
from living_strategy.diagnostics import Diagnostic, Location, nearest
from living_strategy.site.template_files import OVERRIDES, template_folders


def unknown_blocks(source: ContentSource, overrides: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield a finding for each block that an override fills and its parent does not have.

    A template that cannot be read says so when it is used.
    """
    chain = _Chain(source)
    for name in overrides:
        template = chain.template(name)
        parent = _parent(template)
        line = chain.line(parent)
        if template is None or not line or name in line:
            continue
        known = chain.blocks(line)
        for block in _filled(template):
            if block.name not in known:
                params = {
                    "name": block.name,
                    "parent": parent,
                    "allowed": ", ".join(sorted(known)),
                    "near": nearest(block.name, known),
                } | ({} if known else {"case": "none"})
                place = chain.locate(name, block)
                yield Diagnostic("unknown-block", place, params)


class _Chain:
    """Templates as they are looked up when a page is made: the strategy's own come first."""

    def __init__(self, source: ContentSource) -> None:
        self._source = source
        self._environment = Environment(autoescape=True)
        self._built_in = FileSystemLoader(template_folders())
        self._texts: dict[str, str] = {}
        self._templates: dict[str, nodes.Template | None] = {}

    def template(self, name: str) -> nodes.Template | None:
        """Return a template, unless there is none or it cannot be read."""
        if name not in self._templates:
            try:
                self._templates[name] = self._environment.parse(self._text(name))
            except (TemplateSyntaxError, TemplateNotFound, RecursionError):
                self._templates[name] = None
        return self._templates[name]

    def line(self, name: str) -> tuple[str, ...]:
        """Return a template and all that it builds on in turn, as far as they can be read."""
        names: list[str] = []
        while name not in names and (template := self.template(name)):
            names.append(name)
            name = _parent(template)
        return tuple(names)

    def blocks(self, names: Iterable[str]) -> frozenset[str]:
        """Return the names of all blocks of some templates."""
        templates = filter(None, map(self.template, names))
        return frozenset(
            block.name for template in templates for block in template.find_all(nodes.Block)
        )

    def locate(self, name: str, block: nodes.Block) -> Location:
        """Return the place of the name of a block, or where its line begins."""
        file = f"{OVERRIDES}/{name}"
        line = self._texts[name].split("\n")[block.lineno - 1]
        written = re.search(rf"\bblock\s+({re.escape(block.name)})\b", line)
        return Location(file, block.lineno, written.start(1) + 1 if written else 1)

    def _text(self, name: str) -> str:
        if name not in self._texts:
            own = read_text(self._source, f"{OVERRIDES}/{name}")
            if not isinstance(own, str):
                own, _, _ = self._built_in.get_source(self._environment, name)
            self._texts[name] = own
        return self._texts[name]


def _parent(template: nodes.Template | None) -> str:
    """Return the template that another one builds on, or an empty text when nobody can know."""
    extends = next(template.find_all(nodes.Extends), None) if template else None
    name = extends.template if extends else None
    return name.value if isinstance(name, nodes.Const) and isinstance(name.value, str) else ""


def _filled(node: nodes.Node) -> Iterator[nodes.Block]:
    """Yield the blocks that stand in no other block: those in one are shown where it is."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _filled(child)
