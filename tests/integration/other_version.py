"""Strategies that were begun with another version of the program, and wheels of such versions."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from living_strategy.adapters.starting import engine
from living_strategy.adapters.starting.engine import this_engine
from tests.integration.conftest import Run
from tests.repositories import git

GIT = {
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
    "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org",
    "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.org",
}  # fmt: skip
Change = Callable[[bytes], bytes]
HERE = "0.1.0"
LINES = b"""

def check(graph, context):
    return iter(())


RULE = Rule(CODE, check)
"""


def name_of(version: str) -> str:
    """The name of the wheel of a version."""
    return f"living_strategy-{version}-py3-none-any.whl"


def made_wheel(version: str, changes: Mapping[str, Change] | None = None) -> bytes:
    """The program under test as another version, with some of its files changed."""
    return _made_wheel(version, tuple((changes or {}).items()))


@cache
def _made_wheel(version: str, changes: tuple[tuple[str, Change], ...]) -> bytes:
    files = {}
    with zipfile.ZipFile(io.BytesIO(this_engine().content)) as archive:
        for path in archive.namelist():
            if not path.endswith("/RECORD"):
                files[path.replace(f"-{HERE}.dist-info", f"-{version}.dist-info")] = archive.read(
                    path
                )
    described = f"living_strategy-{version}.dist-info"
    files[f"{described}/METADATA"] = files[f"{described}/METADATA"].replace(
        f"\nVersion: {HERE}\n".encode(), f"\nVersion: {version}\n".encode()
    )
    for path, change in changes:
        files[f"living_strategy/{path}"] = change(files.get(f"living_strategy/{path}", b""))
    return engine._wheel(files, f"{described}/RECORD")


@cache
def blind_to(rule: str) -> dict[str, Change]:
    """What makes a version that does not know a rule yet."""
    return {f"rules/{rule}.py": lambda content: content + LINES}


def begun(
    run: Run,
    root: Path,
    *whose: str,
    version: str = "0.0.9",
    changes: Mapping[str, Change] | None = None,
) -> Path:
    """A strategy that was begun with an earlier version: this one under another number."""
    run(root.parent, "start", root.name, *whose, **GIT)
    wheel = made_wheel(version, changes)
    (root / "engine" / name_of(HERE)).unlink()
    (root / "engine" / name_of(version)).write_bytes(wheel)
    pins = root / "requirements.txt"
    pins.write_text(
        pins.read_text("utf-8")
        .replace(name_of(HERE), name_of(version))
        .replace(this_engine().digest, hashlib.sha256(wheel).hexdigest()),
        "utf-8",
    )
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Earlier")
    return root


def written(root: Path, path: str, old: str, new: str) -> None:
    """Change a text in a file of a strategy, and commit."""
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")
    git(root, "commit", "--quiet", "--all", "--message=Ours")
