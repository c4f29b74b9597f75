"""A copy of this program's own repository, turned into a strategy of somebody's own in place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from living_strategy.adapters.git.command import GitError
from living_strategy.adapters.starting.new_folder import PREFIX, write_files
from living_strategy.adapters.starting.repository import first_files, is_clean, tracked
from living_strategy.language import Language

# What is there in a copy that nobody has begun to make their own, and nowhere else.
_MARKS = ("plugins/living_strategy/__init__.py", "strategy/bruk-i-kommunen.md")
# All that this repository holds: the national strategy, and the program with its tests and pages.
FOLDERS = (
    *("strategy", "goals", "measures", "projects"),
    *("plugins", "tools", "docs", "tests", "benchmarks", ".ci", ".vscode"),
)
FILES = (
    *(".github/ISSUE_TEMPLATE/change.yml", ".github/ISSUE_TEMPLATE/measure.yml"),
    *(".github/ISSUE_TEMPLATE/status.yml", ".github/PULL_REQUEST_TEMPLATE.md"),
    *(".github/workflows/ci.yml", ".github/workflows/issues.yml"),
    *(".github/workflows/content.yml", ".github/workflows/pages.yml"),
    ".github/workflows/review.yml",
    *(".gitignore", ".gitlab-ci.yml", ".importlinter", ".pre-commit-config.yaml"),
    *("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "SECURITY.md"),
    *("constraints-site.txt", "constraints.txt", "mkdocs.yml", "pyproject.toml"),
)


class NotReady(Exception):  # noqa: N818 - it says what is missing
    """What is in the copy could be lost if it were taken away; the text is a message id."""

    def __init__(self, template: str, files: str = "") -> None:
        super().__init__(template)
        self.template, self.files = template, files

    def message(self, language: Language) -> str:
        """Return the sentence."""
        return language.text(self.template).format(files=self.files)


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is taken away from a copy and what comes in its place.

    `gone` counts the files by what they lie in; `kept` are files that did not come from us.
    """

    folder: Path
    files: Mapping[str, bytes]
    gone: Mapping[str, int]
    kept: tuple[str, ...]

    def summary(self, language: Language) -> str:
        """Say what is taken away, and what stays."""
        listed = ", ".join(
            f"{name}/ ({count})" if name in FOLDERS else name for name, count in self.gone.items()
        )
        sentences = [
            language.text(
                "The national strategy and the source of the program are taken away, {count} "
                "files; the commits before still have them: {files}."
            ).format(count=sum(self.gone.values()), files=listed)
        ]
        if self.kept:
            kept = ", ".join(self.kept)
            sentences.append(language.text("What stays: {files}.").format(files=kept))
        return "\n".join(sentences)

    def carry_out(self, wheel: str) -> None:
        """Exchange the files; a program that was installed from them is installed from the wheel.

        Raises:
            OSError: the system refuses; what was there before is as it was.
        """
        stage = Path(tempfile.mkdtemp(prefix=PREFIX, dir=self.folder))
        new, old = stage / "new", stage / "old"
        try:
            write_files(new, self.files)
            inner = [path for path in self.kept if path.split("/")[0] in self.gone]
            _move_all(
                [(self.folder / name, old / name) for name in self.gone]
                + [(old / name, self.folder / name) for name in inner]
                + [(new / name, self.folder / name) for name in self.files]
            )
        finally:
            shutil.rmtree(stage, ignore_errors=True)
        if lies_in(Path(sys.prefix), self.folder):
            _install(wheel, self.folder)


def is_copy(folder: Path) -> bool:
    """Return whether a folder holds this repository with the national strategy."""
    return all(os.path.isfile(folder / mark) for mark in _MARKS)


def plan_exchange(folder: Path, files: Mapping[str, bytes]) -> Exchange:
    """Return what would be exchanged.

    Raises:
        NotReady: not everything in the copy is committed, or git does not keep it.
    """
    try:
        clean, paths, first = is_clean(folder), tracked(folder), first_files(folder)
    except (GitError, OSError):
        raise NotReady(
            _("Git does not keep this copy, so nothing can be taken away from it.")
        ) from None
    if not clean:
        raise NotReady(
            _("There are changes that are not committed. Commit them or undo them, then try again.")
        )
    gone: Counter[str] = Counter()
    kept = []
    # A forge makes a template's copy in one commit: what came later is not ours.
    ours = first if set(_MARKS) <= first else set(paths)
    for path in paths:
        top = path.split("/")[0]
        if top in FOLDERS and path in ours:
            gone[top] += 1
        elif path in FILES:
            gone[path] += 1
        else:
            kept.append(path)
    if taken := [path for path in kept if path in files]:
        raise NotReady(
            _("These files stand where those of the strategy belong; move them first: {files}."),
            ", ".join(taken),
        )
    return Exchange(folder, files, dict(sorted(gone.items())), tuple(kept))


def lies_in(path: Path, folder: Path) -> bool:
    """Return whether a path lies in a folder."""
    return path.resolve().is_relative_to(folder.resolve())


def _(message: str) -> str:
    """Mark a message that is translated where it is shown."""
    return message


def _move_all(moves: list[tuple[Path, Path]]) -> None:
    """Move each file or folder to its new place, or none."""
    done: list[tuple[Path, Path]] = []
    try:
        for source, target in moves:
            target.parent.mkdir(parents=True, exist_ok=True)
            source.rename(target)
            done.append((source, target))
    except OSError:
        for source, target in reversed(done):
            with suppress(OSError):
                target.rename(source)
        raise


def _install(wheel: str, folder: Path) -> None:
    """Put the wheel in the place of the source in the environment that runs this program; where
    that fails, `make install` does it.
    """
    done = subprocess.run(  # noqa: S603 - the Python that runs this
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--no-index", "--force-reinstall", f"./{wheel}"),
        ],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    ready = Path(sys.prefix, ".ready")
    if done.returncode == 0:
        ready.touch()
    else:
        ready.unlink(missing_ok=True)
