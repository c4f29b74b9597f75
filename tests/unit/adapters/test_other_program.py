"""Whether the packages that are installed will do for another version."""

from __future__ import annotations

from living_strategy.adapters.upgrading.other_program import too_old


def test_what_is_too_old() -> None:
    """Lower bounds of the core count; what only an extra needs does not, nor do upper bounds."""
    needs = (
        "click>=8.4",
        "babel>=999",
        "pydantic<999,>=998.1",
        "not-there-at-all>=1",
        "markdown<4,>=3.8.1",
        "mkdocs>=999; extra == 'site'",
        'pyyaml>=999; python_version > "3"',
        "jinja2",
    )

    assert list(too_old(needs)) == ["babel", "pydantic", "not-there-at-all", "pyyaml"]
    assert list(too_old(())) == []
