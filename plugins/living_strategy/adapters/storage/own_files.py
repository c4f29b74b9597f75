"""What the program itself makes in a strategy: caches, folders to work in, sites, and where it is
installed.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from living_strategy.adapters.storage.database import FOLDER as CACHE
from living_strategy.adapters.storage.site_folder import MARK
from living_strategy.site.assets import FOLDER as ASSETS

# Stands in every environment of Python (PEP 405).
_ENVIRONMENT = "pyvenv.cfg"


def is_site(folder: Path) -> bool:
    """Whether a folder holds a site that this program made, and may replace."""
    return (folder / ASSETS).is_dir()


def is_own(root: Path, path: str) -> bool:
    """Whether a file at a path below the folder of a strategy is one that is made anew when it is
    gone: of the program's own, or of the environment of Python that it is installed in.
    """
    file = PurePosixPath(path)
    if file.is_relative_to(CACHE) or any(part.startswith(MARK) for part in file.parts):
        return True
    folders = [root / folder for folder in file.parents if folder.name]
    return any(is_site(folder) or (folder / _ENVIRONMENT).is_file() for folder in folders)
