"""Version 0.1.0: what strategies that began before it must follow."""

from __future__ import annotations

from living_strategy.upgrades.upgrade import SETTINGS, Action, RenamedKey, Upgrade


def _(message: str) -> str:
    """Mark a message that is translated where it is shown."""
    return message


UPGRADE = Upgrade(
    "0.1.0",
    steps=(
        RenamedKey((SETTINGS,), ("sources_read",), "sources_collected"),
        RenamedKey((SETTINGS,), ("severity", "missing-page"), "broken-link"),
    ),
    actions=(
        Action(
            "overrides/views/anywhere.html",
            _(
                "The template “anywhere.html” is called “not_found.html” now. Rename or delete "
                "yours."
            ),
        ),
        Action(
            "overrides/views/index.html",
            _(
                "Rows of lists have “row.entry”, “row.facets” and “row.cells” in place of "
                "“row.up”, “row.by”, “row.count” and “row.links”. Begin with a new copy of our "
                "template."
            ),
            ("row.up", "row.by", "row.count", "row.links"),
        ),
        Action(
            "overrides/views/involvement.html",
            _("Ask “status.is_ahead”; the list of what is ahead is gone."),
            ("in ahead",),
        ),
        Action(
            "overrides/views/municipalities.html",
            _("“participation.place” is called “participation.municipality” now."),
            (".place",),
        ),
        Action(
            "overrides/views/*.html",
            _(
                "“parts.stands” is gone, and “parts.signals” is given other values. Begin with a "
                "new copy of our template."
            ),
            ("parts.stands", "parts.signals"),
        ),
    ),
)
