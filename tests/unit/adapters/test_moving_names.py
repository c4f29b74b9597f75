"""Names of revisions that move, in a real repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from living_strategy.adapters.git.moving_names import moving_names
from tests.repositories import commit, git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A commit with two branches, two tags and a branch of another repository."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    (tmp_path / "x").write_text("x", "utf-8")
    commit(tmp_path)
    git(tmp_path, "branch", "utkast/2026")
    git(tmp_path, "branch", "begge")
    git(tmp_path, "tag", "begge")
    git(tmp_path, "tag", "--annotate", "--message=x", "vedtatt-2025")
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(tmp_path, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "main", "heads/main", "refs/heads/main", "utkast/2026",
        "origin/main", "origin", "origin/HEAD", "HEAD",
    ],
)  # fmt: skip
def test_what_moves(repository: Path, name: str) -> None:
    """Branches, here and elsewhere, however they are named, and what is checked out."""
    assert moving_names(repository, [name, "vedtatt-2025"]) == {name}


def test_what_stands_still(repository: Path) -> None:
    """Tags, also one of the same name as a branch, and commits."""
    head = git(repository, "rev-parse", "HEAD")
    names = ("vedtatt-2025", "begge", "refs/tags/begge", "tags/begge", head, head[:7])

    assert moving_names(repository, names) == frozenset()


def test_no_names_at_all(tmp_path: Path) -> None:
    """Without a name nobody asks git, and there need not be a repository."""
    assert moving_names(tmp_path / "borte", ()) == frozenset()
