"""What `start` writes has the canonical form from the first day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from living_strategy.adapters.cli.commands import start
from living_strategy.adapters.starting.engine import Engine
from living_strategy.editing.canonical import Canonical, canonical, style_of
from living_strategy.starting.owner import Owner
from tests.unit.starting.test_files import whoever

ENGINE = Engine("engine/a.whl", b"", "")


@whoever
def test_every_file_of_content_has_the_form(owner: Owner, tmp_path: Path) -> None:
    """Goal, measure, project, register and settings, in each language."""
    files = start._files(owner, date(2026, 11, 29), ENGINE, tmp_path)
    content = {path: text for path, text in files.items() if style_of(path)}

    assert len(content) == 5
    for path, text in content.items():
        assert canonical(path, text) == Canonical(text)
