"""Compiled templates by the hash of their text, in memory and under `.cache/`."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

FOLDER = ".cache/living-strategy/templates"


class TemplateCache(BytecodeCache):
    """Compiling the templates takes longer than everything else a build of a small strategy does.

    The key is the template's whole text, with its translations, so no code can be stale. A folder
    that cannot be written to makes a build slower, never wrong.
    """

    def __init__(self, folder: Path) -> None:
        self._code: dict[tuple[str, str], bytes] = {}
        self._files = FileSystemBytecodeCache(str(folder))
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code if its text has been compiled before."""
        known = self._code.get((bucket.key, bucket.checksum))
        if known is not None:
            bucket.bytecode_from_string(known)
            return
        with suppress(OSError):
            self._files.load_bytecode(bucket)
        if bucket.code is not None:
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template that was just compiled."""
        self._remember(bucket)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._files.dump_bytecode(bucket)

    def _remember(self, bucket: Bucket) -> None:
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


@cache
def template_cache(root: Path) -> TemplateCache:
    """The cache of a content root: one for as long as the program runs.

    Code made by another version of the compiler lies in another folder.
    """
    return TemplateCache(root / FOLDER / version("jinja2"))
