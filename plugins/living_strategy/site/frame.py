"""Frame: what a host puts around a page. Everything else of a site is the same on every road."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Protocol

from living_strategy.artifact import Page
from living_strategy.model import KINDS
from living_strategy.site.assets import FOLDER
from living_strategy.site.context import ViewContext
from living_strategy.site.footer import contact
from living_strategy.site.stage import decision, stage_notice

# Templates of the document around every page, for any host with Jinja and a menu.
SHELL = Path(__file__).parent / "shell"
_LINE_BREAKS = re.compile(r"\s*\n\s*")


class Frame(Protocol):
    """Turns pages into whole documents."""

    def document(self, page: Page) -> bytes:
        """Return the document around a page. Absolute links of a page keep `LOCAL`."""


def frame_values(context: ViewContext, style: str) -> dict[str, Any]:
    """Return the value that the templates of the shell know as `frame`. Texts in it are not HTML
    yet; `style` is the path of the host's own stylesheet, or empty.
    """
    settings, addresses = context.settings, context.addresses
    design = settings.design
    publisher = context.graph.find(settings.publisher) if settings.publisher else None
    return {
        "language": context.language.code,
        "name": design.name,
        "mark": design.mark,
        "search_page": addresses.view("search"),
        "print_page": addresses.view("print"),
        "scripts": FOLDER,
        "theme_style": style,
        "is_listed": settings.is_listed,
        "is_demonstration": settings.is_demonstration,
        "stage": stage_notice(settings, context.language, context.built_on or context.today),
        "decision": decision(settings, context.graph, context.language),
        "disclaimer": settings.disclaimer,
        "contact": contact(settings),
        "publisher": publisher.title if publisher else "",
        # Their pages say themselves how to propose a change.
        "proposing": (*(kind.kind for kind in KINDS), "written", "national_goal"),
    }


def strip_whitespace(frame: str) -> str:
    """Remove indentation and blank lines, a third of the frame. Nothing of the frame is
    preformatted; the content must not be in it yet.
    """
    return _LINE_BREAKS.sub("\n", frame)
