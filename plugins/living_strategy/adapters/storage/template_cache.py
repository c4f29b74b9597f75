"""Compiled templates by the hash of their text, in memory and under `.cache/`."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

FOLDER = ".cache/living-strategy/templates"
_SEAL = hashlib.sha256().digest_size


class TemplateCache(BytecodeCache):
    """Compiling the templates takes longer than everything else a build of a small strategy does.

    The key is the template's whole text, with its translations, and how its environment reads
    it, so no code can be stale and none is taken for another's. A file begins with the hash of
    what follows: damaged code would not fail, it would end Python. A folder that cannot be used
    makes a build slower, never wrong.
    """

    def __init__(self, folder: Path) -> None:
        self._code: dict[tuple[str, str], bytes] = {}
        self._folder = folder

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Each road has an environment of its own for the templates that both share."""
        reads = (environment.trim_blocks, environment.lstrip_blocks, environment.optimized)
        dialect = f"{reads} {sorted(environment.extensions)} {name}"
        return super().get_bucket(environment, dialect, filename, source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code if its text has been compiled before."""
        code = self._code.get((bucket.key, bucket.checksum)) or self._kept(bucket)
        if code is None:
            return
        try:
            bucket.bytecode_from_string(code)
        except Exception:
            # Whole, and yet no code that this Python reads: it is compiled again.
            bucket.reset()
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template that was just compiled."""
        code = self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()
        path = self._path(bucket)
        # Written beside and moved, so that nobody reads half of it.
        new_path = path.with_name(f"{path.name}.{os.getpid()}")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                new_path.write_bytes(hashlib.sha256(code).digest() + code)
                os.replace(new_path, path)
            except OSError:
                new_path.unlink(missing_ok=True)

    def _kept(self, bucket: Bucket) -> bytes | None:
        """Return the code on disk, if it is as it was written."""
        try:
            content = self._path(bucket).read_bytes()
        except OSError:
            return None
        seal, code = content[:_SEAL], content[_SEAL:]
        return code if hashlib.sha256(code).digest() == seal else None

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.cache"


@cache
def template_cache(root: Path) -> TemplateCache:
    """Return the cache of a content root: one for as long as the program runs.

    Code made by another version of the compiler lies in another folder.
    """
    return TemplateCache(root / FOLDER / version("jinja2"))
