"""Code of templates, compiled once in a run of the tests for the builds in processes of their own.

Compiling is most of what a first build of a small strategy does, and each has a folder of its own.
Where a build keeps the code there is a link to what others have compiled: it is found by the whole
text of a template, as an earlier build of the same strategy would have left it.
"""

from __future__ import annotations

from pathlib import Path

from living_strategy.adapters.storage.template_cache import FOLDER

# Set by the fixture that begins a run; nothing is shared without it.
SHARED: list[Path] = []


def share_compiled(root: Path) -> None:
    """Let builds below `root` use and add to the code that is shared, unless they have been there
    before.
    """
    place = root / FOLDER
    if SHARED and (root / "strategy").is_dir() and not (root / ".cache").exists():
        place.parent.mkdir(parents=True)
        place.symlink_to(SHARED[-1], target_is_directory=True)
