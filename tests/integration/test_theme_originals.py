"""The theme's files that ours replace, as they were when ours were written.

When one changes, a person reads what changed, takes over what is of use, and only then writes the
new hash here: an upgrade of the theme is a conscious act.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import material
import pytest

import living_strategy
from living_strategy.site.frame import SHELL

ORIGINALS = Path(material.__file__).parent / "templates"
OURS = (SHELL, Path(living_strategy.__file__).parent / "adapters/mkdocs/theme")
HASHES = {
    "base.html": "8536d352b0093623",
    "main.html": "9948b55a7bc979c3",
    "partials/actions.html": "1bcd66d6f428194e",
    "partials/content.html": "ce33929c85af129f",
    "partials/copyright.html": "bc86bca3bf75070f",
    "partials/footer.html": "50c2a75f013b7b03",
    "partials/header.html": "8cf3fb15bcf969ff",
    "partials/nav.html": "af33f6e032f632eb",
    "partials/path.html": "cbde0642861fe915",
}


def replaced() -> list[str]:
    """Templates of ours that stand in the place of one of the theme's."""
    own = (
        path.relative_to(folder).as_posix() for folder in OURS for path in folder.rglob("*.html")
    )
    return sorted(name for name in own if (ORIGINALS / name).is_file())


def test_every_replaced_file_is_watched() -> None:
    """No template of ours hides one of the theme's without being listed."""
    assert replaced() == sorted(HASHES)


@pytest.mark.parametrize("name", sorted(HASHES))
def test_original_is_the_one_we_know(name: str) -> None:
    """The theme's own file is the one that ours was written from."""
    content = (ORIGINALS / name).read_bytes()

    assert hashlib.sha256(content).hexdigest()[:16] == HASHES[name]
