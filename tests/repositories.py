"""Repositories made for a test, by a git that knows nobody's settings."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from living_strategy.adapters.git.revision import GitSource, open_revision

COMMITTED = 1_793_617_200
"""When what is committed here was made, in seconds since 1970: 2 November 2026, whatever day the
tests run on."""


def write(root: Path, files: Mapping[str, bytes], links: Mapping[str, str]) -> None:
    """Write files and links below a folder."""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    for path, target in links.items():
        (root / path).symlink_to(target)


def git(root: Path, *arguments: str, when: int = 0, authored: int = 0) -> str:
    """Run git as nobody in particular, with no settings but its own. `when` is the time of what it
    makes, in seconds since 1970, and `authored` the time of its author.
    """
    when = when or COMMITTED
    surroundings = {
        "PATH": os.environ["PATH"], "HOME": str(root), "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org",
        "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.org",
        "GIT_COMMITTER_DATE": f"@{when} +0100", "GIT_AUTHOR_DATE": f"@{authored or when} +0100",
    }  # fmt: skip
    settings = ("-c", "protocol.file.allow=always", "-c", "core.quotePath=false")
    command = ("git", "-C", str(root), *settings, *arguments)
    done = subprocess.run(command, env=surroundings, capture_output=True, check=True)
    return done.stdout.decode().strip()


def commit(root: Path, when: int = 0) -> str:
    """Commit everything below a folder, at a time if one is said, and return the commit."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet")
    git(root, "add", "--all", "--force")
    git(root, "commit", "--quiet", "--allow-empty", "--message=x", when=when)
    return git(root, "rev-parse", "HEAD")


def opened(root: Path, revision: str = "HEAD") -> GitSource:
    """The revision, which exists."""
    source = open_revision(root, revision)
    assert isinstance(source, GitSource)
    return source
