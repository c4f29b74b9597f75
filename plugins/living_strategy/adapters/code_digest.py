"""A hash of the code that a kept value depends on: nobody has to remember to raise a version."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

import living_strategy

PACKAGE = Path(living_strategy.__file__).parent
READERS = ("limits.py", "content")
COMPARISON = (*READERS, "history", "model", "partial_date.py", "settings")


@cache
def code_digest(parts: Iterable[str], package: Path = PACKAGE) -> str:
    """Return a hash of modules and folders of the package, of Python and of the YAML library."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{sys.version} {version('pyyaml')}".encode())
    for part in parts:
        path = package / part
        for module in sorted(path.rglob("*.py")) if path.is_dir() else (path,):
            digest.update(module.read_bytes())
    return digest.hexdigest()
